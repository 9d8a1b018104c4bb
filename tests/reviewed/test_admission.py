"""The last look at the lines of an output: what must stand nowhere ends the build."""

import pytest

from kgraph import vocab
from kgraph.errors import ReviewError
from kgraph.model import Article, Issue
from kgraph.reviewed.admission import admitted, proven, without
from kgraph.reviewed.entries import Suppression
from kgraph.sources.outcomes import Refusal


def suppressed(**values: object) -> list[Suppression]:
    signed = {"by": "LH", "date": "2026-01-02", "reason": "so", "place": "suppressions.toml:1"}
    return [Suppression.model_validate({"name": "Lê Văn Hùng", **signed, **values})]


@pytest.mark.parametrize(
    "line",
    [
        '<x> <y> "gặp Lê Văn\\nHùng"@vi <g> .',
        '<x> <y> "L\\u00EA V\\u0103n H\\u00F9ng" <g> .',
        '<x> <y> "tin/L%C3%AA-V%C4%83n-H%C3%B9ng"^^<z> <g> .',
        '<x> <y> "le van hung" <g> .',
        "<x> <y> <id/official/le6-van8-hung2--quan-uy-x> <g> .",
    ],
)
def test_a_name_in_a_quad_ends_the_build_without_naming_it(line: str) -> None:
    with pytest.raises(ReviewError) as fault:
        list(proven([line], suppressed(), quads=True))
    assert "Hùng" not in str(fault.value)
    assert fault.value.where == "suppressions.toml:1"


@pytest.mark.parametrize(
    "line",
    [
        f'<x> <{vocab.ASCII_LABEL}> "le van hung" <g> .',
        "<x> <y> <id/organization/truong-thcs-le-van-hung> <g> .",
        '<x> <y> "Lê Văn Hưng"@vi <g> .',
    ],
)
def test_what_can_be_other_peoples_passes(line: str) -> None:
    assert list(proven([line], suppressed(), quads=True)) == [line]


def test_a_decision_with_a_limit_is_not_looked_for_everywhere() -> None:
    assert list(proven(["Lê Văn Hùng"], suppressed(post="Bí thư"), quads=False)) == ["Lê Văn Hùng"]


def test_what_comes_in_is_renamed_where_it_holds_the_name() -> None:
    came = [
        Article(id="le-van-hung", text="a", url="https://example.org/levanhung"),
        Article(id="b", text="b", url="https://example.org/b"),
        Refusal("tin/Lê Văn Hùng.pdf", "format", "a file of another kind"),
        Issue("metadata", "no address: /Lê Văn Hùng", "", place="tin/le_van_hung.jsonl:3"),
    ]
    first, second, refusal, issue = admitted(came, suppressed())
    assert isinstance(first, Article)
    assert isinstance(refusal, Refusal)
    assert isinstance(issue, Issue)
    assert (first.id, first.url) == ("withheld-ca978112ca1b", None)
    assert second is came[1]
    assert (refusal.place, issue.place, issue.message) == ("tin/withheld", "tin/withheld:3", "withheld")


def test_background_loses_what_bears_the_name_and_what_is_said_with_it() -> None:
    quads = [
        '<id/unit/xa-le-van-hung> <label> "Xã Lê Văn Hùng"@vi <g> .',
        "<id/unit/xa-le-van-hung> <type> <Unit> <g> .",
        "<id/unit/x> <succeededBy> <id/unit/xa-le-van-hung> <g> .",
        '<id/unit/x> <label> "Xã Lê Văn Hưng"@vi <g> .',
    ]
    assert list(without(quads, suppressed())) == quads[3:]
    assert list(without(quads, suppressed(articles=["1"]))) == quads
