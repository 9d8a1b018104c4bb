"""What other work on the same texts costs on the same machine: one scan, decoding, a named-entity recogniser."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from kgraph.extract import open_extractor
from kgraph.text import fold

_RECOGNISE = """
import json, sys, time
try:
    from underthesea import ner, sent_tokenize
except ImportError:
    sys.exit(3)
texts = json.load(sys.stdin)
ner("H\\u1ed9i ngh\\u1ecb.")
begin, cpu = time.perf_counter(), time.process_time()
for text in texts:
    for part in [text] if sys.argv[1:] == ["whole"] else sent_tokenize(text):
        ner(part)
print(json.dumps([time.perf_counter() - begin, time.process_time() - cpu]))
"""


@dataclass(frozen=True, slots=True)
class Pass:
    """One pass over texts: how many articles, and seconds by the clock and of processor time."""

    articles: int
    seconds: float
    cpu_seconds: float


def one_scan(texts: Sequence[str]) -> Pass:
    """All phrases of the lexicon found in the folded texts by the automaton that the program itself uses; nothing is done with them."""
    automaton = open_extractor().scanner.automaton
    folded = [fold(text) for text in texts]
    begin, cpu = time.perf_counter(), time.process_time()
    for text in folded:
        for _ in automaton.iter(text):
            pass
    return Pass(len(texts), time.perf_counter() - begin, time.process_time() - cpu)


def decoding(texts: Sequence[str]) -> Pass:
    """Bytes to text in NFC."""
    encoded = [text.encode() for text in texts]
    begin, cpu = time.perf_counter(), time.process_time()
    for content in encoded:
        unicodedata.normalize("NFC", content.decode())
    return Pass(len(texts), time.perf_counter() - begin, time.process_time() - cpu)


def recognition(texts: Sequence[str], *, whole: bool = False) -> Pass | None:
    """Named entities by underthesea, sentence by sentence, which is several times faster than `whole` articles at once.

    None where it is not installed for this interpreter, or the one that KGRAPH_UNDERTHESEA_PYTHON names.
    """
    python = os.environ.get("KGRAPH_UNDERTHESEA_PYTHON", sys.executable)
    done = subprocess.run(
        [python, "-c", _RECOGNISE, *(["whole"] if whole else [])], input=json.dumps(texts), text=True, capture_output=True, check=False
    )
    if done.returncode == 3:
        return None
    done.check_returncode()
    seconds, cpu_seconds = json.loads(done.stdout.splitlines()[-1])
    return Pass(len(texts), seconds, cpu_seconds)
