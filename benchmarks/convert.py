"""Conversion: the bundled documents or the originals, and time and memory as a text grows to 10 MB.

The gate is on what one waits for `sctui convert` after start-up: the first conversion of the files by a
process whose interpreter, modules, lexicon and templates are loaded. What is loaded or compiled at first use
(the tables of Chinese scripts, patterns that depend on the document) counts; from an earlier conversion
nothing is kept but compiled patterns, as a command keeps them (not where PYTHONDONTWRITEBYTECODE is set).
These are seconds of a clock, the median of fresh processes, until all is worked out, and until the decks are
on the disk as well: where there is more than one processor, several processes convert, as they do for the
user; where the machine does other work at the same time, they say little. Beside them stand the seconds of
the processor that all of these take, that one process alone takes, and that later conversions in one process
take, which the caches of lines help. Growth is that of one process, by seconds of the processor. Memory is
the peak above what the process had before it read.
"""

from __future__ import annotations

import resource
import statistics
import sys
import tempfile
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import partial
from multiprocessing import get_context
from pathlib import Path
from time import perf_counter, process_time
from typing import NamedTuple, TypeVar

from benchmarks.report import Row, show
from sctui.cli.compiled import COMMANDS, leave_compiled, loading

with loading(COMMANDS):  # as a command loads them, which takes their patterns so
    from benchmarks.reading import write_text
    from sctui.conversion import Crew, Made, ToRead, together
    from sctui.decks.atomic_file import write_together
    from sctui.lexicon.lexicon import Lexicon
    from sctui.locations import bundled
    from sctui.model.progress import silent
    from sctui.pipeline import Knowledge, Opened, convert, plan, read_knowledge

_Given = TypeVar("_Given")
_Told = TypeVar("_Told")
_ROUNDS = 5
_GROWTH = 20
_MEGABYTES = (0.1, 1.0, 10.0)


@dataclass(frozen=True, slots=True)
class Growth:
    """Microseconds per character for a text, and for the same text many times over."""

    once: float
    manifold: float

    @property
    def ratio(self) -> float:
        """At most 1 when time is linear."""
        return self.manifold / self.once


class Seconds(NamedTuple):
    """What a conversion takes: by the clock, and of the processor, for all processes together.

    `written` is the clock when the decks are on the disk as well.
    """

    waited: float
    worked: float
    written: float


def cold_seconds(files: Sequence[Path], processes: int | None = None) -> Seconds:
    """What all files as one library take, the first time in a process: the medians of fresh ones.

    `processes` convert; None for as many as `sctui convert` has.
    """
    measured = [_alone(partial(_cold, processes=processes), files) for _ in range(_ROUNDS)]
    return Seconds(*map(statistics.median, zip(*measured, strict=True)))


def warm_seconds(files: Sequence[Path], knowledge: Knowledge) -> float:
    """Seconds of the processor where one process has converted these files before: the median."""
    _time(files, knowledge, 1)
    return statistics.median(_time(files, knowledge, 1).worked for _ in range(_ROUNDS))


def _alone(measure: Callable[[_Given], _Told], given: _Given) -> _Told:
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        return pool.submit(measure, given).result()


def _knowledge() -> Knowledge:
    return read_knowledge(bundled() / "data", Path("no lexicon of one's own"))


def _cold(files: Sequence[Path], processes: int | None) -> Seconds:
    seconds = _time(files, _knowledge(), processes)
    leave_compiled(COMMANDS)
    return seconds


def scan_seconds(files: Sequence[Path], known: Lexicon) -> float:
    """The floor: a lexicon's first pass over every line of the files; one that has kept nothing yet."""
    lines = [
        line for file in files for line in file.read_text(encoding="utf-8", errors="replace").split("\n")
    ]
    lexicon = Lexicon(known.terms)
    started = process_time()
    for line in lines:
        lexicon.mentions(line)
    return process_time() - started


def growth(file: Path, knowledge: Knowledge, times: int = _GROWTH) -> Growth:
    """Time per character of a document, and of `times` variations of it in one file.

    Each variation has its own number behind every line, so that no line is a repetition of another, and what
    is kept of lines seen before helps neither side.
    """
    lines = file.read_text(encoding="utf-8").split("\n")
    singles = [_variation(lines, 2000 + i) for i in range(_ROUNDS)]
    with tempfile.TemporaryDirectory() as folder:
        once = [_text_time(Path(folder, "short.txt"), text, knowledge) for text in singles]
        long = "\n".join(_variation(lines, 1000 + i) for i in range(times))
        manifold = _text_time(Path(folder, "long.txt"), long, knowledge)
    return Growth(statistics.median(once), manifold)


def sized(megabytes: float) -> tuple[float, float]:
    """Microseconds a character, and megabytes of memory, of so much text: all documents, varied, as one.

    To be measured in a process of its own, as memory is the peak of the process.
    """
    knowledge = _knowledge()
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "long.txt")
        write_text(file, round(megabytes * 1e6))
        before = _peak()
        cost = _text_time(file, file.read_text(encoding="utf-8"), knowledge)
    return cost, (_peak() - before) / 1e6


def _peak() -> int:
    """The most bytes of memory that the process has had."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024


def _variation(lines: list[str], number: int) -> str:
    return "\n".join(f"{line}({number})" if line.strip() and "|" not in line else line for line in lines)


def _text_time(file: Path, text: str, knowledge: Knowledge) -> float:
    """Microseconds of the processor a character; a clock would count interruptions of the longer text."""
    file.write_text(text, encoding="utf-8")
    started = process_time()
    convert(file, knowledge)
    return (process_time() - started) / len(text) * 1e6


def _time(files: Sequence[Path], knowledge: Knowledge, processes: int | None) -> Seconds:
    """Convert as `sctui convert` does."""
    started, worked = perf_counter(), _worked()
    with tempfile.TemporaryDirectory() as empty, Crew(knowledge, processes) as crew:
        came = crew.open(files, lambda _file: silent)
        texts = {file: one for file, one in zip(files, came, strict=True) if isinstance(one, Opened)}
        around = {text.document.name: text.imprint for text in texts.values()}
        given = [ToRead(file, file, text.telling) for file, text in texts.items()]
        made = crew.read(given, dict(texts), around, lambda _one: silent)
        library = together([one for one in made if isinstance(one, Made)], Path(empty), knowledge)
        finished = [(library.finished(one, knowledge), one.file) for one in library.made]
        waited = perf_counter() - started
        for conversion, file in finished:
            write_together(plan(conversion, file, Path(empty), library.places)[1])
        written = perf_counter() - started
    return Seconds(waited, _worked() - worked, written)


def _worked() -> float:
    """Seconds of the processor that this process and those it has ended took."""
    ended = resource.getrusage(resource.RUSAGE_CHILDREN)
    return process_time() + ended.ru_utime + ended.ru_stime


def main(files: Sequence[Path] = ()) -> list[Row]:
    """Measure these files, or else the bundled documents; what was found, as lines of the report."""
    files = files or sorted((bundled() / "data" / "documents").glob("*.md"))
    started = perf_counter()
    knowledge = _knowledge()
    loaded = perf_counter() - started
    first, alone = cold_seconds(files), cold_seconds(files, 1)
    before, scan = warm_seconds(files, knowledge), scan_seconds(files, knowledge.lexicon)
    figures = (
        f"{first.worked:.2f} s of the processor, {alone.worked:.2f} s in one process "
        f"({alone.worked / scan:.0f} x one lexicon pass), {before:.2f} s when converted before; "
        f"lexicon and templates read in {loaded:.2f} s"
    )
    name = f"convert {len(files)} documents as a library, after start-up"
    rows = [Row(name, figures, first.waited, 1.0, "s")]
    rows.append(Row("the same, until the decks are on the disk", "", first.written, 1.0, "s"))
    for file in files:
        grown = growth(file, knowledge)
        figures = f"{grown.once:.1f} µs a character, {grown.manifold:.1f} at {_GROWTH} x the text"
        rows.append(Row(f"growth, {file.name}", figures, grown.ratio, 1.0))
    costs = [_alone(sized, size) for size in _MEGABYTES]
    told = zip(costs, _MEGABYTES, strict=True)
    figures = ", ".join(
        f"{cost:.1f} µs a character and {memory:.0f} MB of memory at {size:g} MB"
        for (cost, memory), size in told
    )
    rows.append(Row("growth to 10 MB, all documents varied", figures, costs[-1][0] / costs[0][0], 1.2))
    return rows


if __name__ == "__main__":
    show(main([Path(name) for name in sys.argv[1:]]))
