"""The score of a graph against a folder of gold facts."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from kgraph.errors import KgraphError
from kgraph.scoring.comparison import compare
from kgraph.scoring.fitting import Gold
from kgraph.scoring.grounding import Grounding, ground, read_texts
from kgraph.scoring.reading import RELATIONS, Reading, read_article, read_background
from kgraph.scoring.tally import Figures, ScoreItem, Tally
from kgraph.store.graph import Graph

ENTITY_ROWS = ("officials", "positions", "organizations", "places", "directives", "campaigns", "events")
VALUE_ROWS = ("position.status", "directive.date", "event.date", "campaign.edition")
RELATION_ROWS = tuple(f"rel.{name}" for name in RELATIONS)


@dataclass(frozen=True, slots=True)
class ScoreReport:
    """Figures per class of fact and for ENTITIES and RELATIONS together; every right item and every error; what was found but counts
    neither way, since the gold holds it for optional (some of it may be false); how the evidence stands, if it was asked; how many
    articles were scored, and which the graph lacks (all their facts count as missed); the fingerprint of the gold."""

    figures: Mapping[str, Figures]
    right: tuple[ScoreItem, ...]
    errors: tuple[ScoreItem, ...]
    uncounted: tuple[ScoreItem, ...]
    grounding: Grounding | None
    scored: int
    missing: tuple[str, ...]
    gold_sha256: str

    @property
    def sound(self) -> bool:
        """Whether every article is in the graph and, if it was asked, every fact has its evidence."""
        return not self.missing and (self.grounding is None or self.grounding.sound)

    def as_json(self) -> dict[str, Any]:
        """The report without its items, as plain values for JSON; how many quotes are withheld only where any is."""
        figures: dict[str, Any] = {name: asdict(row) for name, row in self.figures.items()}
        evidence = {"grounding": self.grounding.as_json()} if self.grounding else {}
        return figures | evidence | {"articles": {"scored": self.scored, "missing": list(self.missing)}}


def score(nquads: Path, gold: Path, *, articles: Path | None = None) -> ScoreReport:
    """How the graph `nquads` stands against the gold facts of a folder (one JSON file per article).

    `articles` (a folder of `ID.txt`, or JSONL with `id` and `text`) lets the quotes be checked against the texts. Raises KgraphError
    where the graph, the gold or the articles cannot be read.
    """
    texts = read_texts(articles) if articles else None
    facts = [read_gold(path) for path in sorted(gold.glob("*.json"))]
    if not facts:
        raise KgraphError("no gold facts", where=str(gold), mend="name a folder with one .json file per article")
    graph = Graph.load(nquads)
    background, tally = read_background(graph), Tally()
    for one in facts:
        article = background.articles.get(one["id"])
        compare(one, read_article(graph, background, article) if article else Reading(), tally)
    missing = tuple(one["id"] for one in facts if one["id"] not in background.articles)
    kinds = {kind: tally.figures(kind) for kind in (*ENTITY_ROWS, *VALUE_ROWS, *RELATION_ROWS) if tally.seen(kind)}
    return ScoreReport(
        figures=kinds | {"ENTITIES": tally.figures(*ENTITY_ROWS), "RELATIONS": tally.figures(*RELATION_ROWS)},
        right=tuple(sorted(tally.right)),
        errors=tuple(sorted(tally.errors)),
        uncounted=tuple(sorted(tally.uncounted)),
        grounding=None if texts is None else ground(graph, background, texts),
        scored=len(facts) - len(missing),
        missing=missing,
        gold_sha256=fingerprint(gold),
    )


def fingerprint(gold: Path) -> str:
    """A hash of the gold files of a folder, by name and content."""
    digest = hashlib.sha256()
    for path in sorted(gold.glob("*.json")):
        digest.update(path.name.encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()


def read_gold(path: Path) -> Gold:
    """The gold facts of one article; KgraphError where the file is not what `kgraph score` reads."""
    try:
        facts: Any = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise KgraphError(f"cannot read gold facts: {error}", where=str(path), mend="write it as one JSON object") from error
    if not isinstance(facts, dict) or not isinstance(facts.get("id"), str) or not isinstance(facts.get("places"), list):
        raise KgraphError("gold facts without `id` and `places`", where=str(path), mend="write it as the other files of its folder")
    return facts
