"""What `sctui check` tells authors about decks they wrote, in every format, and what `--fix` writes."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner, Result

from sctui.cli.commands import cli
from tests.conftest import REPOSITORY

CARDS = "# mine\r\ndeck: d\r\ncards:\r\n  - front: a\t'x'   # why\r\n    back: b\r\n  - {front: 问, back: 答}"


def run(home: Path, *words: str) -> Result:
    return CliRunner().invoke(cli, ["--home", str(home), *words])


def deck(folder: Path, cards: str, name: str = "mine.yaml") -> Path:
    file = folder / "decks" / name
    file.parent.mkdir(exist_ok=True)
    file.write_bytes(f"deck: d\ncards:\n{cards}".encode())
    return file


@pytest.mark.parametrize(
    ("cards", "place", "message"),
    [
        ("  - {front: x, back: 'a\\nb'}\n", "3:22", "`\\n` stands for itself here (write the text between double"),
        ("  - front: what is C #1\n    back: b\n", "3:22", "`#1` is a comment, not part of `front` (put the text in"),
        ("  - {front: x, back: null}\n", "3:22", "`back` is the text `null`"),
        ("  - {front: 'x {{c1::y}}', back: z}\n", "3:13", "a gap ({{c1::…}}) in `front` is shown as it is"),
        ("  - {front: x, back: 'a\u200bb'}\n", "3:22", "`back` has an invisible character (U+200B)"),
        ("  - {front: x, back: '![p](cell)'}\n", "3:22", "`![p](cell)` in `back` is no picture (a picture ends in"),
        ("  - {front: x, back: '![p](my cell.png)'}\n", "3:22", "a path with blanks stands in `<…>`"),
        ("  - {front: x, back: 一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一}\n", "3:22", "long to remember (41"),
        ("  - {front: 甲？, back: 幹細胞}\n  - {front: 甲, back: 干细胞}\n", "4:5", "this card stands in"),
        ("  - {front: x, back: y, id: a}\n  - {front: x, back: z}\n", "4:22", "the same question has another answer in"),
    ],
)  # fmt: skip
def test_warnings(cards: str, place: str, message: str, tmp_path: Path) -> None:
    file = deck(tmp_path, cards)
    result = run(tmp_path, "check", str(file))
    assert result.exit_code == 0
    first, *_ = result.output.splitlines()
    assert first.startswith(f"{file}:{place}: warning: ")
    assert message in first


def test_pictures_sounds_and_addresses_need_not_be_remembered(tmp_path: Path) -> None:
    (tmp_path / "decks" / "heart-sounds-media").mkdir(parents=True)
    (tmp_path / "decks" / "heart-sounds-media" / "a.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    place = "heart-sounds-media/a.png"
    cards = f"  - {{front: x, back: '![]({place}) [S1](https://example.org/{'long/' * 9}) ♪ heart-sounds-media/a.mp3'}}\n"
    assert "no problems" in run(tmp_path, "check", str(deck(tmp_path, cards))).output


@pytest.mark.parametrize(
    ("cards", "hint"),
    [
        ("  - text: {{c1::a}} b\n", "put a text that begins with a gap in quotes"),
        ("  - front: what: a\n    back: b\n", "a text with a colon and a space in it must be quoted"),
        ("  - front: a\n\tback: b\n", "indent with spaces"),
        (
            "  - front: a\n    back: ![heart](heart.png)\n",
            "put a text that begins with such a character in quotes",
        ),
        ("  - front: a\n    back: *strong* b\n", "put a text that begins with such a character in quotes"),
        ("  - front: a\n    back：b\n    tags: x\n", "a key ends with `:` and a space"),
        ("  - {frnot: a, back: b}\n", "did you mean `front`?"),
        ("  - {front: a, back: b, source: {document: d, lin: 3}}\n", "did you mean `line`?"),
    ],
)
def test_how_to_mend_what_cannot_be_read(cards: str, hint: str, tmp_path: Path) -> None:
    result = run(tmp_path, "check", str(deck(tmp_path, cards)))
    assert result.exit_code == 1
    assert hint in result.output


@pytest.mark.parametrize(
    "cards",
    [
        "  - front: what is $\\nu$   # the letter\n    back: $\\tau$\n",
        "  - front: '#1'\n    back: C#\n",
        '  - front: "a\\nb #1"\n    back: ~ 5\n',
        "  - front: |-\n      a #1\n      b\n    back: 👩\u200d🔬\n",
    ],
)
def test_what_is_meant_as_it_stands(cards: str, tmp_path: Path) -> None:
    assert run(tmp_path, "check", str(deck(tmp_path, cards))).output == "1 deck, 1 card, no problems\n"


def test_json(tmp_path: Path) -> None:
    file = deck(tmp_path, "  - {front: x, bakc: y}\n  - {front: a, back: ~}\n")
    result = run(tmp_path, "check", "--format", "json", str(tmp_path / "decks"))
    assert result.exit_code == 1
    found = json.loads(result.stdout)
    assert {key: found[key] for key in ("decks", "cards", "errors", "warnings")} == {
        "decks": 1, "cards": 1, "errors": 1, "warnings": 1
    }  # fmt: skip
    error, warning = found["problems"]
    assert (error["file"], error["line"], error["column"], error["severity"]) == (str(file), 3, 16, "error")
    assert "did you mean `back`" in error["message"]
    assert error["hint"].startswith("known keys: ")
    assert warning["severity"] == "warning"


def test_github(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    file = deck(tmp_path, "  - {front: 100%, back: all, id: a}\n", "a,b.yaml")
    assert run(tmp_path, "check", "--format", "github", "decks").output == ""
    file.write_text("deck: d\ncards:\n  - {front: 100%, id: a}\n", encoding="utf-8")
    result = run(tmp_path, "check", "--format", "github", "decks")
    assert result.exit_code == 1
    assert result.output == "::error file=decks/a%2Cb.yaml,line=3,col=5::the card has no `back`\n"


def test_fix_writes_ids_and_undo_takes_them_back(tmp_path: Path) -> None:
    file = deck(tmp_path, "")
    file.write_bytes(CARDS.encode())
    result = run(tmp_path, "check", "--fix", str(file))
    assert (result.exit_code, result.stderr) == (0, "2 ids written.\n")
    text = file.read_bytes().decode()
    ids = [part[:16] for part in text.split("id: ")[1:]]
    assert text.replace(f"id: {ids[0]}\r\n    ", "").replace(f"id: {ids[1]}, ", "") == CARDS
    assert run(tmp_path, "check", "--fix", str(file)).stderr == "0 ids written.\n"
    assert "the edit of decks/mine.yaml" in run(tmp_path, "undo").output
    assert file.read_bytes() == CARDS.encode()


def test_fix_keeps_the_history_of_a_card(tmp_path: Path) -> None:
    file = deck(tmp_path, "  - front: a\n    back: b\n")
    before = run(tmp_path, "export", "--decks", str(file.parent), "--format", "jsonl").output
    run(tmp_path, "check", "--fix", str(file))
    assert run(tmp_path, "export", "--decks", str(file.parent), "--format", "jsonl").output == before


def test_fix_outside_of_home_leaves_home_alone(tmp_path: Path) -> None:
    file = deck(tmp_path, "  - front: a\n    back: b\n  - front: c\n")
    result = run(tmp_path / "home", "check", "--fix", str(file))
    assert result.exit_code == 1  # the second card has no answer, and no id either
    assert file.read_text().count("id: own-") == 1
    assert not (tmp_path / "home").exists()


def test_fix_says_which_deck_it_cannot_write(tmp_path: Path) -> None:
    file = deck(tmp_path, "  - front: a\n    bakc: [\n")
    result = run(tmp_path, "check", "--fix", str(file))
    assert result.exit_code == 1
    assert result.stdout.count(str(file)) == 1


def test_the_hooks_call_what_is_there(tmp_path: Path) -> None:
    hooks = yaml.safe_load((REPOSITORY / ".pre-commit-hooks.yaml").read_text())
    file = deck(tmp_path, "  - front: a\n    back: b\n")
    for hook in hooks:
        program, *words = hook["entry"].split()
        assert program == "sctui"
        assert run(tmp_path, *words, str(file)).exit_code == 0
