"""What may belong to a chain though no article says that it does: shown apart, never as a hop."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from kgraph.analysis.entities import Entity
from kgraph.analysis.evidence import Statement
from kgraph.analysis.when import When, lag, when
from kgraph.analysis.whole import Whole
from kgraph.text import ascii_label

_ALIKE = 0.6
_FEWEST = 3
"""Fewer pairs of words than these are no name of a campaign, but its kind."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A thing that may be a hop below a document: it implements what may be the document (`may-be`, with the statement of the doubt in
    `doubt`), or its own title names a campaign that implements the document (`same-campaign`). `through` is that citation or campaign."""

    entity: Entity
    reason: Literal["may-be", "same-campaign"]
    through: Entity
    when: When
    lag: int | None
    issuer: tuple[Entity, ...]
    evidence: tuple[Statement, ...]
    doubt: tuple[Statement, ...] = ()


def may_be(whole: Whole, document: Entity, shown: set[str]) -> Iterator[Candidate]:
    """What implements a citation that may be the document."""
    for citation in whole.subjects(document.iri, "mayBe"):
        for other in whole.subjects(citation, "implements"):
            if other not in shown and other in whole.entities and citation in whole.entities:
                doubt = whole.statements(citation, "mayBe", document.iri)
                said = whole.statements(other, "implements", citation)
                yield _candidate(whole, document, whole.entities[other], "may-be", whole.entities[citation], said, doubt)


def same_campaign(whole: Whole, document: Entity, campaigns: Iterable[Entity], shown: set[str]) -> Iterator[Candidate]:
    """Documents, no earlier than this one, whose title names a campaign that implements it, told by an article that names both."""
    for campaign in campaigns:
        articles = whole.subjects(campaign.iri, "mentions", "reportsOn")
        named = sorted({thing for article in articles for thing in whole.objects(article, "mentions")} - shown)
        for other in (whole.entities[iri] for iri in named if iri in whole.entities):
            late = when(other).first >= when(document).first > ""
            tied = whole.objects(other.iri, "implements", "continues")
            if other.class_name == "Directive" and late and not tied and _names(other, campaign):
                said = tuple(s for body in whole.objects(other.iri, "issuedBy") for s in whole.statements(other.iri, "issuedBy", body))
                yield _candidate(whole, document, other, "same-campaign", campaign, said)


def _candidate(
    whole: Whole,
    document: Entity,
    other: Entity,
    reason: Literal["may-be", "same-campaign"],
    through: Entity,
    said: tuple[Statement, ...],
    doubt: tuple[Statement, ...] = (),
) -> Candidate:
    bodies = whole.objects(other.iri, "issuedBy") or whole.subjects(other.iri, "organizes", "conducts")
    issuer = tuple(whole.entities[body] for body in bodies if body in whole.entities)
    return Candidate(other, reason, through, when(other), lag(when(document), when(other)), issuer, said, doubt)


def _names(document: Entity, campaign: Entity) -> bool:
    wanted = _pairs(campaign.label)
    title = _pairs(" ".join(value.value for value in document.properties if value.name == "title"))
    return len(wanted) >= _FEWEST and len(wanted & title) >= _ALIKE * len(wanted)


def _pairs(text: str) -> set[tuple[str, str]]:
    words = "".join(c if c.isalnum() else " " for c in ascii_label(text)).split()
    return set(pairwise(words))
