from pathlib import Path

import pytest

from sctui.tui.path_choices import choices, shown_path, typed_path, whole_path


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("Beta.md", "alpha.md", ".hidden"):
        (tmp_path / name).touch()
    (tmp_path / "box").mkdir()
    return tmp_path


def test_what_begins_like_it_is_offered_folders_first(folder: Path) -> None:
    assert choices(f"{folder}/") == [f"{folder}/box/", f"{folder}/alpha.md", f"{folder}/Beta.md"]
    assert choices(f"{folder}/b") == [f"{folder}/box/", f"{folder}/Beta.md"]


def test_hidden_files_are_offered_to_who_types_a_dot(folder: Path) -> None:
    assert choices(f"{folder}/.") == [f"{folder}/.hidden"]


def test_nothing_is_offered_where_nothing_can_be(folder: Path) -> None:
    assert choices(f"{folder}/nowhere/") == []
    assert choices(f"{folder}/alpha.md/") == []


def test_without_a_slash_the_folder_one_is_in_is_meant(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder)
    assert choices("al") == ["alpha.md"]


def test_the_own_folder_is_shown_as_it_is_typed(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(folder))
    assert shown_path(folder / "box", folder=True) == "~/box/"
    assert shown_path(Path("/"), folder=True) == "/"
    assert typed_path("~/box/") == folder / "box"
    assert choices("~/bo") == ["~/box/"]


@pytest.mark.parametrize(
    ("text", "path"),
    [
        ("/a/b.pdf", "/a/b.pdf"),
        ("~/b.pdf", "~/b.pdf"),
        ("'/a/b c.pdf' ", "/a/b c.pdf"),  # as terminals paste a file that is dropped on them
        ("/a/b\\ c.pdf", "/a/b c.pdf"),
        ("'/a/b", ""),
        ("b.pdf", ""),
        ("~b", ""),
        ("", ""),
    ],
)
def test_a_whole_path_is_told_from_a_part_of_one(text: str, path: str) -> None:
    assert whole_path(text) == path
