"""Web pages, saved as they are or as one file: the main text, whatever it is laid out with."""

import base64

import pytest
from lxml.html import document_fromstring

from sctui.documents.formats.html import spread_spans
from sctui.documents.read import read_bytes
from sctui.errors import DocumentError
from sctui.lexicon.lexicon import Lexicon
from sctui.outline.build import build_outline
from tests.unit.documents.formats.test_read_formats import MHTML, PAGE, texts


@pytest.mark.parametrize("charset", ["utf-8", "gb2312", "gbk"])
def test_a_web_page(charset: str, lexicon: Lexicon) -> None:
    document = read_bytes(PAGE.format(charset=charset).encode(charset), "页.txt", lexicon)
    assert document.name == "页.txt.md"
    assert document.metadata["title"] == "细胞与修复"
    assert document.metadata["url"] == "https://example.org/a/1"
    found = texts(document)
    assert found[0] == "# 细胞与修复"
    assert "| 脐带 | 增殖快 |  |" in found
    assert "| 脐带 | 免疫原性低 | 取材容易 |" in found
    assert any("1×10⁶个" in text for text in found)
    assert not {"首页", "- 首页", "版权所有"} & set(found)
    assert [topic.title for topic in build_outline(document).children[0].children] == ["剂量", "来源"]


@pytest.mark.parametrize("charset", ["utf-8", "gbk"])
def test_a_page_saved_as_one_file(charset: str, lexicon: Lexicon) -> None:
    page = base64.encodebytes(PAGE.format(charset=charset).encode(charset)).decode()
    saved = MHTML.format(charset=charset, page=page).replace("\n", "\r\n").encode()
    document = read_bytes(saved, "页.mhtml", lexicon)
    assert (document.name, document.metadata["title"]) == ("页.mhtml.md", "细胞与修复")
    assert texts(document) == texts(read_bytes(PAGE.format(charset=charset).encode(charset), "页", lexicon))


def test_a_saved_file_without_a_page_is_told(lexicon: Lexicon) -> None:
    saved = MHTML.format(charset="utf-8", page="").encode()
    with pytest.raises(DocumentError, match="without a page"):
        read_bytes(saved, "a.mht", lexicon)


def test_a_table_that_lays_out_a_page_is_none(lexicon: Lexicon) -> None:
    body = PAGE.format(charset="utf-8").partition("<article>")[2].partition("</article>")[0]
    page = f"<html><body><table><tr><td><a href=a>首页</a></td><td>{body}</td></tr></table></body></html>"
    found = texts(read_bytes(page.encode(), "a.html", lexicon))
    assert "| 脐带 | 免疫原性低 | 取材容易 |" in found
    assert "## 一、剂量" in found
    assert not any(line.startswith("|") and "剂量" in line for line in found)


def test_a_page_without_text_is_told(lexicon: Lexicon) -> None:
    with pytest.raises(DocumentError, match="without text"):
        read_bytes(b"<!DOCTYPE html><html><body><script>go()</script></body></html>", "a.html", lexicon)


BODY = (
    "<p>"
    + "间充质干细胞可以分泌多种生长因子,从而改善组织的血液供应,并在炎症部位发挥免疫调节作用。" * 3
    + "</p>"
)


def outline(content: str, lexicon: Lexicon) -> list[tuple[str, list[str]]]:
    page = f"<!DOCTYPE html><html><head><title>x</title></head><body><article>{content}{BODY}</article></body></html>"
    tree = build_outline(read_bytes(page.encode(), "a.html", lexicon))
    return [(topic.title, [child.title for child in topic.children]) for topic in tree.children]


@pytest.mark.parametrize("bold", ["<strong>{}</strong>", "<span><b>{}</b></span>", "<b>{}<br></b>"])
def test_bold_paragraphs_are_headings(bold: str, lexicon: Lexicon) -> None:
    heads = [f"<p>{bold.format(title)}</p>{BODY}" for title in ("一、治疗原理", "二、治疗流程")]
    stressed = (
        "<p><b>表1 两组的结果</b></p><p><b>请务必注意。</b></p><p><b>剂量</b>是1×10<sup>6</sup>/kg。</p>"
    )
    content = f"<h2>糖尿病足</h2>{BODY}{''.join(heads)}{stressed}"
    assert outline(content, lexicon) == [("糖尿病足", ["治疗原理", "治疗流程"])]


def test_headings_of_a_wiki(lexicon: Lexicon) -> None:
    edit = "<span class='mw-editsection'>[<a href=e>编辑</a>]</span>"
    heads = "".join(f"<h2><span>{title}</span>{edit}</h2>{BODY}" for title in ("历史", "来源"))
    assert outline(f"<h1>细胞</h1>{BODY}{heads}", lexicon) == [("细胞", ["历史", "来源"])]


def test_a_row_that_stands_inside_a_cell_ends_nothing() -> None:
    page = document_fromstring("<html><body><table><tr><td>a</td></tr></table></body></html>")
    (cell,) = page.iter("td")
    cell.append(cell.makeelement("tr"))
    spread_spans(page)
    assert [cell.text for cell in page.iter("td")] == ["a"]


def test_a_page_of_nested_sections_keeps_its_headings(lexicon: Lexicon) -> None:
    said = [
        "软骨没有血管,软骨细胞很少分裂。",
        "细胞分泌TSG-6,抑制滑膜的炎症。",
        "一项试验纳入24名患者,评分下降55%。",
    ]
    parts = [
        f"<section><section><p><span><strong>0{n}</strong></span></p><p><span><strong>{title}</strong></span></p></section>"
        f"<p>{text}</p></section>"
        for n, (title, text) in enumerate(
            zip(["软骨为什么长不好", "细胞怎么起作用", "有没有证据"], said, strict=True), 1
        )
    ]
    page = f"<html><body><div id=js_content>{''.join(parts)}</div></body></html>"
    document = read_bytes(page.encode(), "page.html", lexicon)
    titles = [topic.title for topic in build_outline(document).walk()][1:]
    assert titles == ["软骨为什么长不好", "细胞怎么起作用", "有没有证据"]
    assert [text for text in texts(document) if text in said] == said


def test_a_table_of_one_column_lays_out_a_page(lexicon: Lexicon) -> None:
    said = "烟草烟雾激活肺泡巨噬细胞,释放IL-8,招募中性粒细胞,弹性蛋白酶破坏肺泡壁,气流因此受限。" * 5
    body = f"<b>一、机制</b><br><br>{said}<br><br><b>二、试验</b><br><br>{said[::-1]}"
    rows = ["<a href=/>首页</a> | <a href=/a>肺病</a>", f"<b>细胞与肺</b><br>{body}", "版权所有"]
    page = (
        "<html><body><table>" + "".join(f"<tr><td>{row}</td></tr>" for row in rows) + "</table></body></html>"
    )
    document = read_bytes(page.encode(), "page.html", lexicon)
    titles = [topic.title for topic in build_outline(document).walk()]
    assert titles[-2:] == ["机制", "试验"]
