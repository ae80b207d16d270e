from __future__ import annotations

import io
import json
import sqlite3
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
import zstandard

from sctui.anki.foreign import ForeignCollection
from sctui.anki.reading import read_package
from sctui.errors import ImportPackageError

_TABLES = """
    CREATE TABLE col (id, crt, models, decks);
    CREATE TABLE notes (id, guid, mid, tags, flds);
    CREATE TABLE cards (id, nid, did, odid, ord, type, queue, due, odue, ivl, factor, reps, lapses, left, flags, mod, data);
    CREATE TABLE revlog (id, cid, ease, time, factor, type);
"""
_MODEL = {
    "7": {
        "name": "Basic",
        "type": 0,
        "flds": [{"name": "Front"}, {"name": "Back"}],
        "tmpls": [{"qfmt": "{{Front}}"}],
    }
}
_DECK = {"1": {"name": "D"}}


def database(change: str = "", tables: str = _TABLES) -> bytes:
    connection = sqlite3.connect(":memory:")
    connection.executescript(tables)
    if tables == _TABLES:
        connection.execute("INSERT INTO col VALUES (1, 1000, ?, ?)", (json.dumps(_MODEL), json.dumps(_DECK)))
        connection.execute("INSERT INTO notes VALUES (1, 'guid', 7, ' a ', ?)", ('q\x1fa <img src="x.png">',))
        connection.execute("INSERT INTO cards VALUES (2,1,1,0,0,2,2,5,0,9,2500,1,0,0,0,0,'{}')")
        connection.execute("INSERT INTO revlog VALUES (1000000, 2, 3, 5, 0, 0)")
    connection.executescript(change)
    return connection.serialize()


def package(folder: Path, members: Mapping[str, bytes | str]) -> Path:
    file = folder / "x.apkg"
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return file


def read(file: Path, folder: Path) -> ForeignCollection:
    place = folder / "place"
    place.mkdir(exist_ok=True)
    return read_package(file, place)


def test_the_oldest_form_is_read(tmp_path: Path) -> None:
    file = package(tmp_path, {"collection.anki2": database(), "media": json.dumps({"0": "x.png"}), "0": b"p"})
    found = read(file, tmp_path)
    assert (found.notes["guid"].deck, found.notes["guid"].fields[0]) == ("D", "q")
    assert [(one.at, one.rating) for one in found.reviews["guid", 0]] == [(1_000_000, 3)]
    assert found.media["x.png"].read_bytes() == b"p"
    assert found.media["x.png"].parent == tmp_path / "place"


def test_a_text_that_is_no_utf_8_is_read_with_marks_and_keeps_nothing_else_out(tmp_path: Path) -> None:
    broken = database("INSERT INTO notes VALUES (9, 'broken', 7, '', CAST(x'71ff1f61' AS TEXT))")
    found = read(package(tmp_path, {"collection.anki2": broken}), tmp_path)
    assert found.notes["broken"].fields == ("q\ufffd", "a")
    assert found.notes["guid"].fields[0] == "q"
    assert len(found.reviews["guid", 0]) == 1


def test_no_name_in_a_package_becomes_a_path(tmp_path: Path) -> None:
    names = {"0": "../../evil.png", "1": "/etc/evil.png", "2": "C:\\evil.png"}
    members: dict[str, bytes | str] = {
        "collection.anki2": database(),
        "media": json.dumps(names),
        "0": b"0",
        "1": b"1",
        "2": b"2",
    }
    file = package(tmp_path, members | {"../../../evil": b"x"})
    found = read(file, tmp_path)
    assert {one.parent for one in found.media.values()} == {tmp_path / "place"}
    assert not list(tmp_path.parent.glob("evil*"))


def large() -> bytes:
    return b"\0" * (70 << 20)


HOSTILE: dict[str, tuple[Callable[[], dict[str, bytes | str]], str]] = {
    "no database": (lambda: {"readme": b"x"}, "has no collection"),
    "no SQLite": (lambda: {"collection.anki2": b"nothing of the kind " * 100}, "damaged"),
    "cut short": (lambda: {"collection.anki2": database()[:3000]}, "damaged"),
    "other tables": (lambda: {"collection.anki2": database(tables="CREATE TABLE t (a)")}, "no collection in it"),
    "no zstandard": (lambda: {"collection.anki21b": database()}, "damaged"),
    "a bomb": (lambda: {"collection.anki2": large()}, "larger than any deck"),
    "a packed bomb": (
        lambda: {"collection.anki21b": zstandard.compress(large())}, "larger than any deck"
    ),
    "media that are no list": (lambda: {"collection.anki2": database(), "media": "[1]"}, "damaged"),
    "media that are no JSON": (lambda: {"collection.anki2": database(), "media": b"\xff{"}, "damaged"),
    "a medium that is a bomb": (
        lambda: {"collection.anki2": database(), "media": '{"0": "a.png"}', "0": large()}, "larger than any deck"
    ),
    "models that are no models": (
        lambda: {"collection.anki2": database("UPDATE col SET models = '[]'")}, "makes no sense"
    ),
    "deep JSON": (
        lambda: {"collection.anki2": database("UPDATE col SET models = '" + "[" * 100_000 + "'")}, "makes no sense"
    ),
    "a view for a table": (
        lambda: {"collection.anki2": database("DROP TABLE notes; CREATE VIEW notes AS SELECT 1 AS id")},
        "no collection in it",
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", HOSTILE)
def test_what_would_do_harm_is_refused(tmp_path: Path, name: str) -> None:
    members, said = HOSTILE[name]
    file = package(tmp_path, members())
    with pytest.raises(ImportPackageError) as refused:
        read(file, tmp_path)
    assert said in refused.value.message
    assert str(file) in refused.value.message


def test_other_files_are_no_packages(tmp_path: Path) -> None:
    (tmp_path / "x.apkg").write_bytes(b"PK not really")
    with pytest.raises(ImportPackageError, match="is no Anki package"):
        read(tmp_path / "x.apkg", tmp_path)
    with pytest.raises(ImportPackageError, match="cannot be read"):
        read(tmp_path / "none.apkg", tmp_path)


def test_an_encrypted_package_is_refused(tmp_path: Path) -> None:
    file = package(tmp_path, {"collection.anki2": database()})
    data = bytearray(file.read_bytes())
    for mark in (b"PK\x01\x02", b"PK\x03\x04"):
        at = data.index(mark) + (8 if mark == b"PK\x01\x02" else 6)
        data[at] |= 1
    file.write_bytes(bytes(data))
    with pytest.raises(ImportPackageError, match="damaged"):
        read(file, tmp_path)


def test_odd_values_are_passed_over(tmp_path: Path) -> None:
    change = """
        INSERT INTO notes VALUES (3, x'00ff', 7, NULL, NULL), (4, 'no type', 99, '', 'a');
        INSERT INTO cards VALUES (5, 99, 1, 0, 'x', NULL, 2, 5, 0, 9, 2500, 1, 0, 0, 0, 0, NULL);
        INSERT INTO revlog VALUES (NULL, 2, 3, 5, 0, 0), (2000000, 2, 9, -5, 0, 0), (3000000, 2, 0, 5, 0, 4);
        UPDATE cards SET data = '{"s": 1e999, "d": "x", "lrt": -1}' WHERE id = 2;
    """
    found = read(package(tmp_path, {"collection.anki2": database(change)}), tmp_path)
    assert list(found.notes) == ["guid"]
    (card,) = found.cards
    assert (card.stability, card.difficulty, card.last_review) == (None, None, None)
    assert found.other_reviews == 3


def test_all_damage_is_told_and_none_breaks_out(tmp_path: Path) -> None:
    whole = io.BytesIO(
        package(tmp_path, {"collection.anki2": database(), "media": "{}"}).read_bytes()
    ).getvalue()
    told = 0
    for at in range(0, len(whole), 37):
        damaged = bytearray(whole)
        damaged[at] ^= 0xFF
        (tmp_path / "x.apkg").write_bytes(bytes(damaged))
        try:
            read(tmp_path / "x.apkg", tmp_path)
        except ImportPackageError:
            told += 1
    assert told > 10
