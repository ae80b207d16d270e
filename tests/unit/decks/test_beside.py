"""What stands in brackets behind an answer: members that are told elsewhere."""

from pathlib import Path

from sctui.pipeline import Knowledge
from tests.unit.decks.study_cards import asked, notes

_LINES = (
    "在克罗恩病中，造血干细胞分泌IL-6、IL-10等细胞因子。",
    "此外,造血干细胞分泌CXCL12、IL-6等细胞因子。",
)


def test_who_names_another_member_is_right_too(tmp_path: Path, knowledge: Knowledge) -> None:
    cards = asked(tmp_path, knowledge, "克罗恩病", *_LINES)
    lists = [back for front, back in cards.items() if "哪些细胞因子（举例）" in front]
    assert lists == ["IL-6、IL-10（也有CXCL12）"]


def test_other_proof_stands_beside(tmp_path: Path, knowledge: Knowledge) -> None:
    made = [note for note in notes(tmp_path, knowledge, "克罗恩病", *_LINES) if "（也有" in note.back]
    assert made
    assert all(len(note.sources) == 2 for note in made)
