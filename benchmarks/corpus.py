"""A corpus of any size for measuring, made from a few articles."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from itertools import cycle, islice
from pathlib import Path


def read_texts(source: Path) -> list[str]:
    """The texts of a folder of .txt files, or of a .jsonl file.

    >>> len(read_texts(Path("seeds")))
    5
    """
    if source.is_dir():
        return [path.read_text("utf-8") for path in sorted(source.glob("*.txt"))]
    with source.open(encoding="utf-8") as lines:
        return [json.loads(line)["text"] for line in lines]


def made_corpus(texts: Sequence[str], size: int) -> Iterator[str]:
    """`size` lines of JSONL, each a different article: the texts in turn, each copy with its number at the end.

    >>> [json.loads(line)["text"] for line in made_corpus(["a", "b"], 3)]
    ['a\\n1', 'b\\n2', 'a\\n3']
    """
    for number, text in enumerate(islice(cycle(texts), size), 1):
        yield json.dumps({"id": f"made-{number:07}", "text": f"{text}\n{number}"}, ensure_ascii=False) + "\n"
