"""Folders of decks: standing in, leaving out, reporting."""

from __future__ import annotations

from pathlib import Path

from sctui.decks.library import read_library


def write(file: Path, name: str, *ids: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    cards = "".join(f"  - {{id: {i}, front: {name} {i}, back: b}}\n" for i in ids)
    file.write_text(f"deck: {name}\ncards:\n{cards}", encoding="utf-8")


def test_all_decks_sorted_and_a_later_folder_stands_in(tmp_path: Path) -> None:
    write(tmp_path / "one" / "b" / "x.yaml", "bundled", "b1")
    write(tmp_path / "one" / "a.yaml", "first", "a1")
    write(tmp_path / "two" / "b" / "x.yaml", "own", "b1", "b2")
    write(tmp_path / "two" / ".git" / "y.yaml", "hidden", "h1")
    library = read_library([tmp_path / "one", tmp_path / "two", tmp_path / "absent"])
    assert [loaded.deck.name for loaded in library.decks] == ["first", "own"]
    assert [loaded.folder.name for loaded in library.decks] == ["one", "two"]
    assert library.decks[1].places["b2"].line == 4
    assert library.problems == ()


def test_a_broken_deck_does_not_keep_the_others_out(tmp_path: Path) -> None:
    write(tmp_path / "a.yaml", "good", "a1")
    (tmp_path / "b.yaml").write_text("deck: [\n")
    (tmp_path / "c.yaml").write_bytes(b"\xff\xfe")
    (tmp_path / "d.yaml").mkdir()
    write(tmp_path / "e.yaml", "also good", "e1")
    library = read_library([tmp_path])
    assert [loaded.deck.name for loaded in library.decks] == ["good", "also good"]
    assert [Path(problem.file).name for problem in library.problems] == ["b.yaml", "c.yaml", "d.yaml"]


def test_an_id_used_in_two_decks_is_left_out_the_second_time(tmp_path: Path) -> None:
    write(tmp_path / "a.yaml", "a", "same", "a2")
    write(tmp_path / "b.yaml", "b", "b1", "same")
    library = read_library([tmp_path])
    assert [[note.id for note in loaded.deck.notes] for loaded in library.decks] == [["same", "a2"], ["b1"]]
    assert "same" not in library.decks[1].places
    (problem,) = library.problems
    assert f"{tmp_path / 'a.yaml'}:3" in problem.message
    assert problem.where == f"{tmp_path / 'b.yaml'}:4:5"
