"""Packed bytes."""

import gzip
import io
import os

import pytest

from kgraph.sources.outcomes import Unread
from kgraph.sources.unpacking import Unpacked

CONTENT = "Quận ủy họp.\n".encode() * 5_000


def unpacked(packed: bytes) -> io.BufferedReader:
    return io.BufferedReader(Unpacked(io.BytesIO(packed), ratio=200))


def test_any_number_of_members() -> None:
    assert unpacked(gzip.compress(CONTENT) * 3).read() == CONTENT * 3
    assert unpacked(b"").read() == b""


@pytest.mark.parametrize("size", [1, 7, 16_383, 16_384, 16_385, 40_000])
def test_members_that_end_anywhere_in_what_is_read_at_once(size: int) -> None:
    noise = os.urandom(size)
    assert unpacked(gzip.compress(noise) + gzip.compress(CONTENT)).read() == noise + CONTENT


@pytest.mark.parametrize("cut", [1, 5, 9, 20])
def test_a_cut_file_gives_what_it_has_and_says_so(cut: int) -> None:
    lines = []
    with pytest.raises(Unread) as refused:
        lines += iter(unpacked(gzip.compress(CONTENT)[:-cut]).readline, b"")
    assert refused.value.code == "cut"


def test_a_damaged_file_is_refused() -> None:
    packed = bytearray(gzip.compress(os.urandom(50_000)))
    packed[30_000] ^= 255
    with pytest.raises(Unread) as refused:
        unpacked(bytes(packed)).read()
    assert refused.value.code == "cut"


def test_a_bomb_stops_early() -> None:
    raw = Unpacked(io.BytesIO(gzip.compress(bytes(300_000_000), 1)), ratio=200)
    stream, size = io.BufferedReader(raw), 0
    with pytest.raises(Unread) as refused:
        while chunk := stream.read1(65_536):
            size += len(chunk)
    assert (refused.value.code, size < 20_000_000) == ("too-large", True)


def test_what_is_packed_twice_is_not_unpacked_twice() -> None:
    with pytest.raises(Unread) as refused:
        unpacked(gzip.compress(gzip.compress(CONTENT))).read()
    assert refused.value.code == "format"


@pytest.mark.parametrize(("tail", "behind"), [(b"garbage", 7), (b"\0" * 512, 0), (b"\x1f", 1)])
def test_what_stands_behind_the_end_is_counted(tail: bytes, behind: int) -> None:
    raw = Unpacked(io.BytesIO(gzip.compress(CONTENT) + tail), ratio=200)
    assert (io.BufferedReader(raw).read(), raw.behind) == (CONTENT, behind)
