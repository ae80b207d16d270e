"""Citation marks."""

import pytest

from sctui.text.citation import cited_numbers


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("分泌因子[1,2,16]", (1, 2, 16)),
        ("激素水平 [4,23,25,]", (4, 23, 25)),
        ("支持造血[11–13]，也见[2、11]", (11, 12, 13, 2)),
        ("见［7］", (7,)),
        ("剂量[1-100]", ()),
        ("NF-κB [p65] (3)", ()),
        ("", ()),
    ],
)
def test_cited_numbers(text: str, numbers: tuple[int, ...]) -> None:
    assert cited_numbers(text) == numbers
