"""Two authors edit one deck: nothing either of them did is lost, and what both did differently is told."""

from hypothesis import given
from hypothesis import strategies as st

from sctui.decks.three_way import AROUND, Merged, merge_decks
from sctui.decks.yaml_reader import read_deck_text

BASE = {"a": "one", "b": "two", "c": "three"}
Notes = dict[str, str]
edits = st.lists(
    st.tuples(
        st.sampled_from(["change", "delete", "add"]), st.sampled_from("abcxyz"), st.sampled_from(["p", "q"])
    ),
    max_size=4,
)


def text(notes: Notes, comment: str = "# mine") -> str:
    cards = "".join(
        f"  - id: {note}\n    front: Question {note}?\n    back: {back}\n" for note, back in notes.items()
    )
    return f"deck: Heart\nlanguage: en\n{comment}\ncards:{chr(10) + cards if cards else ' []' + chr(10)}"


def edited(edits: list[tuple[str, str, str]]) -> Notes:
    notes = dict(BASE)
    for edit, note, back in edits:
        if edit == "delete":
            notes.pop(note, None)
        elif (note in notes) == (edit == "change"):
            notes[note] = back
    return notes


def notes_of(merged: Merged) -> Notes:
    assert merged.text is not None
    return {note.id: note.back for note in read_deck_text(merged.text, "deck.yaml").deck_file.deck.notes}


@given(edits, edits)
def test_every_edit_stands_or_is_told(
    ours: list[tuple[str, str, str]], theirs: list[tuple[str, str, str]]
) -> None:
    mine, other = edited(ours), edited(theirs)
    merged = merge_decks(text(BASE), text(mine), text(other), "deck.yaml")
    told = {conflict.note for conflict in merged.conflicts}
    expected = dict(BASE)
    for note in (*BASE, *"xyz"):
        before, here, there = BASE.get(note), mine.get(note), other.get(note)
        assert (note in told) == (here != there and before not in (here, there))
        chosen = there if here == before else here
        if chosen is None:
            expected.pop(note, None)
        else:
            expected[note] = chosen
    if not told:
        assert notes_of(merged) == expected


@given(edits, edits)
def test_both_sides_come_to_the_same_notes(
    ours: list[tuple[str, str, str]], theirs: list[tuple[str, str, str]]
) -> None:
    texts = text(edited(ours)), text(edited(theirs))
    one = merge_decks(text(BASE), *texts, "deck.yaml")
    other = merge_decks(text(BASE), texts[1], texts[0], "deck.yaml")
    assert {conflict.note for conflict in one.conflicts} == {conflict.note for conflict in other.conflicts}
    if one.text is not None:
        assert notes_of(one) == notes_of(other)


def test_what_stands_around_the_notes_is_kept_or_told() -> None:
    base, ours, theirs = text(BASE), text({**BASE, "a": "new"}), text(BASE, "# theirs")
    merged = merge_decks(base, ours, theirs, "deck.yaml").text
    assert merged
    assert "# theirs" in merged
    assert "back: new" in merged
    clash = merge_decks(base, text(BASE, "# other"), theirs, "deck.yaml")
    assert [conflict.note for conflict in clash.conflicts] == [AROUND]
