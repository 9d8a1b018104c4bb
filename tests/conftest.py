"""Graphs that tests of several folders read; they are built by `tests/view/graphs.py`."""

from __future__ import annotations

import os
import runpy
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from kgraph.store.graph import Graph

_GRAPHS = Path(__file__).parent / "view" / "graphs.py"


def _written(name: str, folder: Path) -> Path:
    path = folder / "graph.nq"
    path.write_text(runpy.run_path(str(_GRAPHS))[name](), encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def sample_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """N-Quads of three small articles."""
    return _written("sample", tmp_path_factory.mktemp("sample"))


@pytest.fixture(scope="module")
def hostile_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """N-Quads whose every text tries to run."""
    return _written("hostile", tmp_path_factory.mktemp("hostile"))


@pytest.fixture(scope="module")
def sample(sample_file: Path) -> Graph:
    """The graph of three small articles, loaded."""
    return Graph.load(sample_file)


@pytest.fixture(scope="module")
def hostile(hostile_file: Path) -> Graph:
    """The hostile graph, loaded."""
    return Graph.load(hostile_file)


@pytest.fixture(scope="session")
def need() -> Callable[[str], None]:
    """Says that a program of the system is needed: without it the test is skipped, or fails where CI=true."""

    def asked(program: str) -> None:
        if shutil.which(program) is None:
            message = f"{program} is not installed"
            if os.environ.get("CI") == "true":
                pytest.fail(message)
            pytest.skip(message)

    return asked
