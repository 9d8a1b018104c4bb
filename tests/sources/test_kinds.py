"""Of what kind a file is."""

import pytest

from kgraph.sources.kinds import kind_by_beginning, kind_by_name


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("a.txt", "txt"),
        ("a.HTM", "html"),
        ("a.ndjson.gz", "jsonl"),
        ("crawl.warc.gz", "warc"),
        ("a.b.csv", "csv"),
        ("a.gz", None),
        ("html", None),
    ],
)
def test_by_name(name: str, kind: str | None) -> None:
    assert kind_by_name(name)[0] == kind


@pytest.mark.parametrize(
    ("beginning", "kind"),
    [
        (b"\xef\xbb\xbf\r\n<!DOCTYPE html PUBLIC", "html"),
        (b"<?xml version='1.0'?>\n<html xmlns=", "html"),
        (b"<HTML>", "html"),
        ('{"id": "1", "text": "họp"}'.encode(), "jsonl"),
        (b"{ngoac nhon", "txt"),
        (b"\xef\xbb\xbfurl;id;text\r\n", "csv"),
        (b'"id"\t"text"\n', "tsv"),
        ("Ở ID, text này\n".encode(), "txt"),
        (b"WARC/1.0\r\n", "warc"),
        (b"", "txt"),
    ],
)
def test_by_beginning(beginning: bytes, kind: str) -> None:
    assert kind_by_beginning(beginning) == kind
