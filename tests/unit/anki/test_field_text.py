"""Text in fields and tags of Anki."""

from __future__ import annotations

import pytest

from sctui.anki.field_text import field, plain, tag


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("a < b & c > d", "a &lt; b &amp; c &gt; d"),
        ('"quoted"', '"quoted"'),
        ("one\ntwo\r\nthree\rfour", "one<br>two<br>three<br>four"),
        ("a\x1fb\x1b[31m", "a␟b␛[31m"),
        (
            "[sound:a.mp3] [latex]x[/latex] [$]y[/$] [x]",
            "&#91;sound:a.mp3] &#91;latex]x&#91;/latex] &#91;$]y&#91;/$] [x]",
        ),
        ("{{c1::a<b::hint}}", "{{c1::a&lt;b::hint}}"),
        ("👩\u200d🔬 10⁷", "👩\u200d🔬 10⁷"),
    ],
)
def test_fields_show_the_text_as_typed(text: str, html: str) -> None:
    assert field(text) == html


def test_names_are_plain() -> None:
    assert plain("a & b\x1f") == "a & b␟"


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        (("kind", "trial"), "kind::trial"),
        (("topic", "甲 病\u3000x", "b::c"), "topic::甲_病_x::b:c"),
        (("flag", ":a:", ""), "flag::a"),
        (('say "hi"',), "say_hi_"),
        ((" ",), ""),
        (("\u202etxt", "a\x1b[1m", "\u2066"), "txt::a␛[1m"),
    ],
)
def test_tags_have_no_spaces(parts: tuple[str, ...], expected: str) -> None:
    assert tag(*parts) == expected


def test_marks_that_turn_letters_around_are_left_out() -> None:
    assert field("a\u202eb\u2066c") == "abc"
