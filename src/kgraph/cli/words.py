"""`kgraph words`: the lexicon for those who keep it."""

from __future__ import annotations

from typing import Annotated

import typer

from kgraph.cli.messages import message
from kgraph.cli.terminal import say, table, write_data, write_page
from kgraph.errors import NothingMatched


def check(ctx: typer.Context) -> None:
    """Check every example sentence of the lexicon: the right ones must be found, the wrong ones must not.

    Exit code 1 if any fails; each is named with its file and line.
    """
    from kgraph.words import check as check_examples

    failures = list(check_examples())
    write_data(f"{failure}\n" for failure in failures)
    say(ctx, "words.failed" if failures else "words.sound", count=len(failures))
    raise typer.Exit(1 if failures else 0)


def trial(
    ctx: typer.Context,
    sentence: Annotated[str, typer.Argument(metavar="TEXT", help="A sentence.", show_default=False)],
) -> None:
    """Show which words of the lexicon are found in a sentence, and where each stands. Exit code 1 if there is none."""
    from kgraph.scan import clean
    from kgraph.text import normalize
    from kgraph.words import trial as try_words

    text, _ = clean(normalize(sentence))
    mentions = try_words(text)
    if not mentions:
        raise NothingMatched(message(ctx.obj, "words.none"), mend=message(ctx.obj, "words.mend"))
    rows = [(text[m.begin : m.end], f"{m.begin}–{m.end}", m.entry.kind, m.entry.vi, m.entry.place) for m in mentions]
    write_page(table(("text", "at", "kind", "entry", "lexicon"), rows))
