import gc
from collections.abc import Callable
from pathlib import Path

import pytest
from rich.segment import Segment

from sctui.text.script import Script
from sctui.tui.app import SctuiApp
from sctui.tui.screens.browse import BrowseScreen
from sctui.tui.screens.document import DocumentScreen
from sctui.tui.widgets.card_list import CardList
from sctui.tui.widgets.document_view import DocumentView
from sctui.tui.widgets.topic_list import TopicList
from tests.tui.conftest import DECKS
from tests.tui.screen_text import lines, text, told
from tests.tui.screen_text import settled as press
from tests.tui.test_widths import NASTY

Make = Callable[..., SctuiApp]
READING = Path(__file__).parent / "reading" / "decks"
QUOTE = "12名患者中有9名(75%)发作次数减少"


def _segments(app: SctuiApp, part: str) -> list[Segment]:
    """The segments of the document's view that hold a text."""
    view = app.screen.query_one(DocumentView)
    return [s for y in range(view.size.height) for s in view.render_line(y) if part in s.text]


def _background(app: SctuiApp, part: str) -> object:
    (segment,) = _segments(app, part)
    assert segment.style
    return segment.style.bgcolor


async def test_a_card_opens_its_document_at_its_line_with_the_quote_marked(make_app: Make) -> None:
    app = make_app([READING])
    async with app.run_test(size=(120, 16)) as pilot:
        await press(pilot, "enter", "d")
        assert "show the answer first" in told(app)
        screen = await press(pilot, "space", "d")
        assert " 20  1   六个月时,12名患者中有9名" in screen
        assert "# 哮喘与间充质干细胞" not in screen
        assert _background(app, QUOTE) != _background(app, "六个月时,")
        assert "1 Again" in await press(pilot, "q")


@pytest.mark.parametrize("size", [(120, 24), (80, 24)])
async def test_a_deck_opens_its_document_at_the_beginning(make_app: Make, size: tuple[int, int]) -> None:
    async with make_app([READING]).run_test(size=size) as pilot:
        screen = await press(pilot, "j", "d")
        assert "  1      # 哮喘与间充质干细胞" in screen
        assert " 10  1   间充质干细胞分泌前列腺素E2" in screen
        assert "3 damaged places · 27 lines" in screen
        assert ("   参考文献" in screen) is (size[0] >= 100)
        assert "All decks" in await press(pilot, "escape")


async def test_a_document_opens_where_its_text_begins(make_app: Make, tmp_path: Path) -> None:
    one_card(tmp_path, "title")
    front = "---\ntitle: About cells\nurl: https://example.org/a\n---\n\n"
    (tmp_path / "doc.md").write_text(
        front + "".join(f"line {n} of the text.\n\n" for n in range(60)), "utf-8"
    )
    async with make_app([tmp_path]).run_test(size=(80, 14)) as pilot:
        assert (await press(pilot, "d")).split("\n")[1].startswith("   6      line 0")
        assert (await press(pilot, "g")).split("\n")[1].startswith("   1  1   ---")
        assert (await press(pilot, "q", "d")).split("\n")[1].startswith("   6      line 0")


@pytest.mark.parametrize("size", [(120, 12), (80, 12)])
async def test_a_topic_is_jumped_to(make_app: Make, size: tuple[int, int]) -> None:
    async with make_app([READING]).run_test(size=size) as pilot:
        screen = await press(pilot, "d", "o")
        assert "   参考文献" in screen
        screen = await press(pilot, "j", "j", "j", "enter")
        assert screen.split("\n")[1].endswith(" 13      ### 外泌体")
        cursor = pilot.app.screen.query_one(TopicList).cursor
        await press(pilot, "k", "k")
        assert pilot.app.screen.query_one(TopicList).cursor == cursor - 1  # the topics follow the text


async def test_a_click_on_a_topic_jumps(make_app: Make) -> None:
    async with make_app([READING]).run_test(size=(120, 12)) as pilot:
        await press(pilot, "d")
        await pilot.click("TopicList", offset=(6, 4))
        await pilot.pause()
        assert " 17      ## 临床研究" in text(pilot.app)


async def test_the_topic_of_the_cards_line_is_marked(make_app: Make) -> None:
    async with make_app([READING]).run_test(size=(120, 40)) as pilot:
        screen = await press(pilot, "enter", "space", "d")
        row = screen.split("\n")[1 + pilot.app.screen.query_one(TopicList).cursor]
        assert row.startswith("   临床研究 ")


async def test_escape_in_the_topics_goes_back_to_the_text(make_app: Make) -> None:
    app = make_app([READING])
    async with app.run_test(size=(80, 24)) as pilot:
        assert "背景" in await press(pilot, "d", "tab", "G", "g")
        assert "## 背景" in await press(pilot, "escape")
        assert isinstance(app.screen, DocumentScreen)


async def test_damaged_places_are_marked_and_told_one_after_the_other(make_app: Make) -> None:
    app = make_app([READING])
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await press(pilot, "d")
        assert "  5    ! 哮喘是气道的慢性炎症" in screen
        (segment,) = _segments(app, "(jī)")
        assert segment.style
        assert segment.style.underline
        assert "line 5  pinyin (D8)  should be taken out" in await press(pilot, "n")
        assert "line 19  flattened exponent (D2)  should be 3 × 10^6" in await press(pilot, "n")
        assert "line 21  lost bytes (D0)  cannot be mended" in await press(pilot, "n")
        assert _background(app, "3 × 10 6") != _background(app, "\ufffd")  # mended, and only pointed out
        await press(pilot, "n")
        assert "no other damaged place" in told(app)
        assert "line 19" in await press(pilot, "p")


async def test_a_document_without_damage_says_so(make_app: Make) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await press(pilot, "j", "j", "d", "n")
        assert "随访三年时" in screen
        assert "known to be damaged" in told(app)


async def test_the_script_switches_and_the_quote_stays(make_app: Make) -> None:
    async with make_app([READING], script=Script.SIMPLIFIED).run_test(size=(120, 24)) as pilot:
        screen = await press(pilot, "enter", "space", "d", "t")
        assert "患者出現嚴重的不良反應" in screen
        assert QUOTE in screen
        assert "   臨床研究" in screen


async def test_pages_and_ends(make_app: Make) -> None:
    async with make_app([READING]).run_test(size=(80, 14)) as pilot:
        assert "2021;4(2):11-19." in await press(pilot, "d", "G")
        assert "# 哮喘与间充质干细胞" in await press(pilot, "g")
        assert "# 哮喘与间充质干细胞" not in await press(pilot, "pagedown")
        assert "# 哮喘与间充质干细胞" in await press(pilot, "pageup")


async def test_the_line_at_the_top_stays_when_the_window_changes(make_app: Make) -> None:
    async with make_app([READING]).run_test(size=(80, 14)) as pilot:
        await press(pilot, "d", "tab", "j", "j", "enter")
        await pilot.resize_terminal(44, 14)
        await pilot.pause()
        await pilot.pause()
        assert text(pilot.app).split("\n")[1] == "  8      ## 作用机制"


async def test_a_document_with_pages_says_on_which_one_is(make_app: Make, tmp_path: Path) -> None:
    one_card(tmp_path, "words of page 2")
    front = '---\noriginal: "a.pdf"\npages: "6 46 86"\n---\n'
    (tmp_path / "doc.md").write_text(front + "".join(f"\nline {n}\n" for n in range(60)), "utf-8")
    for width in (80, 40):
        async with make_app([tmp_path]).run_test(size=(width, 14)) as pilot:
            assert "p. 1 of 3" in (await press(pilot, "d")).split("\n")[0]
            await press(pilot, *["pagedown"] * 5)
            assert "p. 2 of 3" in text(pilot.app).split("\n")[0]
            assert "p. 3 of 3" in (await press(pilot, "G")).split("\n")[0]


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (40, 12)])
async def test_of_several_documents_one_is_chosen(make_app: Make, size: tuple[int, int]) -> None:
    app = make_app([DECKS, READING])
    async with app.run_test(size=size) as pilot:
        screen = await press(pilot, "d")
        assert "Read which document?" in screen
        assert "asthma.md" in screen
        assert "All decks" in await press(pilot, "q")
        await press(pilot, "d", "j", "j", "k", "enter")
        assert isinstance(app.screen, DocumentScreen)
        assert "asthma.md" in text(app).split("\n")[0]
        await press(pilot, "q", "d", "j", "enter")
        assert isinstance(app.screen, DocumentScreen)
        assert "asthma.md" not in text(app).split("\n")[0]
        assert "All decks" in await press(pilot, "q")


async def test_a_script_that_is_chosen_while_reading_counts(make_app: Make) -> None:
    async with make_app([READING], script=Script.SIMPLIFIED).run_test(size=(80, 24)) as pilot:
        await pilot.press("d", "t")
        assert "慢性炎症。發病的機" in await press(pilot, "g")


async def test_no_document_at_hand_is_said(make_app: Make) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "G", "d")
        assert "No document of this deck is at hand" in told(app)
        await press(pilot, "enter", "space", "d")
        assert "names no source" in told(app)


@pytest.mark.parametrize(
    ("document", "said"), [(b"\x00\x01\x02", "not text"), (b"other words\nhere\n", "no longer stands")]
)
async def test_a_document_that_cannot_be_read_or_has_changed(
    make_app: Make, tmp_path: Path, document: bytes, said: str
) -> None:
    one_card(tmp_path, "the very words")
    (tmp_path / "doc.md").write_bytes(document)
    app = make_app([tmp_path])
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await press(pilot, "enter", "space", "d")
        assert said in screen + told(app)
        assert isinstance(app.screen, DocumentScreen)
        await press(pilot, "n", "o", "t", "o")
        assert "1 Again" in await press(pilot, "q")


@pytest.mark.parametrize("size", [(80, 24), (40, 12), (81, 25), (120, 40)])
@pytest.mark.parametrize("script", [Script.AS_WRITTEN, Script.HONG_KONG])
async def test_every_line_is_as_wide_as_the_terminal(
    make_app: Make, tmp_path: Path, size: tuple[int, int], script: Script
) -> None:
    one_card(tmp_path, "ﷺ")
    document = "\n\n".join(f"# {line[:40]}\n\n{line}\n\n{line[::-1]}\ufffd机(jī)制" for line in NASTY)
    (tmp_path / "doc.md").write_text(document, "utf-8")
    app = make_app([tmp_path], script=script)
    async with app.run_test(size=size) as pilot:
        await press(pilot, "enter", "space", "d")
        for _ in range(8):
            await press(pilot, "pagedown")
            assert len(lines(app)) == size[1]
        assert "\x1b" not in await press(pilot, "o", "G", "enter", "n", "p")


def one_card(folder: Path, quote: str) -> None:
    (folder / "deck.yaml").write_text(
        "deck: D\nlanguage: en\ndocuments:\n  doc: {file: doc.md}\ncards:\n"
        f"  - {{id: d1, front: a, back: b, source: {{document: doc, line: 1, quote: {quote}}}}}\n",
        "utf-8",
    )


async def test_the_cards_of_the_lines_on_the_screen_are_listed_and_browsed(make_app: Make) -> None:
    app = make_app([READING])
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "j", "d")
        screen = await press(pilot, "c")
        assert "Cards of these lines" in screen
        assert "10  间充质干细胞分泌哪种因子" in screen
        screen = await press(pilot, "enter")
        assert isinstance(app.screen, BrowseScreen)
        assert 'source:"asthma.md:10"' in screen
        assert app.screen.query_one(CardList).current_card == "asthma-pge2"
        await press(pilot, "escape", "q")
        assert isinstance(app.screen, DocumentScreen)
        await press(pilot, "G", "c", "escape")
        assert isinstance(app.screen, DocumentScreen)


async def test_two_scripts_chosen_at_once(make_app: Make) -> None:
    app = make_app([READING])
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "enter", "space", "d")
        assert isinstance(app.screen, DocumentScreen)
        await app.action_script()
        await app.action_script()  # before the work for the first has begun
        await press(pilot)
        gc.collect()  # what was never waited for would be told now
        assert app.screen.has_class("-read")


async def test_a_document_that_is_left_while_it_is_read_fails_nowhere(make_app: Make) -> None:
    app = make_app([READING])
    async with app.run_test(size=(120, 16)) as pilot:
        await press(pilot, "enter", "space", "d")
        left = app.screen
        assert isinstance(left, DocumentScreen)
        await left.query_one("#both").remove()  # as when the app ends
        await left._show()
        assert "1 Again" in await press(pilot, "q")
