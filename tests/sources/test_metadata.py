"""Dates and addresses that came with a text."""

import pytest

from kgraph.sources.metadata import partial_date, sound_url


@pytest.mark.parametrize(
    "value",
    ["2024-02-30", "2024-13", "2024-00-10", "0000", "20245", "2024-5-12", "2024-05-12x", "2024-02T10:00", "", "hôm nay", "２０２４"],
)
def test_what_the_calendar_lacks_is_no_date(value: str) -> None:
    assert partial_date(value) is None


@pytest.mark.parametrize(
    "value", ["2024-05-12T08:30", "2024-05-12 08:30:00", "2024-05-12T08:30:00.123Z", "2024-05-12T08:30:00 +0700", " 2024-05-12 "]
)
def test_a_time_is_cut_to_its_day(value: str) -> None:
    assert partial_date(value) == "2024-05-12"


@pytest.mark.parametrize(
    "value",
    [
        "http://x/a b",
        "http://x/a>b",
        "http://x/a\nb",
        'http://x/"><script>',
        "javascript:alert(1)",
        "file:///etc/passwd",
        "http://x/%zz",
        "http://[::1",
        "http://x:port/",
        "",
        "//x",
        "example.vn/tin",
        "http://x/\u0085a",
    ],
)
def test_what_cannot_be_linked_is_no_address(value: str) -> None:
    assert sound_url(value) is None


def test_an_address_keeps_no_password_and_is_nfc() -> None:
    assert sound_url("http://user:pw@x.vn:8080/hoa\u0300?a=1#b") == "http://x.vn:8080/ho\u00e0?a=1#b"
