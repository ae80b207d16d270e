"""The cards of a page that a test writes."""

from pathlib import Path

from sctui.model.card import Note
from sctui.pipeline import Knowledge, convert

TRIAL = "2019年,一项试验对64名克罗恩病患者进行脐带间充质干细胞静脉注射治疗。"


def notes(folder: Path, knowledge: Knowledge, title: str, *lines: str) -> tuple[Note, ...]:
    """Those of a page with a title, and paragraphs below it."""
    page = folder / "page.md"
    page.write_text("\n\n".join((f"# {title}", *lines)) + "\n", encoding="utf-8")
    return convert(page, knowledge).generation.notes


def asked(folder: Path, knowledge: Knowledge, title: str, *lines: str) -> dict[str, str]:
    """All questions of such a page, with their answers."""
    made = notes(folder, knowledge, title, *lines)
    return {card.front: card.back for note in made for card in note.cards()}


def cards(text: str, folder: Path, knowledge: Knowledge) -> dict[str, str]:
    """Questions on studies with their answers, of a page with one paragraph."""
    made = notes(folder, knowledge, "页", text)
    return {card.front: card.back for note in made if note.kind == "trial" for card in note.cards()}
