"""JSON Lines: a bad line is refused alone."""

import io
import json

import pytest

from kgraph.model import Article
from kgraph.sources.jsonl import read_jsonl
from kgraph.sources.outcomes import Refusal, Unread

BODY = "Quận ủy Đống Đa tổ chức hội nghị."
GOOD = json.dumps({"id": "good", "text": BODY}, ensure_ascii=False)


def read(content: str | bytes, *, limit: int = 10_000) -> list[tuple[str, str]]:
    """(identifier, text) of each article and (place, code) of each refusal, in order."""
    stream = io.BytesIO(content.encode() if isinstance(content, str) else content)
    readings = read_jsonl(stream, place="tin.jsonl", limit=limit)
    return [(r.id, r.text) if isinstance(r, Article) else (r.place, r.code) for r in readings if isinstance(r, Article | Refusal)]


def test_all_keys() -> None:
    line = {"id": "1", "title": "Tin", "text": BODY, "published": "2024", "url": "https://x.vn/1", "source": "x", "more": [1, {"a": None}]}
    [article] = read_jsonl(io.BytesIO(json.dumps(line).encode()), place="tin.jsonl", limit=1000)
    assert article == Article(id="1", text=f"Tin\n\n{BODY}", published="2024", url="https://x.vn/1", source="x")


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ('{"id": "x", "text": ', "json"),
        ("", "empty"),
        ("null", "json"),
        ("[1, 2]", "json"),
        ('"str"', "json"),
        ('{"id": "x"}', "text"),
        ('{"id": "x", "text": 12}', "text"),
        ('{"id": "x", "text": null}', "text"),
        ('{"id": "x", "text": {"a": "b"}}', "text"),
        ('{"text": "họp"}', "identifier"),
        ('{"id": true, "text": "họp"}', "identifier"),
        ('{"id": "", "text": "họp"}', "identifier"),
        ('{"url": "javascript:x", "text": "họp"}', "identifier"),
        ('{"id": "x", "text": "họp", "n": NaN}', "json"),
        ('{"id": "x", "text": "họp", "n": -Infinity}', "json"),
        ('{"id": "x", "text": "họp", "n": ' + "9" * 5000 + "}", "json"),
        ('{"id": "x", "text": "họp", "n": ' + "[" * 4000 + "]" * 4000 + "}", "json"),
        ('{"id": "x", "id": "y", "text": "họp"}', "json"),
        ('{"id": "x", "text": "\\ud800"}', "encoding"),
        ('{"id": "x", "text": "12"}', "empty"),
        ('{"id": "x", "text": "' + "a" * 11_000 + '"}', "too-large"),
    ],
    ids=lambda value: value[:40],
)
def test_a_bad_line_is_refused_alone(line: str, code: str) -> None:
    assert read(f"{GOOD}\n{line}\n{GOOD}\n") == [("good", BODY), ("tin.jsonl:2", code), ("good", BODY)]


def test_bytes_that_are_not_utf8_are_refused_with_their_line() -> None:
    assert read(GOOD.encode() + b"\n\xff\xfe\xfa\n" + GOOD.encode()) == [("good", BODY), ("tin.jsonl:2", "encoding"), ("good", BODY)]


def test_a_cut_last_line() -> None:
    assert read(f"{GOOD}\n{GOOD[:20]}") == [("good", BODY), ("tin.jsonl:2", "json")]


def test_line_ends_are_those_of_the_file_only() -> None:
    odd = json.dumps({"id": "odd", "text": "Họp\u2028phường\u0085 và\x0c quận\x1e về việc thi đua"}, ensure_ascii=False)
    assert [id for id, _ in read(f"\ufeff{odd}\r\n{GOOD}")] == ["odd", "good"]


def test_the_address_stands_for_a_missing_identifier() -> None:
    assert read('{"url": "https://example.vn/1", "text": "họp"}') == [("https://example.vn/1", "họp")]


def test_an_over_long_line_is_not_held_in_memory() -> None:
    class Endless(io.RawIOBase):
        """Fifty megabytes on one line, then a good one; it notes the largest piece asked for."""

        left, largest = 50_000_000, 0

        def readline(self, size: int | None = -1, /) -> bytes:
            assert size is not None and size > 0
            self.largest = max(self.largest, size)
            if not self.left:
                return b""
            piece = min(size, self.left)
            self.left -= piece
            return b"a" * (piece - 1) + (b"a" if self.left else b"\n")

    stream = Endless()
    [refusal] = read_jsonl(stream, place="tin.jsonl", limit=1000)  # type: ignore[arg-type]
    assert isinstance(refusal, Refusal)
    assert refusal.code == "too-large"
    assert stream.largest <= 1 << 20


def test_utf16_is_refused_as_a_whole() -> None:
    with pytest.raises(Unread, match="UTF-16"):
        read(f"{GOOD}\n{GOOD}\n".encode("utf-16"))
