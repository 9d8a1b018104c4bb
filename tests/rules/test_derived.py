"""What follows from whom a body leads."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kgraph.model import Findings

Read = Callable[..., Findings]


@pytest.mark.parametrize(
    ("text", "units"),
    [
        ("Quận ủy Ba Đình phát động cuộc thi “Sạch đẹp”.", {"unit/quan-ba-dinh--ha-noi"}),
        ("UBND quận Ba Đình triển khai phong trào “Sạch đẹp”.", {"unit/quan-ba-dinh--ha-noi"}),
        ("Ban Thường vụ Quận ủy Ba Đình triển khai phong trào “Sạch đẹp”.", {"unit/quan-ba-dinh--ha-noi"}),
        ("Quận Ba Đình họp. Đảng ủy phường Kim Mã triển khai phong trào “Sạch đẹp”.", {"unit/phuong-kim-ma--quan-ba-dinh--ha-noi"}),
        ("Ban Tuyên giáo Quận ủy Ba Đình phát động cuộc thi “Sạch đẹp”.", set()),
        ("Hội LHPN quận Ba Đình phát động cuộc thi “Sạch đẹp”.", set()),
        ("Trường THPT Lê Hồng Phong, quận Ba Đình phát động cuộc thi “Sạch đẹp”.", set()),
        ("Phong trào “Sạch đẹp” của quận Ba Đình rất thiết thực.", set()),
        pytest.param(
            "Quận Ba Đình thực hiện Kế hoạch số 30-KH/QU về việc tổ chức cuộc thi “Sạch đẹp”.",
            {"unit/quan-ba-dinh--ha-noi"},
            marks=pytest.mark.xfail(strict=True, reason="missed: nothing follows for a body that only a document's suffix names"),
        ),
    ],
)
def test_a_unit_runs_what_its_governing_bodies_conduct(text: str, units: set[str], read: Read) -> None:
    findings = read(text, "2024-04-04")
    assert {d.subject for d in findings.derived} == units
    assert {d.predicate for d in findings.derived} <= {"runsCampaign"}


def test_what_follows_rests_on_every_fact_that_shows_it(read: Read) -> None:
    findings = read("Quận ủy Ba Đình phát động cuộc thi “Sạch đẹp”. UBND quận Ba Đình triển khai cuộc thi “Sạch đẹp”.")
    (derived,) = findings.derived
    assert {(f.subject, f.predicate) for f in derived.rests_on} == {
        ("organization/quan-uy-ba-dinh--ha-noi", "launched"),
        ("organization/ubnd-quan-ba-dinh--ha-noi", "conducts"),
    }
    assert set(derived.rests_on) <= set(findings.facts)
    assert derived.rule == "runs-campaign"
