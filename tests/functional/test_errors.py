"""What goes wrong says what, where and what to do, leaves with a code, and loses nothing."""

import os
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

GOOD = "deck: 甲\nlanguage: zh-Hans\ncards:\n  - {id: a, front: 甲是什么？, back: 乙}\n"


def sctui(home: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "sctui", "--home", str(home), *arguments]
    environment = {**os.environ, "PYTHONIOENCODING": "utf-8"}
    return subprocess.run(
        command,
        capture_output=True,
        text=True,
        encoding="utf-8",
        env=environment,
        check=False,
        stdin=subprocess.DEVNULL,
    )


def assert_told(done: subprocess.CompletedProcess[str], *words: str) -> None:
    said = done.stdout + done.stderr
    assert done.returncode != 0
    assert "Traceback" not in said
    assert done.stderr.strip()
    for word in words:
        assert word in said, said


def test_a_missing_document(tmp_path: Path) -> None:
    assert_told(sctui(tmp_path, "convert", str(tmp_path / "none.md")), "none.md")


def test_an_empty_document(tmp_path: Path) -> None:
    (tmp_path / "empty.md").touch()
    assert_told(sctui(tmp_path, "convert", str(tmp_path / "empty.md")), "empty.md", "empty")


def test_a_binary_file(tmp_path: Path) -> None:
    (tmp_path / "picture.md").write_bytes(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + bytes(range(256)) * 8)
    assert_told(sctui(tmp_path, "convert", str(tmp_path / "picture.md")), "picture.md")


def test_an_empty_folder(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    assert_told(sctui(tmp_path, "convert", str(tmp_path / "folder")), "folder")


def test_a_bad_document_does_not_keep_the_others_out(tmp_path: Path) -> None:
    (tmp_path / "good.md").write_text("# 甲\n\n间充质干细胞(MSC)分泌VEGF和HGF。\n", encoding="utf-8")
    done = sctui(tmp_path, "convert", str(tmp_path / "none.md"), str(tmp_path / "good.md"))
    assert_told(done, "none.md", "good.md: ")
    assert list((tmp_path / "decks" / "good").glob("*.yaml"))


def test_invalid_utf8_is_read_and_said(tmp_path: Path) -> None:
    text = "# 甲\n\n间充质干细胞(MSC)分泌VEGF和HGF。\n一些别的话。\n" * 20
    data = bytearray(text.encode())
    del data[-8]
    (tmp_path / "cut.md").write_bytes(bytes(data))
    done = sctui(tmp_path, "convert", str(tmp_path / "cut.md"))
    assert done.returncode == 0
    assert "lost bytes" in done.stdout


def test_a_broken_deck_is_named_with_its_place(tmp_path: Path) -> None:
    (tmp_path / "good.yaml").write_text(GOOD, encoding="utf-8")
    (tmp_path / "bad.yaml").write_text("deck: 乙\ncards:\n  - {front: 甲, bakc: 乙}\n", encoding="utf-8")
    done = sctui(tmp_path, "check", "--decks", str(tmp_path))
    assert_told_on_stdout(done, "bad.yaml:3:", "back")


def test_a_card_id_that_is_there_twice(tmp_path: Path) -> None:
    (tmp_path / "one.yaml").write_text(GOOD, encoding="utf-8")
    (tmp_path / "two.yaml").write_text(GOOD, encoding="utf-8")
    done = sctui(tmp_path, "check", "--decks", str(tmp_path))
    assert_told_on_stdout(done, "two.yaml:4:", "one.yaml:4")


def assert_told_on_stdout(done: subprocess.CompletedProcess[str], *words: str) -> None:
    assert done.returncode == 1
    assert "Traceback" not in done.stdout + done.stderr
    for word in words:
        assert word in done.stdout, done.stdout + done.stderr


def test_a_broken_deck_does_not_keep_the_others_from_export(tmp_path: Path) -> None:
    (tmp_path / "good.yaml").write_text(GOOD, encoding="utf-8")
    (tmp_path / "bad.yaml").write_text("deck: [", encoding="utf-8")
    done = sctui(tmp_path, "export", "--decks", str(tmp_path), "--format", "jsonl")
    assert '"id": "a"' in done.stdout
    assert "1 problem" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_home_that_cannot_be_written(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    (tmp_path / "good.md").write_text("# 甲\n\n间充质干细胞(MSC)分泌VEGF和HGF。\n", encoding="utf-8")
    assert_told(sctui(tmp_path / "file" / "home", "convert", str(tmp_path / "good.md")), "home")


def test_a_database_of_a_newer_version(tmp_path: Path) -> None:
    with sqlite3.connect(tmp_path / "collection.db") as database:
        database.execute("pragma user_version = 9999")
    database.close()
    before = (tmp_path / "collection.db").read_bytes()
    assert_told(sctui(tmp_path, "due"), "collection.db", "newer")
    assert (tmp_path / "collection.db").read_bytes() == before


def test_a_database_that_is_none(tmp_path: Path) -> None:
    (tmp_path / "collection.db").write_text("this is a shopping list\n" * 100, encoding="utf-8")
    before = (tmp_path / "collection.db").read_bytes()
    assert_told(sctui(tmp_path, "due"), "collection.db")
    assert (tmp_path / "collection.db").read_bytes() == before


def test_no_terminal(tmp_path: Path) -> None:
    assert_told(sctui(tmp_path), "terminal")


@pytest.mark.parametrize("name", ["deck.jsonl", "deck.apkg"])
def test_an_export_that_cannot_be_written(tmp_path: Path, name: str) -> None:
    (tmp_path / "good.yaml").write_text(GOOD, encoding="utf-8")
    (tmp_path / "file").touch()
    assert_told(
        sctui(tmp_path, "export", "--decks", str(tmp_path), "-o", str(tmp_path / "file" / name)), name
    )


def test_control_characters_of_a_document_do_not_reach_the_terminal(tmp_path: Path) -> None:
    (tmp_path / "evil.md").write_text(
        "# 甲\x1b[31m\x9b2J\n\n间充质干细胞(MSC)分泌VEGF\x1b]0;x\x07和HGF。\n", encoding="utf-8"
    )
    for command in (("outline",), ("convert", "--verbose")):
        done = sctui(tmp_path, command[0], str(tmp_path / "evil.md"), *command[1:])
        assert done.returncode == 0
        assert not set(done.stdout + done.stderr) & {"\x1b", "\x9b", "\x07"}


def test_a_setting_that_is_not_known(tmp_path: Path) -> None:
    (tmp_path / "config.toml").write_text("colour = 'red'\n", encoding="utf-8")
    assert_told(sctui(tmp_path, "due"), "config.toml", "colour")
