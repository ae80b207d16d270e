import re
from collections.abc import Callable
from pathlib import Path

import pytest
from textual.pilot import Pilot

from sctui.i18n.language import Language, speak
from sctui.locations import Home
from sctui.text.script import Script
from sctui.tui.actions import ACTIONS, SCOPES
from sctui.tui.app import SctuiApp
from sctui.tui.card_text import FLAGS
from sctui.tui.screens import library
from sctui.tui.screens.library import LibraryScreen
from sctui.tui.settings.taking_effect import show_again
from tests.tui.conftest import START
from tests.tui.screen_text import press, settled, text, told, work_done
from tests.tui.studied import study_for

Make = Callable[..., SctuiApp]


def _row(screen: str, name: str) -> list[str]:
    """Name and counts; the mark before the name and the mastery behind the counts are left out."""
    words = next(line for line in screen.split("\n") if name in line).lstrip(" ▸▾").split()
    return words[: 3 + len(name.split())]


async def test_decks_stand_as_a_tree_with_counts(make_app: Make) -> None:
    async with make_app().run_test(size=(80, 24)) as pilot:
        screen = await press(pilot)
        assert _row(screen, "All decks")[2:] == ["8", "·", "·"]
        assert _row(screen, "自身免疫病") == ["自身免疫病", "5", "·", "·"]
        assert "▾ 自身免疫病" in screen
        assert _row(screen, "狼疮") == ["狼疮", "3", "·", "·"]
        assert "8 new   0 learning   0 due" in screen


async def test_the_days_limit_shows_in_the_counts(make_app: Make) -> None:
    async with make_app(new_per_day=2).run_test(size=(80, 24)) as pilot:
        screen = await press(pilot)
        assert _row(screen, "All decks")[2:] == ["2", "·", "·"]
        assert _row(screen, "狼疮") == ["狼疮", "2", "·", "·"]


async def test_a_deck_folds_and_unfolds(make_app: Make) -> None:
    async with make_app().run_test(size=(80, 24)) as pilot:
        folded = await press(
            pilot, "j", "j", "j", "h", "h"
        )  # from the last deck to the one above it, then fold that
        assert "▸ 自身免疫病" in folded
        assert "狼疮" not in folded
        unfolded = await press(pilot, "right")
        assert "▾ 自身免疫病" in unfolded
        assert "狼疮" in unfolded


async def test_enter_studies_the_deck_under_the_cursor_and_q_comes_back_with_new_counts(
    make_app: Make,
) -> None:
    async with make_app().run_test(size=(80, 24)) as pilot:
        screen = await press(pilot, "G", "enter")
        assert "What does MSC stand for?" in screen
        screen = await press(pilot, "space", "4", "q")
        assert _row(screen, "Terms") == ["Terms", "2", "·", "·"]
        assert "1 card done" in screen


async def test_a_click_moves_the_cursor_and_a_second_one_studies(make_app: Make) -> None:
    async with make_app().run_test(size=(80, 24)) as pilot:
        await pilot.click("DeckList", offset=(10, 4))
        await pilot.pause()
        assert "Library" in text(pilot.app)
        await pilot.click("DeckList", offset=(10, 4))
        await pilot.pause()
        assert "What does MSC stand for?" in text(pilot.app)


async def test_the_script_switches_and_is_remembered(make_app: Make, home: Home) -> None:
    async with make_app(script=Script.SIMPLIFIED).run_test(size=(80, 24)) as pilot:
        screen = await press(pilot, "t")
        assert "自身免疫病" in screen
        assert "狼瘡" in screen
        assert "繁體(台灣)" in screen
    assert home.config.read_text("utf-8") == 'script = "zh-Hant-TW"\n'


async def test_another_script_or_language_counts_nothing_again(
    make_app: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await work_done(app)
        assert "Coming" in await settled(pilot)

        def counted(*_: object) -> None:
            raise AssertionError

        monkeypatch.setattr(library, "count_home", counted)
        monkeypatch.setattr(library, "read_home", counted)
        await press(pilot, "t")
        speak(Language.SIMPLIFIED)
        try:
            await show_again(app)
            again = await settled(pilot)
            assert "全部牌组" in again
            assert "即将到期" in again
            await press(pilot, "question_mark", "escape")
            await work_done(app)
            assert "即将到期" in await settled(pilot)
        finally:
            speak(Language.AS_SYSTEM)


async def test_a_script_that_cannot_be_saved_is_said_and_used(make_app: Make, home: Home) -> None:
    app = make_app(script=Script.SIMPLIFIED)
    home.config.mkdir(parents=True)
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await press(pilot, "t")
        assert "could not be saved" in told(app)
        assert "狼瘡" in screen


async def test_an_empty_library_says_how_to_begin(make_app: Make, tmp_path: Path) -> None:
    async with make_app([tmp_path / "nothing"]).run_test(size=(80, 24)) as pilot:
        screen = await press(pilot, "enter", "j", "p")
        assert "There are no cards yet" in screen
        assert "sctui convert" in screen


@pytest.fixture
def broken(tmp_path: Path) -> Path:
    folder = tmp_path / "broken"
    folder.mkdir()
    (folder / "good.yaml").write_text("deck: Good\nlanguage: en\ncards:\n  - {id: g1, front: a, back: b}\n")
    (folder / "bad.yaml").write_text("deck: [Bad\x07\n")
    return folder


async def test_a_broken_deck_is_told_and_does_not_keep_the_others(make_app: Make, broken: Path) -> None:
    async with make_app([broken]).run_test(size=(100, 24)) as pilot:
        screen = await press(pilot)
        assert "Good" in screen
        assert "1 problem in your decks" in screen
        problems = await press(pilot, "p")
        assert "bad.yaml:1:" in problems.translate(dict.fromkeys(map(ord, "\n │")))  # a long path is wrapped
        screen = await press(pilot, "q", "j", "enter")
        assert "Good" in screen
        assert "Show the answer" in screen


async def test_without_problems_p_does_nothing(make_app: Make) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "p")
        assert isinstance(app.screen, LibraryScreen)


async def read_to_the_end(pilot: Pilot[None]) -> str:
    screens = [text(pilot.app)]
    while (below := await press(pilot, "j")) != screens[-1]:
        screens.append(below)
    return "".join(screens)


async def test_help_lists_every_key_mark_and_place(make_app: Make) -> None:
    async with make_app().run_test(size=(180, 60)) as pilot:
        screen = await press(pilot, "question_mark") + await read_to_the_end(pilot)
        for action in ACTIONS:
            assert action.scope not in SCOPES or action.help in screen
        for _, _, meaning in FLAGS.values():
            assert meaning in screen
        assert "your reviews" in screen
        assert "Help ─" not in await press(pilot, "q")


async def test_help_begins_with_the_keys_of_the_screen(make_app: Make) -> None:
    async with make_app().run_test(size=(80, 24)) as pilot:
        assert "Study what is selected" in await press(pilot, "question_mark")
        assert "Again: I did not know it" in await press(pilot, "q", "enter", "question_mark")


async def test_a_small_window_shows_nothing_but_the_message(make_app: Make) -> None:
    async with make_app().run_test(size=(39, 11)) as pilot:
        screen = await press(pilot, "j")
        assert "The window is too small." in screen
        assert "All decks" not in screen


async def test_a_click_on_the_mark_folds_a_deck(make_app: Make) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        assert "狼疮" in text(app)
        for shown in (False, True):
            await pilot.click("DeckList", offset=(2, 1))
            await pilot.pause()
            assert ("狼疮" in text(app)) is shown
        assert isinstance(app.screen, LibraryScreen)


async def test_a_theme_that_is_chosen_is_remembered(make_app: Make, home: Home) -> None:
    async with make_app().run_test(size=(80, 24)) as pilot:
        pilot.app.theme = "textual-light"
        await pilot.pause()
    assert home.config.read_text("utf-8") == 'theme = "textual-light"\n'


@pytest.mark.parametrize("theme", ["", "no such theme", "nord"])
async def test_an_unknown_theme_is_the_default_one_and_told_of(
    make_app: Make, home: Home, theme: str
) -> None:
    async with make_app(theme=theme).run_test(size=(80, 24)) as pilot:
        assert pilot.app.theme == ("nord" if theme == "nord" else "textual-dark")
        wrong = f'{home.config}: `theme` is "no such theme"'
        assert (wrong in told(pilot.app)) is (theme == "no such theme")


async def test_thousands_of_decks_are_drawn(make_app: Make, tmp_path: Path) -> None:
    folder = tmp_path / "many"
    folder.mkdir()
    for n in range(300):
        card = f"  - {{id: c{n}, front: a, back: b}}\n"
        (folder / f"{n:03}.yaml").write_text(
            f"deck: Group {n // 10:02}::Deck {n:03}\nlanguage: en\ncards:\n{card}"
        )
    async with make_app([folder]).run_test(size=(80, 24)) as pilot:
        screen = await press(pilot, "G")
        assert "Deck 299" in screen
        assert "Deck 280" not in screen
        assert "All decks" in await press(pilot, "g")


async def test_a_deck_unfolds_to_its_topics_and_enter_studies_one(make_app: Make) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        assert "临床试验" not in await press(pilot, "j", "j")
        unfolded = await press(pilot, "l")
        assert _row(unfolded, "狼疮笔记") == ["狼疮笔记", "3", "·", "·"]
        unfolded = await press(pilot, "j", "l", "j")
        assert _row(unfolded, "临床试验") == ["临床试验", "1", "·", "·"]
        assert "狼疮笔记 › 临床试验" in await press(pilot, "enter")
        await press(pilot, "space", "4")
        reviewed = [review.card for review in app.desk.collection.store.reviews()]
        assert reviewed == ["lupus-40-remission"]
        assert "狼疮笔记" not in await press(pilot, "enter", "h", "h", "h", "h")


async def test_streak_time_left_what_comes_and_mastery_are_told(make_app: Make) -> None:
    app = make_app()
    study_for(app.desk.collection, START, 3)
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await settled(pilot, "j", "k")
        assert "3 days in a row" in screen
        assert "1 due   about 9 s" in screen  # the usual pace: too few cards for one of one's own
        assert "due within 14 days" in screen
        states = app.desk.collection.store.due_before(START * 2)
        mastered = len(states) / len(app.desk.collection.cards)
        assert mastered > 0
        assert re.search(r"All decks .* █+·* +\d+%", screen)


async def test_a_narrow_library_leaves_out_the_mastery(make_app: Make) -> None:
    async with make_app().run_test(size=(50, 24)) as pilot:
        screen = await settled(pilot, "j", "k")
        assert "Mastery" not in screen
        assert _row(screen, "All decks")[2:] == ["8", "·", "·"]


@pytest.mark.parametrize(
    ("width", "told"),
    [
        (80, "Today   0 new   0 learning   1 due   about"),
        (46, "Today   0 new   0 learning   1 due\n"),
        (40, "Today   0 · 0 · 1\n"),
    ],
)
async def test_what_is_left_today_is_never_cut(make_app: Make, width: int, told: str) -> None:
    app = make_app()
    study_for(app.desk.collection, START, 3)
    async with app.run_test(size=(width, 24)) as pilot:
        assert told in await settled(pilot, "j", "k")
