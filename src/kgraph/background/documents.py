"""Well-known documents as triples: those that articles cite, and what took their place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kgraph import vocab
from kgraph.authority import Authority
from kgraph.authority.documents import Document
from kgraph.background.bodies import central_triples
from kgraph.model import Value
from kgraph.terms import DCTERMS, RDF, RDFS, SKOS, Names, iri, literal
from kgraph.text import ascii_label


def document_triples(keys: Iterable[str], authority: Authority, names: Names) -> Iterator[str]:
    """What the register knows of the documents with these keys, and of those that replaced them; other keys are passed over.

    A document that an article names by another of its keys is described under that key as well: which names are one thing is not
    decided here. What a document continues or implements is not written: a relation stands in the graph with the sentence that shows it.
    Entries that nobody has found again in a text of others (`checked`) are left out, as cited and as successors.
    """
    register = authority.documents
    cited = [(key, register.by_key[key]) for key in dict.fromkeys(keys) if key in register.by_key and register.by_key[key].checked]
    known: dict[str, Document] = dict(cited)
    waiting = [document for _, document in cited]
    while waiting:
        document = waiting.pop()
        for key in (document.key, *document.replaced_by):
            if key not in known and register.document(key).checked:
                known[key] = register.document(key)
                waiting.append(known[key])
    for key, document in known.items():
        yield from _described(names.of(key), document, authority, names)


def _described(subject: str, document: Document, authority: Authority, names: Names) -> Iterator[str]:
    label = _label(document, authority)
    yield f"{subject} <{RDF}type> <{vocab.DIRECTIVE}>"
    yield f"{subject} <{RDFS}label> {literal(Value(label, 'langString'))}"
    yield f"{subject} <{vocab.ASCII_LABEL}> {literal(Value(ascii_label(label)))}"
    for name in document.names:
        if name != label:
            yield f"{subject} <{SKOS}altLabel> {literal(Value(name, 'langString'))}"
    yield f"{subject} <{vocab.DOCUMENT_TYPE}> {names.concept('document-type', document.document_type)}"
    if document.designation:
        yield f"{subject} <{vocab.DESIGNATION}> {literal(Value(document.designation))}"
    yield f"{subject} <{vocab.ISSUED_ON}> {literal(Value(document.issued, 'date'))}"
    yield f"{subject} <{vocab.TITLE}> {literal(Value(document.title, 'langString'))}"
    yield f"{subject} <{vocab.ISSUED_BY}> {names.of(document.issuer.key)}"
    yield from central_triples(document.issuer, authority.bodies, names)
    if document.last_day:
        yield f"{subject} <{vocab.VALID_TO}> {literal(Value(document.last_day, 'date'))}"
    for key in (k for k in document.replaced_by if authority.documents.document(k).checked):
        yield f"{subject} <{vocab.SUCCEEDED_BY}> {names.of(key)}"
    yield f"{subject} <{DCTERMS}source> {iri(document.source.address)}"


def _label(document: Document, authority: Authority) -> str:
    """What a document is called: a law and the like by name and year, all else by type and number."""
    if document.names and "--" not in document.key:
        return document.names[0]
    return f"{authority.type_labels[document.document_type]} {document.designation}" if document.designation else document.title
