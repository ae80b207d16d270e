"""Anki's text files, which say what Anki calls each note: in, after an edit there, and back."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from sctui.anki.ids import guid
from sctui.decks.yaml_reader import read_deck
from tests.functional.test_own_decks import run, write


def test_a_table_of_anki_that_was_edited_there_brings_no_second_note(tmp_path: Path) -> None:
    head = "#separator:tab\n#html:true\n#guid column:1\n#deck column:2\n"
    table = write(tmp_path, "a.txt", f"{head}Kx=1\td\tWhat is <b>x</b>?\ty\n")
    assert run(tmp_path, "import", table).exit_code == 0
    (note,) = read_deck(tmp_path / "decks" / "d.yaml").notes
    assert (note.front, note.back) == ("What is **x**?", "y")
    assert guid(note.id) == "Kx=1"
    write(tmp_path, "a.txt", f"{head}Kx=1\te\tWhat is x, now?\tz\nKx=2\td\tNew?\tyes\n")
    assert run(tmp_path, "import", table).stdout.splitlines() == [
        f"{tmp_path / 'decks' / 'd.yaml'}: 1 card added",
        "1 note there already, left as they are",
    ]
    assert [one.front for one in read_deck(tmp_path / "decks" / "d.yaml").notes] == ["What is **x**?", "New?"]


def test_a_table_of_ours_comes_back_as_what_it_was(tmp_path: Path) -> None:
    folder = tmp_path / "from"
    card = (
        "{id: k, kind: trial, topic: [A b, C], front: q?, back: '**a**', flags: ['damage:lost'], tags: [own]}"
    )
    other = "{id: r, front: s?, back: t, type: reversible}"
    write(folder, "x.yaml", f"deck: d\ncards:\n  - {card}\n  - {other}\n")
    table = write(
        tmp_path, "t.tsv", run(tmp_path, "export", "--decks", str(folder), "--format", "tsv").stdout
    )
    assert run(tmp_path, "import", table).exit_code == 0
    ours, theirs = read_deck(folder / "x.yaml").notes[0], read_deck(tmp_path / "decks" / "d.yaml").notes[0]
    assert replace(theirs, id=ours.id) == ours
    assert guid(theirs.id) == guid(ours.id)
    (tmp_path / "decks" / "d.yaml").write_bytes((folder / "x.yaml").read_bytes())
    assert run(tmp_path, "import", table).stdout == "3 notes there already, left as they are\n"
