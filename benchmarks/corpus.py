"""A corpus of any size for measuring: real articles where there are some, or made from a few."""

from __future__ import annotations

import gzip
import json
import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import count, cycle, islice
from pathlib import Path

PLACES = (Path("../shared/corpus/politics.jsonl.gz"), Path("shared/corpus/politics.jsonl.gz"))
"""Where the corpus is looked for if the environment does not name it under KGRAPH_CORPUS."""


def find_corpus() -> Path | None:
    """The corpus of real articles, which is no part of this repository; None where there is none."""
    named = os.environ.get("KGRAPH_CORPUS")
    return next((path for path in ((Path(named),) if named else PLACES) if path.is_file()), None)


def read_corpus(path: Path) -> Iterator[dict[str, str]]:
    """The articles of a .jsonl or .jsonl.gz file, one at a time: a process begins with its parent's peak of memory on its account."""
    with gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)


def repeated(read: Callable[[], Iterable[dict[str, str]]], size: int) -> Iterator[str]:
    """`size` lines of JSONL; from the second reading on with identifiers and texts of their own, so that none is a duplicate.

    >>> [json.loads(line)["id"] for line in repeated(lambda: [{"id": "a", "text": "Tin."}], 2)]
    ['a', 'a-1']
    """
    rounds = ((turn, article) for turn in count() for article in read())
    for number, (turn, article) in enumerate(islice(rounds, size)):
        if turn:
            article = article | {"id": f"{article['id']}-{turn}", "text": f"{article['text']}\n{number}"}
        yield json.dumps(article, ensure_ascii=False) + "\n"


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
