"""Decisions at work in one build: which were met, and what a build without any does."""

from __future__ import annotations

from pathlib import Path

import pytest

from kgraph.errors import ReviewError
from kgraph.model import Article, Findings, Official
from kgraph.reviewed.deciding import Decided

BASE = "https://w3id.org/kgraph-vn/"
SIGNED = 'by = "LH"\ndate = 2026-01-02\nreason = "một người"\n'


def test_an_identity_decision_of_which_a_node_never_comes_is_told(tmp_path: Path) -> None:
    rows = [f'[[same]]\nnodes = ["official/a", "official/{other}"]\n{SIGNED}' for other in "bc"]
    (tmp_path / "identity.toml").write_text("\n".join(rows), encoding="utf-8")
    decided = Decided.read(tmp_path, base=BASE)
    for number, name in enumerate("abx"):
        shown = decided.shown(Findings(Article(id=str(number), text=""), officials=(Official(f"official/{name}", name),)))
        decided.note(str(number), shown.met, shown.spoken_of)
    assert [(issue.code, issue.place) for issue in decided.issues()] == [("decision-unused", "identity.toml:7")]
    assert decided.seen == {("0", "official/a"), ("1", "official/b")}


def test_without_decisions_everything_passes_as_it_is(tmp_path: Path) -> None:
    decided = Decided.of(None, tmp_path, base=BASE)
    findings = Findings(Article(id="a", text=""))
    lines = ["<a> <b> <c> <g> ."]
    assert decided.shown(findings).findings is findings
    assert (list(decided.known(lines)), list(decided.proven(lines)), list(decided.issues())) == (lines, lines, [])
    assert decided.digest == ""


@pytest.mark.parametrize(("run", "refused"), [('{"reviewed": "12ab"}', True), ('{"reviewed": ""}', False), ("{}", False), ("[", False)])
def test_a_build_with_decisions_is_not_replaced_by_one_without(tmp_path: Path, run: str, refused: bool) -> None:
    (tmp_path / "run.json").write_text(run, encoding="utf-8")
    if refused:
        with pytest.raises(ReviewError, match="made with human decisions"):
            Decided.of(None, tmp_path, base=BASE)
    else:
        Decided.of(None, tmp_path, base=BASE)
