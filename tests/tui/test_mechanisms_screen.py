from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from sctui.model.knowledge import LibraryKnowledge
from sctui.text.script import Script
from sctui.tui.app import SctuiApp
from sctui.tui.screens.library import LibraryScreen
from sctui.tui.screens.mechanisms import MechanismsScreen
from sctui.tui.screens.study import StudyScreen
from sctui.tui.widgets.mechanism_list import MechanismList
from tests.tui.known import ASTHMA, KNOWN, LINKS, link, proof
from tests.tui.screen_text import lines, settled, text, told
from tests.tui.test_trials_screen import knowing
from tests.tui.test_widths import NASTY

Make = Callable[..., SctuiApp]
READING = Path(__file__).parent / "reading" / "decks"


@pytest.fixture
def app(make_app: Make) -> SctuiApp:
    return knowing(make_app([READING]))


def row(screen: str, *words: str) -> str:
    return next(line for line in screen.split("\n") if all(word in line for word in words))


async def test_a_chain_is_opened_step_by_step(app: SctuiApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await settled(pilot, "m")
        assert "8 steps of 5 subjects" in screen
        assert row(screen, "间充质干细胞").startswith("▸ 间充质干细胞")
        screen = await settled(pilot, "l", "l", "l", "l", "enter", "l")
        assert row(screen, "IDO", "分泌").startswith("  ▾ → 分泌")
        assert row(screen, "色氨酸", "减少").startswith("    ▾ ↓ 减少")
        assert row(screen, "T细胞增殖", "促进").startswith("        ↑ 促进")


async def test_reserves_denials_animals_and_contexts_are_marked(app: SctuiApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await settled(pilot, "m", "l", "j", "l", "j", "l")
        assert "↓ 抑制?" in row(screen, "B细胞")
        assert "✗ 分化为" in row(screen, "神经元")
        assert row(screen, "调节性T细胞", "促进").rstrip().endswith("1型糖尿病")
        assert row(screen, "T细胞增殖").rstrip().endswith("preclinical")
        screen = await settled(pilot, "j", "j")
        assert "does not: 分化为" in screen
        assert "a negative finding" in screen


async def test_h_closes_and_goes_up(app: SctuiApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot, "m", "l", "j", "l", "j", "h")
        assert app.screen.query_one(MechanismList).cursor == 1
        assert "色氨酸" in text(app)
        screen = await settled(pilot, "h", "h", "h")
        assert row(screen, "间充质干细胞").startswith("▸")
        assert app.screen.query_one(MechanismList).cursor == 0


async def test_a_circle_is_marked_and_not_opened(app: SctuiApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await settled(pilot, "m", "G", "l", "j", "l", "j", "enter")
        assert row(screen, "IL-10", "分泌").rstrip().endswith("↺")


async def test_the_step_under_the_cursor_shows_its_proof_and_leads_to_it(make_app: Make) -> None:
    words = "间充质干细胞分泌前列腺素E2"
    step = replace(link("MSC", "secretes", "前列腺素E2"), evidence=proof(words, ASTHMA, 10))
    app = knowing(make_app([READING]), LibraryKnowledge(links=(step,)))
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await settled(pilot, "m", "enter", "j")
        assert words in screen
        assert "asthma.md  line 10" in screen
        assert " 10  1   间充质干细胞分泌前列腺素E2" in await settled(pilot, "s")
        await settled(pilot, "q")
        assert isinstance(app.screen, MechanismsScreen)


async def test_a_search_finds_steps(app: SctuiApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await settled(pilot, "m", "slash", *"IL-10", "enter")
        assert "2 steps of 2 subjects" in screen
        assert "IDO" not in screen
        assert "Nothing fits" in await settled(pilot, "slash", *"000")
        assert "8 steps" in await settled(pilot, "escape")
        await settled(pilot, "q")
        assert isinstance(app.screen, LibraryScreen)


async def test_the_cards_below_a_row_are_studied(make_app: Make) -> None:
    app = make_app([READING])
    card = next(iter(app.desk.collection.cards.values())).note.id
    knowing(app, replace(KNOWN, links=tuple(replace(one, card=card if one.card else "") for one in LINKS)))
    async with app.run_test(size=(80, 24)) as pilot:
        assert "1 card on all that they lead to" in await settled(pilot, "m")
        await settled(pilot, "a")
        assert isinstance(app.screen, StudyScreen)
        await settled(pilot, "q", "G", "a")
        assert "No card asks for this" in told(app)


async def test_names_change_script_and_quotes_do_not(app: SctuiApp) -> None:
    app.desk.settings = replace(app.desk.settings, script=Script.SIMPLIFIED)
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await settled(pilot, "m", "t", "l", "j", "j", "j")
        assert "間充質幹細胞" in screen
        assert "▌ 间充质干细胞调节性T细胞" in screen


async def test_the_mouse_opens_a_row(app: SctuiApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot, "m")
        await pilot.click("MechanismList", offset=(5, 0))
        await pilot.pause()
        assert "分泌" in text(app)


async def test_a_library_without_mechanisms_says_what_to_do(make_app: Make) -> None:
    async with knowing(make_app(), LibraryKnowledge()).run_test(size=(80, 24)) as pilot:
        assert "No mechanism is known yet." in await settled(pilot, "m", "l", "enter", "a")


async def test_thousands_of_steps_are_shown(make_app: Make) -> None:
    many = tuple(link("MSC", "secretes", f"factor {n:04}") for n in range(5000))
    async with knowing(make_app(), LibraryKnowledge(links=many)).run_test(size=(80, 24)) as pilot:
        assert "factor 4999" in await settled(pilot, "m", "l", "G")


@pytest.mark.parametrize("size", [(80, 24), (40, 12), (111, 25), (200, 60)])
async def test_every_line_is_as_wide_as_the_terminal(make_app: Make, size: tuple[int, int]) -> None:
    odd = tuple(link(a, "promotes", b, context=b) for a in NASTY for b in NASTY)
    app = knowing(make_app(script=Script.HONG_KONG), LibraryKnowledge(links=odd))
    async with app.run_test(size=size) as pilot:
        for key in ("m", *"ljljljljlj", "G", "l", "j"):
            await settled(pilot, key)
            assert len(lines(app)) == size[1]
