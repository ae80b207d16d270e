"""Decks that learners make without an editor: `sctui new`, `sctui import`, and `sctui undo` behind them."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from sctui.cli.commands import cli
from sctui.decks.surgery import with_notes
from sctui.decks.yaml_reader import read_deck
from sctui.errors import DocumentError
from sctui.locations import bundled
from sctui.model.language import Language


def run(home: Path, *words: str) -> Result:
    return CliRunner().invoke(cli, ["--home", str(home), *words])


def write(folder: Path, name: str, text: str, encoding: str = "utf-8") -> str:
    file = folder / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(text.encode(encoding))
    return str(file)


def test_a_new_deck_and_its_first_cards(tmp_path: Path) -> None:
    assert run(tmp_path, "new", "deck", "免疫::我的").exit_code == 0
    file = tmp_path / "decks" / "免疫-我的.yaml"
    words = ["new", "card", "--deck", "免疫::我的", "--topic", "甲/乙", "--tag", "考试"]
    assert run(tmp_path, *words, "--front", "a: b?", "--back", "no").exit_code == 0
    assert run(tmp_path, *words, "--text", "{{c1::VEGF}}").exit_code == 0
    first, second = read_deck(file).notes
    assert (first.front, first.back, first.topic, first.tags) == ("a: b?", "no", ("甲", "乙"), ("考试",))
    assert second.text == "{{c1::VEGF}}"
    assert run(tmp_path, "check").output.endswith("no problems\n")
    for act in ("the edit of", "the edit of", "the new file"):
        assert f"{act} decks/免疫-我的.yaml" in run(tmp_path, "undo").output
    assert not file.exists()


def test_a_card_is_put_into_a_deck_as_its_author_wrote_it(tmp_path: Path) -> None:
    text = "# mine\r\ndeck: 'd'\r\ncards:\r\n- {front: a,   back: b} # why\r\n\r\n# the end\r\n"
    file = Path(write(tmp_path, "decks/x.yaml", text))
    assert run(tmp_path, "new", "card", "--deck", "d", "--front", "c", "--back", "e").exit_code == 0
    written = file.read_bytes().decode()
    start = text.index("\r\n\r\n# the end")
    assert written.startswith(text[: start + 2])
    assert written.endswith(text[start:].removeprefix("\r\n"))
    assert [note.front for note in read_deck(file).notes] == ["a", "c"]


@pytest.mark.parametrize(
    ("words", "code", "message"),
    [
        (["deck", "d"], 1, "there is a deck `d` already"),
        (["deck", "a::"], 2, "empty part"),
        (["card", "--deck", "dd", "--front", "a", "--back", "b"], 1, "you have no deck `dd`; did you mean `d`?"),
        (["card", "--deck", "d", "--front", "a", "--back", "b"], 1, "the deck asks this already"),
        (["card", "--deck", "d", "--front", "a"], 2, "the question has no answer"),
        (["card", "--deck", "d", "--text", "a"], 2, "the text has no gap"),
        (["card", "--deck", "d", "--text", "{{c1::a}}", "--back", "b"], 2, "--front and --back, or --text"),
    ],
)  # fmt: skip
def test_what_cannot_be_made(words: list[str], code: int, message: str, tmp_path: Path) -> None:
    text = "deck: d\ncards:\n  - {front: a, back: x}\n"
    file = Path(write(tmp_path, "decks/x.yaml", text))
    result = run(tmp_path, "new", *words)
    told = str(result.exception) if result.exception and code == 1 else result.output
    assert message in told
    assert result.exit_code == code
    assert file.read_text(encoding="utf-8") == text


def test_a_new_deck_never_stands_in_for_a_bundled_one(tmp_path: Path) -> None:
    name = next((bundled() / "decks").glob("*/*.yaml"))
    result = run(tmp_path, "new", "deck", f"{name.parent.name}/{name.stem}")
    assert result.exit_code == 0
    relative = Path(result.output.strip()).relative_to(tmp_path / "decks")
    assert not (bundled() / "decks" / relative).exists()


def test_importing_a_table_twice(tmp_path: Path) -> None:
    table = write(tmp_path, "my cards.csv", 'Question,Answer\r\n干细胞？,答\r\n"a\nb",c\r\n')
    result = run(tmp_path, "import", table)
    file = tmp_path / "decks" / "my-cards.yaml"
    assert (result.exit_code, result.stdout) == (0, f"{file}: 2 cards added\n")
    deck = read_deck(file)
    assert (deck.name, deck.language) == ("my cards", Language.SIMPLIFIED)
    assert [(note.front, note.back) for note in deck.notes] == [("干细胞？", "答"), ("a\nb", "c")]
    edited = file.read_text(encoding="utf-8").replace("back: 答", "back: 改过  # mine")
    file.write_text(edited, encoding="utf-8")
    table = write(tmp_path, "my cards.csv", "Question,Answer\n干细胞？,答\nd,e\n")
    assert run(tmp_path, "import", table).stdout == f"{file}: 1 card added, 1 there already\n"
    assert file.read_text(encoding="utf-8").startswith(edited)
    run(tmp_path, "undo")
    assert file.read_text(encoding="utf-8") == edited


def test_several_files_are_one_act(tmp_path: Path) -> None:
    table = write(tmp_path, "a.tsv", "#separator:tab\n#deck column:1\n甲::一\tf\tb\n乙\tg\tb\n")
    notes = write(tmp_path, "b.md", "# 主题\nQ: q？\nA: a\n\nC: the [gap]\n")
    result = run(tmp_path, "import", table, notes)
    assert result.exit_code == 0, result.output
    names = sorted(file.name for file in (tmp_path / "decks").iterdir())
    assert names == ["b.yaml", "乙.yaml", "甲-一.yaml"]
    assert read_deck(tmp_path / "decks" / "b.yaml").notes[0].topic == ("主题",)
    run(tmp_path, "undo")
    assert list((tmp_path / "decks").iterdir()) == []


def test_a_faulty_card_stops_the_import(tmp_path: Path) -> None:
    good = write(tmp_path, "good.csv", "a,b\n")
    bad = write(tmp_path, "bad.csv", 'a,b\nc\nd,e\n"f,g\n')
    result = run(tmp_path, "import", good, bad)
    assert result.exit_code == 1
    assert f"Deck: {bad}:2:1: the question has no answer" in result.stderr
    assert f"Deck: {bad}:4:1: a quote is never closed" in result.stderr
    assert result.stderr.endswith("Nothing was imported: 2 faults.\n")
    assert not (tmp_path / "decks").exists()


def test_a_dry_run_writes_nothing(tmp_path: Path) -> None:
    result = run(tmp_path, "import", "--dry-run", "--deck", "d", write(tmp_path, "a.csv", "a\x1b[31m,b\n"))
    assert result.exit_code == 0
    assert 'front: "a\\e[31m"' in result.output
    assert not (tmp_path / "decks").exists()


def test_what_a_spreadsheet_of_this_region_writes(tmp_path: Path) -> None:
    table = write(
        tmp_path,
        "a.csv",
        "问题,答案\n" + "".join(f"什么是间充质干细胞{n}？,一种细胞\n" for n in "甲乙丙丁"),
        "gb18030",
    )
    assert run(tmp_path, "import", table).exit_code == 0
    assert read_deck(tmp_path / "decks" / "a.yaml").notes[0].front == "什么是间充质干细胞甲？"


@pytest.mark.parametrize("name", ["a.pdf", "there-is-none.csv", "."])
def test_files_that_hold_no_cards(name: str, tmp_path: Path) -> None:
    result = run(tmp_path, "import", str(tmp_path / name))
    assert result.exit_code == 1
    assert str(tmp_path / name) in str(result.exception)


@pytest.mark.parametrize(("kind", "suffix"), [("tsv", "tsv"), ("markdown", "md")])
def test_what_is_exported_can_be_imported(kind: str, suffix: str, tmp_path: Path) -> None:
    folder = tmp_path / "from"
    write(
        folder,
        "x.yaml",
        "deck: d::e\ncards:\n  - {front: '=a <b>', back: \"1\\n2\"}\n  - text: 'x {{c1::y}}'\n",
    )
    text = run(tmp_path, "export", "--decks", str(folder), "--format", kind).stdout
    assert run(tmp_path, "import", "--deck", "d::e", write(tmp_path, f"t.{suffix}", text)).exit_code == 0
    before, after = read_deck(folder / "x.yaml").notes, read_deck(tmp_path / "decks" / "d-e.yaml").notes
    assert [(n.front, n.back, n.text) for n in after] == [(n.front, n.back, n.text) for n in before]


OWN = "# mine\ndeck: d\ncards:\n- front: a   # why\n  back: b\n\n# between\n- {id: k, front: c, back: e, tags: [x]}\n- text: '{{c1::f}}'\n  id: g\n"


def test_a_card_is_changed_in_its_own_lines(tmp_path: Path) -> None:
    file = Path(write(tmp_path, "decks/x.yaml", OWN))
    first = read_deck(file).notes[0].id
    assert run(tmp_path, "card", "change", first, "--front", "another: a").exit_code == 0
    text = file.read_text(encoding="utf-8")
    changed = f'- id: {first}\n  front: "another: a"  # why\n  back: b\n'
    assert text == OWN.replace("- front: a   # why\n  back: b\n", changed)
    assert run(tmp_path, "card", "change", "g", "--text", "{{c1::h}}", "--tag", "y").exit_code == 0
    run(tmp_path, "undo")
    run(tmp_path, "undo")
    assert file.read_text(encoding="utf-8") == OWN


def test_a_card_is_not_changed_over_what_its_author_writes_meanwhile(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = Path(write(tmp_path, "decks/x.yaml", OWN))
    edited = OWN.replace("back: e", "back: the author's")

    def surgery_beside_an_editor(*given: Any) -> str:
        changed = with_notes(*given)
        file.write_text(edited, encoding="utf-8")
        return changed

    monkeypatch.setattr("sctui.cli.card_text.with_notes", surgery_beside_an_editor)
    result = run(tmp_path, "card", "change", "k", "--front", "new")
    assert result.exit_code == 1
    assert "was changed meanwhile by another program; nothing was written" in str(result.exception)
    assert file.read_text(encoding="utf-8") == edited
    monkeypatch.undo()
    assert run(tmp_path, "card", "change", "k", "--front", "new").exit_code == 0
    note = next(note for note in read_deck(file).notes if note.id == "k")
    assert (note.front, note.back) == ("new", "the author's")


def test_cards_are_deleted_and_come_back(tmp_path: Path) -> None:
    file = Path(write(tmp_path, "decks/x.yaml", OWN))
    result = run(tmp_path, "card", "delete", "k", "g")
    assert result.output == "2 cards deleted; `sctui undo` takes it back.\n"
    assert file.read_text(encoding="utf-8") == OWN[: OWN.index("- {id: k")]
    run(tmp_path, "undo")
    assert file.read_text(encoding="utf-8") == OWN


@pytest.mark.parametrize(
    ("words", "code", "message"),
    [
        (["delete", "kk"], 1, "there is no card `kk`"),
        (["delete", next(iter(read_deck(next((bundled() / "decks").glob("*/*.yaml"))).notes)).id], 1, "came with the program"),
        (["change", "k"], 2, "nothing would change"),
        (["change", "k", "--text", "{{c1::a}}"], 2, "this card has --front and --back"),
        (["change", "g", "--front", "a"], 2, "this card has --text"),
        (["change", "g", "--text", "a"], 2, "the text has no gap"),
        (["change", "k", "--back", " "], 2, "the question has no answer"),
    ],
)  # fmt: skip
def test_what_cannot_be_changed(words: list[str], code: int, message: str, tmp_path: Path) -> None:
    file = Path(write(tmp_path, "decks/x.yaml", OWN))
    result = run(tmp_path, "card", *words)
    assert message in (str(result.exception) if code == 1 else result.output)
    assert result.exit_code == code
    assert file.read_text(encoding="utf-8") == OWN


@pytest.mark.parametrize(
    ("name", "text", "form"),
    [
        ("x.md", "# Notes\n\nwords\n", "`Q:` and `A:`"),
        ("x.md", "", "`---`"),
        ("x.csv", "", "A card is a row"),
    ],
)
def test_an_import_without_a_card_fails_and_says_what_a_card_is(
    tmp_path: Path, name: str, text: str, form: str
) -> None:
    result = run(tmp_path, "import", write(tmp_path, name, text))
    assert isinstance(result.exception, DocumentError)
    assert f"{name}: no card was found" in result.exception.message
    assert form in result.exception.hint
    assert "`sctui convert`" in result.exception.hint


def test_a_file_without_a_card_does_not_keep_the_others_out(tmp_path: Path) -> None:
    files = [write(tmp_path, "x.md", "words"), write(tmp_path, "y.md", "intro\n\nQ: a\nA: b")]
    result = run(tmp_path, "import", *files)
    assert result.exit_code == 0
    assert "x.md: no card was found" in result.output
    assert "y.md: text that is no card, in line 1: left out" in result.output
    assert [note.front for note in read_deck(tmp_path / "decks" / "y.yaml").notes] == ["a"]


def test_what_cannot_be_imported_says_what_can(tmp_path: Path) -> None:
    missing = run(tmp_path, "import", str(tmp_path / "none.csv"))
    assert isinstance(missing.exception, DocumentError)
    assert missing.exception.hint == "Check the path."
    other = run(tmp_path, "import", write(tmp_path, "a.doc", "x"))
    assert isinstance(other.exception, DocumentError)
    assert ".apkg" in other.exception.hint
    assert "sctui convert" in other.exception.hint


@pytest.mark.parametrize(("option", "command"), [("--deck", "due"), ("--topic", "mastery")])
def test_an_unknown_place_names_the_command_that_lists_them(
    tmp_path: Path, option: str, command: str
) -> None:
    told = run(tmp_path, "stats", option, "nosuch")
    assert told.exit_code == 2
    assert f"`sctui {command}` names them" in told.output


def test_an_unknown_language_is_refused(tmp_path: Path) -> None:
    def undo(lang: str) -> subprocess.CompletedProcess[str]:
        call = [sys.executable, "-m", "sctui", "--home", str(tmp_path), "--lang", lang, "undo"]
        env = os.environ | {"SCTUI_LANG": "en", "PYTHONIOENCODING": "utf-8"}
        return subprocess.run(call, env=env, capture_output=True, encoding="utf-8", check=False)

    refused = undo("xx")
    assert refused.returncode == 2
    assert "none of en, zh-Hans, zh-Hant" in refused.stderr
    assert undo("zh_TW.UTF-8").returncode == 0
