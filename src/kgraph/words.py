"""The lexicon proves itself: each example sentence of an entry must show it, each wrong one must not."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kgraph.extract import open_extractor
from kgraph.lexicon import Entry, Lexicon, load_lexicon
from kgraph.model import Article
from kgraph.scan import Mention, Scanner, scan_text
from kgraph.text import fold, normalize


@dataclass(frozen=True, slots=True)
class Failure:
    """An example that does not show its entry, or a wrong one that does."""

    entry: Entry
    sentence: str
    expected: bool

    def __str__(self) -> str:
        said = "is not found in" if self.expected else "is found in"
        return f"{self.entry.place}: {self.entry.id} {said} “{self.sentence}”"


def check(lexicon: Lexicon | None = None) -> Iterator[Failure]:
    """Every example of the lexicon that fails, and every entry without an example; nothing where all is well.

    >>> list(check())
    []
    """
    lexicon = lexicon or load_lexicon()
    scanner = Scanner(lexicon)
    for entry in lexicon.entries:
        if not entry.examples:
            yield Failure(entry, "", True)
        for sentence in entry.examples:
            if not _shows(sentence, entry, scanner):
                yield Failure(entry, sentence, True)
        for sentence in entry.wrong:
            if _shows(sentence, entry, scanner):
                yield Failure(entry, sentence, False)


def _shows(sentence: str, entry: Entry, scanner: Scanner) -> bool:
    """Whether the scan finds the entry in a sentence; a function word, which no scan looks for, must stand in it as a word."""
    text = normalize(sentence)
    if not entry.key("scan", True):
        padded = f" {fold(text)} "
        return any(_as_word(form, padded) for form in entry.forms)
    page = scan_text(Article(id="example", text=text), scanner)
    return any(m.entry is entry for m in page.of(entry.kind))


def _as_word(form: str, padded: str) -> bool:
    at = padded.find(form)
    while at >= 0:
        if not (padded[at - 1].isalnum() and form[0].isalnum()) and not (padded[at + len(form)].isalnum() and form[-1].isalnum()):
            return True
        at = padded.find(form, at + 1)
    return False


def trial(text: str) -> tuple[Mention, ...]:
    """Every word of the lexicon, and every listed unit, that the scan finds in a text, in text order.

    >>> [m.entry.id for m in trial("Bí thư Quận ủy")]
    ['role/bi-thu', 'level/quan', 'organization/quan-uy']
    """
    page = scan_text(Article(id="trial", text=normalize(text)), open_extractor().scanner)
    found = (m for mentions in page.mentions.values() for m in mentions)
    return tuple(sorted(found, key=lambda m: (m.begin, m.end, m.entry.id)))
