from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from sctui.model.knowledge import LibraryKnowledge
from sctui.text.script import Script
from sctui.tui.app import SctuiApp
from sctui.tui.screens.document import DocumentScreen
from sctui.tui.screens.library import LibraryScreen
from sctui.tui.screens.overview import OverviewScreen
from sctui.tui.screens.trials import TrialsScreen
from tests.tui.conftest import DECKS
from tests.tui.known import CELLS, KNOWN, QUOTE
from tests.tui.screen_text import lines, settled, text, told
from tests.tui.test_trials_screen import knowing
from tests.tui.test_widths import NASTY

Make = Callable[..., SctuiApp]
READING = Path(__file__).parent / "reading" / "decks"


@pytest.fixture
def app(make_app: Make) -> SctuiApp:
    return knowing(make_app([READING]))


async def test_a_document_stands_on_one_screen(app: SctuiApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await settled(pilot, "o")
        assert "哮喘与间充质干细胞" in screen
        assert "1 trial, 1 review article, 3 compared cells, 2021 to 2023" in screen
        assert "1 told by other documents as well" in screen
        assert "≠ 1 told differently elsewhere" in screen
        assert "3 damaged places, 2 of them repaired" in screen
        assert "2021年 · 12名患者" in screen
        assert "20" in next(row for row in lines(app) if "12名患者" in row)


async def test_a_claim_stands_beside_its_proof_and_leads_to_it(app: SctuiApp) -> None:
    async with app.run_test(size=(160, 30)) as pilot:
        screen = await settled(pilot, "o", "j")
        assert "9名(75%)" in screen
        assert QUOTE in screen
        await settled(pilot, "enter")
        assert isinstance(app.screen, DocumentScreen)


async def test_the_documents_of_a_deck_follow_one_another(make_app: Make) -> None:
    app = knowing(make_app([DECKS, READING]))
    async with app.run_test(size=(100, 40)) as pilot:
        screen = await settled(pilot, "o")
        assert "1 of 2" in screen
        screen = await settled(pilot, "n")
        assert "2 of 2" in screen
        await settled(pilot, "n")
        assert "no other document" in told(app)
        assert "1 of 2" in await settled(pilot, "p")


async def test_it_leads_to_the_studies_and_the_document(app: SctuiApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await settled(pilot, "o", "r")
        assert isinstance(app.screen, TrialsScreen)
        assert "3 of 4 records" in screen
        await settled(pilot, "escape", "q", "d")
        assert isinstance(app.screen, DocumentScreen)
        await settled(pilot, "q", "q")
        assert isinstance(app.screen, LibraryScreen)


async def test_a_deck_of_an_older_version_says_what_to_do(make_app: Make) -> None:
    app = knowing(make_app([READING]), LibraryKnowledge())
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await settled(pilot, "o", "n", "r", "a")
        assert "Nothing is known of this document yet." in screen
        assert "sctui convert" in screen
        assert isinstance(app.screen, OverviewScreen)


async def test_names_change_script(app: SctuiApp) -> None:
    app.desk.settings = replace(app.desk.settings, script=Script.SIMPLIFIED)
    async with app.run_test(size=(80, 24)) as pilot:
        assert "哮喘與間充質幹細胞" in await settled(pilot, "o", "t")


@pytest.mark.parametrize("size", [(80, 24), (40, 12), (200, 60)])
async def test_every_line_is_as_wide_as_the_terminal(make_app: Make, size: tuple[int, int]) -> None:
    odd = tuple(
        replace(CELLS[0], row_key=nasty, row=nasty, column_key=nasty, column=nasty) for nasty in NASTY
    )
    document = replace(KNOWN.documents[1], title=NASTY[0] + NASTY[3], cells=odd)
    app = knowing(make_app([READING]), replace(KNOWN, documents=(document,)))
    async with app.run_test(size=size) as pilot:
        await settled(pilot, "o")
        for _ in range(6):
            await settled(pilot, "space")
            assert len(lines(app)) == size[1]
        assert "\x1b" not in text(app)
