"""How many documents are kept until all are made goes by what they hold, not by their number."""

from __future__ import annotations

from pathlib import Path

import pytest

from sctui.conversion import Crew, Made, ToRead
from sctui.locations import bundled
from sctui.model.progress import silent
from sctui.pipeline import read_knowledge


@pytest.mark.parametrize(("size", "kept"), [(10, 70), (2_000_000, 1), (1_999_999, 2)])
def test_documents_are_kept_by_their_bytes(size: int, kept: int, tmp_path: Path) -> None:
    knowledge = read_knowledge(bundled() / "data", tmp_path)
    files = [tmp_path / f"{number}.md" for number in range(70)]
    for file in files:
        file.write_text(f"# {file.stem}\n\n间充质干细胞分泌VEGF。\n", encoding="utf-8")
    with Crew(knowledge, 1) as crew:
        given = [ToRead(file, file, size) for file in files]
        made = crew.read(given, {}, {}, lambda _one: silent)
    assert sum(isinstance(one, Made) and one.reading is not None for one in made) == kept
    assert all(isinstance(one, Made) and one.known.file for one in made)
