"""When numbers of the Party begin anew, and what is said where the list is not well formed."""

from __future__ import annotations

from pathlib import Path

import pytest

from kgraph.authority import open_authority
from kgraph.authority.terms import load_terms
from kgraph.errors import AuthorityError
from kgraph.lexicon import load_lexicon

TERMS = open_authority(load_lexicon()).terms
ROUND = """[[round]]
commune = [2020-01-01, 2020-08-31]
district = [2020-04-01, 2020-08-31]
province = [2020-07-01, 2020-10-31]
source = 'x'
"""


@pytest.mark.parametrize(
    ("level", "one", "other", "parted"),
    [
        ("centre", "2016-01-10", "2016-02-10", True),
        ("centre", "2016-04-04", "2020-12-31", False),
        ("district", "2016-09-19", "2021-10-05", True),
        ("district", "2021-10-05", "2016-09-19", True),
        ("district", "2020-09-01", "2025-03-31", False),
        ("district", "2020-05-01", "2020-06-01", None),
        ("province", "2020-05-01", "2020-06-01", False),
        ("commune", "2025-07-15", "2025-12-10", None),
        ("hamlet", "2016-09-19", "2021-10-05", False),
    ],
)
def test_a_congress_lies_between_two_days_or_may(level: str, one: str, other: str, parted: bool | None) -> None:
    assert TERMS.parted(level, one, other) is parted


def test_a_term_goes_from_congress_to_congress() -> None:
    assert TERMS.within(13, "2021-02-02")
    assert not TERMS.within(13, "2026-02-02")
    assert TERMS.known(14)
    assert not TERMS.known(23)


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("[[congress]]\nordinal = 13\nfirst = 2021-01-25\nsource = 'x'\n", "without `ordinal`, `first` and `last`"),
        (ROUND.replace("[2020-04-01, 2020-08-31]", "[2020-04-01]"), "`district` is not a first and a last day"),
        (ROUND.replace("2020-10-31", "2019-10-31"), "before"),
        (ROUND.replace("source = 'x'\n", ""), "without `source`"),
    ],
)
def test_a_fault_is_named_with_its_line(content: str, message: str, tmp_path: Path) -> None:
    (tmp_path / "terms.toml").write_text(content, encoding="utf-8")
    with pytest.raises(AuthorityError, match=message) as fault:
        load_terms(tmp_path / "terms.toml")
    assert "terms.toml:1" in str(fault.value)
