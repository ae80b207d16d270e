"""Tables whose cells stand apart by any sign come back cell by cell, and the text around them as it was."""

from hypothesis import given, settings
from hypothesis import strategies as st

from sctui.documents.read import read_bytes
from sctui.facts.comparisons.table import tables
from sctui.lexicon.lexicon import Lexicon
from sctui.model.document import LineKind

NAMES = ["脐带", "骨髓", "脂肪", "牙髓", "羊膜", "经血", "CD34", "UC-MSC"]
HEADS = ["取材难度", "增殖能力", "免疫原性", "例数", "缓解率"]
MEASURES = ["高", "中", "低", "较强", "弱", "20", "4.5", "70%", "12 个月", "3.1 ± 0.4"]
TEXT = "脐带来源的细胞最容易得到，因此在临床试验里用得最多，结果也最受关注。"


@settings(deadline=None)
@given(
    names=st.lists(st.sampled_from(NAMES), min_size=2, max_size=6, unique=True),
    heads=st.lists(st.sampled_from(HEADS), min_size=1, max_size=5, unique=True),
    sign=st.sampled_from([" ", "   ", "\t", "　", "　　"]),
    between=st.sampled_from(["\n", "\n\n"]),
    data=st.data(),
)
def test_every_cell_comes_back(
    names: list[str], heads: list[str], sign: str, between: str, data: st.DataObject, lexicon: Lexicon
) -> None:
    cells = st.lists(st.sampled_from(MEASURES), min_size=len(heads), max_size=len(heads))
    rows = [["来源", *heads], *([name, *data.draw(cells)] for name in names)]
    page = f"{TEXT}\n\n{between.join(map(sign.join, rows))}\n\n{TEXT[::-1]}。\n"
    document = read_bytes(page.encode(), "page.txt", lexicon)
    (table,) = tables(document.lines)
    assert [[cell.text for cell in row] for row in (table.header, *table.rows)] == rows
    assert not [line for line in document.lines if line.kind is LineKind.HEADING]
