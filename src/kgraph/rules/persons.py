"""Who is who inside one article, and by which key: the name and the principal body, never the name alone."""

from __future__ import annotations

from collections.abc import Sequence

from kgraph.rules.officials import Appearance
from kgraph.rules.titles import Position
from kgraph.text import slug, spelled

_LAST = 99


def identify(appearances: Sequence[Appearance], mark: str) -> dict[str, str]:
    """The key of each person of an article; who is shown in no body bears the `mark` of the article, since a name alone is nobody."""
    posts: dict[str, list[Position]] = {}
    names: dict[str, str] = {}
    for appearance in appearances:
        names.setdefault(appearance.person, appearance.name.name)
        posts.setdefault(appearance.person, []).extend(p for p, _ in appearance.positions)
    keys: dict[str, str] = {}
    for person, rows in posts.items():
        key = _key(names[person], rows, mark)
        keys[person] = key if key not in keys.values() else f"{key}--{sum(k.startswith(key) for k in keys.values()) + 1}"
    return keys


def _key(name: str, positions: Sequence[Position], mark: str) -> str:
    """`official/<name with its marks>--<principal body>`: a post before a seat, one beside the name first, then by rank and place."""
    held = [p for p in positions if p.organization]
    if not held:
        alone = next((p.role.concept for p in positions if p.role.key("alone")), None)
        return f"official/{slug(spelled(name))}--{alone or mark}"
    best = min(held, key=lambda p: (bool(p.role.key("membership")), p.former, p.told is not None, int(p.role.key("rank", _LAST))))
    assert best.organization is not None
    return f"official/{slug(spelled(name))}--{best.organization.key.partition('/')[2]}"
