"""Launchings that no word for a ceremony names."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kgraph.model import Findings

Read = Callable[..., Findings]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Sáng 5/4/2024, Quận đoàn Ba Đình phát động chiến dịch “Mùa hè xanh”.", ["le-phat-dong"]),
        ("Quận đoàn Ba Đình phát động chiến dịch “Mùa hè xanh”.", []),
        ("Sáng 5/4/2024, chiến dịch “Mùa hè xanh” thu hút nhiều bạn trẻ.", []),
    ],
)
def test_a_body_that_launches_a_campaign_on_a_day_holds_a_launching(text: str, expected: list[str], read: Read) -> None:
    assert [e.kind for e in read(text).events] == expected
