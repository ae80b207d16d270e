"""100,000 cards on a pseudo-terminal against a minimal Textual app in the same run.

First frame, memory, and from a key to the last byte of the frame it brings: grading and the next card, a
keystroke in Browse, opening each screen. The home is made first and opened once, which is measured by itself;
then its decks are remembered, as is checked. Run by itself: `python -m benchmarks.latency [CARDS]`.

Both programs run with their byte code, as installed ones do: where PYTHONDONTWRITEBYTECODE was set, ours was
compiled anew at every start, and Textual, which pip had compiled, was not.
"""

from __future__ import annotations

import statistics
import sys
import tempfile
from dataclasses import dataclass, replace
from itertools import cycle, islice
from pathlib import Path
from time import perf_counter, sleep

from benchmarks import large
from benchmarks.report import Row, show
from benchmarks.terminal import Terminal
from sctui.decks.library import deck_files, read_library
from sctui.decks.remembered import RememberedDecks
from sctui.decks.yaml_writer import deck_text
from sctui.locations import Home, bundled
from sctui.model.card import CardType
from sctui.model.deck import Deck
from sctui.model.document import Language

_ALL_READ = "Coming"  # stands there when decks, counts and figures have been read
_BEING_READ = "Reading"  # on a screen that reads what it shows, where that takes a while
_MINIMAL = [str(Path(__file__).with_name("minimal_app.py"))]
_SCTUI = ["-c", "from sctui.cli.main import run; run()"]
_GRADES, _OPENED, _STARTS = 30, 12, 5
_LEFT = 0.2  # seconds of quiet until a screen is left
_READY = 0.4, 0.8  # seconds: of quiet before the next key, and at most: a cursor blinks
_TYPED = ("干细胞移植", "狼疮疗效", "deck:topic 03", "lapses>1 细胞", "078", "没有的词")
# from the library, the keys, of which the last one opens the screen, and words that stand on it alone
SCREENS = {
    "Browse": ("/", "Browse"),
    "Weak topics": ("w", "Mastery"),
    "Statistics": ("S", "Statistics"),
    "Help": ("?", "Help"),
    "Study": ("\r", "Show the answer"),
    "Trials": ("r", "Trials"),
    "Compare": ("c", "Compare"),
    "Mechanisms": ("m", "Mechanisms"),
    "Overview": ("o", "Overview"),
    "Documents": ("d", "Read which document?"),
    "Document": ("d\r", ".md "),
    "Plans": ("P", "Plans"),
    "Settings": (",", "Settings"),
    "History": ("\r i", "History"),
    "Form": ("\rE", "Edit card"),
    "Own keys": (",K", "Keys"),
    "Help over a card": ("\r?", "Help"),
    "Record": ("r\r", "The study"),
    "Add documents": ("a", "Add documents"),
    "Export": ("x", "Export:"),
    "Source": ("G\r s", "Source"),  # of a card of the last deck, a bundled one: others have no source
}
_OVER, _SLOWEST = 16.0, 50.0  # milliseconds over the minimal app's, in the middle and at the 95th percentile


def fill_home(home: Home, cards: int) -> None:
    """The bundled notes, so often that there are as many cards, in twenty decks; each answered once."""
    notes = [
        note
        for loaded in read_library([bundled() / "decks"]).decks
        for note in loaded.deck.notes
        if note.type is CardType.BASIC
    ]
    made = [
        replace(note, id=large.name(number), front=f"{note.front} {number:06}", sources=(), reverse=None)
        for number, note in enumerate(islice(cycle(notes), cards))
    ]
    home.decks.mkdir(parents=True)
    for place in range(large.DECKS):
        deck = Deck(f"Topic {place:02}", Language.SIMPLIFIED, tuple(made[place :: large.DECKS]))
        (home.decks / f"{place:02}.yaml").write_text(deck_text(deck), "utf-8")
    large.fill_ours(home.database, large.Size(cards, cards), large.now_ms())


def measure_keys(home: Path) -> dict[str, list[float]]:
    """Milliseconds a key, by what it does."""
    times: dict[str, list[float]] = {"minimal": _minimal(home)}
    app = Terminal(_SCTUI, home)
    app.wait_for(_ALL_READ)
    app.settle(2.0)
    app.send("\r")
    app.wait_for("Show the answer")
    for _ in range(_GRADES):
        times.setdefault("show the answer", []).append(app.press(" "))
        app.settle(0.1)
        times.setdefault("grade and next card", []).append(app.press("3"))
        app.settle(0.1)
    app.press("q")
    app.settle(1.0)
    app.press("/")
    app.settle(2.0)
    sleep(15)  # the index is made beside the screen
    app.settle(1.0)
    for query in _TYPED:
        for char in query:
            times.setdefault("search keystroke", []).append(app.press(char))
            app.settle(0.1)
        app.press("\x1b")
        app.press("\x1b")
        app.press("/")
    for _ in range(3):
        app.press("\x1b")
    app.settle(1.0)
    for name, (keys, words) in SCREENS.items():
        for _ in range(_OPENED):
            for key in keys[:-1]:
                app.press(key)
                app.settle(*_READY)
            times.setdefault(f"open {name}", []).append(app.press(keys[-1]))
            if not (app.shows(words) or app.shows(_BEING_READ)):
                raise RuntimeError(f"{name} was not opened by {keys!r}, or not all at once")
            app.settle(*_READY)
            for _ in range(3):  # Browse leaves its line first; the library stays on Escape, and draws nothing
                app.send("\x1b")
                app.settle(_LEFT)
            app.settle(*_READY)
    app.end()
    return times


def _minimal(home: Path) -> list[float]:
    app = Terminal(_MINIMAL, home)
    app.wait_for("Ready.")
    taken = [app.press("k") for _ in range(_GRADES * 2)]
    app.end()
    return taken


@dataclass(frozen=True, slots=True)
class Start:
    """One start: seconds to the first frame and until all is read, those of the processor, and megabytes."""

    first: float
    first_cpu: float
    read: float
    read_cpu: float
    megabytes: float


def measure_start(arguments: list[str], home: Path, shown: str, read: str) -> Start:
    """Start a program, wait until `read` is on its screen as well and its threads are done, and leave."""
    started = perf_counter()
    app = Terminal(arguments, home)
    app.wait_until(shown)
    first, first_cpu = perf_counter() - started, app.processor_seconds
    app.wait_until(read)
    all_read, read_cpu = perf_counter() - started, app.processor_seconds
    app.settle(1.0)
    app.rest()
    megabytes = app.megabytes
    app.leave()
    return Start(first, first_cpu, all_read, read_cpu, megabytes)


def measure_ours(home: Path) -> Start:
    """The same of sctui."""
    return measure_start(_SCTUI, home, "All decks", _ALL_READ)


def check_remembered(home: Home) -> None:
    """See that the next start reads no deck again.

    Raises:
        RuntimeError: when it does: what is measured would be no home that has been used.
    """
    remembered = RememberedDecks(home.remembered)
    for folder, file in deck_files(home.library):
        if remembered.get(folder, file) is None:
            raise RuntimeError(f"{file}: is not remembered")


def starts(home: Home) -> list[Row]:
    """The very first start, and those of a home that has been used."""
    first = measure_ours(home.folder)
    check_remembered(home)
    least, ours = [], []
    for _ in range(_STARTS):
        least.append(measure_start(_MINIMAL, home.folder, "Ready.", "Ready."))
        ours.append(measure_ours(home.folder))
    check_remembered(home)
    pairs = list(zip(ours, least, strict=True))
    cpu = statistics.median(our.first_cpu / base.first_cpu for our, base in pairs)
    read, read_cpu = (statistics.median(getattr(our, name) for our in ours) for name in ("read", "read_cpu"))
    megabytes = statistics.median(our.megabytes for our in ours)
    base = statistics.median(one.megabytes for one in least)
    told = f"minimal Textual app = 1; in time of the processor {cpu:.2f}; "
    told += f"all read after {read:.1f} s, of the processor {read_cpu:.1f}"
    return [
        Row("first frame", told, statistics.median(our.first / base.first for our, base in pairs), 1.3),
        Row("memory", f"{megabytes:.0f} MB; minimal app {base:.0f} MB", megabytes / base, 1.6),
        Row(
            "the very first start: first frame",
            f"all read after {first.read:.1f} s ({first.read_cpu:.1f} s of the processor)",
            first.first / statistics.median(one.first for one in least),
        ),
        Row("the very first start: memory", f"{first.megabytes:.0f} MB", first.megabytes / base),
    ]


def rows(times: dict[str, list[float]]) -> list[Row]:
    """Two lines of the report for each thing that keys do."""
    least = times.pop("minimal")
    found = []
    for name, taken in times.items():
        middle = statistics.median(taken) - statistics.median(least)
        slow = _slow(taken) - _slow(least)
        figures = f"{statistics.median(taken):.1f} ms, 95th percentile {_slow(taken):.1f}; minimal app "
        figures += f"{statistics.median(least):.1f}, {_slow(least):.1f}; {len(taken)} keys"
        found.append(Row(f"key: {name}, median over minimal", figures, middle, _OVER, "ms"))
        found.append(Row(f"key: {name}, 95th percentile over minimal", "", slow, _SLOWEST, "ms"))
    return found


def _slow(taken: list[float]) -> float:
    return statistics.quantiles(taken, n=20)[18]


def main(cards: int = 100_000) -> list[Row]:
    """Measure; what was found, as lines of the report."""
    with tempfile.TemporaryDirectory() as place:
        home = Home(Path(place) / "home")
        fill_home(home, cards)
        return [*starts(home), *rows(measure_keys(home.folder))]


if __name__ == "__main__":
    show(main(int(sys.argv[1]) if len(sys.argv) > 1 else 100_000))
