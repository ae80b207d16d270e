"""Pictures of cards: beside the deck, and nowhere else."""

from __future__ import annotations

from pathlib import Path

import pytest

from sctui.decks.pictures import find_picture, is_damaged, picture_paths
from sctui.errors import DeckError
from sctui.model.card import Markup, Note


def test_pictures_of_a_note_each_once() -> None:
    note = Note("n", front="![a](x.png) ![b](y/细胞.jpg)", back="![c](x.png)", options=("![](z.gif)",))
    assert list(picture_paths(note)) == ["x.png", "y/细胞.jpg", "z.gif"]
    assert not list(picture_paths(Note("n", front="![a](x.png)", back="b", markup=Markup.PLAIN)))


def test_a_picture_is_found_from_the_deck(tmp_path: Path) -> None:
    picture = tmp_path / "decks" / "img" / "a b.png"
    picture.parent.mkdir(parents=True)
    picture.write_bytes(b"x")
    deck = tmp_path / "decks" / "a.yaml"
    assert find_picture(deck, "img/a b.png") == picture
    assert find_picture(deck, "img/a%20b.png") == picture
    assert find_picture(deck, "./img/../img/a b.png") == picture


@pytest.mark.parametrize(
    ("path", "what"),
    [
        ("../secret.png", "outside"),
        ("img/../../secret.png", "outside"),
        ("%2e%2e/secret.png", "outside"),
        ("link.png", "outside"),
        ("/etc/passwd", "does not lie"),
        ("\\\\host\\a.png", "does not lie"),
        ("C:\\a.png", "does not lie"),
        ("https://x.org/a.png", "does not lie"),
        ("none.png", "not there"),
        ("img", "not there"),
        ("a.yaml", "no picture"),
        ("\0.png", "not there"),
        ("a" * 5000, "not there"),
    ],
)
def test_a_picture_that_is_none_is_told(tmp_path: Path, path: str, what: str) -> None:
    folder = tmp_path / "decks"
    (folder / "img").mkdir(parents=True)
    (tmp_path / "secret.png").write_bytes(b"x")
    (folder / "link.png").symlink_to(tmp_path / "secret.png")
    deck = folder / "a.yaml"
    deck.write_text("deck: a")
    with pytest.raises(DeckError, match=what) as told:
        find_picture(deck, path)
    assert told.value.hint


@pytest.mark.parametrize(
    ("name", "start", "damaged"),
    [
        ("a.png", b"", True),
        ("a.png", b"<html>not found", True),
        ("a.png", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", False),
        ("a.png", b"\xff\xd8\xff\xe0", False),  # a wrong suffix; it is shown all the same
        ("a.avif", b"\0\0\0\x20ftypavif", False),
        ("a.svg", b"<svg xmlns=", False),
        ("a.svg", b"", True),
    ],
)
def test_a_damaged_picture(tmp_path: Path, name: str, start: bytes, *, damaged: bool) -> None:
    picture = tmp_path / name
    picture.write_bytes(start)
    assert is_damaged(picture) == damaged


def test_a_picture_that_cannot_be_read_is_damaged(tmp_path: Path) -> None:
    assert is_damaged(tmp_path / "none.png")
