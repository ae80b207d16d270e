"""`sctui convert --inbox` and `sctui inbox`: cards that wait, accepted or rejected, and undo behind it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from sctui.cli.commands import cli

DOCUMENT = """# Lupus

## Terms
Mesenchymal stem cells (MSCs) are multipotent stromal cells. Regulatory T cells (Tregs) restrain immunity.

## Mechanisms
MSCs secrete VEGF and promote angiogenesis. MSCs inhibit the proliferation of T cells.
"""


def run(home: Path, *words: str) -> Result:
    return CliRunner().invoke(cli, ["--home", str(home), *words])


@pytest.fixture
def home(tmp_path: Path) -> Path:
    (tmp_path / "lupus.md").write_text(DOCUMENT, encoding="utf-8")
    done = run(tmp_path / "home", "convert", "--inbox", str(tmp_path / "lupus.md"))
    assert "in the inbox: sctui inbox" in done.output
    return tmp_path / "home"


def waiting(home: Path) -> list[dict[str, str]]:
    found: list[dict[str, str]] = json.loads(run(home, "inbox", "--format", "json").output)["waiting"]
    return found


def test_cards_wait_with_the_rule_that_made_them(home: Path) -> None:
    found = waiting(home)
    assert found
    assert all(one["rule"].partition(".")[0] in {"term", "mechanism"} for one in found)
    told = run(home, "inbox").output
    assert all(f"{one['id']}  ({one['rule']})" in told for one in found)


def test_a_rejected_card_is_gone_and_undo_brings_it_back(home: Path) -> None:
    first, *others = (one["id"] for one in waiting(home))
    rule = waiting(home)[0]["rule"]
    assert f"1 card rejected (made by {rule})" in run(home, "inbox", "reject", first).output
    assert run(home, "inbox", "--rejected").output == f"{first}  ({rule})\n"
    again = run(home, "convert", "--inbox", str(home.parent / "lupus.md")).output
    assert "1 deleted or rejected by you" in again
    assert [one["id"] for one in waiting(home)] == others
    assert run(home, "undo").exit_code == 0  # the conversion, or the rejection where it wrote nothing
    if first not in {one["id"] for one in waiting(home)}:
        run(home, "undo")
    assert [one["id"] for one in waiting(home)] == [first, *others]


def test_rules_show_how_many_of_their_cards_were_accepted(home: Path) -> None:
    found = waiting(home)
    rule = found[0]["rule"]
    assert run(home, "inbox", "reject", "--rule", rule).exit_code == 0
    assert "0 still waiting" in run(home, "inbox", "accept", "--all").output
    rows = {line.split()[-1]: line.split()[:-1] for line in run(home, "inbox", "--rules").output.splitlines()}
    assert rows[rule][:2] == ["0", "0%"]
    assert all(row[:2] == [row[0], "100%"] for name, row in rows.items() if name not in {rule, "rule"})
    assert run(home, "inbox").output == "Nothing waits in the inbox.\n"


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["accept"], "name cards by their ids"),
        (["accept", "nothing"], "`nothing` does not wait"),
        (["reject", "--rule", "none"], "no card of the rule `none` waits"),
    ],
)
def test_what_cannot_be_meant_is_refused(home: Path, words: list[str], told: str) -> None:
    done = run(home, "inbox", *words)
    assert done.exit_code == 2
    assert told in done.output


def test_the_setting_lets_cards_wait_and_a_folder_has_its_own_inbox(tmp_path: Path) -> None:
    (tmp_path / "lupus.md").write_text(DOCUMENT, encoding="utf-8")
    home, decks = tmp_path / "home", tmp_path / "decks"
    home.mkdir()
    (home / "config.toml").write_text("inbox = true\n", encoding="utf-8")
    words = ["convert", str(tmp_path / "lupus.md"), "--decks", str(decks)]
    assert "in the inbox" not in run(home, *words, "--no-inbox").output
    assert not (decks / "lupus" / "inbox.json").exists()
    for file in sorted((decks / "lupus").iterdir()):
        file.unlink()
    assert "in the inbox" in run(home, *words).output
    assert "0 still waiting." in run(home, "inbox", "--decks", str(decks), "accept", "--all").output


def test_a_rejected_card_stays_away_when_its_sentence_is_reworded(home: Path) -> None:
    page = home.parent / "lupus.md"
    before = "\n\n".join(
        (
            "# Lupus",
            "## Mechanisms",
            "MSCs secrete VEGF and promote angiogenesis.",
            "MSCs inhibit the proliferation of T cells.",
        )
    )
    page.write_text(before, encoding="utf-8")
    run(home, "convert", "--inbox", str(page))
    assert run(home, "inbox", "reject", "--all").exit_code == 0
    for old, new in (
        ("MSCs secrete VEGF and promote", "Human MSCs secrete VEGF and thereby promote"),
        ("MSCs inhibit the proliferation", "Transplanted MSCs strongly inhibit the proliferation"),
        ("strongly inhibit", "inhibit"),
        ("Human MSCs", "Adult MSCs"),
    ):
        before = before.replace(old, new)
        page.write_text(before, encoding="utf-8")
        assert run(home, "convert", "--inbox", str(page)).exit_code == 0
        assert waiting(home) == []
