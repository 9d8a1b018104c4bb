"""Tables of pandas."""

from __future__ import annotations

import builtins
from pathlib import Path
from typing import Any

import pytest

import kgraph
from kgraph.errors import KgraphError
from kgraph.notebook.frames import TABLES
from kgraph.notebook.graph import KnowledgeGraph

EXPORTS = Path(__file__).parents[2] / "exports"


@pytest.fixture(scope="module")
def graph() -> KnowledgeGraph:
    """The graph of the seeds."""
    return kgraph.open(EXPORTS)


@pytest.mark.parametrize("table", TABLES)
def test_a_table_has_a_row_for_each_thing(graph: KnowledgeGraph, table: str) -> None:
    pytest.importorskip("pandas")
    frame = graph.to_pandas(table)
    assert len(frame) == (len(getattr(graph, table)) if table != "facts" else len(frame)) > 0


def test_facts_have_their_sentence_and_article(graph: KnowledgeGraph) -> None:
    pytest.importorskip("pandas")
    facts = graph.to_pandas()
    shown = facts[facts["article"].notna()]
    assert set(shown["relation"]) >= {"attended", "implements", "organizes"}
    assert (shown["end"] > shown["begin"]).all()


def test_days_and_numbers_have_their_type(graph: KnowledgeGraph) -> None:
    pandas = pytest.importorskip("pandas")
    assert pandas.api.types.is_datetime64_any_dtype(graph.to_pandas("directives")["issued_on"])
    assert str(graph.to_pandas("campaigns")["year"].dtype) == "Int64"


def test_an_unknown_table_names_those_there_are(graph: KnowledgeGraph) -> None:
    with pytest.raises(KgraphError, match=r"no such table.*officials"):
        graph.to_pandas("persons")


def test_without_pandas_the_fault_says_what_to_install(graph: KnowledgeGraph, monkeypatch: pytest.MonkeyPatch) -> None:
    known = builtins.__import__

    def without(name: str, *arguments: Any, **named: Any) -> Any:
        if name == "pandas":
            raise ImportError(name)
        return known(name, *arguments, **named)

    monkeypatch.setattr(builtins, "__import__", without)
    with pytest.raises(KgraphError, match=r"kgraph\[pandas\]"):
        graph.to_pandas("officials")
