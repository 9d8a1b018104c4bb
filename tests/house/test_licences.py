"""What is installed beside kgraph may be used with it: no package it needs at run time is under the GPL."""

from __future__ import annotations

import re
import tomllib
from importlib import metadata
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

COPYLEFT = re.compile(r"\b[AL]?GPL|General Public License", re.IGNORECASE)
EXPECTED = re.compile(r"MIT|BSD|Apache|ISC|PSF|Python Software Foundation|W3C", re.IGNORECASE)
VAGUE = "License :: OSI Approved"
# What an extra needs may also be under the MPL: it binds those who change the package's own files, and nobody else.
EXPECTED_OF_EXTRAS = re.compile(rf"{EXPECTED.pattern}|MPL|Mozilla", re.IGNORECASE)


def licence(package: metadata.Distribution) -> str:
    """What a package's metadata says of its licence, in one line."""
    said = package.metadata.get("License-Expression") or "; ".join(
        c for c in package.metadata.get_all("Classifier") or () if c.startswith("License")
    )
    return (said if said != VAGUE else "") or (package.metadata.get("License") or "").strip().split("\n")[0]


def needed(name: str) -> dict[str, metadata.Distribution]:
    """The package and everything it needs at run time on this machine, by name."""
    found: dict[str, metadata.Distribution] = {}
    waiting = [name]
    while waiting:
        current = canonicalize_name(waiting.pop())
        if current in found:
            continue
        found[current] = package = metadata.distribution(current)
        asked = (Requirement(r) for r in package.requires or ())
        waiting += [r.name for r in asked if r.marker is None or r.marker.evaluate({"extra": ""})]
    return found


def test_no_package_needed_at_run_time_is_copyleft() -> None:
    licences = {name: licence(package) for name, package in needed("kgraph").items()}
    assert {"networkx", "pyoxigraph", "rdflib", "jinja2"} <= set(licences)
    assert {name: text for name, text in licences.items() if COPYLEFT.search(text) or not EXPECTED.search(text)} == {}


def test_no_package_that_an_extra_needs_is_copyleft_beyond_its_own_files() -> None:
    """Of several licences to choose from, one is enough."""
    extras = {name: package for extra in ("pandas", "parquet", "plots", "serve", "web") for name, package in of_the_extra(extra).items()}
    licences = {name: licence(package) for name, package in (needed("kgraph") | extras).items()}
    assert {"lxml", "trafilatura", "htmldate", "matplotlib", "pillow", "pandas", "pyarrow"} <= set(licences)
    choices = {name: re.split(r" OR ", text) for name, text in licences.items()}
    assert {n: c for n, c in choices.items() if not any(EXPECTED_OF_EXTRAS.search(one) and not COPYLEFT.search(one) for one in c)} == {}


def of_the_extra(extra: str) -> dict[str, metadata.Distribution]:
    """What an extra of this checkout needs, by name; the metadata of an older installation may not know the extra."""
    project = tomllib.loads((Path(__file__).parents[2] / "pyproject.toml").read_text("utf-8"))["project"]
    found: dict[str, metadata.Distribution] = {}
    for text in project["optional-dependencies"][extra]:
        found |= needed(Requirement(text).name)
    return found
