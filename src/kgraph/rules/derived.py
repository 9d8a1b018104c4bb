"""What follows from an article's facts and from whom a body leads: a unit runs the campaigns that its governing bodies conduct."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from kgraph.model import Derived, Fact
from kgraph.rules.organizations import BodyMention

_CONDUCTING = ("conducts", "launched")


def derive(facts: Iterable[Fact], bodies: Sequence[BodyMention]) -> tuple[Derived, ...]:
    """runsCampaign from conducts and hasJurisdictionOver, one for each unit and campaign, with all the facts it rests on."""
    leads = {b.organization.key: b.organization.jurisdiction for b in bodies if b.organization.jurisdiction}
    resting: dict[tuple[str, str], list[Fact]] = {}
    for fact in facts:
        unit = leads.get(fact.subject)
        if fact.predicate in _CONDUCTING and unit:
            resting.setdefault((unit.key, str(fact.object)), []).append(fact)
    return tuple(Derived(unit, "runsCampaign", campaign, "runs-campaign", tuple(rows)) for (unit, campaign), rows in resting.items())
