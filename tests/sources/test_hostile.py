"""Hostile files: each is read, or refused with a reason, as its maker's index says."""

import json
import os
import subprocess
import sys
import tempfile
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from kgraph.model import Article
from kgraph.sources import Refusal, read_sources
from kgraph.sources.outcomes import Reading

SHARED = Path(os.environ.get("KGRAPH_SHARED", Path(__file__).parents[3] / "shared"))
MAKER = SHARED / "hostile" / "make_hostile.py"
NO_INPUTS = ("queries/", "cli_hostile_names.json")

pytestmark = pytest.mark.skipif(
    not MAKER.is_file(), reason=f"no hostile/make_hostile.py; set KGRAPH_SHARED (tried {MAKER.parent.parent.name})"
)


@cache
def made() -> tempfile.TemporaryDirectory[str]:
    folder = tempfile.TemporaryDirectory(prefix="hostile")
    command = [sys.executable, str(MAKER), folder.name]
    subprocess.run(command, check=True, capture_output=True, env={**os.environ, "PYTHONUTF8": "1"})
    return folder


@pytest.fixture(scope="module")
def hostile() -> Path:
    """The folder of hostile files with their `index.json`."""
    return Path(made().name)


def entries() -> list[Any]:
    """Entries of the index that a build could be given."""
    if not MAKER.is_file():
        return []
    index = json.loads((Path(made().name) / "index.json").read_text(encoding="utf-8"))
    return [entry for entry in index["files"] if not entry["file"].startswith(NO_INPUTS)]


def ended(readings: list[Reading], outcome: str) -> bool:
    """Whether the readings of a file are what its index says."""
    articles, refusals = (sum(isinstance(r, kind) for r in readings) for kind in (Article, Refusal))
    return {
        "accept": bool(articles) and not refusals,
        "quarantine": bool(refusals) and not articles,
        "accept-or-quarantine": bool(articles or refusals),
        "partial": bool(articles) and bool(refusals),
    }[outcome]


@pytest.mark.parametrize("entry", entries(), ids=lambda entry: ascii(entry["file"]).strip("'"))
def test_each_ends_as_the_index_says(entry: Any, hostile: Path) -> None:
    readings = list(read_sources([hostile / entry["file"]]))
    assert ended(readings, entry["outcome"]), entry["expect"]
    texts = [r.text for r in readings if isinstance(r, Article)]
    if not entry["file"].startswith("prv_"):  # what is private is in the text; the rules keep it out
        assert not [word for word in entry.get("must_not_contain", ()) if any(word in text for text in texts)]
    assert not [r for r in readings if isinstance(r, Refusal) and ("Nguyễn" in r.message or "/" in r.place[:1])]


def test_good_lines_of_a_bad_file_are_read(hostile: Path) -> None:
    readings = list(read_sources([hostile / "jsonl_mixed_bad_lines.jsonl"]))
    assert [r.id for r in readings if isinstance(r, Article)] == [f"https://example.vn/{n}" for n in (1, 2, 6)]
    assert [r.place.rpartition(":")[2] for r in readings if isinstance(r, Refusal)] == ["2", "3", "4", "5", "6", "8", "9", "10", "11"]


def test_files_of_one_text_give_one_text(hostile: Path) -> None:
    names = ["00_control", "enc_utf8_bom", "enc_utf16le_bom", "enc_utf16be_nobom", "enc_utf32_bom", "enc_cp1258", "uni_nfd", "-rf"]
    assert len({r.sha256 for r in read_sources([hostile / f"{name}.txt" for name in names]) if isinstance(r, Article)}) == 1


@pytest.mark.parametrize(
    "name", ["enc_html_meta_lies", "html_jsonld_context", "html_hidden", "html_canonical_ssrf", "typ_txt_as", "html_script"]
)
def test_pages_of_one_text_give_that_text(name: str, hostile: Path) -> None:
    [control] = read_sources([hostile / "00_control.txt"])
    [page] = (r for r in read_sources([hostile / f"{name}.html"]) if isinstance(r, Article))
    assert isinstance(control, Article)
    assert page.text.endswith(control.text)
    assert page.text.removesuffix(control.text).strip() in ("", "Tin phường", "Họp phường")


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


def test_nothing_is_lost(hostile: Path) -> None:
    """Each file, and of files with several inputs each of these, is read or refused: so many as the files themselves say."""
    readings = list(read_sources([hostile]))
    files = [p for p in hostile.rglob("*") if not p.is_dir() or p.is_symlink()]
    lines = sum(len(p.read_bytes().removesuffix(b"\n").split(b"\n")) for p in files if p.suffix == ".jsonl")
    single = len([p for p in files if not p.name.endswith((".jsonl", ".jsonl.gz", ".warc", ".warc.gz"))])
    packed = 1 + 1 + 192 + 1  # the bomb; the sound file; of the cut one the lines that are whole, and the cut
    archives = 1 + 3 + 2 + 1
    assert sum(isinstance(r, Article | Refusal) for r in readings) == single + lines + packed + archives
