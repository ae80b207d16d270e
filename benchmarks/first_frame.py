"""First frame: from starting `sctui` on the bundled library to decks on the screen, against a minimal app.

Both run in a pseudo-terminal, by turns, in the same run; a figure is the median. It runs by itself as
`python -m benchmarks.first_frame`.
"""

from __future__ import annotations

import os
import statistics
import sys
import tempfile
from pathlib import Path
from time import perf_counter

import pexpect

_ROUNDS = 15
_SIZE = (24, 80)
GATE, AIM = 1.5, 1.2
_MINIMAL = [str(Path(__file__).with_name("minimal_app.py"))]
_SCTUI = ["-c", "from sctui.cli.main import run; run()"]


def first_text(arguments: list[str], shown: str, home: Path) -> float:
    """Seconds from starting Python with these arguments until `shown` arrives at the terminal; then `q`."""
    env = os.environ | {"TERM": "xterm-256color", "COLORTERM": "truecolor", "SCTUI_HOME": str(home)}
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


def measure(rounds: int = _ROUNDS) -> tuple[float, float]:
    """Median seconds to the first frame: of the minimal app, and of sctui on a home that has been used."""
    minimal, ours = [], []
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        first_text(_SCTUI, "All decks", home)  # byte code, file cache, and the memory of decks
        for _ in range(rounds):
            minimal.append(first_text(_MINIMAL, "Ready.", home))
            ours.append(first_text(_SCTUI, "All decks", home))
    return statistics.median(minimal), statistics.median(ours)


def main() -> None:
    """Measure and print."""
    minimal, ours = measure()
    verdict = "ok" if ours / minimal <= GATE else "TOO SLOW"
    print(f"first frame: {ours * 1000:.0f} ms, minimal Textual app {minimal * 1000:.0f} ms")
    print(f"  {ours / minimal:.2f} x (gate {GATE}, aim {AIM}): {verdict}")


if __name__ == "__main__":
    main()
