"""`sctui export` on real files, as a process where exit codes and streams matter."""

from __future__ import annotations

import json
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from sctui.cli.commands import cli


@pytest.fixture
def decks(tmp_path: Path) -> Path:
    folder = tmp_path / "decks"
    folder.mkdir()
    for name in ("甲::一", "甲::二", "乙", "甲乙"):
        text = f"deck: {name}\nlanguage: zh-Hans\ncards:\n  - {{front: {name} 干细胞？, back: 答}}\n"
        (folder / f"{name.replace(':', '')}.yaml").write_text(text, encoding="utf-8")
    return folder


def export(decks: Path, *arguments: str) -> Result:
    return CliRunner().invoke(cli, ["export", "--decks", str(decks), *arguments])


def process(*arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "sctui", "export", *arguments]
    return subprocess.run(command, capture_output=True, encoding="utf-8", check=False)


def names(output: str) -> list[str]:
    return [json.loads(line)["deck"] for line in output.splitlines()]


def test_json_lines_to_standard_output(decks: Path) -> None:
    result = export(decks)
    assert result.exit_code == 0
    assert sorted(names(result.stdout)) == ["乙", "甲::一", "甲::二", "甲乙"]
    assert result.stderr == ""


def test_some_decks_and_those_below_them(decks: Path) -> None:
    assert sorted(names(export(decks, "--deck", "甲").stdout)) == ["甲::一", "甲::二"]
    assert sorted(names(export(decks, "--deck", "甲::二", "--deck", "乙").stdout)) == ["乙", "甲::二"]


def test_a_deck_that_is_not_there(decks: Path) -> None:
    done = process("--decks", str(decks), "--deck", "甲::三")
    assert (done.returncode, done.stdout) == (1, "")
    assert "there is no deck `甲::三`; did you mean `甲::" in done.stderr
    assert "Traceback" not in done.stderr


def test_files_by_their_names(decks: Path, tmp_path: Path) -> None:
    result = export(decks, "-o", str(tmp_path / "x.jsonl"))
    assert (result.exit_code, result.stdout) == (0, "")
    assert "4 cards, 4 decks" in result.stderr
    assert len(names((tmp_path / "x.jsonl").read_text(encoding="utf-8"))) == 4
    assert export(decks, "-o", str(tmp_path / "x.APKG")).exit_code == 0
    assert zipfile.is_zipfile(tmp_path / "x.APKG")
    assert export(decks, "--format", "apkg", "-o", str(tmp_path / "x.zip")).exit_code == 0
    assert zipfile.is_zipfile(tmp_path / "x.zip")


@pytest.mark.parametrize(
    "arguments", [("-o", "x.txt"), ("-o", "x"), ("--format", "apkg"), ("--format", "csv")]
)
def test_calls_that_say_no_format(decks: Path, arguments: tuple[str, ...]) -> None:
    assert export(decks, *arguments).exit_code == 2


def test_the_readers_script(decks: Path) -> None:
    result = export(decks, "--deck", "乙", "--script", "zh-Hant-TW")
    assert json.loads(result.stdout)["front"] == "乙 幹細胞？"


def test_a_broken_deck_does_not_keep_the_others(decks: Path) -> None:
    (decks / "broken.yaml").write_text("deck: [")
    result = export(decks)
    assert result.exit_code == 0
    assert len(names(result.stdout)) == 4
    assert "1 problem in the decks" in result.stderr


def test_nothing_to_export(tmp_path: Path) -> None:
    done = process("--decks", str(tmp_path))
    assert done.returncode == 1
    assert "there are no cards to export" in done.stderr


@pytest.mark.parametrize("name", ["x.apkg", "x.jsonl"])
def test_a_place_that_cannot_be_written(decks: Path, tmp_path: Path, name: str) -> None:
    (tmp_path / "file").touch()
    done = process("--decks", str(decks), "-o", str(tmp_path / "file" / name))
    assert (done.returncode, done.stdout) == (1, "")
    assert "cannot be written" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_reader_that_stops_listening(decks: Path) -> None:
    cards = "".join(f"  - {{front: x{i}, back: {'y' * 90}}}\n" for i in range(3000))
    (decks / "long.yaml").write_text(f"deck: long\ncards:\n{cards}")
    command = [sys.executable, "-m", "sctui", "export", "--decks", str(decks)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as running:
        assert running.stdout is not None
        assert running.stderr is not None
        running.stdout.readline()
        running.stdout.close()
        error = running.stderr.read()
    assert b"Traceback" not in error


def test_no_export_loads_what_it_does_not_need(decks: Path) -> None:
    code = (
        "import sys; from sctui.cli.commands import cli; cli.main(sys.argv[1:], standalone_mode=False);"
        "print([m for m in ('genanki', 'textual', 'sqlite_utils', 'rich') if m in sys.modules], file=sys.stderr)"
    )
    command = [sys.executable, "-c", code, "export", "--decks", str(decks)]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=True)
    assert done.stderr == "[]\n"
