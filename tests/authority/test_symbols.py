"""Symbols of document types: what the letters in a number stand for, and when they do not tell."""

from __future__ import annotations

from pathlib import Path

import pytest

from kgraph.authority import open_authority
from kgraph.authority.symbols import load_symbols
from kgraph.errors import AuthorityError
from kgraph.lexicon import load_lexicon

LEXICON = load_lexicon()
AUTHORITY = open_authority(LEXICON)
SMALL = (
    '[[system]]\nid = "s"\nvalid_from = 2020-03-05\nact = "Nghị định"\n\n[[symbol]]\nsystems = ["s"]\nsymbol = "KH"\ntypes = ["ke-hoach"]\n'
)


@pytest.mark.parametrize(
    ("symbol", "on", "party", "types"),
    [
        ("KH", "2024-03-19", None, ("ke-hoach",)),
        ("ctr", "2024-03-19", True, ("chuong-trinh", "chuong-trinh-hanh-dong")),
        ("QĐ", "2026-01-08", True, ("quyet-dinh", "quy-dinh")),
        ("QĐ", "2026-01-09", True, ("quyet-dinh", "quy-dinh")),
        ("QĐi", "2018-10-25", True, ("quy-dinh",)),
        ("QĐi", "2026-01-09", True, ()),
        ("QyĐ", "2024-03-19", False, ("quy-dinh",)),
        ("TT", "2024-03-19", True, ("thong-tri",)),
        ("TT", "2024-03-19", False, ("thong-tu",)),
        ("NĐ", None, None, ("nghi-dinh",)),
        ("XX", None, None, ()),
    ],
)
def test_letters_stand_for_types_of_a_system_and_a_day(symbol: str, on: str | None, party: bool | None, types: tuple[str, ...]) -> None:
    assert AUTHORITY.symbols.types(symbol, on=on, party=party) == types


def test_letters_for_several_types_are_marked() -> None:
    assert {"QĐ", "TB"} <= {entry.symbol for entry in AUTHORITY.symbols.all if entry.ambiguous}


def test_the_symbol_of_every_listed_document_of_the_party_allows_its_type() -> None:
    for document in AUTHORITY.documents.all:
        if document.designation and document.issuer.system == "party" and document.issued >= "2017-02-06":
            symbol = document.designation.partition("-")[2].partition("/")[0]
            assert document.document_type in AUTHORITY.symbols.types(symbol, on=document.issued, party=True), document.key


@pytest.mark.parametrize(
    ("content", "place"),
    [
        (SMALL + "\n" + SMALL.partition("\n\n")[2], "document-types.toml:6 and document-types.toml:11"),
        (SMALL.replace('["ke-hoach"]', '["mong-uoc"]'), "document-types.toml:6"),
        (SMALL.replace('["s"]', "[]"), "document-types.toml:6"),
        (SMALL.replace("valid_from = 2020-03-05\n", ""), "document-types.toml:1"),
        (SMALL.replace("valid_from = 2020-03-05", "valid_from = 2020-03-05\nvalid_to = 2019-01-01"), "document-types.toml:1"),
    ],
)
def test_a_fault_names_its_file_and_line(content: str, place: str, tmp_path: Path) -> None:
    path = tmp_path / "document-types.toml"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(AuthorityError) as fault:
        load_symbols(path, LEXICON)
    assert fault.value.where == place
