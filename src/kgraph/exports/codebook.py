"""The codebook of the tables: what each column holds, in the words of the ontology."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from functools import cache
from importlib.resources import files

from kgraph import vocab
from kgraph.exports.ontology import Texts, read_terms
from kgraph.exports.tables import COLUMNS, DECIMALS, INTEGERS, LISTS

_HEAD = """\
# Codebook

Tables that `kgraph export --format csv`, `neo4j` and `parquet` write. Made from the ontology (version {version}); never edited.

* Several values of one cell are joined by ` | ` (in Parquet, columns of the form *list* are lists).
* An empty cell means that the articles read do not say it, never that it is not so.
* Dates are ISO (`2024-03-19`) or EDTF (`XXXX-03-19`: the year is not known; `2024-12`). They are text, as many are not whole.
* Offsets are half-open, in Unicode code points of the article's text (NFC), from 0.
* `quote` is empty where `quoteWithheld` is true: the sentence names a private person. It is withheld in every format.
* CSV is UTF-8 with a byte order mark; lines end in CR LF. A cell that begins with `=`, `+`, `-`, `@` or a tab has an apostrophe
  before it, so that no spreadsheet takes text of an article for a formula; take one apostrophe away to have the text to the letter.
  Parquet and Neo4j files have it so.
"""


def codebook() -> str:
    """The page, in Markdown."""
    return "\n".join([_HEAD.format(version=vocab.VERSION), *(_table(name) for name in COLUMNS)])


@cache
def words() -> dict[str, dict[str, Texts]]:
    """What the tables and those of their columns are that the ontology does not describe."""
    return tomllib.loads(files("kgraph.exports").joinpath("columns.toml").read_text("utf-8"))


def meaning(column: str) -> Texts:
    """What a column holds, in `vi` and `en`; what is said of the column itself comes before what the ontology says of the property."""
    described = {term.name: term.definitions for term in read_terms()}
    own = words()["columns"].get(column)
    return own or described[column]


def _table(name: str) -> str:
    said = words()["tables"][name]
    rows = (f"| `{column}` | {_form(column)} | {_cell(text['en'])} | {_cell(text['vi'])} |" for column, text in _columns(name))
    head = words()["heading"]["meaning"]
    heads = f"| column | form | {head['en']} | {head['vi']} |"
    return "\n".join([f"## {name}\n", f"{said['en']} {said['vi']}\n", heads, "|---|---|---|---|", *rows, ""])


def _columns(table: str) -> Iterator[tuple[str, Texts]]:
    return ((column, meaning(column)) for column in COLUMNS[table])


def _form(column: str) -> str:
    if column in INTEGERS:
        return "integer"
    if column in DECIMALS:
        return "decimal"
    return "list" if column in LISTS else "text"


def _cell(text: str) -> str:
    return " ".join(text.split()).replace("|", "\\|")
