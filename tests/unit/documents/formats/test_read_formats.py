"""Small real files of every format, read as a document would be."""

import io
import json
import sys
from pathlib import Path

import docx
import pytest
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas

from sctui.documents.formats.table import FORMATS, format_of
from sctui.documents.read import read_bytes, read_document
from sctui.errors import DocumentError
from sctui.lexicon.lexicon import Lexicon
from sctui.model.document import Document, LineKind

PAGE = """<!DOCTYPE html><html><head><meta charset="{charset}"><title>细胞与修复</title>
<meta name="author" content="李明"><link rel="canonical" href="https://example.org/a/1"></head><body>
<nav><ul><li><a href="/">首页</a></li><li><a href="/n">新闻</a></li></ul></nav>
<article><h1>细胞与修复</h1><p>间充质干细胞可以分泌多种生长因子,从而改善组织的血液供应,并在炎症部位发挥免疫调节作用。</p>
<h2>一、剂量</h2><p>这项研究共纳入二十名患者,每名输注1×10<sup>6</sup>个细胞,随访两年,没有见到严重的不良反应。</p>
<h2>二、来源</h2><table><tr><th>来源</th><th colspan="2">特性</th></tr>
<tr><td rowspan="2">脐带</td><td>增殖快</td><td></td></tr><tr><td>免疫原性低</td><td>取材容易</td></tr></table>
<p>这一段讨论安全性与剂量,尚需更多的研究来说明长期的结果,也要比较不同来源的细胞在不同组织里的作用。</p>
</article><footer><p>版权所有</p></footer></body></html>"""


MHTML = """From: <Saved by Blink>
Snapshot-Content-Location: https://example.org/a/1
MIME-Version: 1.0
Content-Type: multipart/related;
 type="text/html"; boundary="--a--"

----a--
Content-Type: text/css
Content-Transfer-Encoding: quoted-printable

p {{ }}
----a--
Content-Type: text/html; charset={charset}
Content-Transfer-Encoding: base64

{page}
----a----
"""


def texts(document: Document) -> list[str]:
    return [line.text for line in document.lines if line.kind not in {LineKind.FRONT_MATTER, LineKind.BLANK}]


def pdf(*pages: list[str], title: str = "", password: str = "") -> bytes:
    out = io.BytesIO()
    lock = StandardEncryption(password) if password else None
    canvas = Canvas(out, encrypt=lock, invariant=1)
    pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))
    canvas.setTitle(title)
    for lines in pages:
        canvas.setFont("STSong-Light", 10)
        for number, line in enumerate(lines):
            canvas.drawString(72, 780 - 14 * number, line)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def word() -> bytes:
    document = docx.Document()
    document.core_properties.title = "细胞与修复"
    document.core_properties.author = "李明"
    document.add_heading("细胞与修复", 0)
    document.add_heading("作用机制", 1)
    document.add_paragraph("间充质干细胞分泌多种生长因子。")
    document.add_paragraph("促进血管生成", style="List Bullet")
    document.add_paragraph("减少细胞凋亡", style="List Bullet")
    document.add_heading("来源", 2)
    table = document.add_table(rows=3, cols=3)
    for place, text in {
        (0, 0): "来源",
        (1, 0): "脐带",
        (1, 1): "增殖快",
        (2, 1): "取材容易",
        (2, 2): "多",
    }.items():
        table.cell(*place).text = text
    table.cell(0, 1).merge(table.cell(0, 2)).text = "特性"
    table.cell(1, 0).merge(table.cell(2, 0))
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def test_a_word_file(lexicon: Lexicon) -> None:
    document = read_bytes(word(), "a.docx", lexicon)
    assert document.metadata["authors"] == "李明"
    assert texts(document) == [
        "# 细胞与修复",
        "## 作用机制",
        "间充质干细胞分泌多种生长因子。",
        "- 促进血管生成",
        "- 减少细胞凋亡",
        "### 来源",
        "| 来源 | 特性 | 特性 |",
        "| --- | --- | --- |",
        "| 脐带 | 增殖快 |  |",
        "| 脐带 | 取材容易 | 多 |",
    ]


@pytest.mark.parametrize("cut", [300, 3_000, -200])
def test_a_damaged_word_file_is_told(cut: int, lexicon: Lexicon) -> None:
    with pytest.raises(DocumentError):
        read_bytes(word()[:cut], "a.docx", lexicon)


def test_a_pdf_with_its_pages(lexicon: Lexicon) -> None:
    head = "Journal of Small Tests"
    first = [
        head,
        "1. 作用机制",
        "间充质干细胞可以分泌多种生长因子,从而改善组织的血液供应,并",
        "在炎症部位发挥免疫调节作用。",
        "2. 剂量",
        "1",
    ]
    second = [
        head,
        "The injected cells secrete many growth factors and regu-",
        "late the immune response of the host for several weeks or",
        "months.",
        "2",
    ]
    third = [head, "3. 安全性", "没有见到严重的不良反应。", "3"]
    document = read_bytes(pdf(first, second, third, title="细胞"), "a.pdf", lexicon)
    assert "authors" not in document.metadata  # the program wrote `anonymous`
    assert texts(document) == [
        "1. 作用机制",
        "间充质干细胞可以分泌多种生长因子,从而改善组织的血液供应,并在炎症部位发挥免疫调节作用。",
        "2. 剂量",
        "The injected cells secrete many growth factors and regulate the immune response of the host for several weeks or months.",
        "3. 安全性",
        "没有见到严重的不良反应。",
    ]
    pages = {line.text: document.page_of(line.number) for line in document.lines if line.text}
    assert pages["2. 剂量"] == 1
    assert pages["3. 安全性"] == 3
    assert document.page_of(1) is None
    assert document.metadata["title"] == "细胞"


@pytest.mark.parametrize("title", ["untitled", "Microsoft Word - 报告.doc", "报告.docx", "文档1"])
def test_a_title_that_a_program_put_there_is_none(title: str, lexicon: Lexicon) -> None:
    assert (
        "title"
        not in read_bytes(pdf(["1. 作用机制", "细胞分泌因子。"], title=title), "a.pdf", lexicon).metadata
    )


def test_a_scan_says_that_it_has_no_text(lexicon: Lexicon) -> None:
    with pytest.raises(DocumentError, match="no text, only pictures") as caught:
        read_bytes(pdf([], []), "scan.pdf", lexicon)
    assert "OCR" in caught.value.hint


def test_a_locked_pdf_is_told(lexicon: Lexicon) -> None:
    with pytest.raises(DocumentError, match="password"):
        read_bytes(pdf(["text"], password="secret"), "a.pdf", lexicon)  # noqa: S106 -- of a file made here


@pytest.mark.parametrize("cut", [30, 500, 900])
def test_a_damaged_pdf_is_told(cut: int, lexicon: Lexicon) -> None:
    with pytest.raises(DocumentError):
        read_bytes(pdf(["one line"])[:cut], "a.pdf", lexicon)


RECORD = {
    "title": "细胞与修复",
    "authors": ["李明", "王芳"],
    "doi": "10.1/2",
    "abstract": "<div><p>间充质干细胞分泌生长因子。</p><p>剂量为10<sup>6</sup>个。</p></div>",
}


@pytest.mark.parametrize(
    "data",
    [
        json.dumps(RECORD, indent=1),
        json.dumps([RECORD], ensure_ascii=False),
        json.dumps({**RECORD, "source": json.dumps(RECORD)}),
        json.dumps({"title": RECORD["title"], "record": RECORD}),
    ],
)
def test_a_record(data: str, lexicon: Lexicon) -> None:
    document = read_bytes(data.encode(), "a.json", lexicon)
    assert texts(document) == ["# 细胞与修复", "间充质干细胞分泌生长因子。", "剂量为10⁶个。"]
    assert document.metadata["title"] == "细胞与修复"


def test_one_record_a_line(lexicon: Lexicon) -> None:
    records = [{"title": f"第{n}篇", "abstract": f"第{n}篇的摘要。"} for n in (1, 2)]
    data = "\n".join(json.dumps(record) for record in records)
    assert texts(read_bytes(data.encode(), "a.jsonl", lexicon)) == [
        *("# 第1篇", "第1篇的摘要。", "# 第2篇", "第2篇的摘要。")
    ]


def test_what_records_share_stands_in_each(lexicon: Lexicon) -> None:
    records = [
        {"title": f"第{n}篇", "abstract": f"目的:观察脐带细胞的疗效。\n纳入{n}名患者。"} for n in (21, 22)
    ]
    assert texts(read_bytes(json.dumps(records).encode(), "a.json", lexicon)) == [
        *("# 第21篇", "目的:观察脐带细胞的疗效。", "纳入21名患者。"),
        *("# 第22篇", "目的:观察脐带细胞的疗效。", "纳入22名患者。"),
    ]


def test_a_record_without_a_text_is_told(lexicon: Lexicon) -> None:
    with pytest.raises(DocumentError, match="without a text"):
        read_bytes(b'{"version": 3}', "a.json", lexicon)


@pytest.mark.parametrize(
    "data",
    [
        b"plain",
        b"# Head\n\n<html> is a tag\n",
        b"<div align=center>\n\n# Read me\n",
        b"[1] A. B. 2020.\n",
        b"{not json}",
        b"From: me\nContent-Type: text/plain\n\na letter\n",
    ],
)
def test_text_stays_text(data: bytes) -> None:
    assert format_of(data) is None


def test_what_was_read_is_read_again_alike(tmp_path: Path, lexicon: Lexicon) -> None:
    first = read_bytes(
        pdf(["1. 作用机制", "间充质干细胞分泌生长因子。"], ["2. 剂量", "剂量不同。"]), "a.pdf", lexicon
    )
    kept = tmp_path / first.name
    kept.write_bytes("\n".join(line.text for line in first.lines).encode())
    again = read_document(kept, lexicon)
    assert (again.name, again.lines, again.pages, again.sha256) == (
        *(first.name, first.lines, first.pages, first.sha256),
    )


@pytest.mark.parametrize(
    ("module", "data", "extra"),
    [("pypdf", b"%PDF-1.4", "pdf"), ("mammoth", word(), "docx"), ("trafilatura", b"<html>", "html")],
    ids=["pdf", "docx", "html"],
)
def test_a_missing_reader_says_how_to_get_it(
    module: str, data: bytes, extra: str, lexicon: Lexicon, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, module, None)
    monkeypatch.delitem(
        sys.modules, "sctui.documents.formats.main_text", raising=False
    )  # which has loaded it
    with pytest.raises(DocumentError) as caught:
        read_bytes(data, "a.file", lexicon)
    assert f"sctui[{extra}]" in caught.value.hint


def test_every_format_is_known_by_its_bytes() -> None:
    samples = {"pdf": pdf(["x"]), "docx": word(), "html": PAGE.encode(), "json": json.dumps(RECORD).encode()}
    samples["mhtml"] = MHTML.encode()
    assert {form.name for form in FORMATS} == set(samples)
    for name, data in samples.items():
        form = format_of(data)
        assert form is not None
        assert form.name == name
