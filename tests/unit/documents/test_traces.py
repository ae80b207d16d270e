from collections.abc import Callable

from sctui.documents.traces import Trace, find_traces
from sctui.model.document import Document


def traces(document: Document) -> dict[str, Trace]:
    return {trace.rule: trace for trace in find_traces(document)}


def test_cells_broken_and_cited(document_of: Callable[[str], Document]) -> None:
    found = traces(document_of("# 表\n\n| 细胞 | 作用 |\n|---|---|\n| 甲 | 促进 血管生成[1,2,] |\n"))
    assert (found["D14"].lines, found["D14"].examples) == ((5,), ("促进 血管",))
    assert found["D17"].count == 1


def test_folded_marks_count_only_where_no_full_width_comma_stands(
    document_of: Callable[[str], Document],
) -> None:
    assert traces(document_of("细胞迁移,随后分化。\n"))["D13"].count == 1
    assert "D13" not in traces(document_of("细胞迁移,随后分化，最后成熟。\n"))


def test_wrong_traditional_is_told_in_traditional_text_only(document_of: Callable[[str], Document]) -> None:
    wrong = traces(document_of("間充質干細胞減輕炎癥,與對照組相比療效顯著。\n"))["D7"]
    assert wrong.examples == ("干→幹", "癥→症")
    assert "D7" not in traces(document_of("间充质干细胞减轻炎症。\n"))


def test_lines_that_are_left_out_are_counted_by_kind(document_of: Callable[[str], Document]) -> None:
    found = traces(
        document_of("# 干细胞\n\n间充质干细胞来自骨髓。\n\n# 参考文献\n\n[1] Doe J. Cells. 2020.\n")
    )
    assert found["D12"].lines[-1] == 7
    assert "left out" in found["D12"].treatment
