"""One thing as a page: what is said of it, and under each fact its sentence with the names marked, its article, day and rule."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any
from urllib.parse import quote

from kgraph.server.language import Words
from kgraph.server.markup import Content, Html, element
from kgraph.settings import NAMESPACE
from kgraph.view.cards import safe_url
from kgraph.view.marks import pieces

Told = Mapping[str, Any]
_PEOPLE = ("Official", "Person")
FORMS = {"ttl": "Turtle", "jsonld": "JSON-LD", "nt": "N-Triples", "rdf": "RDF/XML"}


def thing(found: Told, words: Words, base: str) -> tuple[Html, ...]:
    """The content of the page of a thing (`kgraph.analysis.looking.Look` as a dict); names that begin with `base` are links."""
    kind = [words.term(iri) for iri in found["types"] if iri.startswith(NAMESPACE)]
    groups = list(found["groups"])
    own = [group for group in groups if group["predicate"].startswith(NAMESPACE)]
    others = [group for group in groups if group not in own]
    return (
        element("h1", found["label"], element("small", " · ".join(kind))),
        element("p", element("code", found["iri"]), class_="iri"),
        element("p", f"{words.say('also')}: {'; '.join(found['also'])}") if found["also"] else Html(""),
        _names(words.say("replaced_by"), [found["replaced_by"]] if found["replaced_by"] else [], base),
        _names(words.say("replaces"), found["replaces"], base),
        *(_group(group, found, words, base) for group in own),
        _articles(found, words, base),
        element("details", element("summary", words.say("other_facts")), *(_group(g, found, words, base) for g in others), class_="others")
        if others
        else Html(""),
        _forms(found["iri"], words, base),
    )


def address(iri: str, base: str) -> str | None:
    """The path of a thing on this server; none where its name is not of this build.

    >>> address("https://e.vn/id/event/a", "https://e.vn/"), address("https://other.vn/a", "https://e.vn/")
    ('/id/event/a', None)
    """
    path = iri.removeprefix(base)
    return "/" + quote(path, safe="/%:@!$&'()*+,;=~-._") if path != iri and path.startswith(("id/", "vocab/", "graph/")) else None


def link(label: str, iri: str, base: str) -> Html:
    """A name as a link to its page, if it has one."""
    href = address(iri, base)
    return element("a", label, href=href) if href else element("span", label, title=iri)


def _names(title: str, iris: Sequence[str], base: str) -> Html:
    return element("p", f"{title}: ", *(element("span", link(iri, iri, base), " ") for iri in iris)) if iris else Html("")


def _group(group: Told, found: Told, words: Words, base: str) -> Html:
    name = words.term(group["predicate"])
    rest = group["count"] - len(group["near"])
    return element(
        "section",
        element("h2", words.say("into", name=name) if group["into"] else name),
        element("ul", *(element("li", _near(near, found, words, base)) for near in group["near"])),
        element("p", words.say("more", count=rest), class_="more") if rest else None,
    )


def _near(near: Told, found: Told, words: Words, base: str) -> Iterator[Content]:
    yield link(near["label"], near["iri"], base) if near["iri"] else element("span", near["label"])
    beside = [words.term(NAMESPACE + near["class_name"])] if near["class_name"] else []
    beside += [near["day"]] if near["day"] and near["day"] not in near["label"] else []
    if beside:
        yield element("small", f" {' · '.join(beside)}")
    yield from (_statement(said, found, near, words, base) for said in near["evidence"])
    if rest := near["sentences"] - len(near["evidence"]):
        yield element("p", words.say("more_sentences", count=rest), class_="more")


def _statement(said: Told, found: Told, near: Told, words: Words, base: str) -> Html:
    """A sentence with what it names marked, and where it stands; or what it was derived from."""
    if said["rests_on"]:
        below = (_statement(ground, found, near, words, base) for ground in said["rests_on"])
        return element("div", element("p", words.say("derived", rule=_last(said["rule"])), class_="source"), *below, class_="derived")
    quoted = element("p", words.say("withheld")) if said["withheld"] else element("blockquote", *_marked(said["quote"], found, near))
    return element("div", quoted, element("p", *_source(said, words, base), class_="source"), class_="evidence")


def _marked(text: str, found: Told, near: Told) -> Iterator[Content]:
    known = [(found["label"], *found["also"]), (near["label"],)]
    classes = [found["class_name"], near["class_name"]]
    names = [name for called, kind in zip(known, classes, strict=True) if kind not in _PEOPLE for name in called]
    whole = [name for called, kind in zip(known, classes, strict=True) if kind in _PEOPLE for name in called]
    for place, piece in enumerate(pieces(text, names=names, whole=whole)):
        yield element("mark", piece) if place % 2 else piece


def _source(said: Told, words: Words, base: str) -> Iterator[Content]:
    source = said["source"]
    if source:
        yield link(source["title"] or source["id"], source["iri"], base)
        yield f" · {source['published']}" if source["published"] else None
        if url := safe_url(source["url"]):
            yield (" · ", element("a", words.say("original"), href=url, rel="noopener noreferrer"))
        yield f" · {said['begin']}–{said['end']}"
    yield f" · {words.say('rule', rule=_last(said['rule']))}"
    if said["confidence"] is not None:
        yield f" · {words.say('confidence', value=format(said['confidence'], 'g'))}"
    if review := said["review"]:
        yield element("span", " · ", words.say("corrected", **review), class_="corrected")


def _articles(found: Told, words: Words, base: str) -> Html:
    if not found["articles"]:
        return Html("")
    rest = found["article_count"] - len(found["articles"])
    return element(
        "section",
        element("h2", words.say("articles", count=found["article_count"])),
        element("ul", *(element("li", _article(source, base)) for source in found["articles"])),
        element("p", words.say("more", count=rest), class_="more") if rest else None,
    )


def _article(source: Told, base: str) -> Iterator[Content]:
    yield link(source["title"] or source["id"], source["iri"], base)
    if source["published"]:
        yield element("small", f" {source['published']}")


def _forms(iri: str, words: Words, base: str) -> Html:
    href = address(iri, base)
    links = (element("span", element("a", name, href=f"{href}?format={form}"), " ") for form, name in FORMS.items())
    return element("p", f"{words.say('forms')}: ", *links, class_="forms") if href else Html("")


def _last(rule: str) -> str:
    return rule.rstrip("/").rpartition("/")[2]
