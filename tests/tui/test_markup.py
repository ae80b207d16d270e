"""Markdown, formulas and pictures on the screen."""

from collections.abc import Callable
from pathlib import Path

from textual.content import Content

from sctui.markup.parse import parse
from sctui.tui.app import SctuiApp
from sctui.tui.card_markup import styled
from tests.tui.screen_text import press

Make = Callable[..., SctuiApp]
DECK = r"""deck: mine
cards:
  - id: a
    front: |-
      Which **factors** does `x*y` give?
      ![a crypt](img/crypt.png)
    back: |-
      - VEGF at $10^{-6}$
      - HGF

      | of | n |
      |----|--:|
      | 干细胞 | 12 |
  - {id: b, front: "5*10^6 and 3*10^5?", back: "**x**", markup: plain}
  - {id: c, text: "**{{c1::Stem}}** cells, [source](https://x.org)"}
"""


def _styles(content: Content) -> list[tuple[str, str]]:
    return [(content.plain[span.start : span.end], str(span.style)) for span in content.spans]


async def test_cards_are_shown_as_their_markup_says(make_app: Make, tmp_path: Path) -> None:
    (tmp_path / "decks").mkdir()
    (tmp_path / "decks" / "mine.yaml").write_text(DECK, encoding="utf-8")
    app = make_app([tmp_path / "decks"])
    async with app.run_test(size=(80, 24)) as pilot:
        asked = await press(pilot, "enter")
        assert "Which factors does x*y give?" in asked
        assert "▣ a crypt img/crypt.png" in asked
        shown = await press(pilot, "space")
        lines = [line.strip() for line in shown.splitlines()]
        for line in ("• VEGF at 10⁻⁶", "• HGF", "of     │  n", "───────┼───", "干细胞 │ 12"):
            assert line in lines
        assert "5*10^6 and 3*10^5?" in await press(pilot, "4")
        assert "**x**" in await press(pilot, "space")
        assert "[…] cells, source (https://x.org)" in await press(pilot, "4")


def test_words_have_the_style_of_their_markup() -> None:
    found = _styles(styled(parse("**a** *b* `c` ![d](e.png)"), str.upper))
    assert found[0] == ("A", "bold underline")
    assert found[1] == ("B", "italic")
    assert [words for words, _ in found] == ["A", "B", "C", "▣ D", " E.PNG"]


def test_a_table_that_is_too_wide_is_told_row_by_row() -> None:
    wide = "| name | what |\n|---|:-:|\n| " + "x" * 70 + " | *y* |"
    assert styled(parse(wide), str).plain == f"name: {'x' * 70}\nwhat: y"


def test_code_quotes_and_nested_items_are_set_in() -> None:
    text = "> so\n\n```\na\n  b\n```\n\n1. one\n   - two\n2. three"
    assert styled(parse(text), str).plain == "│ so\n\na\n  b\n\n1. one\n   • two\n2. three"
