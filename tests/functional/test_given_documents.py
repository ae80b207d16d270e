"""`sctui convert` with folders, pasted text and formats that are not text, up to the check of every quote."""

import io
import json
import os
import subprocess
import sys
from pathlib import Path

import docx
import pytest

TEXT = "# 甲\n\n间充质干细胞(MSC)分泌VEGF和HGF。\n"


def sctui(home: Path, *arguments: str, pasted: bytes = b"") -> subprocess.CompletedProcess[str]:
    done = subprocess.run(
        [sys.executable, "-m", "sctui", "--home", str(home), *arguments],
        capture_output=True,
        input=pasted,
        env={**os.environ, "PYTHONIOENCODING": "utf-8"},
        check=False,
    )
    return subprocess.CompletedProcess(done.args, done.returncode, done.stdout.decode(), done.stderr.decode())


def word() -> bytes:
    document = docx.Document()
    document.add_heading("甲", 1)
    document.add_paragraph("间充质干细胞(MSC)分泌VEGF和HGF。")
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def cards(home: Path, *options: str) -> list[dict[str, object]]:
    done = sctui(home, "export", "--format", "jsonl", *options)
    assert done.returncode == 0, done.stderr
    return [json.loads(line) for line in done.stdout.splitlines()]


def of_document(home: Path, name: str, *options: str) -> list[dict[str, object]]:
    return [card for card in cards(home, *options) if name in json.dumps(card["sources"])]


@pytest.mark.parametrize("where", ["home", "decks"])
def test_every_quote_of_a_word_file_stands_in_the_text_that_was_read(tmp_path: Path, where: str) -> None:
    file, home = tmp_path / "paper.docx", tmp_path / "home"
    file.write_bytes(word())
    options = ("--decks", str(tmp_path / "decks")) if where == "decks" else ()
    done = sctui(home, "convert", str(file), *options)
    assert done.returncode == 0, done.stderr
    assert of_document(home, "paper.docx.md", *options)
    checked = sctui(home, "check", *options)
    assert checked.returncode == 0
    assert "paper" not in checked.stdout
    kept = home / "documents" / "paper.docx.md"
    if where == "decks":
        kept = tmp_path / "decks" / "paper-docx" / "paper.docx.md"
    before = {card["id"] for card in of_document(home, "paper.docx.md", *options)}
    assert sctui(home, "convert", str(kept), *options).returncode == 0
    assert {card["id"] for card in of_document(home, "paper.docx.md", *options)} == before


def test_a_folder_gives_all_that_can_be_read_and_says_what_cannot(tmp_path: Path) -> None:
    folder = tmp_path / "folder"
    (folder / "below").mkdir(parents=True)
    (folder / ".hidden").mkdir()
    (folder / "one.md").write_text(TEXT, encoding="utf-8")
    (folder / "below" / "two.docx").write_bytes(word())
    (folder / ".hidden" / "three.md").write_text(TEXT, encoding="utf-8")
    (folder / "picture.md").write_bytes(b"\x89PNG\r\n\x1a\n")
    (folder / "cards.yaml").write_text("deck: 乙\ncards: []\n", encoding="utf-8")
    (folder / "below" / "one.txt").write_text(TEXT, encoding="utf-8")
    (folder / "below" / "gone.md").symlink_to("nowhere")
    done = sctui(tmp_path / "home", "convert", str(folder))
    assert done.returncode == 0, done.stderr
    for name in ("picture.md", "cards.yaml", "one.md", "gone.md"):
        assert f"{name}" in done.stderr
    assert "three" not in done.stdout + done.stderr
    made = {path.name for path in (tmp_path / "home" / "decks").iterdir()}
    assert made == {"one", "two-docx"}


def test_a_folder_with_nothing_readable_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "folder" / "picture").write_bytes(b"\x89PNG\r\n\x1a\n")
    done = sctui(tmp_path / "home", "convert", str(tmp_path / "folder"))
    assert done.returncode == 1
    assert "picture" in done.stderr
    assert "nothing in it that can be read" in done.stderr


@pytest.mark.parametrize("arguments", [("-", "--name", "notes"), ("--name", "notes")])
def test_pasted_text(tmp_path: Path, arguments: tuple[str, ...]) -> None:
    decks = tmp_path / "decks"
    for options in ((), ("--decks", str(decks))):
        done = sctui(tmp_path, "convert", *arguments, *options, pasted=TEXT.encode())
        assert done.returncode == 0, done.stderr
        assert of_document(tmp_path, "notes.txt", *options)
        checked = sctui(tmp_path, "check", *options)
        assert "notes" not in checked.stdout
    assert (tmp_path / "documents" / "notes.txt").read_bytes() == TEXT.encode()
    assert (decks / "notes" / "notes.txt").read_bytes() == TEXT.encode()


def test_nothing_pasted_is_an_error(tmp_path: Path) -> None:
    done = sctui(tmp_path, "convert", "-")
    assert done.returncode == 1
    assert "empty" in done.stderr
