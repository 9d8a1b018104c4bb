"""What one article gives to a build: plain values, made from the article alone, the same whoever makes them."""

from __future__ import annotations

from dataclasses import dataclass

from pydantic import TypeAdapter

from kgraph.authority import open_authority
from kgraph.background import known_documents
from kgraph.extract import Extractor, open_extractor
from kgraph.identity.cards import card_lines
from kgraph.identity.kinds import Known
from kgraph.identity.printing import printing_of, signature
from kgraph.model import Article, Organization, Unit
from kgraph.reports import issue_line
from kgraph.reviewed.deciding import Decided
from kgraph.triples import quads


@dataclass(frozen=True, slots=True)
class Contribution:
    """What an article says (`quads`, `issues`), what it is known again by (`cards`, `printing`, `signature`), what background it needs
    (`units`, `organizations`, keys of `documents`), and which human decisions it met. Lines are one text, with `\\n` between them;
    the signature is in hex.
    """

    article: str
    sha256: str
    quads: str
    issues: str
    cards: str
    printing: str
    signature: str
    units: tuple[Unit, ...]
    organizations: tuple[Organization, ...]
    documents: tuple[str, ...]
    met: tuple[str, ...]
    spoken_of: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Reader:
    """Reads articles for one build."""

    extractor: Extractor
    known: Known
    registered: frozenset[str]
    decided: Decided
    base: str

    @classmethod
    def open(cls, decided: Decided, *, base: str) -> Reader:
        """A reader with the lexicon and lists that are shipped."""
        extractor = open_extractor()
        known = Known(extractor.lexicon, extractor.gazetteer, open_authority(extractor.lexicon))
        return cls(extractor, known, known_documents(extractor.lexicon), decided, base)

    def contribution(self, article: Article) -> Contribution:
        """All that the article gives."""
        shown = self.decided.shown(self.extractor.extract(article))
        findings, printing = shown.findings, printing_of(shown.findings)
        return Contribution(
            article.id,
            article.sha256,
            quads="\n".join(quads(findings, base=self.base)),
            issues="\n".join(map(issue_line, findings.issues)),
            cards="\n".join(card_lines(findings, self.known)),
            printing=printing.to_json().decode(),
            signature=signature(printing.prose).hex(),
            units=findings.units,
            organizations=findings.organizations,
            documents=tuple(sorted(self.registered.intersection(directive.key for directive in findings.directives))),
            met=tuple(sorted(shown.met)),
            spoken_of=tuple(sorted(shown.spoken_of)),
        )


_FORM = TypeAdapter(Contribution)


def to_record(contribution: Contribution) -> bytes:
    """A contribution as JSON, to be kept; `from_record` gives it back."""
    return _FORM.dump_json(contribution)


def from_record(record: bytes) -> Contribution:
    """The contribution of a record; ValueError where it is none."""
    return _FORM.validate_json(record)
