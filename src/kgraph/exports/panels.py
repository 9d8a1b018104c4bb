"""Tables as CSV for spreadsheets and statistics programs, with a codebook beside them."""

from __future__ import annotations

import csv
from contextlib import ExitStack
from pathlib import Path

from kgraph.exports.codebook import codebook
from kgraph.exports.quads import Source
from kgraph.exports.tables import COLUMNS, read_rows

SEPARATOR = " | "
"""Between several values of one cell."""

_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def write_panels(source: Source, folder: Path) -> None:
    """Writes one CSV file for each table, and `codebook.md`, into a folder that exists.

    UTF-8 with a byte order mark, so that spreadsheets show Vietnamese; commas, quotes doubled, lines end in CR LF.
    """
    with ExitStack() as stack:
        writers = {}
        for table, columns in COLUMNS.items():
            file = stack.enter_context((folder / f"{table}.csv").open("w", encoding="utf-8-sig", newline=""))
            writers[table] = csv.writer(file)
            writers[table].writerow(columns)
        for table, row in read_rows(source):
            writers[table].writerow(harmless(SEPARATOR.join(row.get(column, ()))) for column in COLUMNS[table])
    (folder / "codebook.md").write_text(codebook(), encoding="utf-8", newline="\n")


def harmless(cell: str) -> str:
    r"""The cell, with an apostrophe before what a spreadsheet would take for a formula.

    Who needs the text to the letter takes that apostrophe away again, or takes Parquet.

    >>> harmless("=1+1"), harmless("- Đồng chí A"), harmless("Quận ủy")
    ("'=1+1", "'- Đồng chí A", 'Quận ủy')
    """
    return f"'{cell}" if cell.startswith(_FORMULA) else cell
