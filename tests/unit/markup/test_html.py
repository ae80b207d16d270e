"""Cards as HTML: Anki's fields, and pages that load nothing."""

from __future__ import annotations

import pytest

from sctui.markup.html import HtmlWriter, field_html, unicode_formula
from sctui.markup.parse import parse
from sctui.model.card import Markup, Note

_NOTE = Note("n")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("p<0.05 & *so*", "p&lt;0.05 &amp; <i>so</i>"),
        ("a\nb\n\nc", "a<br>b<br><br>c"),
        ("**a**\n\nb", "<b>a</b><br><br>b"),
        ("$x^{2}<1$", r"\(x^{2}&lt;1\)"),
        ("$$x$$", r"\[x\]"),
        ("{{c1::**a**::b<c}} `x`", "{{c1::<b>a</b>::b&lt;c}} <code>x</code>"),
        (r"\( \frac{ {{c1::a}} }{b} \)", r"\(\frac{ {{c1::a}} }{b}\)"),
        ("Of:\n- a\n- b", "Of:<ul><li>a</li><li>b</li></ul>"),
        ("2. a\n3. b", '<ol start="2"><li>a</li><li>b</li></ol>'),
        ("> a\n\n```\n<b>\n```", "<blockquote>a</blockquote><pre><code>&lt;b&gt;</code></pre>"),
        ('[a](https://x.org/?"><script>)', '<a href="https://x.org/?&quot;&gt;&lt;script&gt;">a</a>'),
        ("[a](other.png)", "a"),
        ("[sound:a.mp3] [latex]", "&#91;sound:a.mp3] &#91;latex]"),
        (
            "|a|b|\n|-|:-:|\n|1|2|",
            (
                '<table><thead><tr><th>a</th><th style="text-align:center">b</th></tr></thead>'
                '<tbody><tr><td>1</td><td style="text-align:center">2</td></tr></tbody></table>'
            ),
        ),
        ("![a <cell>](b.png)", "[a &lt;cell&gt;]"),
    ],
)
def test_fields(text: str, expected: str) -> None:
    assert field_html(text, _NOTE) == expected


def test_a_plain_card_is_typeset_nowhere() -> None:
    assert (
        field_html(r"**a** \(x\) [sound:b] ", Note("n", markup=Markup.PLAIN))
        == r"**a** <span>\</span>(x<span>\</span>) &#91;sound:b] "
    )


def test_pictures_are_loaded_from_where_the_caller_says() -> None:
    writer = HtmlWriter(source=lambda path: f"media/{path}")
    assert writer.tree(parse('![a "b"](c.png)')) == '<img src="media/c.png" alt="a &quot;b&quot;">'


def test_a_page_that_loads_nothing_has_formulas_in_unicode() -> None:
    assert (
        HtmlWriter(formula=unicode_formula).tree(parse(r"$\alpha<1$"))
        == '<span class="formula">α&lt;1</span>'
    )
