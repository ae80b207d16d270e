"""Markdown in cards: what is markup, and above all what is not."""

from __future__ import annotations

import pytest

from sctui.markup.parse import is_marked, parse, plain_tree
from sctui.markup.plain import plain
from sctui.markup.tree import (
    Break,
    Code,
    CodeBlock,
    Emphasis,
    Formula,
    Gap,
    Inline,
    Items,
    Link,
    Paragraph,
    Picture,
    Quote,
    Strong,
    Table,
    Text,
)


@pytest.mark.parametrize(
    "text",
    [
        "5*10^6 and 3*10^5 cells",
        "p<0.05; *p<0.01 and **p<0.001",
        "IL-2*, IL-6* and TNF*",
        "a_b, snake_case_name, CD34_",
        "a * b * c",
        "$5 and $6, US$5-$6, (5$) or 6$",
        "$5 to the lab, 6$ to the clinic",
        "1. January",
        "- 5 mmHg",
        "# 3",
        "> 60%",
        "[1](Table 2), [2] and […](VEGF)",
        "[a](javascript:alert(1))",
        "&lt; &amp; <script>alert(1)</script>",
        "one\ntwo\n\nthree",
        "a | b",
        "~~x~~ ==y==",
        "C:\\dir",
        "f(*args, **kwargs)",
        "  two  blanks  ",
        "",
    ],
)
def test_what_is_no_markup_is_shown_as_it_is_typed(text: str) -> None:
    assert not is_marked(text)
    assert plain(text) == text


@pytest.mark.parametrize(
    ("text", "children"),
    [
        ("a **b** c", (Text("a "), Strong((Text("b"),)), Text(" c"))),
        ("*b* and _c_", (Emphasis((Text("b"),)), Text(" and "), Emphasis((Text("c"),)))),
        ("**粗体**文字", (Strong((Text("粗体"),)), Text("文字"))),
        ("他说**“好”**了", (Text("他说"), Strong((Text("“好”"),)), Text("了"))),
        ("`a*b*`", (Code("a*b*"),)),
        (r"\*a\*", (Text("*a*"),)),
        ("see [NCT1](https://a.org/x_y_z)", (Text("see "), Link((Text("NCT1"),), "https://a.org/x_y_z"))),
        ("<https://a.org>", (Link((Text("https://a.org"),), "https://a.org"),)),
        ("![a cell](img/细胞.png)", (Picture("img/细胞.png", "a cell"),)),
        ("![](<img/a b.png>)", (Picture("img/a b.png", ""),)),
        (r"\(x^2\) is $\alpha$", (Formula("x^2"), Text(" is "), Formula(r"\alpha"))),
        ("$$x$$", (Formula("x", display=True),)),
        (r"\[x\]", (Formula("x", display=True),)),
        ("**a**\nb", (Strong((Text("a"),)), Break(), Text("b"))),
    ],
)
def test_markup_in_a_line(text: str, children: tuple[Inline, ...]) -> None:
    assert parse(text) == (Paragraph(children),)


def test_lists_tables_quotes_and_code_need_several_lines() -> None:
    assert parse("Causes:\n- one\n- two\n  1. inner\n") == (
        Paragraph((Text("Causes:"),)),
        Items(
            (
                (Paragraph((Text("one"),)),),
                (Paragraph((Text("two"),)), Items(((Paragraph((Text("inner"),)),),), 1)),
            )
        ),
    )
    assert parse("| a | b |\n|---|--:|\n| 1 | *2* |") == (
        Table(
            (((Text("a"),), (Text("b"),)), ((Text("1"),), (Emphasis((Text("2"),)),))),
            ("", "right"),
        ),
    )
    assert parse("> so\n\n```py\nx = *1*\n```") == (Quote((Paragraph((Text("so"),)),)), CodeBlock("x = *1*"))
    assert parse("3. three\n4. four")[0] == Items(
        ((Paragraph((Text("three"),)),), (Paragraph((Text("four"),)),)), 3
    )


def test_gaps_are_pieces_whatever_stands_beside_them() -> None:
    assert parse("{{c1::**VEGF**}}(x) and {{c2::b::hint}}") == (
        Paragraph((Gap(1, (Strong((Text("VEGF"),)),)), Text("(x) and "), Gap(2, (Text("b"),), "hint"))),
    )
    assert parse("{{c1::a}}(https://x.org)") == plain_tree("{{c1::a}}(https://x.org)")


def test_a_text_whose_gap_markup_would_tear_apart_is_plain() -> None:
    text = "- a {{c1::b\n- c}} d"
    assert parse(text) == plain_tree(text)


def test_deep_nesting_is_left_as_it_is_written() -> None:
    deep = "\n" + "> " * 500 + "x"
    assert len(plain(deep)) <= 2 * len(deep)


def test_a_line_ends_once_however_it_ends() -> None:
    assert plain_tree("one\r\ntwo") == plain_tree("one\ntwo")
