"""The package as a file: deterministic, whole, and with identities that depend on ids alone."""

from __future__ import annotations

import re
import sqlite3
import tempfile
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest

from sctui.anki.ids import deck_id, guid
from sctui.anki.package import write_package
from sctui.errors import ExportError
from sctui.model.card import Note, Reverse
from sctui.model.deck import Deck
from sctui.model.document import Language

NOTE = Note(id="a", front="x", back="y", topic=("t",))
DECK = Deck("one", Language.ENGLISH, (NOTE,))


def rows(file: Path, folder: Path, query: str) -> list[tuple[object, ...]]:
    with zipfile.ZipFile(file) as package:
        assert package.namelist() == ["collection.anki2", "media"]
        database = Path(package.extract("collection.anki2", folder))
    connection = sqlite3.connect(database)
    try:
        return connection.execute(query).fetchall()
    finally:
        connection.close()


def test_the_same_decks_and_time_give_the_same_bytes(tmp_path: Path) -> None:
    write_package([DECK], tmp_path / "a.apkg", 1_750_000_000.5)
    write_package([DECK], tmp_path / "b.apkg", 1_750_000_000.5)
    write_package([DECK], tmp_path / "c.apkg", 1_750_000_001.5)
    first, second, later = ((tmp_path / f"{name}.apkg").read_bytes() for name in "abc")
    assert first == second != later


def test_a_time_before_zip_files_were_thought_of(tmp_path: Path) -> None:
    write_package([DECK], tmp_path / "a.apkg", 0.0)
    assert rows(tmp_path / "a.apkg", tmp_path, "select mod from notes") == [(0,)]


def test_identity_never_depends_on_what_a_card_says(tmp_path: Path) -> None:
    write_package([DECK], tmp_path / "a.apkg", 1.0)
    edited = replace(DECK, notes=(replace(NOTE, front="other", back="words", topic=()),))
    write_package([edited], tmp_path / "b.apkg", 2.0)
    query = "select guid, mid from notes"
    assert rows(tmp_path / "a.apkg", tmp_path, query) == rows(tmp_path / "b.apkg", tmp_path, query)
    assert guid("a") != guid("b")
    assert deck_id("one") != deck_id("two")
    assert 0 < deck_id("one") < 2**53


def test_decks_of_one_name_become_one(tmp_path: Path) -> None:
    other = replace(DECK, notes=(replace(NOTE, id="b"),))
    write_package([DECK, other], tmp_path / "a.apkg", 1.0)
    assert rows(tmp_path / "a.apkg", tmp_path, "select distinct did from cards") == [(deck_id("one"),)]
    assert rows(tmp_path / "a.apkg", tmp_path, "select due from cards") == [(1,), (2,)]


@pytest.mark.parametrize("count", [0, 1, 49, 50, 51, 100, 101])
def test_every_note_and_card_comes_however_many_there_are(tmp_path: Path, count: int) -> None:
    notes = tuple(replace(NOTE, id=f"n{number}", front=f"{number}?") for number in range(count))
    write_package([replace(DECK, notes=notes)], tmp_path / "a.apkg", 1.0)
    query = "select guid, due, flds from cards join notes on notes.id = nid order by due"
    found = [
        (known, due, str(fields).split("\x1f")[0])
        for known, due, fields in rows(tmp_path / "a.apkg", tmp_path, query)
    ]
    assert found == [(guid(f"n{number}"), number + 1, f"{number}?") for number in range(count)]


def test_nothing_is_left_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "temporary").mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "temporary"))
    write_package([DECK], tmp_path / "out" / "a.apkg", 1.0)
    assert list((tmp_path / "temporary").iterdir()) == []
    assert [file.name for file in (tmp_path / "out").iterdir()] == ["a.apkg"]


def test_a_place_that_cannot_be_written(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(ExportError, match="cannot be written"):
        write_package([DECK], tmp_path / "file" / "a.apkg", 1.0)
    (tmp_path / "folder").mkdir()
    with pytest.raises(ExportError, match="cannot be written"):
        write_package([DECK], tmp_path / "folder", 1.0)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["file", "folder"]


def test_every_type_becomes_a_card_that_can_be_answered_in_anki(tmp_path: Path) -> None:
    notes = (
        Note(id="n", front="how many", back="84%", tolerance="2"),
        Note(id="c", front="how high", back="very", options=("little", "not")),
        Note(id="r", front="POF", back="failure", reverse=Reverse("failure", "POF"), tags=("core",)),
    )
    write_package([replace(DECK, notes=notes)], tmp_path / "a.apkg", 1.0)
    found = rows(tmp_path / "a.apkg", tmp_path, "select guid, flds, tags from notes")
    fields = {guid_: str(text).split("\x1f") for guid_, text, _ in found}
    assert fields[guid("n")][:2] == ['how many<div class="number" data-tolerance="2"></div>', "84%"]
    question, answer = fields[guid("c")][:2]
    assert answer == "very"
    assert re.fullmatch(r'how high<ol class="choices">(<li>(very|little|not)</li>){3}</ol>', question)
    assert fields[guid("r")][:2] == ["POF", "failure"]  # what it was before it had a second direction
    assert fields[guid("r#reversed")][:2] == ["failure", "POF"]
    assert "core" in str(found[-1][2])
