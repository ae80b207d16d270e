"""Which line above a text is its title, and what becomes of the site's name, its menu and its path."""

from collections.abc import Callable

import pytest

from sctui.documents.masthead import is_menu
from sctui.model.document import Document, LineKind
from sctui.outline.build import build_outline

Read = Callable[[str], Document]
BODY = "间充质干细胞可以分泌多种生长因子,从而改善组织的血液供应,并在炎症部位发挥免疫调节作用,治疗糖尿病足。"
ENGLISH = "Mesenchymal stromal cells calm the inflammation of the diabetic foot, and the wound may close within weeks."

HAN_HEADS = {
    "a menu below the site's name": ["青禾保健社", "首页 | 门诊 | 科普 | 预约", "", "*干细胞能治糖尿病足吗"],
    "a menu on its line": ["青禾健康  登录 | 注册 | 客户端", "", "*干细胞能治糖尿病足吗", "2024-05-01 08:00"],
    "a hospital's name": ["青禾市第二医院  宣教中心", "", "*糖尿病足的细胞治疗,您要知道的事"],
    "a community with its motto": [
        "糖友之家 —— 糖尿病人的互助社区",
        "全部 | 已解决 | 提问",
        "",
        "*干细胞能治糖尿病足吗?",
    ],
    "a blog, and who wrote it": [
        "伤口笔记｜细胞科普部落格",
        "",
        "*糖尿病足与干细胞",
        "文/青青 药师  最后更新 2024.03.02",
    ],
    "a column": ["行业", "", "*干细胞治疗糖尿病足:一项试验的结果", "记者 青青 2024-03-02"],
    "a list of words behind the site's name": [
        "某岛新闻网  即时 政治 国际 生活",
        "",
        "*干细胞治疗糖尿病足有了结果",
        "记者 青青 2024-03-02",
    ],
    "a title that calls": [
        "青禾国际细胞中心",
        "首页>>项目>>足病",
        "",
        "*糖尿病足怎么办?干细胞让伤口愈合!",
        "发布时间:2024-03-02",
    ],
    "a title above its byline": ["*糖尿病足怎么办?干细胞让伤口愈合!", "发布时间:2024-03-02"],
}
ENGLISH_HEADS = {
    "a wiki": [
        *("OpenCellPedia", "Article  Talk  Edit  History", "", "*Cell therapy for the diabetic foot"),
        *("From OpenCellPedia, the free book", ""),
    ],
    "a motto": [
        *("The Slow Wound — a blog about feet", "Home · About me · Archive · Ask"),
        *("", "*Cells or surgery? What I learnt about diabetic foot ulcers"),
        "Posted by Ann Bee on 3 March 2024 · 4 min read",
    ],
    "a meeting": [
        *("EURO-FOOT 2023 | 7th Joint Meeting on Wounds", "Oslo, 12-15 May  Programme   Abstracts   Travel"),
        *("", "*Session 4: Stem cells for the diabetic foot", "Chairs: A. Bee (Oslo), C. Dee (Rome)"),
    ],
    "a site with its claim": [
        *(
            "Home > News > Medicines",
            "RegLook — independent news on medicines",
            "",
            "*Cells for the diabetic foot",
        ),
        "By Ann Bee | 27 June 2024 | 5 min read",
    ],
    "a journal's line": [
        *("Annals of Wounds 2023; 12(3): 214–229", "REVIEW ARTICLE | Open Access"),
        *("*Cell therapy for the diabetic foot: a review", "Ann Bee1, Cy Dee2 and Eff Aitch1,*"),
    ],
    "a column in capitals": [
        *("CellMedWire", "News  Policy  Jobs  Subscribe", "APPROVALS", ""),
        "*Agency approves mesenchymal stromal cells for ulcers of the diabetic foot, with a registry attached",
        "By Ann Bee, staff writer | 6 March 2025 | 5 min read",
    ],
}


def test_what_stands_around_a_title_is_no_heading(document_of: Read) -> None:
    head = [
        *(
            "跳到主文",
            "相簿 部落格 留言 名片",
            "糖尿病足 - 某某百科",
            "糖尿病足",
            "两项研究的结果",
            "青青",
            "2024-05-06 08:00",
        ),
        *(BODY, "✦ 参 考 价 值 ✦", BODY[::-1], "完。"),
    ]
    document = document_of("\n".join(head))
    tree = build_outline(document)
    assert [(topic.line, topic.title) for topic in (tree.children[0], *tree.children[0].children)] == [
        (3, "糖尿病足"),
        (9, "参考价值"),
    ]
    assert document.lines[3].kind is LineKind.REPEATED


def title_of(read: Read, head: list[str], body: str) -> tuple[str, str]:
    """The title wanted and the one found."""
    wanted = next(line.strip("*") for line in head if line.startswith("*"))
    lines = [line.removeprefix("*") for line in head]
    tree = build_outline(read("\n".join([*lines, "", body, "", body[::-1], "完。"])))
    assert tree.children[0].title == tree.title
    return tree.title, wanted.rstrip("?") if tree.title == wanted.rstrip("?") else wanted


@pytest.mark.parametrize("head", HAN_HEADS.values(), ids=HAN_HEADS)
def test_the_title_of_a_chinese_page(document_of: Read, head: list[str]) -> None:
    found, wanted = title_of(document_of, head, BODY)
    assert found == wanted


@pytest.mark.parametrize("head", ENGLISH_HEADS.values(), ids=ENGLISH_HEADS)
def test_the_title_of_an_english_page(document_of: Read, head: list[str]) -> None:
    found, wanted = title_of(document_of, head, ENGLISH)
    assert found == wanted


@pytest.mark.parametrize(
    "lines",
    [
        ["当身体攻击自己", "", "什么是糖尿病足", BODY],
        ["糖尿病足:来自青禾市第二医院", "", "什么是干细胞", BODY],
        ["伤口与细胞", "细胞 | 足病 | 伤口 | 免疫", "", BODY],
    ],
)
def test_a_first_line_that_is_no_name_of_a_site_stays_the_title(document_of: Read, lines: list[str]) -> None:
    assert build_outline(document_of("\n".join([*lines, "", "完。"]))).title == lines[0]


def test_a_section_declared_below_a_lead_is_no_title(document_of: Read) -> None:
    tree = build_outline(document_of(f"{BODY}\n\n## 糖尿病足的成因\n{BODY[::-1]}\n\n## 干细胞\n完。"))
    assert (tree.title, [child.line for child in tree.children]) == ("page.txt", [3, 6])


@pytest.mark.parametrize(
    ("line", "yes"),
    [
        ("首页 | 门诊 | 科普", True),
        ("home · about me · archive", True),
        ("青禾医疗财团法人青禾综合医院 │ 挂号 │ 进度 │ 交通", True),
        ("干细胞 | 糖尿病足", False),
        ("青禾医疗财团法人青禾综合医院 │ 挂号 │ 进度", False),
        ("2024年,三项研究 | 两家医院 | 一个结论。", False),
    ],
)
def test_a_menu_has_short_entries(line: str, *, yes: bool) -> None:
    assert is_menu(line) is yes
