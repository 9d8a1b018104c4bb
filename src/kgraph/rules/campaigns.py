"""Which campaign is meant: the mentions of one article that name the same drive, its kind, edition, year and theme."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from kgraph.lexicon import Lexicon
from kgraph.model import Campaign, Evidence, Fact, Value
from kgraph.rules.drive_words import Drive
from kgraph.rules.organizations import Naming
from kgraph.text import fold, slug

_SAME = 0.8
_FEWEST = 2
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Movement:
    """One campaign of an article with every place that names it, bare heads included, and its facts."""

    campaign: Campaign
    drives: tuple[Drive, ...]
    facts: tuple[Fact, ...]


def find_campaigns(drives: Sequence[Drive], naming: Naming) -> tuple[Movement, ...]:
    """The campaigns of an article in the order of their first mention."""
    groups = _groups([d for d in drives if d.name], naming.lexicon)
    for drive in sorted(drives, key=lambda d: d.holder is not None):  # what names its holder may be another one than all that do not
        if drive.name is None:
            fitting = _pointed_at(drive, groups, naming)
            if len(fitting) == 1:
                groups[fitting[0]].append(drive)
            elif not fitting and (name := drive.called or _other_edition(drive, groups)):
                groups.append([replace(drive, name=name)])
    ordered = sorted((sorted(group, key=lambda d: d.begin) for group in groups), key=lambda group: group[0].begin)
    return tuple(_movement(group, naming) for group in ordered)


def _groups(named: Sequence[Drive], lexicon: Lexicon) -> list[list[Drive]]:
    groups: list[list[Drive]] = []
    for drive in named:
        drive = replace(drive, name=_without_lead(drive.name or "", lexicon))
        fitting = next((g for g in groups if _same(drive, g)), None)
        if fitting is None:
            groups.append([drive])
        else:
            fitting.append(drive)
    return groups


def _without_lead(name: str, lexicon: Lexicon) -> str:
    """A name without the verb before a kind that is part of its name (“Xây dựng Không gian văn hóa …”)."""
    low = fold(name)
    for lead in lexicon.forms("sign/name-lead"):
        rest = low.removeprefix(f"{lead} ")
        if rest != low and any(rest.startswith(form) for e in lexicon.by_kind["campaign"] if e.key("proper") for form in e.forms):
            kept = name[len(lead) + 1 :]
            return kept[:1].upper() + kept[1:]
    return name


def _same(drive: Drive, group: Sequence[Drive]) -> bool:
    """Same name in other spelling; or same kind, edition and year under nearly the same name."""
    first = group[0]
    one, other = (_WORD.findall(fold(d.name or "")) for d in (drive, first))
    if one == other or _spelled_out(drive.name or "", first.name or ""):
        return _agree(drive, group)
    if drive.entry.concept != first.entry.concept or not _agree(drive, group):
        return False
    common = len(set(one) & set(other))
    return common >= _SAME * max(len(set(one)), len(set(other))) and bool(first.edition or first.year or len(one) > 12)


def _spelled_out(one: str, other: str) -> bool:
    """Whether two names differ only by an abbreviation that one of them spells out (“ATGT”, “An toàn giao thông (ATGT)”)."""
    names = [re.sub(r" ?\([^()]*\)", "", name) for name in (one, other)]
    return _expands(names[0], names[1]) or _expands(names[1], names[0])


def _expands(short: str, full: str) -> bool:
    rest = fold(full).split()
    for word in short.split():
        size = len(word) if word.isupper() and len(word) > _FEWEST and "".join(w[0] for w in rest[: len(word)]) == fold(word) else 1
        if size == 1 and (not rest or rest[0] != fold(word)):
            return False
        rest = rest[size:]
    return not rest


def _agree(drive: Drive, group: Sequence[Drive]) -> bool:
    """Whether neither edition nor year contradicts what the group says."""
    editions, years = {d.edition for d in group if d.edition}, {d.year for d in group if d.year}
    return not (drive.edition and editions - {drive.edition}) and not (drive.year and years - {drive.year})


def _pointed_at(drive: Drive, groups: Sequence[Sequence[Drive]], naming: Naming) -> list[int]:
    """The campaigns that a bare head can point back at: those of its kind; with a year, an edition or a holder, those that it fits."""
    kind = [i for i, g in enumerate(groups) if any(d.entry.concept == drive.entry.concept and d.entry.key("short") for d in g)]
    kind = kind or [i for i, g in enumerate(groups) if any(_family(d) == _family(drive) for d in g)]
    kind = [i for i in kind if drive.whole_term == any(d.whole_term for d in groups[i])]
    if drive.holder:
        kind = [i for i in kind if _holder(groups[i], naming) == drive.holder]
    if drive.year or drive.edition:
        exact = [i for i in kind if any(d.year == drive.year and d.edition == drive.edition for d in groups[i])]
        kind = exact or [i for i in kind if _agree(drive, groups[i])]
    return kind


def _other_edition(drive: Drive, groups: Sequence[Sequence[Drive]]) -> str | None:
    """The name of the only contest of an article of which a bare head names another edition (“hội thi lần thứ V năm ngoái”)."""
    editions = [g for g in groups if _family(g[0]) == _family(drive) and any(d.edition for d in g)]
    names = {fold(g[0].name or ""): g[0].name for g in editions}
    return next(iter(names.values())) if drive.edition and len(names) == 1 else None


def _holder(group: Sequence[Drive], naming: Naming) -> str | None:
    """The unit whose own a campaign is: the one that is said, else that of the article where every place has its own."""
    said = next((d.holder for d in group if d.holder), None)
    own = any(d.entry.key("local") for d in group) or (any(d.entry.key("held") for d in group) and not any(d.whole_term for d in group))
    return said or (naming.scope.unit.key if own and naming.scope.unit else None)


def _family(drive: Drive) -> str:
    """Kinds that one text calls by either name (“hội thi”, “cuộc thi”)."""
    return str(drive.entry.key("family", drive.entry.concept))


def _movement(group: Sequence[Drive], naming: Naming) -> Movement:
    named = [d for d in group if d.name]
    best = max(named, key=lambda d: (d.entry.kind == "campaign" and bool(d.entry.key("proper")), d.quoted, -d.begin))
    edition = next((d for d in group if d.edition), None)
    year = next((d for d in named if d.year), None) or next((d for d in group if d.year and d.entry.key("yearly")), None)
    theme = next((d for d in group if d.theme), None)
    name = best.name or ""
    parts = [best.entry.vi, slug(name, limit=90)]
    parts += [f"{edition.edition}"] if edition else []
    parts += [f"{year.year}"] if year else []
    holder = _holder(group, naming)
    if holder or best.entry.key("local"):
        parts.append(holder.partition("/")[2] if holder else naming.mark)
    key = "campaign/" + "--".join(slug(p, limit=110) if i == 0 else p for i, p in enumerate(parts))
    also = tuple(dict.fromkeys(d.name for d in named if d.name and d.name != name))
    campaign = Campaign(
        key,
        name,
        best.entry.concept,
        edition.edition if edition else None,
        year.year if year else None,
        theme.theme if theme else None,
        also,
        holder,
        any(d.whole_term for d in group),
    )
    return Movement(campaign, tuple(group), tuple(_facts(key, edition, year, theme)))


def _facts(key: str, edition: Drive | None, year: Drive | None, theme: Drive | None) -> Iterator[Fact]:
    if edition:
        yield Fact(key, "edition", Value(str(edition.edition), "integer"), Evidence(edition.begin, edition.end, "campaigns.edition", 0.95))
    if year:
        yield Fact(key, "year", Value(str(year.year), "integer"), Evidence(year.begin, year.end, "campaigns.year", 0.9))
    if theme and theme.theme:
        yield Fact(key, "theme", Value(theme.theme, "langString"), Evidence(theme.begin, theme.end, "campaigns.theme", 0.95))
