"""A document that got another name: its decks move, and keep ids, edits and rejections."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from sctui.cli.commands import cli
from sctui.decks.yaml_reader import read_deck

PAGE = """# Lupus

## Terms
Mesenchymal stem cells (MSCs) are multipotent stromal cells. Regulatory T cells (Tregs) restrain immunity.

Premature ovarian failure (POF) has many causes.

## Mechanisms
MSCs secrete VEGF and promote angiogenesis.

MSCs inhibit the proliferation of T cells.
"""
OTHER = "# Kidney\n\n## Terms\nGraft-versus-host disease (GVHD) follows transplantation.\n"


class Author:
    """Somebody with a document, whose decks are in their home or in a folder of its own."""

    def __init__(self, folder: Path, *, at_home: bool) -> None:
        self.folder, self.home = folder, folder / "home"
        self.decks = self.home / "decks" if at_home else folder / "decks"
        self.where = [] if at_home else ["--decks", str(self.decks)]

    def run(self, *words: str) -> str:
        done = CliRunner().invoke(cli, ["--home", str(self.home), *words])
        assert done.exit_code == 0, done.output
        return done.output

    def convert(self, name: str, *options: str) -> str:
        return self.run("convert", *self.where, *options, str(self.folder / name))

    def ids(self, name: str) -> dict[str, str]:
        files = sorted((self.decks / name).glob("*.yaml"))
        return {note.id: note.back or note.text for file in files for note in read_deck(file).notes}


@pytest.fixture(params=[True, False], ids=["home", "decks"])
def author(request: pytest.FixtureRequest, tmp_path: Path) -> Author:
    """With an edited and a deleted card, and another deck that cites the document."""
    author = Author(tmp_path, at_home=request.param)
    (tmp_path / "lupus.md").write_text(PAGE, encoding="utf-8")
    (tmp_path / "kidney.md").write_text(OTHER, encoding="utf-8")
    author.convert("lupus.md")
    author.convert("kidney.md")
    deck = author.decks / "lupus" / "2-mechanisms.yaml"
    head, _, cards = deck.read_text(encoding="utf-8").partition("cards:\n")
    first, *others = cards.split("  - id: ")[1:]
    deck.write_text(f"{head}cards:\n  - id: {first}    tags: [mine]  # why\n", encoding="utf-8")
    assert others  # deleted
    place = "../documents/lupus.md" if request.param else "../lupus.md"
    own = f"deck: Own\ndocuments:\n  x: {{file: {place}}}  # mine\ncards:\n  - front: a\n    back: b\n"
    (author.decks / "own.yaml").write_text(own, encoding="utf-8")
    return author


def test_its_cards_keep_ids_edits_and_what_was_deleted(author: Author) -> None:
    before = author.ids("lupus")
    (author.folder / "lupus.md").rename(author.folder / "sle.md")
    (author.folder / "sle.md").write_text(
        PAGE.replace("## Mechanisms", "New line.\n\n## Mechanisms"), "utf-8"
    )
    told = author.convert("sle.md", "--dry-run")
    assert "sle.md was called lupus.md before" in told
    assert "sle.md: 1 kept as you edited them, 1 deleted or rejected by you, 3 unchanged" in told
    assert author.ids("lupus") == before
    assert not (author.decks / "sle").exists()
    assert "sle.md was called lupus.md before" in author.convert("sle.md")
    assert not (author.decks / "lupus").exists()
    assert author.ids("sle") == before
    text = (author.decks / "sle" / "2-mechanisms.yaml").read_text(encoding="utf-8")
    assert "tags: [mine]  # why\n" in text
    assert "line: 11," in text  # as the document has it now
    assert "sle.md}  # mine\n" in (author.decks / "own.yaml").read_text(encoding="utf-8")
    told = author.convert("sle.md")
    assert "was called" not in told
    assert author.ids("sle") == before
    assert "no problems" in author.run("check", *author.where)


def test_what_was_rejected_stays_away(author: Author) -> None:
    author.convert("lupus.md", "--inbox")
    rejected = "lupus-term-12345678"
    inbox = author.decks / "lupus" / "inbox.json"
    inbox.write_text(json.dumps({rejected: "rejected"}), encoding="utf-8")
    (author.folder / "lupus.md").rename(author.folder / "sle.md")
    author.convert("sle.md", "--inbox")
    assert json.loads((author.decks / "sle" / "inbox.json").read_text("utf-8")) == {rejected: "rejected"}


def test_a_copy_beside_it_and_another_document_are_new(author: Author) -> None:
    before = author.ids("lupus")
    (author.folder / "copy.md").write_text(PAGE, encoding="utf-8")
    assert "was called" not in author.convert("copy.md")
    (author.folder / "lupus.md").unlink()
    (author.folder / "new.md").write_text("# Bone\n\nOsteoarthritis (OA) is a disease.\n", encoding="utf-8")
    assert "was called" not in author.convert("new.md")
    assert author.ids("lupus") == before


def test_undo_takes_the_conversion_back_and_then_the_move(author: Author) -> None:
    if author.where:
        return
    before = {file: file.read_bytes() for file in sorted(author.decks.rglob("*.*"))}
    (author.folder / "lupus.md").rename(author.folder / "sle.md")
    author.convert("sle.md")
    author.run("undo")
    author.run("undo")
    assert {file: file.read_bytes() for file in sorted(author.decks.rglob("*.*"))} == before
