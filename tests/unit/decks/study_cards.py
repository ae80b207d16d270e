"""The cards that a page with one paragraph on a study gives."""

from pathlib import Path

from sctui.pipeline import Knowledge, convert

TRIAL = "2019年,一项试验对64名克罗恩病患者进行脐带间充质干细胞静脉注射治疗。"


def cards(text: str, folder: Path, knowledge: Knowledge) -> dict[str, str]:
    """Questions on studies with their answers, of a page with one paragraph."""
    page = folder / "page.md"
    page.write_text(f"# 页\n\n{text}\n", encoding="utf-8")
    notes = convert(page, knowledge).generation.notes
    return {card.front: card.back for note in notes if note.kind == "trial" for card in note.cards()}
