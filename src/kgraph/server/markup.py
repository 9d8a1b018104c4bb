"""HTML made of elements: whatever is not an element is text, and is escaped."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape


class Html(str):
    """Text that is HTML already."""

    __slots__ = ()


Content = str | Html | Iterable["Content"] | None

_VOID = frozenset({"br", "input", "link", "meta"})


def element(tag: str, /, *content: Content, **attributes: str | bool | None) -> Html:
    """An element with its content and attributes; those that are None or False are left out, `class_` is `class`, `data_x` is `data-x`.

    >>> print(element("a", "1 < 2 ", element("b", "&"), href="/?a=1&b=2", class_="x", hidden=False))
    <a href="/?a=1&amp;b=2" class="x">1 &lt; 2 <b>&amp;</b></a>
    """
    said = "".join(_attribute(key, value) for key, value in attributes.items() if value is not None and value is not False)
    return Html(f"<{tag}{said}>" if tag in _VOID else f"<{tag}{said}>{joined(content)}</{tag}>")


def joined(content: Content) -> Html:
    """Elements and texts one after the other."""
    if content is None:
        return Html("")
    if isinstance(content, str):
        return content if isinstance(content, Html) else Html(escape(content))
    return Html("".join(joined(part) for part in content))


def _attribute(key: str, value: str | bool) -> str:
    name = key.rstrip("_").replace("_", "-")
    return f" {name}" if value is True else f' {name}="{escape(str(value))}"'
