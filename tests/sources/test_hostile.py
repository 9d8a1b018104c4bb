"""Hostile files: each is read, or refused with a reason, as its maker's index says."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from kgraph.model import Article
from kgraph.sources import Refusal, read_sources

SHARED = Path(os.environ.get("KGRAPH_SHARED", Path(__file__).parents[3] / "shared"))
MAKER = SHARED / "hostile" / "make_hostile.py"
READ = (".txt", ".jsonl", ".gz", ".zip", ".warc", ".html", ".xhtml")

pytestmark = pytest.mark.skipif(
    not MAKER.is_file(), reason=f"no hostile/make_hostile.py; set KGRAPH_SHARED (tried {MAKER.parent.parent.name})"
)


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of hostile files with their `index.json`."""
    folder = tmp_path_factory.mktemp("hostile")
    subprocess.run([sys.executable, str(MAKER), str(folder)], check=True, capture_output=True, env={**os.environ, "PYTHONUTF8": "1"})
    return folder


def entries(folder: Path) -> Iterator[tuple[Path, str]]:
    """(file, outcome) of each entry of a kind that a build could be given."""
    for entry in json.loads((folder / "index.json").read_text(encoding="utf-8"))["files"]:
        if entry["file"].endswith(READ):
            yield folder / entry["file"], entry["outcome"]


def test_every_file_ends_as_the_index_says(hostile: Path) -> None:
    wrong = []
    for path, outcome in entries(hostile):
        readings = list(read_sources([path]))
        articles, refusals = [sum(isinstance(r, kind) for r in readings) for kind in (Article, Refusal)]
        text_kind = path.suffix in (".txt", ".jsonl")
        ended = {
            "accept": bool(articles) and not refusals,
            "quarantine": bool(refusals) and not articles,
            "accept-or-quarantine": bool(articles or refusals),
            "partial": bool(articles) and bool(refusals),
        }[outcome]
        # Formats that are not read yet are refused as a whole.
        if not (ended if text_kind else [r.code for r in readings if isinstance(r, Refusal)] == ["format"]):
            wrong.append((path.name, outcome, articles, refusals))
    assert not wrong


def test_good_lines_of_a_bad_file_are_read(hostile: Path) -> None:
    readings = list(read_sources([hostile / "jsonl_mixed_bad_lines.jsonl"]))
    assert [r.id for r in readings if isinstance(r, Article)] == [f"https://example.vn/{n}" for n in (1, 2, 6)]
    assert [r.place.rpartition(":")[2] for r in readings if isinstance(r, Refusal)] == ["2", "3", "4", "5", "6", "8", "9", "10", "11"]


def test_files_of_one_text_give_one_text(hostile: Path) -> None:
    names = ["00_control", "enc_utf8_bom", "enc_utf16le_bom", "uni_nfd", "-rf"]
    assert len({r.sha256 for r in read_sources([hostile / f"{name}.txt" for name in names]) if isinstance(r, Article)}) == 1


def test_of_a_folder_of_traps_one_file_is_read(hostile: Path) -> None:
    readings = list(read_sources([hostile / "tree"]))
    assert [r.id for r in readings if isinstance(r, Article)] == ["ok"]
    codes = {r.place: r.code for r in readings if isinstance(r, Refusal)}
    assert codes == {
        "tree/dangling": "link",
        "tree/etc_passwd.txt": "link",
        "tree/fifo.txt": "not-a-file",
        "tree/loop": "link",
        "tree/up": "link",
    }


def test_no_address_that_could_not_be_linked_comes_through(hostile: Path) -> None:
    urls = [r.url for r in read_sources([hostile / "jsonl_bad_urls.jsonl"]) if isinstance(r, Article) and r.url]
    assert urls == ["http://x/", "http://x/hoà", "http://xn--"]


def test_nothing_is_lost_and_no_message_quotes_a_text(hostile: Path) -> None:
    readings = list(read_sources([hostile]))
    files = [p for p in hostile.rglob("*") if not p.is_dir() or p.is_symlink()]
    places = {r.place for r in readings if isinstance(r, Refusal)}
    articles = sum(isinstance(r, Article) for r in readings)
    lines = sum(len(p.read_bytes().removesuffix(b"\n").split(b"\n")) for p in files if p.suffix == ".jsonl")
    assert len(places) + articles == len([p for p in files if p.suffix != ".jsonl"]) + lines
    assert not any("Nguyễn" in r.message for r in readings if isinstance(r, Refusal))
