"""Questions for mechanisms of a whole page: of organs, of animals, of what makes cells fit."""

from pathlib import Path

import pytest

from sctui.locations import bundled
from sctui.pipeline import convert, read_knowledge


@pytest.mark.parametrize(
    ("text", "front", "back"),
    [
        ("多项研究显示,MSC对肺脏纤维化有很好的抑制作用。", "MSC对肺脏的哪种病变有抑制作用？", "肺脏纤维化"),
        ("间充质干细胞很常见。它们的低致瘤作用以及低免疫原性使得这些细胞适合用于异体治疗。",
         "间充质干细胞凭哪两种“低”的特性适合用于治疗？", "低致瘤作用以及低免疫原性"),
        ("间充质干细胞很常见。它们的多向分化能力以及低免疫原性使得这些细胞适合用于异体治疗。",
         "间充质干细胞凭哪两种特性适合用于治疗？", "多向分化能力以及低免疫原性"),
        ("# 間充質幹細胞治療肝硬化\n\n1.功能方面:在大鼠模型中還觀察到白蛋白恢復甚至腹水消失的現象。",
         "在肝硬化的動物模型中，間充質幹細胞治療後在白蛋白和腹水方面觀察到了什麼？", "白蛋白恢復甚至腹水消失"),
        ("# Cells\n\nA thin rim is left. This suggests a living rim of myocardium that allows MSCs to engraft.",
         "What may allow MSCs to engraft?", "a living rim of myocardium"),
        ("# Cells\n\nAn extract of cells. MSCs do not express HLA-DR.", "What do MSCs not express?", "HLA-DR"),
    ],
)  # fmt: skip
def test_a_question_for_it(tmp_path: Path, text: str, front: str, back: str) -> None:
    (tmp_path / "page.md").write_text(text, encoding="utf-8")
    knowledge = read_knowledge(bundled() / "data", Path("nobody's own lexicon"))
    notes = convert(tmp_path / "page.md", knowledge).generation.notes
    assert (front, back) in {(note.front, note.back) for note in notes}
