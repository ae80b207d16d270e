"""Take the README's pictures from the running app: `python docs/take_pictures.py`, once the library is made.

A learner of some days is played on the bundled library in a folder that is thrown away; time stands where it
is put, so that the same library gives the same pictures.
"""

from __future__ import annotations

import asyncio
import re
import tempfile
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, datetime
from itertools import cycle
from pathlib import Path

from svg_text import in_cells
from textual.worker import WorkerCancelled

from sctui.collection import Collection
from sctui.config import Settings
from sctui.i18n.language import Language, speak
from sctui.locations import Home, bundled
from sctui.model.card import CardKind, Note
from sctui.model.review import Rating
from sctui.study.session import StudySession
from sctui.text.script import Script
from sctui.tui.app import SctuiApp
from sctui.tui.clock import Clock
from sctui.tui.desk import Desk
from sctui.tui.screens.study import StudyScreen

IMAGES = Path(__file__).parent / "images"
SIZE = (88, 28)
MORNING = int(datetime(2026, 11, 23, 8, 0, tzinfo=UTC).timestamp() * 1000)
DAY = 86_400_000
_GRADES = (Rating.GOOD, Rating.GOOD, Rating.EASY, Rating.GOOD, Rating.HARD, Rating.GOOD, Rating.AGAIN)


class PlayedTime:
    """A clock that is set."""

    def __init__(self) -> None:
        self.moment = MORNING - 6 * DAY

    def __call__(self) -> int:
        """UTC milliseconds."""
        return self.moment


def play(desk: Desk, time: PlayedTime, answers: int) -> None:
    """Give some answers, twelve seconds apart, in all decks by turns."""
    scopes = [loaded.deck.name for loaded in desk.collection.library.decks]
    sessions = cycle([StudySession(desk.collection, scope, desk.study_settings()) for scope in scopes])
    grades = cycle(_GRADES)
    for _ in range(answers):
        session = next(sessions)
        time.moment += 12_000
        if session.next(time.moment):
            session.grade(next(grades), time.moment, 9_000)


def shows_well(note: Note) -> bool:
    """A percentage shows best how an answer stands in its quote."""
    return note.kind is CardKind.TRIAL and note.back.endswith("%") and bool(note.sources)


def deck_to_show(desk: Desk) -> str:
    """The deck with most cards that show well."""
    decks = [loaded.deck for loaded in desk.collection.library.decks]
    return max(decks, key=lambda deck: sum(map(shows_well, deck.notes))).name


def study_up_to_a_good_card(desk: Desk, time: PlayedTime) -> None:
    """Study the deck until it asks a card that shows well."""
    session = StudySession(desk.collection, deck_to_show(desk), desk.study_settings())
    while (question := session.next(time.moment)) and not shows_well(question.card.note):
        session.grade(Rating.EASY, time.moment, 9_000)


async def take(desk: Desk) -> None:
    """The library, a card with its proof, and the passage that the card comes from."""
    async with SctuiApp(desk).run_test(size=SIZE) as pilot:
        await pilot.pause()
        save(pilot.app.export_screenshot(title="sctui"), "library.svg")
        await pilot.app.push_screen(StudyScreen(desk).begin(deck_to_show(desk)))
        await pilot.press("space")
        await pilot.pause()
        save(pilot.app.export_screenshot(title="sctui"), "study.svg")
        await pilot.press("s")
        await pilot.pause()
        save(pilot.app.export_screenshot(title="sctui"), "source.svg")


# pictures of what the library knows: the keys from the library to the screen
KNOWN = {
    "trials.svg": ("r", "l", "l", "l", "l"),
    "record.svg": ("r", "slash", *"is:merged", "enter", "enter", "j", "j", "j", "j"),
    "compare.svg": ("c", "l", "l", "l"),
    "quiz.svg": ("c", "z", *("space", "space") * 9, "space", "n", "space"),
    "mechanisms.svg": ("m", "l", "j", "j", "j", "l", "j"),
    "overview.svg": ("j", "o"),
    "statistics.svg": ("S", "7"),
    "browse.svg": ("slash", *"干细胞", "enter"),
}
# pictures of the app in Chinese, for the pages in Chinese
IN_CHINESE = {"library_zh.svg": ("j",), "settings_zh.svg": ("comma",), "statistics_zh.svg": ("S",)}


async def take_known(desk: Desk, pictures: Mapping[str, tuple[str, ...]]) -> None:
    """Studies, comparisons, mechanisms, the overview of a document and more: what some keys lead to."""
    for name, keys in pictures.items():
        async with SctuiApp(desk).run_test(size=SIZE) as pilot:
            for key in keys:
                await pilot.press(key)
                with suppress(WorkerCancelled):  # newer work takes the place of older
                    await pilot.app.workers.wait_for_complete()
                await pilot.pause()
            await pilot.pause()
            save(pilot.app.export_screenshot(title="sctui"), name)


def save(svg: str, name: str) -> None:
    """Write a picture."""
    IMAGES.mkdir(exist_ok=True)
    thrown_away = re.compile(re.escape(tempfile.gettempdir()) + r"/\w+")  # the home, other each time
    shown = thrown_away.sub(lambda found: "~/learning".rjust(len(found[0]), "\N{NO-BREAK SPACE}"), svg)
    (IMAGES / name).write_text(in_cells(shown), "utf-8")


def main() -> None:
    """Play some days, then take the pictures."""
    time = PlayedTime()
    with tempfile.TemporaryDirectory() as folder:
        home = Home(Path(folder))
        collection = Collection.open([bundled() / "decks"], home.database)
        desk = Desk(collection, Settings(new_per_day=60), home, Clock(time, UTC))
        for day in range(6, 0, -1):
            time.moment = MORNING - day * DAY
            play(desk, time, 60)
        time.moment = MORNING
        play(desk, time, 9)
        study_up_to_a_good_card(desk, time)
        asyncio.run(take(desk))
        asyncio.run(take_known(desk, KNOWN))
        speak(Language.SIMPLIFIED)
        desk.settings = replace(desk.settings, language=Language.SIMPLIFIED, script=Script.SIMPLIFIED)
        asyncio.run(take_known(desk, IN_CHINESE))
        collection.close()


if __name__ == "__main__":
    main()
