"""The entries of the three files. Each says by whom, when and why it was decided, and where it stands (`identity.toml:12`)."""

from __future__ import annotations

import datetime
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, model_validator

Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]

WITHHELD = "withheld"
"""What stands in the place of an identifier, a file name or a message that holds a suppressed name."""


class Entry(BaseModel):
    """What every entry says beside what it decides."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    by: Text
    date: datetime.date
    reason: Text
    place: str = ""


class Node(BaseModel):
    """A thing by its key (`official/...`), in all articles or only as some of them name it (their identifiers)."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    node: Text
    articles: frozenset[Text] = frozenset()

    def fits(self, article: str, key: str) -> bool:
        """Whether it is what an article calls by a key.

        >>> Node(node="official/a", articles=["001"]).fits("001", "official/a"), Node(node="official/a").fits("002", "official/a")
        (True, True)
        """
        return key == self.node and (not self.articles or article in self.articles)

    def overlaps(self, other: Node) -> bool:
        """Whether one article can call both by one key."""
        free = not self.articles or not other.articles
        return self.node == other.node and (free or not self.articles.isdisjoint(other.articles))


class Identity(Entry):
    """Things that are one (`same`), or of which no two are one (`different`)."""

    verdict: Literal["same", "different"]
    nodes: tuple[Node, ...] = Field(min_length=2)

    @model_validator(mode="before")
    @classmethod
    def _plain_nodes(cls, values: dict[str, object]) -> dict[str, object]:
        nodes = values.get("nodes")
        if not isinstance(nodes, list):
            return values
        return values | {"nodes": [{"node": node} if isinstance(node, str) else node for node in nodes]}


class Correction(Entry):
    """A statement that is wrong, by its IRI, or by subject, predicate and object or value; dropped, or with another object or value."""

    source: Text
    statement: Text | None = None
    subject: Text | None = None
    predicate: Text | None = None
    object: Text | None = None
    value: Text | None = None
    article: Text | None = None
    drop: bool = False
    new_object: Text | None = None
    new_value: Text | None = None

    @model_validator(mode="after")
    def _one_way(self) -> Correction:
        triple = (self.subject, self.predicate, self.object or self.value)
        if self.statement is None and not all(triple):
            raise ValueError("name the statement by its IRI, or by subject, predicate and object or value")
        if self.statement is not None and any((*triple, self.article)):
            raise ValueError("the IRI of the statement is enough: leave out subject, predicate, object, value, article")
        if self.object and self.value:
            raise ValueError("a statement has an object or a value, not both")
        if [self.drop, bool(self.new_object), bool(self.new_value)].count(True) != 1:
            raise ValueError("say one of drop = true, new_object, new_value")
        return self


class Suppression(Entry):
    """A name, or a thing by its IRI, that must stand in no output: everywhere, or in some articles, or where the bearer has a post."""

    name: Text | None = None
    also: tuple[Text, ...] = ()
    iri: Text | None = None
    articles: frozenset[Text] = frozenset()
    post: Text | None = None

    @model_validator(mode="after")
    def _one_target(self) -> Suppression:
        if (self.name is None) == (self.iri is None):
            raise ValueError("say either name or iri")
        if self.iri and (self.also or self.post):
            raise ValueError("`also` and `post` go with `name` only")
        if any(len(name.split()) < 2 for name in self.names):
            raise ValueError("a name has two syllables or more: one alone would hide half of all articles")
        return self

    @property
    def names(self) -> tuple[str, ...]:
        """The name with its other spellings."""
        return (self.name, *self.also) if self.name else ()

    @property
    def everywhere(self) -> bool:
        """Whether the name must be absent from every byte, whoever bears it."""
        return self.name is not None and not self.articles and not self.post

    def within(self, article: str) -> bool:
        """Whether it speaks of an article."""
        return not self.articles or article in self.articles
