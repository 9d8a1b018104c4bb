"""Bodies that act in a sentence without a fact of their own, and those that are only named."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kgraph.model import Findings

Read = Callable[..., Findings]


@pytest.mark.parametrize(
    ("text", "acting"),
    [
        ("Theo quyết định của Ban Thường vụ Huyện ủy Anh Sơn, đồng chí nhận nhiệm vụ mới.", ["Ban Thường vụ Huyện ủy Anh Sơn"]),
        ("Đảng ủy xã Tào Sơn tiếp tục đổi mới nội dung sinh hoạt.", ["Đảng ủy xã Tào Sơn"]),
        ("Công an huyện Anh Sơn đã tặng giấy khen cho 5 tập thể.", ["Công an huyện Anh Sơn"]),
        ("Đại biểu đến từ Công an huyện Anh Sơn rất đông.", []),
        ("Bộ phận một cửa của Công an huyện Anh Sơn đã nhận hồ sơ.", []),
        ("Khách dừng chân tại Công an huyện Anh Sơn đã về.", []),
    ],
)
def test_a_body_that_does_something_is_known(text: str, acting: list[str], read: Read) -> None:
    assert [o.label for o in read(text).organizations] == acting
