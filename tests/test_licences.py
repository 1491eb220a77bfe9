"""What comes along when the project is installed may be used, changed and passed on under terms like its own.

Copyleft is refused: GPL and AGPL for what they ask of everything around them, and LGPL too, since it asks
that users can exchange the library in whatever is built with it; nothing here is worth that. MPL 2.0 is
taken: it asks for changes to its own files and no more. Of several licences to choose from one must be
taken, of several that all hold each.
"""

import re
import tomllib
from email.message import Message
from importlib import metadata

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests.conftest import ROOT

TAKEN = re.compile(
    r"(the )?(mit|0?bsd|apache|isc|zlib|cc0|public[ -]domain|python|psf|cnri-python|artistic|mpl|mozilla)\b"
)


def licences(about):
    """Return what a distribution says of its licence, in a field or else in its classifiers."""
    for field in ("License-Expression", "License"):
        said = (about.get(field) or "").strip()
        if said and said != "UNKNOWN":
            return said.splitlines()[0]
    classifiers = [one.split(" :: ") for one in about.get_all("Classifier") or ()]
    return " AND ".join(one[-1] for one in classifiers if one[0] == "License")


def is_taken(said):
    said = said.lower()
    choose = any if " or " in said and " and " not in said else all
    return choose(TAKEN.match(part.strip(" ()")) for part in re.split(r"\b(?:and|or)\b", said))


def needed(requirements, excluded, find):
    """Return what the requirements bring along, and what that does: name → what it says of itself."""
    found = {}
    followed = set()
    todo = [(Requirement(one), "") for one in requirements]
    while todo:
        requirement, extra = todo.pop()
        name = canonicalize_name(requirement.name)
        applies = requirement.marker is None or requirement.marker.evaluate({"extra": extra})
        if name in excluded or not applies:
            continue
        found[name] = find(name)
        for more in {"", *requirement.extras}:
            if (name, more) not in followed:
                followed.add((name, more))
                todo += [(Requirement(one), more) for one in found[name].get_all("Requires-Dist") or ()]
    return found


def refused(requirements, excluded=(), find=metadata.metadata):
    return {
        name: licences(about)
        for name, about in needed(requirements, excluded, find).items()
        if not is_taken(licences(about))
    }


def test_nothing_that_runs_is_copyleft():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())
    extras = project["project"]["optional-dependencies"].values()
    requirements = [
        *project["project"]["dependencies"],
        *project["dependency-groups"]["packages"],
        *(one for extra in extras for one in extra),
    ]
    excluded = project["tool"]["uv"]["exclude-dependencies"]
    assert len(needed(requirements, excluded, metadata.metadata)) > len(requirements)
    assert refused(requirements, excluded) == {}


def made_up(**distributions):
    """Distributions by name: fields of their metadata."""

    def find(name):
        about = Message()
        for field, value in distributions[name]:
            about[field.replace("_", "-")] = value
        return about

    return find


@pytest.mark.parametrize(
    "said",
    [
        "MIT",
        "The MIT License (MIT)",
        "BSD-3-Clause AND 0BSD AND MIT AND Zlib AND CC0-1.0",
        "BSD-3-Clause and Public-Domain",
        "Apache-2.0 OR BSD-2-Clause",
        "MPL-2.0 AND MIT",
        "GPL-2.0-or-later OR Artistic-1.0",
        "(MIT)",
    ],
)
def test_taken(said):
    assert refused(["a"], find=made_up(a=[("License_Expression", said)])) == {}


@pytest.mark.parametrize(
    "said",
    [
        "GPL-3.0-or-later",
        "GPLv2+",
        "AGPL-3.0-only",
        "LGPL-2.1-or-later",
        "MIT AND GPL-2.0-only",
        "(MIT OR Apache-2.0) AND GPL-2.0-only",
        "GPL-2.0-only OR AGPL-3.0-only",
        "GNU General Public License v3",
        "Proprietary",
        "",
    ],
)
def test_refused(said):
    assert refused(["a"], find=made_up(a=[("License_Expression", said)])) == {"a": said}


def test_classifiers_tell_where_no_field_does():
    fields = [("License", "UNKNOWN"), ("Classifier", "License :: OSI Approved :: MIT License")]
    assert refused(["a"], find=made_up(a=fields)) == {}
    gpl = ("Classifier", "License :: OSI Approved :: GNU General Public License v2 (GPLv2)")
    assert list(refused(["a"], find=made_up(a=[*fields, gpl]))) == ["a"]


def test_what_a_dependency_needs_counts_where_it_is_needed():
    find = made_up(
        a=[
            ("License", "MIT"),
            ("Requires_Dist", "B-b; python_version >= '3'"),
            ("Requires_Dist", "never; sys_platform == 'never'"),
            ("Requires_Dist", "more; extra == 'x'"),
        ],
        more=[("License", "LGPL")],
        **{"b-b": [("License", "MIT"), ("Requires_Dist", "deep>1"), ("Requires_Dist", "a")]},
        deep=[("License", "GPL-3.0")],
    )
    assert refused(["a"], find=find) == {"deep": "GPL-3.0"}
    assert refused(["a", "a[x]"], find=find) == {"deep": "GPL-3.0", "more": "LGPL"}
    assert refused(["a"], {"deep"}, find) == {}
