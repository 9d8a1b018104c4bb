"""Arguments that several commands share."""

from __future__ import annotations

from pathlib import Path
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
GraphFile = Annotated[Path, typer.Option("--graph", "-g", help="The graph of a build.")]

GRAPH = Path("exports/graph.nq")
STDOUT = Path("-")
