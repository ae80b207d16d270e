"""What a page says of itself, and nothing that its text tells."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sctui.documents.formats.page_about import about_page
from sctui.documents.formats.page_element import page_of

PAGE = (
    "<html><head><title>细胞</title>{head}</head><body><div><h1>细胞与修复</h1>{above}</div><article>"
    "<p>试验于2012-03-04开始招募，共22人。</p><p>Recruitment began on March 5, 1999, and ended two years later.</p>"
    "</article><footer>Copyright 2019</footer></body></html>"
)


def test_a_day_that_the_text_tells_is_not_the_page_s() -> None:
    assert about_page(PAGE.format(head="", above="")) == {"title": "细胞与修复"}


@pytest.mark.parametrize(
    ("head", "above"),
    [
        ('<meta name="publishdate" content="2023-05-06">', ""),
        ("", '<span class="time">2023年5月6日</span>'),
        ("", "<p>发布时间：2023-05-06 10:22</p>"),
        ("", '<div class="info">来源：健康网 2023/05/06</div>'),
        ("", '<time datetime="2023-05-06">6 May</time>'),
        ("", '<p class="date">May 6, 2023</p>'),
        ("", '<em id="publish_time">2023年05月06日 12:00</em>'),
    ],
)
def test_its_date(head: str, above: str) -> None:
    assert about_page(PAGE.format(head=head, above=above))["date"] == "2023-05-06"


def test_the_name_of_its_site_is_no_title() -> None:
    page = "<html><head><title>膝关节炎的治疗 - 某某医院</title></head><body><h1>某某医院</h1><p>x</p></body></html>"
    assert about_page(page)["title"] == "膝关节炎的治疗"


_BITS = st.sampled_from(
    ["<p>", "</p>", "<div>", "</div>", "<b>", "</b>", "text", " ", "<table><td>", "</table>"]
)


@given(st.lists(_BITS).map("".join))
def test_the_texts_of_paragraphs_are_those_that_libxml2_gives(body: str) -> None:
    root = page_of(f"<html><body>{body}</body></html>")
    expression = "//p//text()"
    assert root.xpath(expression) == root.getroottree().xpath(expression)


def test_other_questions_are_answered_as_ever() -> None:
    root = page_of("<html><body><p class=a>one</p><p>two</p></body></html>")
    assert [found.text for found in root.xpath("//p[@class=$name]", name="a")] == ["one"]
