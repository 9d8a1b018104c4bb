"""`kgraph explain`: each sentence of an article with what was found in it, the way for a linguist to mend a wrong fact."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kgraph.cli.messages import message
from kgraph.cli.terminal import say, write_page
from kgraph.errors import NothingMatched

if TYPE_CHECKING:
    from kgraph.model import Article


def explain(
    ctx: typer.Context,
    article: Annotated[str, typer.Argument(metavar="ARTICLE", help="A file, - for stdin, or the id of an article.", show_default=False)],
    sources: Annotated[
        list[str] | None, typer.Option("--sources", "-s", help="Where to look for an article by its id; repeatable.", show_default=False)
    ] = None,
    words: Annotated[bool, typer.Option("--words", help="Show every word of the lexicon in every sentence.")] = False,
) -> None:
    """Show each sentence of an article, under it what was found there, which rule found it, and on which lines of the lexicon it rests.

    Titles, names, numbers and dates that led to nothing are shown too, so that a gap can be explained: a sentence with such and without
    findings shows its words of the lexicon. Places are offsets in the text of the article, in characters from 0. Exit code 1 if there is
    no such article.
    """
    from kgraph.cli.explanation import explanation
    from kgraph.cli.seen import prose_of, seen_in
    from kgraph.extract import open_extractor

    extractor = open_extractor()
    for found in _articles(ctx, article, sources or []):
        trace = extractor.trace(found)
        findings, seen, prose = trace.findings, seen_in(trace), prose_of(trace)
        write_page(*explanation(findings, trace.page, extractor.lexicon, lang=ctx.obj, seen=seen, prose=prose, every_word=words))
        if not findings.facts and not findings.officials:
            say(ctx, "explain.nothing")


def _articles(ctx: typer.Context, name: str, sources: list[str]) -> Iterator[Article]:
    """The articles meant: all of a file, or the one of the sources that bears the id."""
    from kgraph.model import Article
    from kgraph.sources import Refusal, read_sources

    is_file = name == "-" or Path(name).is_file()
    found = False
    for reading in read_sources([name] if is_file else sources):
        if isinstance(reading, Article) and (is_file or reading.id == name):
            found = True
            yield reading
        elif isinstance(reading, Refusal) and is_file:
            say(ctx, "build.refused", place=reading.place, code=reading.code, what=reading.message)
    if not found:
        raise NothingMatched(message(ctx.obj, "explain.no_article", name=name), mend=message(ctx.obj, "explain.mend"))
