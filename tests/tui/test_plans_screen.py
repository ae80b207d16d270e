"""Plans in the app: a backlog, exams, breaks, the desired retention that fits."""

import asyncio
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from sctui.config import read_settings
from sctui.locations import Home
from sctui.model.change import ChangeKind
from sctui.scheduler.plans import Break, Exam
from sctui.tui.app import SctuiApp
from sctui.tui.screens.library import LibraryScreen
from sctui.tui.screens.plans import PlansScreen
from sctui.tui.screens.retention import RetentionScreen
from sctui.tui.screens.spread import SpreadScreen
from sctui.tui.widgets.setting_list import SettingList
from tests.tui.conftest import START, Watch
from tests.tui.screen_text import press, settled, text, told, work_done
from tests.tui.studied import study_for

Make = Callable[..., SctuiApp]
_DAY = 86_400


def _go_to(app: SctuiApp, key: str) -> None:
    app.screen.query_one(SettingList).go_to(key)


async def test_a_backlog_is_shown_before_it_is_spread_and_taken_back_as_one_act(
    make_app: Make, watch: Watch
) -> None:
    app = make_app(reviews_per_day=2, new_per_day=0)
    study_for(app.desk.collection, START, 4)
    watch.pass_by(seconds=60 * _DAY)
    store = app.desk.collection.store
    before = store.states_page(0, 99)
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await settled(pilot, "P")
        assert isinstance(app.screen, PlansScreen)
        assert "due: more than a day of 2" in screen
        screen = await settled(pilot, "enter")
        assert isinstance(app.screen, SpreadScreen)
        assert "Saturday 23 January 2027" in screen
        assert "Over " in screen
        assert "more than with the longest overdue first" in screen
        assert "2 due cards a day" in screen
        assert store.states_page(0, 99) == before  # looking changes nothing
        assert "3 due cards a day" in await settled(pilot, "plus")
        assert "2 due cards a day" in await settled(pilot, "minus")
        await settled(pilot, "a")
        assert "u in the library takes it back" in told(app)
        assert isinstance(app.screen, PlansScreen)
        assert "2 due: fits into a day" in text(app)
        changes = [entry for entry in store.log() if getattr(entry, "kind", "") == ChangeKind.DUE]
        assert len(changes) == len({change.card for change in changes}) > 2
        await settled(pilot, "q", "u")
        assert isinstance(app.screen, LibraryScreen)
        assert store.states_page(0, 99) == before


async def test_what_fits_into_a_day_is_not_spread(make_app: Make) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        assert "0 due: fits into a day" in await settled(pilot, "P")
        screen = await settled(pilot, "enter")
        assert "There is nothing to relieve." in screen
        await settled(pilot, "a")  # nothing to do
        assert isinstance(app.screen, SpreadScreen)


async def test_an_exam_is_planned_and_no_longer(make_app: Make, home: Home) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot, "P")
        _go_to(app, "new exam")
        await press(pilot, "enter", *"2020-01-01", "enter")
        assert "Wednesday 1 January 2020 is too early." in told(app)
        await press(pilot, *"soon", "enter")
        assert "Write a day as 2027-05-31" in told(app)
        screen = await press(pilot, *"2026-12-20", "enter")
        assert "What is examined?" in screen
        assert "all decks" in screen
        await press(pilot, "down", "enter", *"0", "enter", *"25", "enter")
        exam = Exam(date(2026, 12, 20), 25, next(iter(app.desk.collection.decks)))
        assert app.desk.settings.exam == (exam,)
        assert read_settings(home.config).exam == (exam,)
        screen = text(app)
        assert "Sunday 20 December 2026" in screen
        assert "in 27 days" in screen
        assert "25 minutes a day" in screen
        _go_to(app, f"exam {exam}")
        await press(pilot, "x")
        assert not app.desk.settings.exam
        assert not read_settings(home.config).exam


async def test_what_to_expect_of_an_exam_is_worked_out_in_a_process(
    make_app: Make, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = tmp_path / "program"
    program.write_text('#!/bin/sh\necho "asked: $@"\n', "utf-8")
    program.chmod(0o755)
    monkeypatch.setattr(sys, "executable", str(program))
    exam = Exam(date(2026, 12, 20), 25, topic="一 / 二")
    app = make_app(exam=(exam,))
    async with app.run_test(size=(120, 30)) as pilot:
        await settled(pilot, "P")
        _go_to(app, f"exam {exam}")
        screen = await settled(pilot, "enter")
        assert "exam --date 2026-12-20 --topic 一 / 二 --minutes 25" in " ".join(screen.split())


async def test_a_break_is_planned_and_what_falls_due_in_it_is_moved(make_app: Make) -> None:
    app = make_app(new_per_day=0)
    study_for(app.desk.collection, START, 4)
    store = app.desk.collection.store
    before = store.states_page(0, 99)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot, "P")
        _go_to(app, "new pause")
        await press(pilot, "enter", *"2026-11-25", "enter", *"2026-11-24", "enter")
        assert "Tuesday 24 November 2026 is too early." in told(app)
        await press(pilot, *"2027-03-25", "enter")
        await work_done(app)
        assert app.desk.settings.pause == (Break(date(2026, 11, 25), date(2027, 3, 25)),)
        screen = text(app)
        assert "until Thursday 25 March 2027" in screen
        assert "Due in a break" in screen
        _go_to(app, "move")
        screen = await settled(pilot, "enter")
        assert isinstance(app.screen, SpreadScreen)
        assert "due in a break:" in screen
        await settled(pilot, "a")
        assert "Due in a break" not in text(app)
        assert store.states_page(0, 99) != before
        await settled(pilot, "q", "u")
        assert store.states_page(0, 99) == before


async def test_a_plan_that_is_not_true_any_more_is_made_anew(make_app: Make, watch: Watch) -> None:
    app = make_app(reviews_per_day=2, new_per_day=0)
    study_for(app.desk.collection, START, 4)
    watch.pass_by(seconds=60 * _DAY)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot, "P", "enter")
        study_for(app.desk.collection, watch.moment, 1)
        log = app.desk.collection.store.log()
        screen = await settled(pilot, "a")
        assert "Cards were answered meanwhile." in told(app)
        assert isinstance(app.screen, SpreadScreen)
        assert "There is nothing to relieve." in screen
        assert app.desk.collection.store.log() == log


_LOADS = [(0.8, 5.0, 30.0, 800.0), (0.9, 10.0, 50.0, 900.0), (0.95, 40.0, 90.0, 950.0)]


@pytest.fixture
def simulator(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A program in place of `sctui retention`, which waits where a file `wait` lies beside it."""
    loads = ", ".join(
        f'{{"retention": {one}, "minutes": {two}, "reviews": {three}, "recalled": {four}}}'
        for one, two, three, four in _LOADS
    )
    said = f'{{"cards": 1000, "new_per_day": 20, "minutes_studied": 12.2, "workloads": [{loads}]}}'
    program = tmp_path / "program"
    program.write_text(
        f'#!/bin/sh\necho $$ > "$0.pid"\n[ -e "$0.wait" ] && exec sleep 600\necho \'{said}\'\n', "utf-8"
    )
    program.chmod(0o755)
    monkeypatch.setattr(sys, "executable", str(program))
    return program


@pytest.mark.usefixtures("simulator")
async def test_a_desired_retention_is_suggested_for_the_minutes_there_are_and_taken(
    make_app: Make, home: Home
) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot, "P")
        _go_to(app, "retention")
        screen = await settled(pilot, "enter")
        assert isinstance(app.screen, RetentionScreen)
        assert "suggested, now" in screen
        assert "1000 cards, 20 new a day" in screen
        assert "desired_retention = 0.90 fits into 12 minutes a day." in screen
        assert "In the last 30 days you studied 12 minutes on a day." in screen
        screen = await press(pilot, *["minus"] * 3)
        assert "desired_retention = 0.80 fits into 9 minutes a day." in screen
        await press(pilot, "enter")
        assert app.desk.settings.desired_retention == 0.8
        assert read_settings(home.config).desired_retention == 0.8
        assert "80%; suggest one" in await settled(pilot, "q")


async def test_a_simulation_ends_with_its_screen(make_app: Make, simulator: Path) -> None:
    simulator.with_name("program.wait").touch()
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot, "P")
        _go_to(app, "retention")
        assert "Simulating a year" in await press(pilot, "enter")
        while not (found := simulator.with_name("program.pid")).exists() or not found.read_text("utf-8"):
            await asyncio.sleep(0.01)
        await press(pilot, "q")
        assert isinstance(app.screen, PlansScreen)
    await _gone(int(found.read_text("utf-8")))


async def _gone(process: int) -> None:
    while Path(f"/proc/{process}").exists() and "sleep" in Path(f"/proc/{process}/cmdline").read_text(
        "utf-8"
    ):
        await asyncio.sleep(0.01)


async def test_plans_are_reached_from_the_settings(make_app: Make) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot, "comma", "P")
        assert isinstance(app.screen, PlansScreen)
