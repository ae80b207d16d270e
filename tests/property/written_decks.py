"""Deck files as people write them: every way to write a scalar, comments, odd spacing, any line break."""

from __future__ import annotations

import json
from typing import NamedTuple

from hypothesis import strategies as st

_WORDS = st.sampled_from(
    [
        "VEGF",
        "干细胞",
        "幹細胞",
        "84%",
        "5×10⁶/kg",
        "no",
        "null",
        "1e3",
        "a\tb",
        "it's",
        'say "x"',
        "é",
        "👩\u200d🔬",
        "a: b",
        "x #y",
    ]
)
_TEXTS = st.lists(_WORDS, min_size=1, max_size=3).map(" ".join)
_STYLES = st.sampled_from(
    ["plain", "plain several", "single", "double", "several", "literal", "indicator", "folded", "keep"]
)
_COMMENTS = st.sampled_from(["", "", "", "# mine", "#\tnote: 甲", "# - front: not a card"])


_BLOCKS = {"literal": " |", "indicator": " |2-", "folded": " >-", "keep": " |+"}


class Entry(NamedTuple):
    """A card as it is written: its lines, dash in the first column, and whether it has an id."""

    lines: tuple[str, ...]
    has_id: bool


class Written(NamedTuple):
    """A deck file: its text, and the lines of each of its cards without indent and line breaks."""

    text: str
    entries: tuple[Entry, ...]


def _scalar(text: str, style: str) -> list[str]:
    """The text behind `key:`, with the lines below it."""
    if style == "double":
        return [f" {json.dumps(text, ensure_ascii=False)}"]
    if style == "several":
        return [f" {json.dumps(text, ensure_ascii=False)[:-1]}", '      and more 甲"']
    if style in _BLOCKS:
        return [
            _BLOCKS[style],
            f"    {text}",
            *([""] if style == "keep" else []),
        ]
    if style == "plain several" and not any(mark in text for mark in ":#\t\"'"):
        return [f" {text}", "      and more 甲"]
    if style == "plain" and not any(mark in text for mark in ": #\t\"'") and text != "null":
        return [f"   {text}"]
    return [" '" + text.replace("'", "''") + "'"]


@st.composite
def _entries(draw: st.DrawFn, number: int) -> Entry:
    front, back = f"Q{number} {draw(_TEXTS)}", draw(_TEXTS)
    has_id = draw(st.booleans())
    shape = draw(st.sampled_from(["block", "block", "block", "below", "flow"]))
    fields = [("front", front), ("back", back)]
    if draw(st.booleans()):
        fields.reverse()
    if has_id:
        fields.insert(draw(st.integers(0, 2)), ("id", f"own.{number}"))
    if shape == "flow":
        inner = ", ".join(f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in fields)
        return Entry((f"- {{{draw(st.sampled_from(['', ' ']))}{inner} }}",), has_id)
    lines: list[str] = []
    for key, value in fields:
        style = "plain" if key == "id" else draw(_STYLES)
        written = _scalar(value, style)
        comment = draw(_COMMENTS)
        lines += [f"{key}:{written[0]}", *written[1:]]
        if comment and style != "keep":
            lines.append(comment)
    first, *rest = lines
    below = [f"  {line}" if line else "" for line in rest]
    if shape == "below":
        return Entry(("- # the card", f"  {first}", *below), has_id)
    return Entry((f"- {first}", *below), has_id)


@st.composite
def written_decks(draw: st.DrawFn) -> Written:
    """A deck of one to four cards."""
    entries = tuple(draw(_entries(number)) for number in range(draw(st.integers(1, 4))))
    indent = draw(st.sampled_from(["", "  ", "    "]))
    head = ["deck: 免疫 # mine", *([draw(_COMMENTS)] if draw(st.booleans()) else []), "cards:"]
    lines = [line for line in head if line]
    for entry in entries:
        between = draw(st.sampled_from([(), ("",), ("# between", ""), ("", " # and so on")]))
        lines += [*between, *(f"{indent}{line}" if line else "" for line in entry.lines)]
    lines += draw(st.sampled_from([(), ("# the end",)]))
    end = draw(st.sampled_from(["\n", "\r\n"]))
    text = end.join(lines) + draw(st.sampled_from(["", end]))
    return Written(draw(st.sampled_from(["", "\ufeff"])) + text, entries)
