"""The questions of a page that a test writes, with a table that compares two kinds of cells."""

from pathlib import Path

from sctui.model.card import Note
from sctui.pipeline import Knowledge, convert

TABLE = (
    "表1:间充质干细胞和造血干细胞在皮肤再生中的比较",
    "",
    "| 特性 | 间充质干细胞(MSC) | 造血干细胞(HSC) |",
    "|---|---|---|",
)


def notes(folder: Path, knowledge: Knowledge, *lines: str, title: str = "干细胞修复皮肤") -> dict[str, Note]:
    """The notes of the page by their questions."""
    page = folder / "page.md"
    page.write_text("\n".join((f"# {title}", "", *lines)) + "\n", encoding="utf-8")
    return {note.front: note for note in convert(page, knowledge).generation.notes if note.front}
