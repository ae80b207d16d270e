"""Loading a deck of 10,000 cards against `yaml.load` with CSafeLoader on the same file, in the same run.

Ours reads, checks and makes cards; the peer makes dictionaries. Measured by processor time, in the form that
the program writes, in the same with comments of an author and with CRLF, and as PyYAML dumps it.
Run by itself: `python -m benchmarks.loading`.
"""

from __future__ import annotations

import gc
import statistics
from collections.abc import Callable
from dataclasses import replace
from itertools import cycle, islice
from time import process_time

import yaml

from benchmarks import large
from benchmarks.report import Row, show
from sctui.decks.library import read_library
from sctui.decks.yaml_reader import read_deck_text
from sctui.decks.yaml_writer import deck_text
from sctui.locations import bundled
from sctui.model.deck import Deck
from sctui.model.document import Language

_CARDS, _ROUNDS = 10_000, 5
_GATE = 0.2  # the time of the peer


def forms(cards: int) -> dict[str, str]:
    """The same deck, of the bundled notes, as text in several forms."""
    notes = [note for loaded in read_library([bundled() / "decks"]).decks for note in loaded.deck.notes]
    made = tuple(
        replace(note, id=large.name(number), sources=())
        for number, note in enumerate(islice(cycle(notes), cards))
    )
    written = deck_text(Deck("Large", Language.SIMPLIFIED, made))
    commented = written.replace("\n    kind:", "\n    # looked at\n    kind:")
    dumped = yaml.dump(yaml.safe_load(written), allow_unicode=True, sort_keys=False)
    return {
        "as written": written,
        "with comments": commented,
        "with CRLF": written.replace("\n", "\r\n"),
        "as PyYAML dumps it": dumped,
    }


def main(cards: int = _CARDS) -> list[Row]:
    """Measure; what was found, as lines of the report."""
    rows = []
    for form, text in forms(cards).items():
        assert len(read_deck_text(text, "deck.yaml").deck_file.deck.notes) == cards
        pairs = [_pair(text) for _ in range(_ROUNDS)]
        ours, peer = (statistics.median(times) for times in zip(*pairs, strict=True))
        ratio = statistics.median(mine / other for mine, other in pairs)
        figures = f"{ours * 1000:.0f} ms; CSafeLoader {peer * 1000:.0f} ms; {len(text) / 1e6:.1f} MB"
        rows.append(Row(f"load {cards} cards, {form}", figures, ratio, _GATE))
    return rows


def _pair(text: str) -> tuple[float, float]:
    ours = _seconds(lambda: read_deck_text(text, "deck.yaml"))
    return ours, _seconds(lambda: yaml.load(text, Loader=yaml.CSafeLoader))


def _seconds(act: Callable[[], object]) -> float:
    gc.collect()
    started = process_time()
    act()
    return process_time() - started


if __name__ == "__main__":
    show(main())
