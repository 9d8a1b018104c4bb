"""pyproject.toml asks for exactly the packages that the program imports."""

from __future__ import annotations

import ast
import sys
import tomllib
from collections.abc import Iterator
from importlib.metadata import packages_distributions
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name


def imported(source: str) -> Iterator[str]:
    """Top-level names of everything a module imports, wherever it does.

    >>> sorted(imported("import a.b\\ndef f():\\n    from c.d import e\\n"))
    ['a', 'c']
    """
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            yield from (alias.name.partition(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield node.module.partition(".")[0]


def test_declared_and_imported_packages_are_the_same(root: Path) -> None:
    names = {name for path in (root / "src").rglob("*.py") for name in imported(path.read_text("utf-8"))}
    outside = names - set(sys.stdlib_module_names) - {"kgraph"}
    homes = packages_distributions()
    used = {canonicalize_name(homes[name][0]) for name in outside}
    project = tomllib.loads((root / "pyproject.toml").read_text("utf-8"))["project"]
    asked = [*project["dependencies"], *(text for extra in project["optional-dependencies"].values() for text in extra)]
    assert used == {canonicalize_name(Requirement(text).name) for text in asked}
