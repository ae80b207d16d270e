"""The sources that an answer is shown with."""

from collections.abc import Callable

from sctui.locations import Home
from sctui.text.script import Script
from sctui.tui.app import SctuiApp
from sctui.tui.widgets.card_view import CardView
from tests.tui.screen_text import settled

_DECK = """\
deck: 厨房
language: zh-Hans
documents:
  note: {file: note.md, sha256: 0}
  other: {file: other.md, sha256: 0}
cards:
  - id: boils
    front: 水在多少度沸腾？
    back: 100度
    sources:
      - {document: note, line: 1, quote: 水在100度沸腾}
      - {document: other, line: 7, quote: 沸点为100度}
      - {document: other, line: 9, quote: 沸點為100度}
  - {id: melts, front: 冰在多少度融化？, back: 0度, source: {document: note, line: 2, quote: 冰在0度融化}}
  - {id: none, front: 什么让面包发起来？, back: 酵母}
"""


async def test_each_card_is_shown_with_its_own_sources(make_app: Callable[..., SctuiApp], home: Home) -> None:
    home.decks.mkdir(parents=True)
    (home.decks / "kitchen.yaml").write_text(_DECK, "utf-8")
    (home.decks / "note.md").write_text("水在100度沸腾\n冰在0度融化\n蒸汽很烫\n小心\n", "utf-8")
    app = make_app([home.decks])
    async with app.run_test(size=(80, 30)) as pilot:
        screen = await settled(pilot, "enter", "space")
        assert "水在100度沸腾" in screen
        assert "沸点为100度" in screen
        assert "line 7" in screen
        assert "line 9" in screen
        assert "沸點為" not in screen  # the same words, in another script
        await settled(pilot, "r")
        screen = await settled(pilot, "3", "space")
        assert "冰在0度融化" in screen
        assert "沸点" not in screen
        assert "line 7" not in screen
        screen = await settled(pilot, "r")
        assert "蒸汽很烫" in screen
        screen = await settled(pilot, "3", "space")
        assert "酵母" in screen
        assert "蒸汽很烫" not in screen
        assert "line" not in screen


async def test_the_passage_begins_at_the_quote_in_a_narrow_window(
    make_app: Callable[..., SctuiApp], home: Home
) -> None:
    home.decks.mkdir(parents=True)
    (home.decks / "kitchen.yaml").write_text(
        _DECK.replace("document: note, line: 1", "document: note, line: 30"), "utf-8"
    )
    lines = [f"第{number}行" + "很长的一句话" * 20 for number in range(1, 60)]
    lines[29] = "众所周知，水在100度沸腾"
    (home.decks / "note.md").write_text("\n".join(lines), "utf-8")
    app = make_app([home.decks])
    async with app.run_test(size=(40, 24)) as pilot:
        screen = await settled(pilot, "enter", "space", "s")
        assert "众所周知" in screen


async def test_an_answer_made_ahead_is_in_the_script_of_the_moment(
    make_app: Callable[..., SctuiApp], home: Home
) -> None:
    home.decks.mkdir(parents=True)
    (home.decks / "kitchen.yaml").write_text(_DECK.replace("back: 酵母", "back: 发酵的酵母"), "utf-8")
    app = make_app([home.decks], script=Script.SIMPLIFIED)
    async with app.run_test(size=(80, 30)) as pilot:
        await settled(pilot, "enter", "space", "3", "space", "3")
        view = app.screen.query_one(CardView)
        assert view._ahead
        assert view._ahead.back.plain == "发酵的酵母"
        await settled(pilot, "t")
        assert "發酵的酵母" in await settled(pilot, "space")
