"""Which of the forms on offer a client wants, by the Accept header of RFC 9110."""

from __future__ import annotations

from collections.abc import Iterable, Sequence


def chosen(accept: str, offered: Sequence[str]) -> str | None:
    """The media type that the client likes best, of equals the first on offer; none where it takes none of them.

    >>> kinds = ("text/turtle", "application/ld+json", "text/html")
    >>> chosen("text/html,application/xhtml+xml,*/*;q=0.8", kinds), chosen("", kinds)
    ('text/html', 'text/turtle')
    >>> chosen("application/*", kinds), chosen("image/png", kinds)
    ('application/ld+json', None)
    """
    ranges = list(_ranges(accept)) or [("*/*", 1.0)]
    rated = [(_quality(kind, ranges), kind) for kind in offered]
    best = max((quality for quality, _ in rated), default=0.0)
    return next((kind for quality, kind in rated if quality == best), None) if best > 0 else None


def _ranges(accept: str) -> Iterable[tuple[str, float]]:
    for part in accept.lower().split(","):
        kind, *parameters = (piece.strip() for piece in part.split(";"))
        if "/" in kind:
            yield kind, _weight(parameters)


def _weight(parameters: Iterable[str]) -> float:
    text = next((p[2:] for p in parameters if p.startswith("q=")), "1")
    try:
        return min(max(float(text), 0.0), 1.0)
    except ValueError:
        return 0.0


def _quality(kind: str, ranges: Iterable[tuple[str, float]]) -> float:
    """What the most exact range that fits says."""
    fits = {name: quality for name, quality in ranges if name in (kind, kind.partition("/")[0] + "/*", "*/*")}
    return fits[max(fits, key=lambda name: (name == kind, name != "*/*"))] if fits else 0.0
