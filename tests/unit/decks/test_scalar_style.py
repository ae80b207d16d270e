"""Texts are written plain when every YAML reader takes them for the same text."""

from __future__ import annotations

import pytest

from sctui.decks.scalar_style import block, scalar


@pytest.mark.parametrize(
    "text",
    ["84%", "5 年：84%", "../../d.md", "4f0c", "a, b", "a:b", "81 名 SLE 患者？", "《甲》", "it's", "x#y"],
)
def test_plain(text: str) -> None:
    assert scalar(text) == text


@pytest.mark.parametrize(
    "text",
    [
        "",
        "no",
        "Yes",
        "null",
        "~",
        "12",
        "-1.5",
        "1e3",
        "4e05",
        "0x1f",
        "1:30",
        "2020-01-01",
        "a: b",
        "a #b",
        "a:",
        " a",
        "- b",
        "'a",
        "@a",
    ],
)
def test_quoted(text: str) -> None:
    assert scalar(text) == f'"{text}"'


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("a, b", '"a, b"'),
        ("[x]", '"[x]"'),
        ("why? b", '"why? b"'),
        ("flag:kind", "flag:kind"),
        ("5年总生存率为84%，n=81", "5年总生存率为84%，n=81"),
    ],
)
def test_between_brackets(text: str, written: str) -> None:
    assert scalar(text, flow=True) == written


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ('say "hi": no', "'say \"hi\": no'"),
        ("back\\slash", "back\\slash"),
        ('a\n"b"\t\x1b\x00\x85\u200d\ufeff', '"a\\n\\"b\\"\\t\\e\\0\\x85\\u200d\\ufeff"'),
        ("甲\u3000乙 👍", "甲\u3000乙 👍"),
        ("\U000e0041", '"\\U000e0041"'),
    ],
)
def test_what_cannot_be_seen_is_escaped(text: str, written: str) -> None:
    assert scalar(text) == written


def test_blocks() -> None:
    assert block("a\n\nb: c", "  ") == ["  a", "", "  b: c"]
    for text in ("one line", "a\n", "\na", "a\n b", "a \nb", "a\nb\x1b"):
        assert block(text, "  ") is None
