"""What is drawn and counted: classes and relations by an allow-list, so that evidence never becomes a hub.

A picture of everything the store holds shows the bookkeeping (statements, holdings), not the people and bodies.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from kgraph.settings import NAMESPACE

CLASSES: Final = ("Official", "Person", "Organization", "AdministrativeUnit", "Venue", "Directive", "Campaign", "Event")
"""Classes of entities; the first that fits names a node, so the narrower one stands first."""

OTHER_CLASS: Final = "Thing"
BOOKKEEPING: Final = frozenset({"Statement", "PositionHolding"})
ARTICLE_CLASS: Final = "Article"
POSITION: Final = "hasPosition"
MENTIONS: Final = "mentions"


@dataclass(frozen=True, slots=True)
class Relation:
    """A relation between entities by its name in the vocabulary, and the wider one that it implies."""

    name: str
    wider: str | None = None

    @property
    def iri(self) -> str:
        """The full name.

        >>> Relation("chaired", "attended").iri
        'https://w3id.org/kgraph-vn/ns#chaired'
        """
        return NAMESPACE + self.name


RELATIONS: Final = (
    Relation("attended"),
    Relation("chaired", "attended"),
    Relation("directedAt", "attended"),
    Relation("spokeAt", "attended"),
    Relation("presentedAt", "attended"),
    Relation("organizes"),
    Relation("heldAt"),
    Relation("implements"),
    Relation("continues", "implements"),
    Relation("launchesCampaign"),
    Relation("partOfCampaign"),
    Relation("conducts"),
    Relation("launched", "conducts"),
    Relation("runsCampaign"),
    Relation("localVersionOf"),
    Relation("editionOf"),
    Relation("issuedBy"),
    Relation("parentOrganization"),
    Relation("hasJurisdictionOver"),
    Relation("within"),
)
"""Relations between entities, in the order in which they are listed for a reader."""

BACKGROUND: Final = ("parentOrganization", "hasJurisdictionOver", "within")
"""Relations that lead from what an article names to what everybody knows of it."""


def narrowest(names: frozenset[str]) -> frozenset[str]:
    """The names that no other of them implies.

    >>> sorted(narrowest(frozenset({"attended", "chaired", "spokeAt", "organizes"})))
    ['chaired', 'organizes', 'spokeAt']
    """
    implied = {relation.wider for relation in RELATIONS if relation.name in names}
    return names - implied
