"""The ontology as a page to read, in Vietnamese and English side by side; one file that asks nothing of the network."""

from __future__ import annotations

import tomllib
from collections import Counter
from collections.abc import Iterator, Mapping
from functools import cache
from html import escape
from importlib.resources import files
from pathlib import Path

from kgraph import vocab
from kgraph.exports.nodes import RDF_TYPE, read_nodes
from kgraph.exports.ontology import Described, Texts, read_terms
from kgraph.exports.quads import Source
from kgraph.store.graph import PREFIXES

_LANGUAGES = ("vi", "en")
_STYLE = """
body { font: 16px/1.5 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem; color: #1a1a1a; background: #fff }
h3 { margin: 2rem 0 .2rem } h3 code { font-weight: normal; color: #555; font-size: .8em }
.two { display: grid; grid-template-columns: 1fr 1fr; gap: 1.5rem } .two p { margin: .2rem 0 }
dl { display: grid; grid-template-columns: max-content 1fr; gap: 0 1rem; margin: .3rem 0; font-size: .9em }
dt { color: #555 } dd { margin: 0 }
blockquote { margin: .4rem 0; padding-left: .8rem; border-left: 3px solid #bbb; color: #333 }
nav { columns: 3 } nav a { display: block } a { color: #0b5394 } .n { color: #555; font-size: .9em }
@media (max-width: 40rem) { .two { grid-template-columns: 1fr } nav { columns: 1 } }
"""
_PAGE = """\
<!DOCTYPE html>
<html lang="vi">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
<style>{style}</style>
</head>
<body>
<h1>{title}</h1>
<p><code>{namespace}</code>, {version}</p>
{body}
</body>
</html>
"""


def write_ontology_page(source: Source, target: Path) -> None:
    """Writes the page, with how often each term stands in the graph (in the union of its named graphs)."""
    used: Counter[str] = Counter()
    for node in read_nodes(source.quads):
        used.update(predicate for predicate, _ in node.said)
        used.update(node.values(RDF_TYPE))
    target.write_text(page(used), encoding="utf-8", newline="\n")


def page(used: Mapping[str, int]) -> str:
    """The page; `used` says how often each term is used."""
    terms = read_terms()
    sections = "\n".join(_section(sort, [term for term in terms if term.sort == sort], used) for sort in ("class", "relation", "value"))
    contents = "".join(f'<a href="#{escape(term.name)}">{escape(term.name)}</a>' for term in terms)
    body = f"<h2>{_both('contents')}</h2>\n<nav>{contents}</nav>\n{sections}"
    version = f"{_both('version')} {vocab.VERSION}"
    return _PAGE.format(title=_both("title"), style=_STYLE, namespace=vocab.KG, version=version, body=body)


@cache
def words() -> Mapping[str, Texts]:
    """What the page says itself, in `vi` and `en`."""
    return tomllib.loads(files("kgraph.exports").joinpath("page_words.toml").read_text("utf-8"))


def _both(key: str) -> str:
    return escape(" · ".join(words()[key][language] for language in _LANGUAGES))


def _section(sort: str, terms: list[Described], used: Mapping[str, int]) -> str:
    return "\n".join([f"<h2>{_both(sort)} ({len(terms)})</h2>", *(_term(term, used.get(term.iri, 0)) for term in terms)])


def _term(term: Described, times: int) -> str:
    name = escape(term.name)
    labels = escape(" · ".join(term.labels[language] for language in _LANGUAGES if language in term.labels))
    texts = "".join(f'<p lang="{language}">{escape(term.definitions.get(language, ""))}</p>' for language in _LANGUAGES)
    examples = "".join(f'<blockquote lang="vi">{escape(text)}</blockquote>' for text in term.examples)
    count = f'<p class="n">{times:,} {_both("used")}</p>' if times else ""
    facts = f"<dl>{''.join(_facts(term))}</dl>"
    return f'<h3 id="{name}">{labels} <code>kg:{name}</code></h3>\n<div class="two">{texts}</div>\n{examples}\n{facts}\n{count}'


def _facts(term: Described) -> Iterator[str]:
    for key in ("of", "to", "under", "near"):
        if iris := getattr(term, key):
            yield f"<dt>{_both(key)}</dt><dd>{', '.join(map(_link, iris))}</dd>"


def _link(iri: str) -> str:
    if iri.startswith(vocab.KG):
        name = escape(iri.removeprefix(vocab.KG))
        return f'<a href="#{name}">kg:{name}</a>'
    prefix = next((f"{name}:{iri.removeprefix(space)}" for name, space in PREFIXES.items() if iri.startswith(space)), iri)
    if not iri.startswith(("http://", "https://")):
        return escape(prefix)
    return f'<a href="{escape(iri)}" rel="noopener noreferrer">{escape(prefix)}</a>'
