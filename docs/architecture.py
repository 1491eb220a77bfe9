"""Draws docs/architecture.md from the code: which room imports which, and the way of a seed.

python docs/architecture.py
"""

from __future__ import annotations

import ast
import tomllib
from collections.abc import Iterable
from pathlib import Path

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "generator"
PICTURE = ROOT / "docs" / "architecture.md"

Graph = dict[str, set[str]]
"""Room → the rooms it imports."""


def main() -> None:
    """Write the picture."""
    PICTURE.write_text(draw(), encoding="utf-8")


def draw() -> str:
    """Return the page."""
    graph = without_detours(read_imports())
    arrows = [f"  {room} --> {other}" for room in sorted(graph) for other in sorted(graph[room])]
    rooms = [f"| `{room}` | {first_line(room)} |" for room in sorted(graph)]
    return "\n".join(
        [
            "# Architecture",
            "",
            "Drawn from the code by `python docs/architecture.py`; a test holds it.",
            "",
            "## The way of a seed",
            "",
            "Stages of the generate half, in order; none imports another. What they hand on is a `Draft`.",
            "",
            "```mermaid",
            "flowchart LR",
            f"  seeds[(seeds/)] --> {' --> '.join(stages())} --> content[(content/)]",
            "```",
            "",
            "## The rooms",
            "",
            "An arrow leads from a room to one it imports; left out where other arrows lead there, too.",
            "",
            "```mermaid",
            "flowchart TD",
            *arrows,
            "```",
            "",
            "| Room | |",
            "|---|---|",
            *rooms,
            "",
        ]
    )


def read_imports() -> Graph:
    """Return which room imports which."""
    graph: Graph = {}
    for path in sorted(PACKAGE.rglob("*.py")):
        room = path.relative_to(PACKAGE).parts[0].removesuffix(".py")
        if not room.startswith("__"):
            graph.setdefault(room, set()).update(imported(path) - {room})
    return graph


def imported(path: Path) -> set[str]:
    """Return the rooms a file imports."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    names = {
        f"{node.module}.{name.name}"
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and node.module
        for name in node.names
    }
    names |= {name.name for node in ast.walk(tree) if isinstance(node, ast.Import) for name in node.names}
    rooms = {name.split(".")[1] for name in names if name.startswith("generator.")}
    return {room for room in rooms if (PACKAGE / room).is_dir() or (PACKAGE / f"{room}.py").is_file()}


def without_detours(graph: Graph) -> Graph:
    """Leave out what other arrows lead to."""

    def reached(rooms: Iterable[str]) -> set[str]:
        return {far for room in rooms for far in graph[room] | reached(graph[room])}

    return {room: near - reached(near) for room, near in graph.items()}


def stages() -> list[str]:
    """Return the stages in order, as the contract that keeps them apart lists them."""
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    contracts = settings["tool"]["importlinter"]["contracts"]
    (modules,) = (contract["modules"] for contract in contracts if contract["type"] == "independence")
    return [module.rpartition(".")[2] for module in modules]


def first_line(room: str) -> str:
    """Return what a room says of itself."""
    path = PACKAGE / room / "__init__.py"
    tree = ast.parse((path if path.is_file() else path.parent.with_suffix(".py")).read_text(encoding="utf-8"))
    return (ast.get_docstring(tree) or "").split("\n\n", maxsplit=1)[0].replace("\n", " ").replace("|", "\\|")


if __name__ == "__main__":
    main()
