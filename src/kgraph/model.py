"""The central types. An Article comes in, Findings go out; everything between is a finished, frozen value.

Offsets are half-open code-point offsets, from 0. Offsets of a Page and its Mentions count in the cleaned text of the page;
Evidence counts in the article's own text. Keys are the part of a resource's IRI after `<base>id/` (`organization/quan-uy-dong-da`).
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal

from pydantic import BaseModel, ConfigDict

HoldingStatus = Literal["held", "former", "appointed"]
Datatype = Literal["string", "date", "integer", "decimal", "langString", "boolean"]


class Article(BaseModel):
    """One text as it came, with the metadata that came with it. `text` is NFC with `\\n` line ends."""

    model_config = ConfigDict(frozen=True)

    id: str
    text: str
    published: str | None = None
    url: str | None = None
    source: str | None = None
    also_as: tuple[str, ...] = ()

    @cached_property
    def sha256(self) -> str:
        """Hash of the text as UTF-8, in hex.

        >>> Article(id="a", text="").sha256[:8]
        'e3b0c442'
        """
        return hashlib.sha256(self.text.encode("utf-8")).hexdigest()


@dataclass(frozen=True, slots=True)
class Evidence:
    """Where an article says something, which rule read it, how sure that rule is (0..1); `withheld` if the words name a citizen."""

    begin: int
    end: int
    rule: str
    confidence: float
    withheld: bool = False


@dataclass(frozen=True, slots=True)
class Value:
    """A literal object of a fact: lexical form and datatype (`langString` is Vietnamese)."""

    lexical: str
    datatype: Datatype = "string"


@dataclass(frozen=True, slots=True)
class Fact:
    """One triple between keys, or from a key to a value, with its evidence."""

    subject: str
    predicate: str
    object: str | Value
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Unit:
    """An administrative unit as constituted between two days (ISO; None where open or unknown)."""

    key: str
    name: str
    label: str
    level: Literal["province", "district", "commune"]
    designation: str
    within: str | None = None
    valid_from: str | None = None
    valid_to: str | None = None


@dataclass(frozen=True, slots=True)
class Organization:
    """A body: label “Quận ủy Đống Đa”, kind a concept of scheme organization-kind, the unit of its name or of its parent's, if any."""

    key: str
    label: str
    kind: str
    parent: Organization | None = None
    jurisdiction: Unit | None = None
    aliases: tuple[str, ...] = ()
    place: Unit | None = None


@dataclass(frozen=True, slots=True)
class Holding:
    """One person in one role of one body; `observed` is an ISO day or None; `role` a concept of scheme role.

    `since` and `until` (EDTF: “1992-10”) bound the time for which the article tells the post, where it does; `since_said` and `until_said`
    are the words that say so. `label` (“Bí thư, Tỉnh ủy Nam Định”) is that of a post which a life tells, whose words need not name anybody.
    """

    key: str
    role: str
    organization: Organization | None
    status: HoldingStatus
    observed: str | None
    evidence: tuple[Evidence, ...]
    since: str | None = None
    until: str | None = None
    since_said: Evidence | None = None
    until_said: Evidence | None = None
    label: str | None = None


@dataclass(frozen=True, slots=True)
class Official:
    """A person shown with a public position or taking part in an official event."""

    key: str
    label: str
    holdings: tuple[Holding, ...] = ()
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Directive:
    """A formal document; `document_type` a concept of scheme document-type."""

    key: str
    label: str
    document_type: str
    designation: str | None = None
    title: str | None = None
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Campaign:
    """A named drive; `kind` a concept of scheme campaign-kind.

    `holder` is the key of the unit whose own it is; `whole_term` a theme for a term of the Party (“Chuyên đề toàn khóa”).
    """

    key: str
    label: str
    kind: str
    edition: int | None = None
    year: int | None = None
    theme: str | None = None
    aliases: tuple[str, ...] = ()
    holder: str | None = None
    whole_term: bool = False


@dataclass(frozen=True, slots=True)
class When:
    """A date as said (`text`), as known (`edtf`), as bounds (ISO days or None), and how the year was found."""

    text: str
    edtf: str
    start: str | None
    end: str | None
    resolution: str
    part_of_day: str | None = None


@dataclass(frozen=True, slots=True)
class Event:
    """A dated or clearly single occurrence; `kind` a concept of scheme event-kind."""

    key: str
    label: str
    kind: str
    when: When | None = None
    modality: Literal["occurred", "planned"] = "occurred"


@dataclass(frozen=True, slots=True)
class Issue:
    """A doubt or a refusal: code, message in English, place in the article (offsets) or in the input."""

    code: str
    message: str
    article: str
    begin: int | None = None
    end: int | None = None
    place: str | None = None


@dataclass(frozen=True, slots=True)
class Findings:
    """All that one article says, ready to be written; `prose` are the spans of its text without the page around it."""

    article: Article
    title: str | None = None
    published: str | None = None
    byline: str | None = None
    about: Unit | None = None
    units: tuple[Unit, ...] = ()
    organizations: tuple[Organization, ...] = ()
    officials: tuple[Official, ...] = ()
    directives: tuple[Directive, ...] = ()
    campaigns: tuple[Campaign, ...] = ()
    events: tuple[Event, ...] = ()
    facts: tuple[Fact, ...] = ()
    issues: tuple[Issue, ...] = field(default=())
    prose: tuple[tuple[int, int], ...] = ()

    def entity_keys(self) -> tuple[str, ...]:
        """The keys of all entities, by class, in the order of first mention."""
        entities: tuple[Unit | Organization | Official | Directive | Campaign | Event, ...]
        entities = (*self.units, *self.organizations, *self.officials, *self.directives, *self.campaigns, *self.events)
        return tuple(entity.key for entity in entities)
