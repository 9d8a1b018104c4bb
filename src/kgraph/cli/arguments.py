"""Arguments that several commands share."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Annotated

import typer

Sources = Annotated[
    list[str],
    typer.Argument(
        metavar="SOURCE...",
        help="Files (.txt, .html, .jsonl, .csv, .tsv, .warc, each also with .gz), folders of them, patterns in quotes ('tin/*.html'), "
        "or - for stdin.",
        show_default=False,
    ),
]
GRAPH = Path("exports/graph.nq")
STDOUT = Path("-")


def graph_file(path: Path) -> Path:
    """The graph itself, where the folder of a build was named.

    >>> graph_file(Path("no/such/graph.nq")).as_posix()
    'no/such/graph.nq'
    """
    return path / GRAPH.name if path.is_dir() else path


GraphFile = Annotated[
    Path, typer.Option("--graph", "-g", help="The graph of a build: its file, or the folder that holds it.", callback=graph_file)
]


@contextmanager
def graph_or_stdin(path: Path) -> Iterator[Path]:
    """The same; `-` is N-Quads from stdin, which lie in a file of their own meanwhile."""
    if path != STDOUT:
        yield graph_file(path)
        return
    with TemporaryDirectory() as folder:
        with (file := Path(folder) / "stdin.nq").open("wb") as copy:
            shutil.copyfileobj(sys.stdin.buffer, copy)
        yield file
