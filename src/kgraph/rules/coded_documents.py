"""Numbers of documents without a word for their type before them, which their code tells (“triển khai thực hiện 57-NQ/TW”)."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache

from kgraph.lexicon import Entry, Lexicon
from kgraph.rules.designations import Designation, read_designation
from kgraph.scan import Page, Span

_CODED = re.compile(r"\d{1,4} ?[-–/] ?[A-ZĐ]{2,4} ?[-/]")


def coded_numbers(page: Page, taken: Sequence[Span], lexicon: Lexicon) -> Iterator[tuple[Entry, Designation]]:
    """Full numbers right behind a verb of carrying out or making known, outside the spans that are `taken`, in text order."""
    types = _types(lexicon)
    verbs = {cue.end for cue in page.of("cue") if cue.entry.concept in ("implement", "disseminate")}
    for begin in sorted(end + 1 for end in verbs):
        if page.text[begin - 1 : begin] not in (" ", "(") or not _CODED.match(page.text, begin):
            continue
        found = read_designation(page.text, begin, bare=False)
        entry = types.get(found.codes[0].upper()) if found and found.codes else None
        if found and entry and not any(b <= found.begin < e for b, e in taken):
            yield entry, found


@cache
def _types(lexicon: Lexicon) -> dict[str, Entry]:
    """The type of each code that only one type has: “QĐ” is that of decisions and of regulations."""
    entries = [e for e in lexicon.by_kind["directive"] if e.key("code") and not e.key("report")]
    counts = Counter(str(e.key("code")).upper() for e in entries)
    return {code: e for e in entries if counts[code := str(e.key("code")).upper()] == 1}
