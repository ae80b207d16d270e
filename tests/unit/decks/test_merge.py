"""Re-conversion: what is replaced, what is kept, and that files change by nothing else."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from sctui.decks.merge import plan_deck
from sctui.decks.sidecar import read_sidecar
from sctui.decks.yaml_reader import read_deck, read_deck_text
from sctui.decks.yaml_writer import deck_text
from sctui.errors import DeckError, ExportError
from sctui.model.card import CardKind, Note, Source
from sctui.model.deck import Deck, DocumentRef
from sctui.model.document import Language
from tests.writing import write_decks

HASH, OTHER_HASH = "a1" * 32, "b2" * 32


def note(key: str, front: str = "", back: str = "", quote: str = "") -> Note:
    quote = quote or f"quote of {key}"
    return Note(
        key,
        CardKind.TERM,
        ("t",),
        front or f"front {key}",
        back or f"back {key}",
        "",
        (Source("d.md", 1, quote),),
    )


def deck(*notes: Note, sha256: str = HASH) -> Deck:
    return Deck("d", Language.ENGLISH, notes, {"doc": DocumentRef("../d.md", sha256)})


A, B, C = note("a"), note("b"), note("c")


def test_no_file_yet() -> None:
    result = plan_deck(None, deck(A, B), {})
    assert result.text == deck_text(deck(A, B))
    assert result.added == ("a", "b")
    assert set(result.sidecar) == {"a", "b"}
    assert plan_deck("\n", deck(A, B), {}).text == result.text


def test_an_untouched_card_is_replaced_where_it_stands() -> None:
    fresh = plan_deck(None, deck(A, B, C), {})
    text = fresh.text.replace("  - id: b", "  # about b\n\n  - id: b")
    result = plan_deck(text, deck(A, replace(B, back="new"), C), fresh.sidecar)
    assert result.text == text.replace("back: back b", "back: new")
    assert (result.updated, result.unchanged, result.kept) == (("b",), ("a", "c"), ())


def test_an_edited_card_stays_byte_for_byte() -> None:
    fresh = plan_deck(None, deck(A, B), {})
    text = fresh.text.replace("back: back b", "back:   'my own'  # better")
    result = plan_deck(text, deck(A, replace(B, back="new")), fresh.sidecar)
    assert result.text == text
    assert result.kept == ("b",)


def test_an_undone_edit_makes_the_card_follow_again() -> None:
    fresh = plan_deck(None, deck(A), {})
    edited = plan_deck(fresh.text.replace("back a", "mine"), deck(replace(A, back="new")), fresh.sidecar)
    result = plan_deck(fresh.text, deck(replace(A, back="new")), edited.sidecar)
    assert result.updated == ("a",)


def test_a_deleted_card_stays_away() -> None:
    fresh = plan_deck(None, deck(A, B), {})
    text = deck_text(deck(A))
    result = plan_deck(text, deck(A, B, C), fresh.sidecar)
    assert result.text == deck_text(deck(A, C))
    assert (result.skipped, result.added) == (("b",), ("c",))
    again = plan_deck(result.text, deck(A, B, C), result.sidecar)
    assert (again.text, again.skipped) == (result.text, ("b",))


def test_a_deleted_card_stays_away_in_other_words_too() -> None:
    fresh = plan_deck(None, deck(A, B), {})
    reworded = replace(B, id="b2", front="another question?")
    result = plan_deck(deck_text(deck(A)), deck(A, reworded), fresh.sidecar)
    assert result.text == deck_text(deck(A))
    assert result.skipped == ("b",)


def test_a_vanished_card_becomes_an_orphan_and_comes_back() -> None:
    fresh = plan_deck(None, deck(A, B), {})
    result = plan_deck(fresh.text, deck(A), fresh.sidecar)
    assert result.orphaned == ("b",)
    assert result.text == fresh.text + "    flags: [orphan]\n"
    again = plan_deck(result.text, deck(A), result.sidecar)
    assert (again.text, again.sidecar, again.orphaned) == (result.text, result.sidecar, ())
    back = plan_deck(again.text, deck(A, B), again.sidecar)
    assert (back.text, back.sidecar) == (fresh.text, fresh.sidecar)


def test_a_vanished_card_that_was_edited_is_not_touched() -> None:
    fresh = plan_deck(None, deck(A, B), {})
    text = fresh.text.replace("back b", "mine")
    result = plan_deck(text, deck(A), fresh.sidecar)
    assert (result.text, result.kept, result.orphaned) == (text, ("b",), ())


def test_a_reworded_question_keeps_its_id() -> None:
    fresh = plan_deck(None, deck(A, B), {})
    reworded = replace(B, id="b2", front="another question?")
    result = plan_deck(fresh.text, deck(A, reworded), fresh.sidecar)
    assert result.text == fresh.text.replace("front b", "another question?")
    assert (result.updated, result.added, result.orphaned) == (("b",), (), ())
    assert result.sidecar["b2"] == "= b"
    again = plan_deck(result.text, deck(A, reworded), result.sidecar)
    assert (again.text, again.sidecar, again.unchanged) == (result.text, result.sidecar, ("a", "b"))
    back = plan_deck(again.text, deck(A, B), again.sidecar)
    assert back.text == fresh.text


def test_cards_of_one_quote_are_told_apart_by_their_answers() -> None:
    one, two = note("one", back="12", quote="same"), note("two", back="40 mg", quote="same")
    fresh = plan_deck(None, deck(one, two), {})
    new_one, new_two = replace(one, id="n1", front="how many?"), replace(two, id="n2", front="which dose?")
    result = plan_deck(fresh.text, deck(new_two, new_one), fresh.sidecar)
    notes = {n.id: n.front for n in read_deck_text(result.text, "").deck_file.deck.notes}
    assert notes == {"one": "how many?", "two": "which dose?"}


def test_an_id_is_not_taken_over_when_it_is_not_clear_by_whom() -> None:
    one, two = note("one", back="12", quote="same"), note("two", back="12", quote="same")
    fresh = plan_deck(None, deck(one, two), {})
    result = plan_deck(fresh.text, deck(replace(one, id="new", front="asked anew", back="13")), fresh.sidecar)
    assert (result.added, result.orphaned) == (("new",), ("one", "two"))


def test_a_card_whose_sentence_was_edited_is_known_by_its_question() -> None:
    fresh = plan_deck(None, deck(A, B), {})
    edited = replace(A, id="new", back="another answer", sources=(Source("d.md", 1, "the edited sentence"),))
    result = plan_deck(fresh.text, deck(edited, B), fresh.sidecar)
    assert (result.updated, result.added, result.orphaned) == (("a",), (), ())


@pytest.mark.parametrize("parts", [3, 5])
def test_records_of_earlier_versions_are_read(parts: int) -> None:
    fresh = plan_deck(None, deck(A, B), {})
    old = {key: " ".join(value.split(" ")[:parts]) for key, value in fresh.sidecar.items()}
    result = plan_deck(fresh.text, deck(replace(A, id="new", front="asked anew"), B), old)
    assert (result.updated, result.unchanged) == (("a",), ("b",))


def test_a_sentence_with_another_gap_keeps_the_numbers_of_those_it_had() -> None:
    before = replace(A, front="", back="", text="x {{c1::two}} y three")
    fresh = plan_deck(None, deck(before), {})
    renumbered = replace(before, text="{{c1::x}} {{c2::two}} y {{c3::three}}")
    result = plan_deck(fresh.text, deck(renumbered), fresh.sidecar)
    (note_,) = read_deck_text(result.text, "").deck_file.deck.notes
    assert note_.text == "{{c2::x}} {{c1::two}} y {{c3::three}}"


def test_a_lost_sidecar_loses_no_edit() -> None:
    fresh = plan_deck(None, deck(A, B), {})
    text = fresh.text.replace("back b", "mine")
    result = plan_deck(text, deck(A, replace(B, back="new")), {})
    assert (result.text, result.unchanged, result.kept) == (text, ("a",), ("b",))
    again = plan_deck(text, deck(replace(A, back="new"), B), result.sidecar)
    assert (again.updated, again.kept) == (("a",), ("b",))


def test_an_orphan_flagged_by_a_conversion_that_was_cut_short() -> None:
    fresh = plan_deck(None, deck(A, B), {})
    flagged = plan_deck(fresh.text, deck(A), fresh.sidecar)
    result = plan_deck(flagged.text, deck(A, B), fresh.sidecar)
    assert (result.text, result.updated) == (fresh.text, ("b",))


def test_the_hash_of_the_document_follows() -> None:
    fresh = plan_deck(None, deck(A), {})
    text = fresh.text.replace(HASH, f'"{HASH}"') + "# end"
    result = plan_deck(text, deck(A, sha256=OTHER_HASH), fresh.sidecar)
    assert result.text == text.replace(f'"{HASH}"', OTHER_HASH)


def test_the_authors_name_for_a_document_is_used() -> None:
    fresh = plan_deck(None, deck(A), {})
    text = fresh.text.replace("  doc: {", "  'my doc': {").replace("document: doc", "document: my doc")
    result = plan_deck(text, deck(A, B), fresh.sidecar)
    assert result.text == text + (
        "  - id: b\n    kind: term\n    topic: [t]\n    front: front b\n    back: back b\n"
        "    source: {document: my doc, line: 1, quote: quote of b}\n"
    )


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("deck: d\ncards:\n- {front: x, back: y}", "deck: d\ndocuments:\n  doc: R\ncards:\n- {front: x, back: y}\nNEW"),
        ("deck: d\ncards: []  # none\n", "deck: d\ndocuments:\n  doc: R\ncards:  # none\n  NEW"),
        ("deck: d\ncards:\n", "deck: d\ndocuments:\n  doc: R\ncards:\n  NEW"),
        ("deck: d", "deck: d\ndocuments:\n  doc: R\ncards:\n  NEW"),
        ("cards:\n\ndeck: d\n", "documents:\n  doc: R\ncards:\n  NEW\n\ndeck: d\n"),
        ("deck: d\ndocuments: {}\ncards:\n", "deck: d\ndocuments:\n  doc: R\ncards:\n  NEW"),
        (
            "deck: d\ndocuments:\n    doc:\n      file: x.md\n    # own\n\ncards:\n",
            "deck: d\ndocuments:\n    doc:\n      file: x.md\n    doc-2: R\n    # own\n\ncards:\n  NEW",
        ),
        (
            'deck: d\ndocuments: {doc: d.md}\ncards:\n  - front: x\n    back: |+\n      y\n\n\n# end\n',
            'deck: d\ndocuments: {doc: d.md}\ncards:\n  - front: x\n    back: |+\n      y\n\n\n  NEW# end\n',
        ),
    ],
)  # fmt: skip
def test_cards_are_added_to_whatever_an_author_wrote(before: str, after: str) -> None:
    result = plan_deck(before, deck(A), {})
    indent = "" if "\n- {" in before else "  "
    lines = ["- id: a", "  kind: term", "  topic: [t]", "  front: front a", "  back: back a"]
    lines.append("  source: {document: KEY, line: 1, quote: quote of a}")
    card = f"\n{indent}".join(lines).replace("KEY", "doc-2" if "doc-2" in after else "doc") + "\n"
    wanted = after.replace("R\n", f"{{file: ../d.md, sha256: {HASH}}}\n").replace("NEW\n", "NEW")
    assert result.text == wanted.replace("NEW", card)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("deck: [", "expected"),
        ("deck: d\ncards:\n  - front: x\n", "no `back`"),
        ("{deck: d, cards: []}\n", "cannot be updated"),
        ("deck: d\ncards: [{front: x, back: y}]\n", "cannot be updated"),
        ("deck: d\ncards: ''\n", "cannot be updated"),
        ("deck: d\ndocuments: {o: o.md}\ncards: []\n", "cannot be updated"),
        ("# a note\n", "empty"),
    ],
)
def test_what_cannot_be_updated_is_refused(text: str, message: str) -> None:
    with pytest.raises(DeckError, match=message):
        plan_deck(text, deck(A), {}, "x.yaml")


def test_files_of_a_folder(tmp_path: Path) -> None:
    folder = tmp_path / "new" / "doc"
    report = write_decks(folder, {"1.yaml": deck(A), "2.yaml": deck(B)})
    assert report.added == ("a", "b")
    assert report.files == (folder / "1.yaml", folder / "2.yaml")
    sidecar = (folder / "generated.json").read_text(encoding="utf-8")
    assert sorted(read_sidecar(sidecar, "")) == ["a", "b"]
    assert sidecar.count("\n") == 4
    stamps = {file: file.stat().st_mtime_ns for file in folder.iterdir()}
    again = write_decks(folder, {"1.yaml": deck(A), "2.yaml": deck(B)})
    assert (again.files, again.unchanged) == ((), ("a", "b"))
    assert {file: file.stat().st_mtime_ns for file in folder.iterdir()} == stamps


def test_a_card_moved_to_another_file_is_updated_there(tmp_path: Path) -> None:
    write_decks(tmp_path, {"1.yaml": deck(A, B)})
    (tmp_path / "1.yaml").write_text(deck_text(deck(A)), encoding="utf-8")
    (tmp_path / "mine.yaml").write_text(deck_text(deck(B)), encoding="utf-8")
    report = write_decks(tmp_path, {"1.yaml": deck(A, replace(B, back="new"))})
    assert report.updated == ("b",)
    assert read_deck(tmp_path / "mine.yaml").notes == (replace(B, back="new"),)
    assert read_deck(tmp_path / "1.yaml").notes == (A,)


def test_cards_of_a_file_that_is_not_generated_any_more_become_orphans(tmp_path: Path) -> None:
    write_decks(tmp_path, {"1.yaml": deck(A), "2.yaml": deck(B)})
    (tmp_path / "own.yaml").write_text("{deck: own, cards: [{front: x, back: y}]}")
    assert write_decks(tmp_path, {"1.yaml": deck(A)}).orphaned == ("b",)
    assert read_deck(tmp_path / "2.yaml").notes[0].flags == ("orphan",)


def test_a_file_that_cannot_be_read_is_left_as_it_is(tmp_path: Path) -> None:
    write_decks(tmp_path, {"1.yaml": deck(A), "2.yaml": deck(B)})
    (tmp_path / "2.yaml").write_text("deck: [\n")
    before = {file: file.read_bytes() for file in tmp_path.iterdir()}
    with pytest.raises(DeckError, match="expected"):
        write_decks(tmp_path, {"1.yaml": deck(A, C), "2.yaml": deck(B)})
    assert {file: file.read_bytes() for file in tmp_path.iterdir()} == before


@pytest.mark.parametrize("content", ["<<<<<<< HEAD", "[]", '{"a": 1}', '{"a": "x"}'])
def test_a_sidecar_that_cannot_be_read(content: str, tmp_path: Path) -> None:
    (tmp_path / "generated.json").write_text(content)
    with pytest.raises(DeckError) as raised:
        write_decks(tmp_path, {"1.yaml": deck(A)})
    assert raised.value.file == str(tmp_path / "generated.json")
    assert "delete it" in raised.value.hint


def test_a_folder_that_cannot_be_made(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(ExportError, match="cannot be written"):
        write_decks(tmp_path / "file" / "folder", {"1.yaml": deck(A)})
