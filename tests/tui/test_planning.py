"""Weak topics, exams and fitting, from the library."""

import asyncio
import os
import sys
from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path

import pytest
from click.testing import CliRunner

from sctui.cli.commands import cli
from sctui.locations import Home
from sctui.model.review import Rating
from sctui.scheduler.plans import Exam
from sctui.study.session import StudySession
from sctui.study.settings import StudySettings
from sctui.tui.app import SctuiApp
from sctui.tui.screens.library import LibraryScreen
from sctui.tui.screens.mastery import MasteryScreen
from sctui.tui.screens.study import StudyScreen
from tests.tui.conftest import START
from tests.tui.screen_text import press, settled, text, told, until, work_done

Make = Callable[..., SctuiApp]


async def test_weak_topics_are_shown_and_studied(make_app: Make) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "j", "j", "enter", "space", "4", "q")
        await press(pilot, "w")
        await work_done(app)
        screen = await press(pilot, "j", "k")
        assert isinstance(app.screen, MasteryScreen)
        assert "Mastery" in screen
        assert "1 of" in screen
        assert " studied" in screen
        assert "100%" in screen or "0%" in screen
        await press(pilot, "enter")
        assert isinstance(app.screen, StudyScreen)
        await press(pilot, "q", "q")
        assert isinstance(app.screen, LibraryScreen)


async def test_without_an_exam_one_is_asked_for(make_app: Make) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot, "e")
        assert "No exam is to come. P plans one." in told(app)


async def test_an_exam_s_part_of_today_is_studied(make_app: Make) -> None:
    app = make_app(exam=(Exam(date(2020, 1, 1)), Exam(date(2026, 12, 20), minutes=1, deck="自身免疫病")))
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot, "e")
        assert isinstance(app.screen, StudyScreen)
        assert "2 new" in text(app)  # thirty seconds a new card
        assert "in 27 days: 2 cards today" in told(app)


async def test_an_exam_s_minutes_are_filled_at_the_learner_s_own_pace(make_app: Make, tmp_path: Path) -> None:
    cards = "".join(f"  - {{id: c{number}, front: q{number}, back: a{number}}}\n" for number in range(40))
    (tmp_path / "deck.yaml").write_text(f"deck: D\nlanguage: en\ncards:\n{cards}", "utf-8")
    app = make_app([tmp_path], exam=(Exam(date(2026, 12, 20), minutes=1),), new_per_day=40)
    session = StudySession(app.desk.collection, tuple(f"c{number}" for number in range(24)), StudySettings())
    while session.next(START):
        session.grade(Rating.EASY, START, 2000)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot, "e")
        assert "in 27 days: 16 cards today" in told(app)  # all that are new, in two seconds each


async def test_fitting_runs_in_a_process_of_its_own_and_says_what_came_of_it(make_app: Make) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "O")
        await asyncio.wait_for(work_done(app), 60)
        await pilot.pause()
        assert "it takes 400" in told(app)


@pytest.mark.parametrize("keys", ["O", "q"])
async def test_fitting_is_stopped_by_its_key_and_by_leaving(
    make_app: Make, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, keys: str
) -> None:
    slow = tmp_path / "slow"
    slow.write_text('#!/bin/sh\necho $$ > "$0.pid"\nexec sleep 600\n', "utf-8")
    slow.chmod(0o755)
    monkeypatch.setattr(sys, "executable", str(slow))
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        assert "O stops it." in await press(pilot, "O")
        while not (found := tmp_path / "slow.pid").exists() or not found.read_text("utf-8"):
            await asyncio.sleep(0.01)
        screen = await press(pilot, keys)
        assert keys == "q" or "stops it" not in screen
    while _runs(int(found.read_text("utf-8"))):
        await asyncio.sleep(0.01)


def _runs(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    return True


async def test_the_last_act_is_taken_back_from_the_library_and_done_again(make_app: Make) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "j", "j", "enter", "space", "4", "q")
        assert "1 card done" in text(app)
        screen = await press(pilot, "u")
        assert "Taken back: the answer `easy` to “" in told(app)
        assert "1 card done" not in screen
        await press(pilot, "u")
        assert "nothing to undo" in told(app)
        screen = await press(pilot, "U")
        assert "Done again: the answer `easy`" in told(app)
        assert "1 card done" in screen


async def test_acts_on_many_cards_and_on_files_are_taken_back_and_done_again_after_a_restart(
    make_app: Make, home: Home
) -> None:
    table = home.folder.with_name("table.csv")
    table.write_text("front,back\none,eins\ntwo,zwei\n", "utf-8")
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        collection = app.desk.collection
        await settled(pilot, "slash", "escape", "A", "exclamation_mark")
        await until(pilot, lambda: len(collection.store.marks()), len(collection.cards))
    suspended = set(collection.store.marks())
    assert len(suspended) > 3
    CliRunner().invoke(cli, ["--home", str(home.folder), "import", str(table)])
    deck = home.decks / "table.yaml"
    assert deck.exists()

    for key, imported, marked in (
        ("u", False, True),
        ("u", False, False),
        ("U", False, True),
        ("U", True, True),
    ):
        app = make_app()
        async with app.run_test(size=(80, 24)) as pilot:
            await settled(pilot, key)
            await until(pilot, partial(_standing, app, deck), (imported, suspended if marked else set()))


def _standing(app: SctuiApp, deck: Path) -> tuple[bool, set[str]]:
    return deck.exists(), set(app.desk.collection.store.marks())
