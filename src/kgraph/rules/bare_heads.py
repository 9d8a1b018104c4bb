"""A kind of body behind a role, without its name (“Giám đốc Sở Trịnh Văn An”): the body is one that the article speaks of."""

from __future__ import annotations

import re
from dataclasses import dataclass

from kgraph.lexicon import Entry, Lexicon
from kgraph.rules.bodies import BodyIndex, Draft
from kgraph.scan import Mention, Page
from kgraph.text import fold

_MOST = 5
_STOP = re.compile(r" ?(?:[.,;:)\n]|$)")
_NEXT = re.compile(r" ([^\W\d_]+)")


@dataclass(frozen=True, slots=True)
class BareHead:
    """The kind of body, as an entry, and where its word ends."""

    entry: Entry
    end: int


def bare_head(page: Page, role: Mention, draft: Draft | None, index: BodyIndex, lexicon: Lexicon) -> BareHead | None:
    """The word for a kind of body behind a role that no name of a body follows, but a person's, a small word or a stop; else None.

    `draft` is the body that was read there: what it takes for the body's own name may be the person's.
    """
    if draft is not None:
        field = page.at("field", draft.end - len(draft.tail))  # “Sở Công Thương” begins like a name
        own = not (draft.placed or draft.parent or field) and _needs_name(draft.entry) and _is_name(draft.tail, lexicon)
        return BareHead(draft.entry, draft.end - len(draft.tail) - 1) if own else None
    head = index.heads.get(role.end + 1) or index.heads.get(role.end - len(str(role.entry.key("shares", ""))))
    if head is None or not (_needs_name(head.entry) or _is_alone(page, head)):
        return None
    following = _NEXT.match(page.text, head.end)
    named = following is not None and following[1][0].isupper() and fold(following[1]) not in lexicon.forms("person/surname")
    return None if named else BareHead(head.entry, head.end)


def is_of_kind(body: Entry, head: Entry) -> bool:
    """Whether a kind of body is one that the word stands for: it begins with it (“Ban Tuyên giáo” is a “Ban”).

    One whose members sit in the body above it has no head of its own (“Ban Thường vụ” has no “Trưởng ban”).
    """
    return not body.key("seat_in_parent") and (body.id == head.id or fold(body.vi).startswith(f"{fold(head.vi)} "))


def _is_alone(page: Page, head: Mention) -> bool:
    """Whether a word for an enterprise or a school ends a clause, so that no name of one follows (“Tổng Giám đốc Công ty.”)."""
    return bool(head.entry.key("needs_tail")) and _STOP.match(page.text, head.end) is not None


def _needs_name(entry: Entry) -> bool:
    """Whether a kind is that of an office or a section, which its field names; an enterprise or a school can bear a person's name."""
    return bool(entry.key("needs_tail") or entry.key("of_event")) and entry.key("shape") in ("body", "section")


def _is_name(tail: str, lexicon: Lexicon) -> bool:
    """Whether the words behind the head are a person's name."""
    words = tail.split()
    titled = all(word.istitle() for word in words)
    return 1 < len(words) <= _MOST and titled and fold(words[0]) in lexicon.forms("person/surname")
