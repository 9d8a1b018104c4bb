"""The command line: one file per family of commands, and the only room that prints or exits."""

from kgraph.cli.app import main

__all__ = ["main"]
