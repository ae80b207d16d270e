import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from random import Random

import pytest
from click.testing import CliRunner, Result

from sctui.cli.commands import cli
from sctui.decks.yaml_reader import read_deck_text
from sctui.locations import Home

NOTES = "abcdef"


def text(**backs: str) -> str:
    notes = "".join(
        f"  - id: {note}\n    front: Q {note}?\n    back: {back}\n" for note, back in backs.items()
    )
    return f"deck: Heart\nlanguage: en\ncards:\n{notes}"


@pytest.fixture
def homes(tmp_path: Path) -> list[Home]:
    (tmp_path / "shared").mkdir()
    homes = [Home(tmp_path / name) for name in ("desk", "laptop", "phone")]
    for home in homes:
        home.decks.mkdir(parents=True)
    return homes


def run(home: Home, *words: str, command: str = "sync") -> Result:
    target = [str(home.folder.parent / "shared")] if command == "sync" else []
    return CliRunner().invoke(cli, ["--home", str(home.folder), command, *target, *words])


def backs(home: Home, deck: str = "heart") -> dict[str, str]:
    file = home.decks / f"{deck}.yaml"
    return {note.id: note.back for note in read_deck_text(file.read_text("utf-8"), "x").deck_file.deck.notes}


def write(home: Home, content: str, deck: str = "heart") -> None:
    (home.decks / f"{deck}.yaml").write_text(content, "utf-8")


@pytest.fixture
def two(homes: list[Home]) -> list[Home]:
    write(homes[0], text(a="1", b="2", c="3"))
    for home in homes[:2]:
        assert run(home).exit_code == 0
    return homes[:2]


def test_a_deck_comes_to_the_other_machine_and_undo_takes_it_away(two: list[Home]) -> None:
    assert backs(two[1]) == {"a": "1", "b": "2", "c": "3"}
    assert "the new file decks/heart.yaml" in run(two[1], command="undo").output
    assert not (two[1].decks / "heart.yaml").exists()


def test_a_deck_comes_to_a_machine_that_has_no_folder_for_decks_yet(two: list[Home]) -> None:
    fresh = Home(two[0].folder.parent / "fresh")
    assert run(fresh).exit_code == 0
    assert backs(fresh) == {"a": "1", "b": "2", "c": "3"}


def test_a_folder_of_decks_that_is_not_at_hand_deletes_nothing(two: list[Home]) -> None:
    two[1].decks.rename(two[1].folder / "elsewhere")
    assert run(two[1]).exit_code == 0
    assert run(two[0]).exit_code == 0
    assert backs(two[0]) == {"a": "1", "b": "2", "c": "3"}


def test_edits_of_different_notes_meet(two: list[Home]) -> None:
    write(two[0], text(a="new", b="2", c="3"))
    write(two[1], text(a="1", b="2", d="4"))
    for home in (*two, *two, *two):
        assert run(home).exit_code == 0
    assert backs(two[0]) == backs(two[1]) == {"a": "new", "b": "2", "d": "4"}
    assert (two[0].decks / "heart.yaml").read_bytes() == (two[1].decks / "heart.yaml").read_bytes()


def test_a_conflict_is_told_until_it_is_resolved_and_nothing_is_changed(two: list[Home]) -> None:
    write(two[0], text(a="mine", b="2", c="3"))
    write(two[1], text(a="yours", b="2", c="3"))
    run(two[0])
    for _ in range(2):
        done = run(two[1])
        assert done.exit_code == 1
        assert "the card `a` was changed differently" in done.output
        assert re.search(r"here: .*yours", done.output)
        assert re.search(r"there: .*mine", done.output)
        assert backs(two[1])["a"] == "yours"
    seen = run(two[0])
    assert seen.exit_code == 1
    assert re.search(r"here: .*mine", seen.output)
    write(two[1], text(a="ours", b="2", c="3"))
    assert run(two[1], "--resolved", "heart.yaml").exit_code == 0
    assert run(two[0]).exit_code == 0
    assert backs(two[0]) == backs(two[1]) == {"a": "ours", "b": "2", "c": "3"}


def test_a_deleted_deck_goes_everywhere_and_one_edited_meanwhile_is_a_conflict(two: list[Home]) -> None:
    write(two[0], text(z="1"), "gone")
    run(two[0])
    run(two[1])
    (two[0].decks / "gone.yaml").unlink()
    run(two[0])
    told = run(two[1])
    assert told.exit_code == 0
    assert "gone.yaml: deleted elsewhere, and now here; `sctui undo` brings it back" in told.output
    assert not (two[1].decks / "gone.yaml").exists()
    assert "the deletion of decks/gone.yaml" in run(two[1], command="undo").output
    assert (two[1].decks / "gone.yaml").exists()
    run(two[1], command="redo")
    (two[0].decks / "heart.yaml").unlink()
    write(two[1], text(a="edited"))
    run(two[0])
    assert run(two[1]).exit_code == 1
    assert backs(two[1]) == {"a": "edited"}


def test_a_home_whose_decks_are_not_at_hand_deletes_nothing(two: list[Home]) -> None:
    (two[0].decks).rename(two[0].folder / "elsewhere")
    run(two[0])
    run(two[1])
    assert backs(two[1])


def edits(chance: Random, home: Home) -> Iterator[str]:
    now = backs(home)
    for note in NOTES:
        if chance.random() < 0.3:
            now[note] = f"{home.folder.name}-{chance.randrange(1000)}"
        elif chance.random() < 0.1 and len(now) > 1:
            now.pop(note, None)
    yield text(**now)


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_three_machines_end_with_the_same_decks(homes: list[Home], seed: int) -> None:
    chance = Random(seed)  # noqa: S311 -- edits, not secrets
    write(homes[0], text(**dict.fromkeys(NOTES, "0")))
    for home in homes:
        run(home)
    for _ in range(12):
        home = chance.choice(homes)
        write(home, next(edits(chance, home)))
        for one in chance.sample(homes, chance.randrange(3)):
            if run(one).exit_code:  # a conflict: this machine has its way
                assert run(one, "--resolved", "heart.yaml").exit_code == 0
    for home in homes * 3:
        if run(home).exit_code:
            run(home, "--resolved", "heart.yaml")
    texts = {(home.decks / "heart.yaml").read_bytes() for home in homes}
    assert len(texts) == 1
    assert all(run(home).exit_code == 0 for home in homes)


def both_write_and_sync(homes: list[Home], first: str, second: str) -> None:
    write(homes[0], first)
    write(homes[1], second)
    for home in homes:
        run(home)


def test_machines_that_merged_the_same_at_once_go_on_from_the_merge(two: list[Home]) -> None:
    shared, apart = two[0].folder.parent / "shared", two[0].folder.parent / "apart"
    both_write_and_sync(two, text(a="1", b="2", c="mine"), text(a="his", b="2", c="3"))
    # each merges without hearing of the other's merge, and edits what it merged
    for home in two:
        copy = apart / home.folder.name
        shutil.copytree(shared, copy)
        assert CliRunner().invoke(cli, ["--home", str(home.folder), "sync", str(copy)]).exit_code == 0
    write(two[0], text(a="his", b="2", c="mine again"))
    write(two[1], text(a="his again", b="2", c="mine"))
    for home in (*two, *two):
        assert run(home).exit_code == 0
    assert backs(two[0]) == backs(two[1]) == {"a": "his again", "b": "2", "c": "mine again"}


def test_a_deck_waits_for_the_origin_of_an_edit(two: list[Home], homes: list[Home]) -> None:
    write(two[0], text(a="1", b="2", c="mine"))
    assert run(two[0]).exit_code == 0
    shared = two[0].folder.parent / "shared"
    seen = {file: file.read_bytes() for file in sorted(shared.rglob("*.segment"))}
    assert run(two[1]).exit_code == 0
    write(two[1], text(a="his", b="2", c="mine"))
    assert run(two[1]).exit_code == 0
    newest = max(seen, key=lambda file: file.stat().st_mtime_ns)
    newest.unlink()  # the edit from which the second one was made has not arrived
    run(homes[2])
    write(homes[2], text(a="1", b="2", c="other"))
    waiting = run(homes[2])
    assert waiting.exit_code == 1
    assert "heart.yaml waits for an edit of another machine" in waiting.output
    assert backs(homes[2])["c"] == "other"
    newest.write_bytes(seen[newest])
    assert "changed differently on two machines" in run(homes[2]).output
