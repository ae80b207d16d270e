from collections.abc import Callable
from pathlib import Path

from sctui.tui.app import SctuiApp
from sctui.tui.screens.history import HistoryScreen
from sctui.tui.screens.library import LibraryScreen
from sctui.tui.screens.more import MoreScreen
from sctui.tui.screens.study import StudyScreen
from tests.tui.conftest import START, Watch
from tests.tui.screen_text import press, settled, text, told
from tests.tui.studied import study_for

Make = Callable[..., SctuiApp]


async def test_when_nothing_is_due_there_is_something_to_go_on_with(make_app: Make) -> None:
    app = make_app(new_per_day=0)
    study_for(app.desk.collection, START, 3)
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await settled(pilot, "j", "enter")
        assert isinstance(app.screen, MoreScreen)
        assert "Nothing to study here now." in screen
        assert "   cards recalled\n" in screen
        for heading in ("Ahead", "Weakest topics", "Cram"):
            assert heading in screen
        log = app.desk.collection.store.log()
        assert "Cramming, not recorded" in await settled(pilot, "G", "enter")
        screen = await press(pilot, "space")
        assert "1 Again" in screen
        assert "2 Hard" not in screen
        await press(pilot, "3")
        while isinstance(app.screen, StudyScreen):
            await press(pilot, "space", "3")
        assert "nothing was logged" in text(app)
        assert app.desk.collection.store.log() == log
        await settled(pilot, "enter")
        assert isinstance(app.screen, MoreScreen)
        await settled(pilot, "q")
        assert isinstance(app.screen, LibraryScreen)


async def test_the_end_of_a_session_tells_what_was_hard_and_leads_on(make_app: Make, watch: Watch) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "j", "j", "enter", "space", "1")
        while isinstance(app.screen, StudyScreen):
            watch.pass_by(seconds=700)
            await press(pilot, "space", "4")
        screen = text(app)
        assert "Well done!" in screen
        assert "Hard:" in screen
        assert "×1" in screen
        assert "100%" in screen
        await settled(pilot, "m")
        assert isinstance(app.screen, MoreScreen)


async def test_the_history_of_a_card_and_the_lines_after_its_quote(make_app: Make) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "j", "j", "enter", "i")
        assert "Show the answer first" in told(app)
        await press(pilot, "r")
        assert "show the answer first" in told(app)
        await press(pilot, "space")
        after = await press(pilot, "r")
        assert "没有发现严重的不良反应。" in after  # the line behind the quoted one
        assert "was not answered yet" in await settled(pilot, "i")
        assert isinstance(app.screen, HistoryScreen)
        await press(pilot, "q", "3", "u", "space")
        assert isinstance(app.screen, StudyScreen)


async def test_a_card_that_becomes_a_leech_is_said_to_be_one(make_app: Make, watch: Watch) -> None:
    app = make_app(leech_lapses=1)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "j", "j", "enter", "space", "4", "q")
        watch.pass_by(seconds=20 * 86_400)
        await press(pilot, "enter", "space", "1")
        assert "is a leech: forgotten again and again" in told(app)
        assert "“" in told(app)  # which one, since another card is asked already


async def test_the_end_says_that_what_is_new_lies_beyond_the_core(make_app: Make, tmp_path: Path) -> None:
    cards = "cards:\n  - {id: a, kind: term, front: q1, back: b1, tags: [core]}\n  - {id: b, kind: term, front: q2, back: b2}\n"
    (tmp_path / "deck.yaml").write_text(f"deck: D\nlanguage: en\n{cards}", "utf-8")
    app = make_app([tmp_path])
    async with app.run_test(size=(80, 24)) as pilot:
        end = await press(pilot, "enter", "space", "4")
        assert "The core of it is begun. m offers the rest;" in end
        assert "The core of it is begun" not in await press(pilot, "m", "enter", "space", "4")
