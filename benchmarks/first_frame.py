"""First frame: from starting `sctui` on the bundled library to decks on the screen, against a minimal app.

Measured on a fresh home, where every deck has to be read, and on one that has been used. All three run in a
pseudo-terminal, by turns; a ratio is the median of the rounds' own, so that noise meets both sides of it.
It runs by itself as `python -m benchmarks.first_frame`.
"""

from __future__ import annotations

import os
import statistics
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter

import pexpect

from benchmarks.report import Row, show

_ROUNDS = 15
_SIZE = (24, 80)
GATE, AIM = 1.5, 1.2
_MINIMAL = [str(Path(__file__).with_name("minimal_app.py"))]
_SCTUI = ["-c", "from sctui.cli.main import run; run()"]


@dataclass(frozen=True, slots=True)
class FirstFrame:
    """Seconds to the first frame, one figure a round."""

    minimal: list[float]
    fresh: list[float]
    used: list[float]

    def ratio(self, ours: list[float]) -> float:
        """How many times as long as the minimal app `ours` takes, in the middle of the rounds."""
        return statistics.median(our / least for our, least in zip(ours, self.minimal, strict=True))


def first_text(arguments: list[str], shown: str, home: Path) -> float:
    """Seconds from starting Python with these arguments until `shown` arrives at the terminal; then `q`."""
    env = os.environ | {"TERM": "xterm-256color", "COLORTERM": "truecolor", "SCTUI_HOME": str(home)}
    env.pop("PYTHONDONTWRITEBYTECODE", None)  # an installed program has its byte code, as Textual has here
    started = perf_counter()
    child: pexpect.spawn[str] = pexpect.spawn(
        sys.executable, arguments, dimensions=_SIZE, env=env, encoding="utf-8", timeout=30
    )
    try:
        child.expect_exact(shown)
        taken = perf_counter() - started
        child.send("q")
        child.expect(pexpect.EOF)
    finally:
        child.close(force=True)
    return taken


def measure(rounds: int = _ROUNDS) -> FirstFrame:
    """Start each of the three `rounds` times, after one round that fills byte code and file cache."""
    found = FirstFrame([], [], [])
    with tempfile.TemporaryDirectory() as folder:
        used = Path(folder, "used")
        _settle(used)
        for number in range(rounds + 1):
            least = first_text(_MINIMAL, "Ready.", used)
            ours = first_text(_SCTUI, "All decks", used)
            fresh = Path(folder, f"fresh-{number}")
            _settle(fresh)
            first = first_text(_SCTUI, "All decks", fresh)
            if number:
                found.minimal.append(least)
                found.used.append(ours)
                found.fresh.append(first)
    return found


def _settle(home: Path) -> None:
    """A home that is there, for only in such a one decks are remembered, of someone who was shown around."""
    home.mkdir()
    (home / "config.toml").write_text("tour = false\n", "utf-8")


def rows(found: FirstFrame) -> list[Row]:
    """A line of the report for each kind of home."""
    least = statistics.median(found.minimal) * 1000
    return [
        Row(
            f"first frame, {name} home",
            f"{statistics.median(ours) * 1000:.0f} ms; minimal app {least:.0f} ms",
            found.ratio(ours),
            GATE,
        )
        for name, ours in (("fresh", found.fresh), ("used", found.used))
    ]


def main() -> list[Row]:
    """Measure; what was found, as lines of the report."""
    return rows(measure())


if __name__ == "__main__":
    show(main())
