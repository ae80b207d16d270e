"""A document whose lines a width broke is read paragraph by paragraph, and quoted line by line."""

from collections.abc import Callable
from pathlib import Path

import pytest

from sctui.documents.paragraphs import as_paragraphs
from sctui.locations import bundled
from sctui.model.document import Document, LineKind, Span
from sctui.outline.build import build_outline
from sctui.pipeline import Knowledge, convert, read_knowledge
from tests.broken_text import broken

Read = Callable[[str], Document]
HAN = """膝骨关节炎的细胞治疗

间充质干细胞（MSC）分泌血管内皮生长因子（VEGF）和肝细胞生长因子（HGF），并抑制肿瘤坏死因子-α的释放，因此能够减轻炎症。

临床研究

2021年，甲院对48名膝骨关节炎患者进行了一项随机对照试验，细胞组24人在关节腔内注射脐带间充质干细胞，剂量为2×10^7个，每月一次，共三次。随访12个月，疼痛评分平均下降了32%，安慰剂组下降了11%（P=0.01）。未见与治疗有关的严重不良事件，只有5人出现了短暂的关节肿痛。

- 脐带来源的细胞容易得到，增殖快，免疫原性低，但是属于异体细胞，需要严格的筛查才能使用
- 骨髓来源的细胞没有排斥问题，但是取材有创，老年人的细胞数量少，增殖也比较慢
"""
ENGLISH = """Cells for the knee

Mesenchymal stromal cells (MSCs) secrete vascular endothelial growth factor (VEGF) and hepatocyte growth factor (HGF), and they inhibit the release of TNF-alpha by macrophages.

What the trial found

In 2021, a randomised trial enrolled 48 patients with knee osteoarthritis. The cell group received three intra-articular injections of 2 x 10^7 umbilical cord MSCs, one month apart. At 12 months, pain fell by 32% with cells and by 11% with placebo (P = 0.01). No serious adverse events were related to treatment.
"""


@pytest.fixture(scope="module")
def knowledge() -> Knowledge:
    return read_knowledge(bundled() / "data", Path("nobody's own lexicon"))


@pytest.mark.parametrize(("text", "columns"), [(HAN, 80), (HAN, 40), (ENGLISH, 72), (ENGLISH, 60)])
def test_the_facts_of_a_broken_text_are_those_of_the_whole(
    tmp_path: Path, knowledge: Knowledge, text: str, columns: int
) -> None:
    cards = []
    for name, written in (("whole.txt", text), ("broken.txt", broken(text, columns))):
        (tmp_path / name).write_text(written, encoding="utf-8")
        done = convert(tmp_path / name, knowledge)
        lines = written.split("\n")
        sources = [source for note in done.generation.notes for source in note.sources]
        assert all(source.quote in lines[source.line - 1] for source in sources)
        told = [one.evidence for record in done.knowledge.records for one in record.told]
        assert all(lines[one.line - 1][one.start : one.end] == one.quote for one in told)
        cards.append([(note.front, note.back, note.text) for note in done.generation.notes])
    assert cards[0] == cards[1]
    assert len(cards[0]) > 4


def test_items_and_headings_stay_apart(document_of: Read) -> None:
    document = document_of(broken(HAN, 40))
    read = as_paragraphs(document)
    texts = [line.text for line in read.lines if line.text.strip()]
    assert texts == [line for line in HAN.split("\n") if line]
    assert len(read.lines) == len(document.lines)
    assert [topic.title for topic in build_outline(document).children[0].children] == ["临床研究"]


def test_each_line_has_its_piece_of_a_span(document_of: Read) -> None:
    document = document_of(broken(ENGLISH, 60))
    read = as_paragraphs(document)
    line = next(line for line in read.lines if line.text.startswith("In 2021"))
    at = line.text.index("48 patients")
    pieces = read.pieces(Span(line.number, at, len(line.text)))
    assert " ".join(quote for _, quote in pieces) == line.text[at:]
    assert all(document.text(place) == quote for place, quote in pieces)
    assert [place.line for place, _ in pieces] == list(range(line.number, line.number + len(pieces)))
    second = pieces[1][0]
    assert read.in_paragraph(second.line, second.start) == (line.number, at + len(pieces[0][1]) + 1)


def test_damage_moves_with_its_line(document_of: Read) -> None:
    document = document_of(broken(HAN.replace("2×10^7个", "2×10?个"), 40))
    (place,) = document.damage
    (moved,) = as_paragraphs(document).damage
    assert as_paragraphs(document).text(moved.span) == document.text(place.span)


def test_a_text_that_was_not_broken_is_read_as_it_stands(document_of: Read) -> None:
    document = document_of(HAN)
    assert as_paragraphs(document) is document


def test_a_title_over_two_lines(document_of: Read) -> None:
    title = "Three injections of umbilical cord stromal cells in knee osteoarthritis: a randomised trial"
    document = document_of(broken(ENGLISH.replace("Cells for the knee", title), 72))
    assert build_outline(document).title == title
    assert [line.kind for line in document.lines[:2]] == [LineKind.HEADING, LineKind.BYLINE]
