from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from rich.cells import cell_len

from sctui.model.knowledge import LibraryKnowledge
from sctui.text.script import Script
from sctui.tui.app import SctuiApp
from sctui.tui.screens.compare import CompareScreen
from sctui.tui.screens.library import LibraryScreen
from sctui.tui.screens.study import StudyScreen
from sctui.tui.widgets.matrix_view import MatrixView
from tests.tui.known import CELLS, KNOWN, cell
from tests.tui.screen_text import lines, settled, text, told
from tests.tui.test_trials_screen import knowing
from tests.tui.test_widths import NASTY

Make = Callable[..., SctuiApp]
READING = Path(__file__).parent / "reading" / "decks"


@pytest.fixture
def app(make_app: Make) -> SctuiApp:
    return knowing(make_app([READING]))


def column_of(screen: str, word: str) -> int:
    """The cell in which a word begins."""
    line = next(line for line in screen.split("\n") if word in line)
    return cell_len(line[: line.index(word)])


async def test_sources_stand_against_attributes(app: SctuiApp) -> None:
    async with app.run_test(size=(120, 24)) as pilot:
        screen = await settled(pilot, "c")
        assert "3 sources × 4 attributes" in screen
        assert (
            column_of(screen, "分娩后收集") == column_of(screen, "骨髓穿刺") == column_of(screen, "获取方式")
        )
        assert (
            column_of(screen, "强 / 很强 ×2")
            == column_of(screen, "随年龄下降")
            == column_of(screen, "增殖能力")
        )


async def test_the_cell_under_the_cursor_is_shown_in_full_with_its_sources(app: SctuiApp) -> None:
    async with app.run_test(size=(80, 30)) as pilot:
        screen = await settled(pilot, "c", "l")
        assert "脐带间充质干细胞  ×  增殖能力" in screen
        assert screen.index("\n  强\n") < screen.index("\n  很强\n")
        assert "lupus.md  line 3" in screen
        assert "asthma.md  line 22" in screen
        assert "No document says anything here" in await settled(pilot, "G", "l")
        await settled(pilot, "g", "0", "enter")
        assert app.screen.has_class("-full")
        await settled(pilot, "escape")
        assert not app.screen.has_class("-full")
        assert isinstance(app.screen, CompareScreen)


async def test_heads_stay_while_the_matrix_moves(make_app: Make) -> None:
    many = tuple(
        cell(f"来源{row:02}", f"属性{column:02}", f"值{row:02}{column:02}")
        for row in range(30)
        for column in range(30)
    )
    app = knowing(make_app(), LibraryKnowledge(cells=many))
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await settled(pilot, "c", "G", "dollar_sign")
        for shown in ("来源29", "属性29", "值2929"):
            assert shown in screen
        assert "属性00" not in screen
        assert "◂" in screen
        assert column_of(screen, "属性28") == column_of(screen, "值2928")
        assert "值0000" in await settled(pilot, "g", "0")


async def test_the_filter_chooses_attributes_and_x_hides_one(app: SctuiApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        assert "3 sources × 1 attribute" in await settled(pilot, "c", "slash", *"获取方式", "enter")
        assert "Nothing fits" in await settled(pilot, "slash", *"no")
        assert "3 sources × 4 attributes" in await settled(pilot, "escape")
        screen = await settled(pilot, "x")
        assert "× 3 attributes  ·  1 hidden" in screen
        assert "获取方式" not in screen
        assert "4 attributes" in await settled(pilot, "X")


async def test_a_quiz_hides_asks_reveals_and_counts(app: SctuiApp) -> None:
    async with app.run_test(size=(120, 24)) as pilot:
        screen = await settled(pilot, "c", "z")
        assert "0 right   0 wrong   7 to go" in screen
        for value in ("骨髓穿刺", "随年龄下降", "抽脂", "强"):
            assert value not in screen
        assert screen.count("· · ·") == 6
        assert "Press space to see the cell" in screen
        await settled(pilot, "n")  # an answer before the cell is shown does not count
        assert "7 to go" in text(app)
        assert ".md  line" in await settled(pilot, "space")
        assert "0 right   1 wrong   6 to go" in await settled(pilot, "n")
        for _ in range(6):
            screen = await settled(pilot, "space", "space")
        assert "6 right   1 wrong   done" in screen
        assert "z asks those again" in told(app)
        assert "1 to go" in await settled(pilot, "z")
        assert "3 sources" in await settled(pilot, "q")
        assert isinstance(app.screen, CompareScreen)
        assert not app.desk.collection.store.reviews()  # no schedule knows of it


async def test_in_a_quiz_one_cannot_look_around(app: SctuiApp) -> None:
    async with app.run_test(size=(120, 24)) as pilot:
        await settled(pilot, "c", "z")
        place = app.screen.query_one(MatrixView).place
        await settled(pilot, "j", "l", "s", "slash", "x", "enter")
        assert app.screen.query_one(MatrixView).place == place
        assert isinstance(app.screen, CompareScreen)


async def test_a_cell_leads_to_its_document(app: SctuiApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        assert "asthma.md" in await settled(pilot, "c", "l", "s")


async def test_the_cards_of_a_source_are_studied(make_app: Make) -> None:
    app = make_app([READING])
    card = next(iter(app.desk.collection.cards.values()))
    knowing(app, replace(KNOWN, cells=tuple(replace(one, card=card.note.id) for one in CELLS)))
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot, "c", "a")
        assert isinstance(app.screen, StudyScreen)


async def test_names_change_script_and_quotes_do_not(app: SctuiApp) -> None:
    app.desk.settings = replace(app.desk.settings, script=Script.SIMPLIFIED)
    async with app.run_test(size=(120, 24)) as pilot:
        screen = await settled(pilot, "c", "t")
        assert "臍帶間充質" in screen
        assert "▌ 分娩后收集,无创" in screen
        assert "分娩後收集,無創" in screen


async def test_the_mouse_goes_to_a_cell_and_opens_it(app: SctuiApp) -> None:
    async with app.run_test(size=(120, 24)) as pilot:
        await settled(pilot, "c")
        for full in (False, True):
            await pilot.click("MatrixView", offset=(45, 5))
            await pilot.pause()
            assert app.screen.query_one(MatrixView).place == ("骨髓间充质干细胞", "增殖能力")
            assert app.screen.has_class("-full") is full
        await pilot.click("MatrixView", offset=(3, 0))
        await pilot.pause()


async def test_a_library_without_comparisons_says_what_to_do(make_app: Make) -> None:
    app = knowing(make_app(), LibraryKnowledge())
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await settled(pilot, "c", "z", "x", "enter")
        assert "No comparison is known yet." in screen
        await settled(pilot, "q")
        assert isinstance(app.screen, LibraryScreen)


@pytest.mark.parametrize("size", [(80, 24), (40, 12), (101, 25), (200, 60)])
async def test_every_line_is_as_wide_as_the_terminal(make_app: Make, size: tuple[int, int]) -> None:
    odd = tuple(cell(row, column, row + column) for row in NASTY for column in NASTY)
    app = knowing(make_app(script=Script.HONG_KONG), LibraryKnowledge(cells=odd))
    async with app.run_test(size=size) as pilot:
        await settled(pilot, "c")
        for keys in ("j", "l", "enter", "enter", "G", "dollar_sign", "z", "space"):
            await settled(pilot, keys)
            assert len(lines(app)) == size[1]
