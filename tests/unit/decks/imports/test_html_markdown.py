from __future__ import annotations

import pytest

from sctui.decks.imports.html_markdown import is_formatted, markdown_of
from sctui.markup.cards import tree_of
from sctui.markup.tree import CodeBlock, Items, Table
from sctui.model.card import Note


def media(name: str) -> str:
    return f"m/{name}" if name != "gone.png" else ""


@pytest.mark.parametrize(
    ("field", "text"),
    [
        ("plain *words*", "plain *words*"),
        ("one<br>two<div>three</div>", "one\ntwo\nthree"),
        ("a &lt; b&nbsp;&amp; c", "a < b & c"),
        ("<b>bold </b>and <i>it</i> 2*3", r"**bold** and *it* 2\*3"),
        ("<b></b>x <em>y</em>", "x *y*"),
        ("<ul><li>a<li>b<ol start=3><li>c</li></ol></ul>d", "- a\n- b\n   3. c\nd"),
        (r"\(a_1\) and [$]b[/$], [latex]$c$[/latex], \[d\], [$$]e[/$$]", "$a_1$ and $b$, $c$, $$d$$, $$e$$"),
        ('<img src="a.png" alt="x[1]"><img src="gone.png">', "![x(1)](m/a.png)"),
        ("[sound:a.mp3]", "♪ m/a.mp3"),
        ('<a href="https://x.y/a(b) c">l</a>', "[l](https://x.y/a%28b%29%20c)"),
        ("<script>alert(1)</script><style>x{}</style>ok<!-- no -->", "ok"),
        ("{{c1::<b>x</b>::h}} <u>y</u>", "{{c1::**x**::h}} y"),
        ("<table><tr><th>a<th>b</tr><tr><td>1|2</td><td>x<br>y</td></tr><tr><td>z</table>after",
         "| a | b |\n| --- | --- |\n| 1\\|2 | x y |\n| z |  |\nafter"),
        ("<pre><code>x *y*\n  z</code></pre>", "```\nx *y*\n  z\n```"),
        ("<ol start=99999999999999999999><li>a</ol>", "999999999. a"),
    ],
)  # fmt: skip
def test_what_a_reader_reads(field: str, text: str) -> None:
    assert markdown_of(field, media, escape=is_formatted(field)) == text


def test_what_comes_in_is_read_as_what_it_was() -> None:
    def kind(field: str) -> object:
        return tree_of(markdown_of(field, media, escape=True), Note("a"))[0]

    assert isinstance(
        kind("<table><tr><td>a</td><td>b</td></tr><tr><td>c</td><td>d</td></tr></table>"), Table
    )
    assert isinstance(kind("<ul><li>a</li><li>b</li></ul>"), Items)
    assert isinstance(kind("<pre>x\ny</pre>"), CodeBlock)
