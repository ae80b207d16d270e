"""`sctui check` on real files."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from sctui.cli.commands import cli

LINES = ["# 甲病", "", "共有12人入组，无人退出。", "五年生存率为84%。"]


@pytest.fixture
def document(tmp_path: Path) -> Path:
    file = tmp_path / "docs" / "demo.md"
    file.parent.mkdir()
    file.write_text("\n".join(LINES), encoding="utf-8")
    return file


def write(tmp_path: Path, document: Path, cards: str, sha256: str = "") -> Path:
    sha256 = sha256 or hashlib.sha256(document.read_bytes()).hexdigest()
    file = tmp_path / "decks" / "demo.yaml"
    file.parent.mkdir(exist_ok=True)
    head = f"deck: demo\nlanguage: zh-Hans\ndocuments:\n  d: {{file: ../docs/demo.md, sha256: {sha256}}}\ncards:\n"
    file.write_text(head + cards, encoding="utf-8")
    return file


def check(tmp_path: Path) -> Result:
    return CliRunner().invoke(cli, ["check", "--decks", str(tmp_path / "decks")])


GOOD = "  - {id: a, front: 几人？, back: 12人, source: {document: d, line: 3, quote: 共有12人入组}}\n"


def test_nothing_wrong(tmp_path: Path, document: Path) -> None:
    write(tmp_path, document, GOOD + "  - text: '{{c1::甲}}与{{c2::乙}}'\n")
    result = check(tmp_path)
    assert (result.exit_code, result.output) == (0, "1 deck, 3 cards, no problems\n")


@pytest.mark.parametrize(
    ("card", "place", "message"),
    [
        ("{front: x, back: y, source: {document: d, line: 9, quote: q}}", "6:33", "demo.md has no line 9; it has 4"),
        (
            "{front: x, back: y, source: {document: d, line: 1, quote: 五年生存率}}",
            "6:33",
            "the quote `五年生存率` does not stand in line 1 of demo.md; it stands in line 4",
        ),
        (
            "{front: x, back: y, sources: [{document: d, line: 3, quote: 12人}, {document: d, line: 4, quote: 85%}]}",
            "6:71",
            "the quote `85%` does not stand in line 4 of demo.md",
        ),
        ("{front: x, back: }", "6:22", "`back` is empty"),
        ("{front: x, bakc: y}", "6:16", "did you mean `back`?"),
    ],
)  # fmt: skip
def test_errors(card: str, place: str, message: str, tmp_path: Path, document: Path) -> None:
    file = write(tmp_path, document, f"  - {card}\n{GOOD}")
    result = check(tmp_path)
    assert result.exit_code == 1
    first, summary = result.output.splitlines()
    assert first.startswith(f"{file}:{place}: ")
    assert message in first
    assert summary.endswith("1 error")


@pytest.mark.parametrize(
    ("card", "place"),
    [
        ("{front: 12人入组了几人？, back: 12人}", "6:30"),
        ("{front: 幹細胞是什麼？, back: 干细胞}", "6:28"),
        ("{text: '{{c1::VEGF}} 即 VEGF 因子'}", "6:12"),
    ],
)
def test_an_answer_that_can_be_read_in_the_question(
    card: str, place: str, tmp_path: Path, document: Path
) -> None:
    file = write(tmp_path, document, f"  - {card}\n")
    result = check(tmp_path)
    assert result.exit_code == 0
    assert f"{file}:{place}: warning: the answer can be read in the question\n" in result.output


@pytest.mark.parametrize(
    "card",
    ["{front: 是否有效？, back: 是}", "{front: 'MSC12?', back: MSC}", "{front: 第112人？, back: '12'}"],
)
def test_an_answer_that_only_seems_to_stand_there(card: str, tmp_path: Path, document: Path) -> None:
    write(tmp_path, document, f"  - {card}\n")
    assert check(tmp_path).output == "1 deck, 1 card, no problems\n"


def test_a_changed_document(tmp_path: Path, document: Path) -> None:
    file = write(tmp_path, document, GOOD, "0" * 64)
    result = check(tmp_path)
    assert result.exit_code == 0
    assert f"{file}:4:3: warning: the document `d` has changed" in result.output
    assert result.output.endswith("1 deck, 1 card, 1 warning\n")


def test_a_missing_document(tmp_path: Path, document: Path) -> None:
    file = write(tmp_path, document, GOOD)
    document.unlink()
    result = check(tmp_path)
    assert result.exit_code == 0
    assert f"{file}:4:3: warning: the document `d` cannot be checked" in result.output


def test_the_same_id_in_two_decks(tmp_path: Path, document: Path) -> None:
    first = write(tmp_path, document, GOOD)
    second = first.with_name("other.yaml")
    second.write_bytes(first.read_bytes())
    result = check(tmp_path)
    assert result.exit_code == 1
    assert result.output == (
        f"{second}:6:5: the card id `a` is already used in {first}:6; this card is left out"
        " (give one of the two another id)\n"
        "2 decks, 1 card, 1 error\n"
    )


def test_what_a_deck_says_is_never_obeyed_by_the_terminal(tmp_path: Path, document: Path) -> None:
    write(
        tmp_path,
        document,
        '  - {front: x, back: y, source: {document: d, line: 1, quote: "\\e[31mred\\a"}}\n',
    )
    result = check(tmp_path)
    assert result.exit_code == 1
    assert "␛[31mred␇" in result.output


def test_bundled_and_own_decks_by_default(tmp_path: Path, document: Path) -> None:
    file = write(tmp_path, document, "  - {front: x}\n")
    result = CliRunner().invoke(cli, ["--home", str(tmp_path), "check"])
    assert result.exit_code == 1
    assert f"{file}:6:5: the card has no `back`" in result.output


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    result = check(tmp_path)
    assert result.exit_code == 2
    assert "does not exist" in result.output
