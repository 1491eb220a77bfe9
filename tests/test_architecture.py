"""Imports point down only, and the two halves meet in content/ alone."""

import ast
from pathlib import Path

import pytest

from tests.conftest import ROOT

LAYERS = (
    ("model", "errors"),
    (
        "edtf",
        "languages",
        "date_words",
        "markup",
        "names",
        "pair_checks",
        "sentences",
        "wording",
        "terms",
        "settings",
    ),
    ("content",),
    ("generate",),
    ("publish",),
    ("check", "check_pairs", "report", "build", "model_list"),
    ("mkdocs_plugin",),
    ("cli",),
    ("__main__",),
)
"""Lowest first: a module imports from its own layer or from those before it."""
HALVES = ("generate", "publish")
STAGES = ("read", "clean", "identify", "segment", "date", "entitle", "translate.stage", "write")
STAGE_NAMES = tuple(f"generator.generate.{stage}" for stage in STAGES)
PIPELINE = "generator.generate.pipeline"
RULE_NAMES = ("generator.generate.clean.line_rules", "generator.generate.clean.page_rules")
"""Where the names of the rules stand: `identify` looks for lines by the rule that dropped them."""


def module_name(path: Path) -> str:
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


MODULES = {module_name(path): path for path in sorted((ROOT / "generator").rglob("*.py"))}


def imports(source: str, module: str, *, is_package: bool = False) -> list[tuple[str, str]]:
    """List (module, name) of everything a source imports, wherever in it; name is "" for a module."""
    found = []
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            found += [(alias.name, "") for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            base = node.module or ""
            if node.level:
                package = module.split(".")
                package = package[: len(package) - node.level + is_package]
                base = ".".join([*package, base] if base else package)
            for alias in node.names:
                inner = f"{base}.{alias.name}"
                found.append((inner, "") if inner in MODULES else (base, alias.name))
    return found


def imports_of(module: str) -> list[tuple[str, str]]:
    path = MODULES[module]
    return imports(path.read_text("utf-8"), module, is_package=path.name == "__init__.py")


def room(module: str) -> str:
    """`generator.content.files` is in `content`; the package itself is in none."""
    return module.partition(".")[2].partition(".")[0]


def layer(module: str) -> int:
    names = [number for number, rooms in enumerate(LAYERS) if room(module) in rooms]
    return names[0] if names else -1


def is_in(module: str, package: str) -> bool:
    return module == package or module.startswith(f"{package}.")


@pytest.mark.parametrize("module", MODULES)
def test_a_module_has_its_place_in_the_layers(module):
    assert module == "generator" or layer(module) >= 0


@pytest.mark.parametrize("module", MODULES)
def test_imports_point_down(module):
    up = [
        target
        for target, _ in imports_of(module)
        if is_in(target, "generator") and layer(target) > layer(module)
    ]
    assert up == []


@pytest.mark.parametrize("module", MODULES)
def test_neither_half_imports_the_other(module):
    if room(module) in HALVES:
        other = next(half for half in HALVES if half != room(module))
        assert [t for t, _ in imports_of(module) if is_in(t, f"generator.{other}")] == []


@pytest.mark.parametrize("module", MODULES)
def test_only_the_plugin_imports_mkdocs(module):
    found = [target for target, _ in imports_of(module) if is_in(target, "mkdocs")]
    assert bool(found) == (module == "generator.mkdocs_plugin")


@pytest.mark.parametrize("stage", STAGE_NAMES)
def test_a_stage_exists(stage):
    assert stage in MODULES


@pytest.mark.parametrize("module", [m for m in MODULES if is_in(m, "generator.generate") and m != PIPELINE])
def test_only_the_pipeline_imports_stages(module):
    """Nor does a helper, by which one stage could reach another after all."""
    foreign = [
        (target, name)
        for target, name in imports_of(module)
        for stage in STAGE_NAMES
        if is_in(target, stage) and not is_in(module, stage)
    ]
    allowed = [
        (target, name)
        for target, name in foreign
        if module == "generator.generate.identify" and target in RULE_NAMES and name.isupper()
    ]
    assert [found for found in foreign if found not in allowed] == []


def test_no_modules_import_each_other_in_a_circle():
    targets = {
        module: {target for target, _ in imports_of(module) if target in MODULES} for module in MODULES
    }
    # A module that imports nothing that is left can be taken away; in a circle none can.
    while free := [module for module, needed in targets.items() if not needed - {module}]:
        for module in free:
            del targets[module]
        targets = {module: needed - set(free) for module, needed in targets.items()}
    assert targets == {}


SOURCES = (
    ("import mkdocs", [("mkdocs", "")]),
    ("import os, mkdocs.utils as u", [("os", ""), ("mkdocs.utils", "")]),
    ("from mkdocs.utils import x", [("mkdocs.utils", "x")]),
    ("def f():\n    from generator.model import Entry", [("generator.model", "Entry")]),
    ("from generator import edtf", [("generator.edtf", "")]),
    ("from generator import __version__", [("generator", "__version__")]),
    ("from . import files", [("generator.content.files", "")]),
    ("from .files import write_text", [("generator.content.files", "write_text")]),
    ("from ..model import Entry", [("generator.model", "Entry")]),
    ("if True:\n    import generator.cli", [("generator.cli", "")]),
)


@pytest.mark.parametrize(("source", "expected"), SOURCES)
def test_an_import_is_seen_however_it_is_written(source, expected):
    assert imports(source, "generator.content.merge") == expected
    assert imports(source, "generator.content", is_package=True) == expected
