"""Pinyin injected anywhere costs no card: all of it is found, and the same cards are made."""

import random
from pathlib import Path

import pytest

from sctui.locations import bundled
from sctui.pipeline import convert, read_knowledge
from sctui.text.pinyin import readings

_TONES = {"a": "āáǎà", "e": "ēéěè", "i": "īíǐì", "o": "ōóǒò", "u": "ūúǔù", "v": "ǖǘǚǜ"}


def toned(syllable: str, chance: random.Random) -> str:
    vowel = next(vowel for vowel in "aeoiuv" if vowel in syllable)
    return syllable.replace(vowel, chance.choice(_TONES[vowel]), 1).replace("v", "ü")


def inject(text: str, chance: random.Random) -> tuple[str, int]:
    """The text with a reading in brackets behind one Chinese character in thirty, and how many there are."""
    pieces, count = [], 0
    for char in text:
        pieces.append(char)
        if readings(char) and chance.random() < 1 / 30:
            pieces.append(f"({toned(min(readings(char)), chance)})")
            count += 1
    return "".join(pieces), count


@pytest.mark.parametrize("seed", [1, 2])
def test_pinyin_injected_anywhere_costs_no_card(seed: int, tmp_path: Path) -> None:
    plain = bundled() / "data" / "documents" / "ovarian-dual-therapy.md"
    head, mark, body = plain.read_text(encoding="utf-8").partition("\n---\n")
    injected, count = inject(body, random.Random(seed))  # noqa: S311 -- a repeatable test, no secret
    page = tmp_path / plain.name
    page.write_text(head + mark + injected, encoding="utf-8")
    knowledge = read_knowledge(bundled() / "data", tmp_path / "none")
    expected, made = convert(plain, knowledge), convert(page, knowledge)
    assert count > 50
    assert [(d.kind, d.safe) for d in made.document.damage] == [("pinyin", True)] * count
    asked = [{(note.front, note.back, note.text) for note in c.generation.notes} for c in (expected, made)]
    assert asked[0] == asked[1]
    for note in made.generation.notes:
        for source in note.sources:
            assert source.quote in made.document.lines[source.line - 1].text
