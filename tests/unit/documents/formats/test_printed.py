"""Headings of a PDF by their fonts, and its tables by their places."""

import io
from collections.abc import Sequence

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas

from sctui.documents.formats.printed import MarkedPages, PrintedPage
from sctui.documents.read import read_bytes
from sctui.facts.comparisons.table import tables
from sctui.lexicon.lexicon import Lexicon
from sctui.outline.build import build_outline

LONG = "间充质干细胞能够分泌多种因子，调节免疫反应，促进组织修复，因此在许多疾病里都有研究"
ENGLISH = "Cord cells secrete many factors and modulate the immune response, so they are studied a lot"

# text, size, x; a list is a row of cells
Part = tuple[str, float] | list[str]


def pdf(parts: Sequence[Part], font: str = "STSong-Light", bold: str = "STSong-Light") -> bytes:
    out = io.BytesIO()
    canvas = Canvas(out, invariant=1)
    pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))
    y = 790.0
    for part in parts:
        y -= 24
        if isinstance(part, list):
            canvas.setFont(font, 10)
            for column, cell in enumerate(part):
                canvas.drawString(72 + 120 * column, y, cell)
        else:
            text, size = part
            canvas.setFont(font if size == 10 else bold, abs(size))
            canvas.drawString(72, y, text)
    canvas.save()
    return out.getvalue()


def outline(data: bytes, lexicon: Lexicon) -> list[tuple[str, list[str]]]:
    root = build_outline(read_bytes(data, "a.pdf", lexicon))
    return [(topic.title, [child.title for child in topic.children]) for topic in root.children]


def test_larger_fonts_are_headings_by_rank(lexicon: Lexicon) -> None:
    headings = [("干细胞与关节", 20), ("作用机制", 15), ("免疫调节", 12), ("组织修复", 12), ("临床研究", 15)]
    texts = [[(LONG + str(n), 10), (f"{LONG}，第{n}处。", 10)] for n in range(len(headings))]
    data = pdf([part for heading, text in zip(headings, texts, strict=True) for part in (heading, *text)])
    assert outline(data, lexicon) == [("干细胞与关节", ["作用机制", "临床研究"])]
    (title,) = build_outline(read_bytes(data, "a.pdf", lexicon)).children
    assert [child.title for child in title.children[0].children] == ["免疫调节", "组织修复"]


def test_bold_of_the_same_size_is_a_heading(lexicon: Lexicon) -> None:
    parts = [("What they do", -10), (ENGLISH + ".", 10), ("Safety", -10), (ENGLISH + "?", 10)]
    data = pdf([*parts, *[(f"{ENGLISH} {n}.", 10.0) for n in range(6)]], "Helvetica", "Helvetica-Bold")
    assert [title for title, _ in outline(data, lexicon)] == ["What they do", "Safety"]


def test_a_large_title_alone_declares_no_headings(lexicon: Lexicon) -> None:
    data = pdf(
        [("干细胞与关节", 20), ("一、机制", 10), (LONG + "。", 10), ("二、临床", 10), (LONG + "！", 10)]
    )
    assert outline(data, lexicon) == [("干细胞与关节", ["机制", "临床"])]


def test_text_in_one_font_has_no_headings_by_font() -> None:
    font = (10.0, False)
    assert list(MarkedPages.of([PrintedPage.of([("机制", font), (LONG, font)])])) == [["机制", LONG]]


def test_a_heading_of_two_lines_is_one() -> None:
    large, plain = (14.0, False), (10.0, False)
    lines = [
        ("干细胞治疗的", large),
        ("安全性", large),
        *[(LONG, plain)] * 5,
        ("费用", large),
        *[(LONG, plain)] * 5,
    ]
    (page,) = MarkedPages.of([PrintedPage.of(lines)])
    assert [line for line in page if line.startswith("#")] == ["# 干细胞治疗的安全性", "# 费用"]


def test_columns_are_a_table(lexicon: Lexicon) -> None:
    rows = [
        ["来源", "取材", "增殖"],
        ["脐带", "容易", "强"],
        ["骨髓", "有创", "弱"],
        ["脂肪", "吸脂", "中等"],
    ]
    document = read_bytes(pdf([(LONG + "。", 10), *rows, (LONG + "！", 10)]), "a.pdf", lexicon)
    (table,) = tables(document.lines)
    assert [[cell.text for cell in row] for row in (table.header, *table.rows)] == rows


def test_authors_and_a_subtitle_below_the_title_are_no_headings() -> None:
    title, section, small, plain = (20.0, False), (14.0, False), (12.0, False), (10.0, False)
    text = [(LONG, plain)] * 8
    top = [("干细胞与关节", title), ("一项随机对照试验", small), ("Ann Bee, Cy Dee and Eff Gee", small)]
    first = [*top, ("引言", section), *text, ("方法", section), ("患者", small), *text]
    pages = [PrintedPage.of(first), PrintedPage.of([("剂量", small), ("讨论", section), *text])]
    one, two = MarkedPages.of(pages)
    assert [line for line in one if line.startswith("#")] == [
        "# 干细胞与关节",
        "## 引言",
        "## 方法",
        "### 患者",
    ]
    assert [line for line in two if line.startswith("#")] == ["### 剂量", "## 讨论"]


def test_columns_of_text_printed_row_by_row_are_read_one_after_the_other(lexicon: Lexicon) -> None:
    left = [f"{LONG[start : start + 10]}甲{start}左" for start in range(8)]
    right = [f"{LONG[start : start + 10]}乙{start}右" for start in range(8)]
    rows = [[one, other] for one, other in zip(left, right, strict=True)]
    parts: list[Part] = [("干细胞与关节", 20), *rows, ("作用机制", 15), ("方法", 15), ("来源", 15)]
    text = "".join(line.text for line in read_bytes(pdf(parts), "a.pdf", lexicon).lines)
    assert "".join(left) in text
    assert "".join(right) in text
    assert "|" not in text


def test_a_page_keeps_its_lines_and_fonts() -> None:
    large, plain = (14.0, True), (10.0, False)
    for lines in ([], [("", plain)], [("甲\ud800", large), ("", plain), ("乙", plain), ("丙", large)]):
        assert list(PrintedPage.of(lines).lines()) == lines
