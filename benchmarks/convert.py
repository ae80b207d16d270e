"""Conversion: the bundled documents or the originals, and time per character as the text grows to 10 MB.

The floor is one pass of a fresh lexicon over the same text, measured in the same run; seconds are of the
processor, so that what else runs does not count.
"""

from __future__ import annotations

import statistics
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter, process_time

from benchmarks.report import Row, show
from sctui.conversion import Made, together
from sctui.lexicon.lexicon import Lexicon
from sctui.locations import bundled
from sctui.pipeline import Knowledge, convert, opened, read, read_knowledge

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


def all_seconds(files: Sequence[Path], knowledge: Knowledge) -> tuple[float, float]:
    """Seconds to convert all files as one library: the first time in a process, and the median of others."""
    first, *further = (_time(files, knowledge) for _ in range(1 + _ROUNDS))
    return first, statistics.median(further)


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


def curve(file: Path, knowledge: Knowledge) -> list[float]:
    """Microseconds per character of variations of a document, in one file of each of the sizes."""
    lines = file.read_text(encoding="utf-8").split("\n")
    size = len("\n".join(lines).encode()) / 1e6
    found = []
    with tempfile.TemporaryDirectory() as folder:
        for megabytes in _MEGABYTES:
            times = max(1, round(megabytes / size))
            text = "\n".join(_variation(lines, 10_000 + i) for i in range(times))
            found.append(_text_time(Path(folder, "long.txt"), text, knowledge))
    return found


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
    knowledge = read_knowledge(bundled() / "data", Path("no lexicon of one's own"))
    loaded = perf_counter() - started
    first, seconds = all_seconds(files, knowledge)
    scan = scan_seconds(files, knowledge.lexicon)
    figures = (
        f"{seconds / scan:.0f} x one lexicon pass; {first:.2f} s the first time; "
        f"lexicon and templates read in {loaded:.2f} s"
    )
    rows = [Row(f"convert {len(files)} documents as a library", figures, seconds, 1.0, "s")]
    for file in files:
        grown = growth(file, knowledge)
        figures = f"{grown.once:.1f} µs a character, {grown.hundredfold:.1f} at {_GROWTH} x the text"
        rows.append(Row(f"growth, {file.name}", figures, grown.ratio, 1.0))
    largest = max(files, key=lambda file: file.stat().st_size)
    costs = curve(largest, knowledge)
    told = zip(costs, _MEGABYTES, strict=True)
    figures = ", ".join(f"{cost:.1f} µs a character at {size:g} MB" for cost, size in told)
    rows.append(Row(f"growth to 10 MB, {largest.name}", figures, costs[-1] / costs[0], 1.2))
    return rows


if __name__ == "__main__":
    show(main([Path(name) for name in sys.argv[1:]]))
