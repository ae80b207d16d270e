"""Loading a deck of 10,000 cards against `yaml.load` with CSafeLoader on the same file, in the same run.

Ours reads, checks and makes cards; the peer makes dictionaries. Measured by processor time, in the form that
the program writes, in the same with comments of an author and with CRLF, as PyYAML dumps it, and in short
forms as authors write them: two lines or one for a card, and texts in blocks.
Run by itself: `python -m benchmarks.loading`.
"""

from __future__ import annotations

import gc
import statistics
from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import partial
from itertools import cycle, islice
from time import process_time

import yaml

from benchmarks import large
from benchmarks.report import Row, show
from sctui.decks.library import read_library
from sctui.decks.scalar_style import scalar
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
    data = yaml.load(written, Loader=yaml.CSafeLoader)
    texts = [(card.get("front", "…"), card.get("back", "…")) for card in data["cards"]]
    asked = [(f"{front} {number}", back) for number, (front, back) in enumerate(texts)]
    one = partial(scalar, flow=True)
    return {
        "as written": written,
        "with comments": commented,
        "with CRLF": written.replace("\n", "\r\n"),
        "as PyYAML dumps it": yaml.dump(data, allow_unicode=True, sort_keys=False),
        "as PyYAML dumps it in ASCII": yaml.dump(data),
        "with two lines a card": _list(
            f"front: {one(front)}\n    back: {one(back)}\n" for front, back in asked
        ),
        "with one line a card": _list(f"{{front: {one(front)}, back: {one(back)}}}" for front, back in asked),
        "with texts in blocks": _list(
            f"front: |\n      {front}\n      …\n    back: >-\n      {back}" for front, back in asked
        ),
    }


def _list(cards: Iterable[str]) -> str:
    return "deck: Short\ncards:\n" + "".join(f"  - {card}\n" for card in cards)


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
