"""`sctui convert --dry-run`: what would change, deck by deck; nothing is written."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from sctui.cli.commands import cli

BEFORE = """# Lupus

## Terms
Mesenchymal stem cells (MSCs) are multipotent stromal cells.

Premature ovarian failure (POF) has many causes.

Graft-versus-host disease (GVHD) follows transplantation.
"""
AFTER = (
    BEFORE.replace("Graft-versus-host disease (GVHD)", "It")
    + "\nSystemic lupus erythematosus (SLE) is a disease.\n"
)


def run(home: Path, *words: str) -> Result:
    return CliRunner().invoke(cli, ["--home", str(home), *words])


def snapshot(folder: Path) -> dict[str, bytes]:
    return {str(file): file.read_bytes() for file in sorted(folder.rglob("*")) if file.is_file()}


@pytest.fixture
def page(tmp_path: Path) -> Path:
    """A document that changed since its decks were made, and a deck with a card that its author changed."""
    file = tmp_path / "lupus.md"
    file.write_text(BEFORE, encoding="utf-8")
    assert run(tmp_path / "home", "convert", str(file)).exit_code == 0
    deck = tmp_path / "home" / "decks" / "lupus" / "1-terms.yaml"
    text = deck.read_text(encoding="utf-8")
    deck.write_text(text.replace("back: Mesenchymal stem cells", "back: mine"), encoding="utf-8")
    file.write_text(AFTER, encoding="utf-8")
    return file


def test_the_difference_of_each_deck_is_shown_and_nothing_is_written(page: Path) -> None:
    home = page.parent / "home"
    before = snapshot(page.parent)
    done = run(home, "convert", "--dry-run", str(page))
    assert done.exit_code == 0
    assert snapshot(page.parent) == before
    assert done.output.startswith("lupus.md: 1 new, 1 vanished, 1 kept as you edited them, 1 unchanged\n")
    lines = [line.strip() for line in done.output.splitlines()]
    assert "yours: back: mine" in lines
    assert "else:  back: Mesenchymal stem cells" in lines
    assert "+ flags: [orphan]" in lines
    told = "front: As the name of an autoimmune disease, what does the abbreviation SLE stand for?"
    assert told in lines
    assert lines[-1] == "Nothing was written."


def test_cards_of_which_only_the_lines_move_are_counted(tmp_path: Path) -> None:
    file = tmp_path / "lupus.md"
    file.write_text(BEFORE, encoding="utf-8")
    run(tmp_path / "home", "convert", str(file))
    lines = BEFORE.splitlines(keepends=True)
    file.write_text("".join([*lines[:2], "A new line.\n\n", *lines[2:]]), encoding="utf-8")
    done = run(tmp_path / "home", "convert", "--dry-run", str(file))
    assert "    ~ 3 cards: their sources stand in other lines\n" in done.output
    assert "source:" not in done.output


def test_as_json_it_says_what_the_conversion_then_does(page: Path) -> None:
    home = page.parent / "home"
    found = json.loads(run(home, "convert", "--dry-run", "--format", "json", str(page)).output)
    (document,) = found["documents"]
    (deck,) = document["decks"]
    outcomes = {card["outcome"]: card for card in deck["cards"]}
    assert set(outcomes) == {"added", "kept", "orphaned"}
    assert outcomes["kept"]["before"]["back"] == "mine"
    assert outcomes["kept"]["after"]["back"] == "Mesenchymal stem cells"
    assert outcomes["added"]["before"] is None
    before = Path(deck["file"]).read_text(encoding="utf-8")
    run(home, "convert", str(page))
    after = Path(deck["file"]).read_text(encoding="utf-8")
    old, new = Counter(before.splitlines()), Counter(after.splitlines())
    changed = Counter(line for line in deck["diff"].splitlines() if line[:3] not in {"+++", "---"})
    assert [line for line in (old - new).elements() if f"-{line}" not in changed] == []
    assert [line for line in (new - old).elements() if f"+{line}" not in changed] == []
    again = json.loads(run(home, "convert", "--dry-run", "--format", "json", str(page)).output)
    assert [deck["diff"] for deck in again["documents"][0]["decks"]] == [""]  # only what is kept is told


def test_a_first_conversion_is_all_new(tmp_path: Path) -> None:
    file = tmp_path / "lupus.md"
    file.write_text(BEFORE, encoding="utf-8")
    done = run(tmp_path / "home", "convert", "--dry-run", str(file))
    assert "lupus.md: 3 new\n" in done.output
    assert not (tmp_path / "home").exists()


def test_a_form_needs_something_to_show(tmp_path: Path) -> None:
    assert run(tmp_path, "convert", "--format", "json", "x.md").exit_code == 2
