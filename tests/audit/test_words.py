"""Which words of the lexicon stand in an article, and in the words of a finding."""

from __future__ import annotations

from kgraph.audit.words import Words
from kgraph.extract import Extractor


def test_words_of_the_scan_and_function_words_are_seen(trace, extractor: Extractor) -> None:
    traced = trace("Đồng chí Lê Văn An, Bí thư Quận ủy Đống Đa. Bí thư của quận khác đi vắng.")
    uses = [(u.entry.id, u.read) for u in Words(extractor.lexicon).uses(traced)]
    assert ("role/bi-thu", True) in uses and ("role/bi-thu", False) in uses
    assert ("sign/of", False) in uses
    assert {entry for entry, _ in uses} <= set(extractor.lexicon.by_id)


def test_the_entries_are_those_of_the_lexicon(trace, extractor: Extractor) -> None:
    for use in Words(extractor.lexicon).uses(trace("Hội nghị của quận và của phường.")):
        assert use.entry is extractor.lexicon.by_id[use.entry.id]
