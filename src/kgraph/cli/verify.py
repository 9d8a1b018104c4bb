"""`kgraph verify`: whether a store has lost anything."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from kgraph.cli.terminal import say, write_data
from kgraph.errors import StoreDamaged

Store = Annotated[Path, typer.Argument(metavar="STORE", help="The folder of a `kgraph build ... --store`.", show_default=False)]


def verify(
    ctx: typer.Context,
    store: Store,
    repair: Annotated[bool, typer.Option("--repair", help="Mend what can be mended without the sources.")] = False,
) -> None:
    """Check that a store holds what was written to it, to the last byte: its files, every graph in its database, what articles gave.

    Each thing that is damaged is told on stderr; the graphs of articles that are not whole are listed on stdout, one on each line.
    With --repair the graph is made anew from the database, or the database from the graph; anything else comes back with a build of
    the sources, which makes anew whatever is damaged. Exit code 5 if something is damaged and stays so, 6 if another process writes.

    Example: kgraph verify kho
    """
    from kgraph.store import verifying
    from kgraph.store.folder import locked
    from kgraph.store.repairing import repair as mend

    verifying.check_store(store)
    with locked(store) as well:
        damages = verifying.verify(store)
        left = mend(store, damages) if repair else damages
        if repair and not left and verifying.verify(store):
            left = damages
    if not well:
        say(ctx, "verify.unfinished")
    for damage in damages:
        say(ctx, "verify.damage" if damage in left else "verify.repaired", where=damage.where, what=damage.what)
    write_data(f"{name}\n" for name in sorted({name for damage in left for name in damage.graphs}))
    if left:
        say(ctx, "verify.rebuild", store=store)
        raise typer.Exit(StoreDamaged.exit_code)
    say(ctx, "verify.sound", store=store)
