"""`kgraph` itself: its commands, its language, and how a fault is told. Importing it loads no library of graphs."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Sequence
from typing import Annotated, Literal

import typer

from kgraph.cli.about import about
from kgraph.cli.ask import ask
from kgraph.cli.audit import audit
from kgraph.cli.build import build, extract
from kgraph.cli.chain import chain
from kgraph.cli.check import check
from kgraph.cli.compare import compare
from kgraph.cli.coverage import coverage
from kgraph.cli.diff import diff
from kgraph.cli.diffusion import diffusion
from kgraph.cli.explain import explain
from kgraph.cli.export import export
from kgraph.cli.messages import language, message
from kgraph.cli.network import network
from kgraph.cli.path import path
from kgraph.cli.publish import publish
from kgraph.cli.query import query
from kgraph.cli.score import score
from kgraph.cli.serve import serve
from kgraph.cli.show import show
from kgraph.cli.stats import stats
from kgraph.cli.terminal import finish, tell
from kgraph.cli.timeline import timeline
from kgraph.cli.verify import verify
from kgraph.cli.view import view
from kgraph.cli.where import where
from kgraph.cli.who import who
from kgraph.cli.why import why
from kgraph.cli.words import check as check_words
from kgraph.cli.words import trial
from kgraph.errors import KgraphError

QUESTIONS: tuple[Callable[..., None], ...] = (chain, who, where, path, timeline, compare, coverage, diff)
COMMANDS: tuple[Callable[..., None], ...] = (
    build,
    extract,
    verify,
    query,
    ask,
    show,
    about,
    why,
    *QUESTIONS,
    network,
    diffusion,
    explain,
    stats,
    check,
    score,
    audit,
    view,
    export,
    serve,
    publish,
)
WORDS: dict[str, Callable[..., None]] = {"check": check_words, "try": trial}
_OPTIONS = {"help_option_names": ["-h", "--help"]}


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs one command and gives its exit code; a fault is told on stderr in one line with its mend.

    0 done, 1 nothing matched or violations found, 2 usage, 3 partial, 4 nothing usable, 5 store damaged, 6 locked,
    7 no space, 8 a limit was reached, 130 interrupted.
    """
    given = list(sys.argv[1:] if arguments is None else arguments)
    lang = language(given, os.environ)
    _write_utf8()
    try:
        make_app(lang)(args=given, prog_name="kgraph", obj=lang)
    except SystemExit as end:
        return finish(end.code if isinstance(end.code, int) else int(bool(end.code)))
    except KgraphError as fault:
        tell(message(lang, "fault", fault=fault))
        return finish(fault.exit_code)
    except OSError as fault:
        tell(message(lang, "fault", fault=f"{fault.strerror or fault} ({fault.filename})" if fault.filename else fault))
        return finish(2)
    except KeyboardInterrupt:
        return 130
    return finish(0)


def make_app(lang: str) -> typer.Typer:
    """The commands, each with one line of help in the language of the user."""
    app = typer.Typer(
        add_completion=False, no_args_is_help=True, pretty_exceptions_enable=False, rich_markup_mode=None, context_settings=_OPTIONS
    )
    app.callback(help=message(lang, "command.kgraph"))(kgraph)
    for command in COMMANDS:
        app.command(short_help=message(lang, f"command.{command.__name__}"), context_settings=_OPTIONS)(command)
    words = typer.Typer(no_args_is_help=True, rich_markup_mode=None, context_settings=_OPTIONS)
    for name, work in WORDS.items():
        words.command(name, short_help=message(lang, f"command.words.{name}"), context_settings=_OPTIONS)(work)
    app.add_typer(words, name="words", help=message(lang, "command.words"))
    return app


def show_version(asked: bool) -> None:
    """Ends with the version on stdout, if it was asked for."""
    if asked:
        from kgraph.settings import VERSION

        sys.stdout.write(f"kgraph {VERSION}\n")
        raise typer.Exit


def kgraph(
    lang: Annotated[Literal["vi", "en"] | None, typer.Option("--lang", help="Language of messages; default: that of the locale.")] = None,
    version: Annotated[bool, typer.Option("--version", help="Show the version and end.", is_eager=True, callback=show_version)] = False,
) -> None:
    """The options before the command: `main` has read the language already, here it is only checked."""


def _write_utf8() -> None:
    """Whatever the locale says; a file name that is no Unicode is shown with escapes."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
