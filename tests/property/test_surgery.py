"""Whatever a deck file looks like, a change of one card leaves every other byte of it alone."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from itertools import takewhile

from hypothesis import given, settings
from hypothesis import strategies as st

from sctui.decks.surgery import with_ids, with_notes, without_notes
from sctui.decks.yaml_reader import DeckFile, read_deck_text
from sctui.model.card import Note
from tests.property.written_decks import Written, written_decks

_ID = re.compile(r"id: own-[0-9a-f]{12}(?:, |(?:\r\n|\n) +)")


def _read(text: str) -> DeckFile:
    reading = read_deck_text(text, "x")
    assert not reading.problems
    return reading.deck_file


def _comments(lines: list[str]) -> list[str]:
    return [line.strip() for line in lines if line.lstrip(" ").startswith("#")]


def _front(lines: list[str]) -> list[str]:
    """The line of the question, and those below that are indented more, without line breaks."""
    start = next(at for at, line in enumerate(lines) if re.match(r"[- ]*front:", line))
    column = lines[start].index("front")
    below = takewhile(lambda line: not line.strip() or not line[: column + 1].strip(), lines[start + 1 :])
    return [line.rstrip() for line in (lines[start], *below) if line.strip()]


@settings(max_examples=300)
@given(written_decks())
def test_ids_and_nothing_else_are_written(written: Written) -> None:
    named = with_ids(written.text, "x")
    assert len(named.ids) == sum(not entry.has_id for entry in written.entries)
    assert _ID.sub("", named.text) == written.text
    assert _read(named.text).deck == _read(written.text).deck
    assert with_ids(named.text, "x").ids == ()


@settings(max_examples=300)
@given(written_decks(), st.integers(0, 3), st.text(min_size=1).filter(str.strip))
def test_a_replaced_note_changes_its_own_lines_only(written: Written, number: int, back: str) -> None:
    before = _read(written.text)
    note = before.deck.notes[number % len(before.deck.notes)]
    first, last = before.places[note.id].lines
    changed = with_notes(written.text, "x", [replace(note, back=back)])
    lines, new = written.text.splitlines(keepends=True), changed.splitlines(keepends=True)
    behind = len(lines) - last
    assert new[: first - 1] == lines[: first - 1]
    assert new[len(new) - behind :] == lines[last:]
    assert changed.endswith("\n") == written.text.endswith("\n")
    expected = tuple(replace(one, back=back) if one.id == note.id else one for one in before.deck.notes)
    assert _read(changed).deck.notes == expected
    if "{" not in lines[first - 1]:  # what stands between braces is written anew as a whole
        old_card, new_card = lines[first - 1 : last], new[first - 1 : len(new) - behind]
        assert not Counter(_comments(old_card)) - Counter(_comments(new_card))
        assert _front(old_card) == _front(new_card)


@settings(max_examples=300)
@given(written_decks(), st.text(min_size=1).filter(lambda text: text.strip() and "\n" not in text))
def test_an_added_note_stands_behind_the_others(written: Written, front: str) -> None:
    added = Note("new.1", front=front, back="b")
    changed = with_notes(written.text, "x", [added])
    end = "" if written.text.endswith("\n") else "\r\n" if "\r\n" in written.text else "\n"
    assert _read(changed).deck.notes == (*_read(written.text + end).deck.notes, added)
    start = changed.index("- id: new.1")
    before, behind = changed[:start].rstrip(" \r\n"), changed[start:].splitlines(keepends=True)[3:]
    assert written.text.startswith(before)
    assert "".join(behind).strip() == written.text[len(before) :].strip()


@settings(max_examples=300)
@given(written_decks(), st.integers(0, 3))
def test_what_is_left_of_a_removed_note_is_the_rest_of_the_file(written: Written, number: int) -> None:
    before = _read(written.text)
    note = before.deck.notes[number % len(before.deck.notes)]
    changed = without_notes(written.text, "x", [note.id])
    assert _read(changed).deck.notes == tuple(one for one in before.deck.notes if one != note)
    lines, new = written.text.splitlines(keepends=True), changed.splitlines(keepends=True)
    gone = written.entries[before.deck.notes.index(note)].lines
    first, last = before.places[note.id].lines
    kept = next(count for count in range(first - 1, -1, -1) if new[:count] == lines[:count])
    assert kept >= first - 2  # the dash may stand in the line above
    blank = [line for line in lines[kept : len(lines) - len(new) + kept] if line.strip()]
    assert len(blank) <= len(gone)
    assert new[kept:] == lines[len(lines) - len(new) + kept :]
    assert len(lines) - len(new) + kept >= last


@settings(max_examples=200)
@given(written_decks(), st.text(min_size=1).filter(str.strip))
def test_adding_and_removing_again(written: Written, front: str) -> None:
    once = with_notes(written.text, "x", [Note("new.1", front=front, back="b")])
    assert without_notes(once, "x", ["new.1"]).rstrip() == written.text.rstrip()
