"""Conversion: the bundled documents or the originals, and time and memory as a text grows to 10 MB.

The gate is on what `sctui convert` does after start-up: the first conversion of the files in a process whose
interpreter, modules, lexicon and templates are loaded. What is loaded or compiled at first use (the tables of
Chinese scripts, patterns with the lexicon's words) counts; nothing is kept from an earlier conversion. The
median of fresh processes is told, and beside it that of later conversions in one process, which the caches of
lines help. Seconds are of the processor, so that waiting for it does not count; on a machine that does other
work at the same time they are still longer. Memory is the peak above what the process had before it read.
"""

from __future__ import annotations

import resource
import statistics
import sys
import tempfile
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path
from time import perf_counter, process_time
from typing import TypeVar

from benchmarks.reading import write_text
from benchmarks.report import Row, show
from sctui.conversion import Made, together
from sctui.lexicon.lexicon import Lexicon
from sctui.locations import bundled
from sctui.pipeline import Knowledge, convert, opened, read, read_knowledge

_Given = TypeVar("_Given")
_Told = TypeVar("_Told")
_ROUNDS = 5
_GROWTH = 100
_MEGABYTES = (0.1, 1.0, 10.0)


@dataclass(frozen=True, slots=True)
class Growth:
    """Microseconds per character for a text, and for the same text a hundred times over."""

    once: float
    hundredfold: float

    @property
    def ratio(self) -> float:
        """At most 1 when time is linear."""
        return self.hundredfold / self.once


def cold_seconds(files: Sequence[Path]) -> float:
    """Seconds to convert all files as one library, the first time in a process: the median of fresh ones."""
    return statistics.median(_alone(_cold, files) for _ in range(_ROUNDS))


def warm_seconds(files: Sequence[Path], knowledge: Knowledge) -> float:
    """The same where the process has converted these files before: the median."""
    _time(files, knowledge)
    return statistics.median(_time(files, knowledge) for _ in range(_ROUNDS))


def _alone(measure: Callable[[_Given], _Told], given: _Given) -> _Told:
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        return pool.submit(measure, given).result()


def _knowledge() -> Knowledge:
    return read_knowledge(bundled() / "data", Path("no lexicon of one's own"))


def _cold(files: Sequence[Path]) -> float:
    return _time(files, _knowledge())


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
        hundredfold = _text_time(Path(folder, "long.txt"), long, knowledge)
    return Growth(statistics.median(once), hundredfold)


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


def _time(files: Sequence[Path], knowledge: Knowledge) -> float:
    started = process_time()
    texts = {file: opened(file, knowledge) for file in files}
    around = {text.document.name: text.imprint for text in texts.values()}
    made = [
        Made.of(file, file, read(file, knowledge, around=around, text=texts[file]), number, around)
        for number, file in enumerate(files)
    ]
    with tempfile.TemporaryDirectory() as empty:
        library = together(made, Path(empty), knowledge)
        for one in library.made:
            library.finished(one, knowledge)
    return process_time() - started


def main(files: Sequence[Path] = ()) -> list[Row]:
    """Measure these files, or else the bundled documents; what was found, as lines of the report."""
    files = files or sorted((bundled() / "data" / "documents").glob("*.md"))
    started = perf_counter()
    knowledge = _knowledge()
    loaded = perf_counter() - started
    first, seconds = cold_seconds(files), warm_seconds(files, knowledge)
    scan = scan_seconds(files, knowledge.lexicon)
    figures = (
        f"{first / scan:.0f} x one lexicon pass; {seconds:.2f} s when converted before; "
        f"lexicon and templates read in {loaded:.2f} s"
    )
    rows = [Row(f"convert {len(files)} documents as a library, after start-up", figures, first, 1.0, "s")]
    for file in files:
        grown = growth(file, knowledge)
        figures = f"{grown.once:.1f} µs a character, {grown.hundredfold:.1f} at {_GROWTH} x the text"
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
