"""Outlines of books of abstracts, of answers to a question, and of journals that set headings before their text."""

from collections.abc import Callable

from sctui.model.document import Document, LineKind
from tests.unit.outline.test_build import BODY, outline

Read = Callable[[str], Document]
LONG = "Transendocardial allogeneic bone-marrow cells in ischaemic cardiomyopathy: results at twelve months of the A-B trial"


def test_a_code_above_the_title_of_an_abstract(document_of: Read) -> None:
    lines = [
        *("Session 6: Cells for the heart", "", "P4-01", LONG, "A. Bee, C. Dee", f"Background: {BODY}", ""),
        *("P4-02", "Patches of heart muscle", "E. Eff, G. Aitch", f"Background: 甲{BODY}"),
    ]
    assert outline(document_of, *lines) == [
        "1 Session 6: Cells for the heart",
        f"  4 {LONG}",
        "    6 Background",
        "  9 Patches of heart muscle",
        "    11 Background",
    ]


def test_a_code_before_the_title_of_an_abstract(document_of: Read) -> None:
    lines = [
        *("Session 6: Cells for the heart", "", f"6B-01  {LONG}", "A. Bee, C. Dee", BODY, ""),
        *("6B-02 Patches of heart muscle", "E. Eff, G. Aitch", f"{BODY}甲"),
    ]
    assert outline(document_of, *lines) == [
        "1 Session 6: Cells for the heart",
        f"  3 6B-01  {LONG}",
        "  7 6B-02 Patches of heart muscle",
    ]


def test_a_code_with_its_session_and_the_authors_below(document_of: Read) -> None:
    lines = [
        *(
            "Book of Abstracts",
            "",
            "--------",
            "O-14.1",
            "CELLS IN ARDS: A TRIAL",
            "K. Bee1, M. Dee2",
            "1 Some Inst.",
            "",
            BODY,
            "",
        ),
        *("--------", "O-14.2", "MITOCHONDRIA", "S. Eff", "Research Lab", f"甲{BODY}", ""),
        *("O-14.2 (cont.) goes on here with what was found.", ""),
        *(
            "--------",
            "P-14.07 (Poster)",
            "WHICH ROUTE? A COMPARISON",
            "F. Aitch, Athens",
            "",
            f"乙{BODY}",
            "",
        ),
        *("--------", "P-14.11 (Poster)", "FIVE YEARS ON", "T. Eye", "", f"丙{BODY}", ""),
    ]
    assert outline(document_of, *lines) == [
        "1 Book of Abstracts",
        "  5 CELLS IN ARDS: A TRIAL",
        "  13 MITOCHONDRIA",
        "  22 WHICH ROUTE? A COMPARISON",
        "  29 FIVE YEARS ON",
    ]


def test_a_protein_is_no_code(document_of: Read) -> None:
    document = document_of(f"细胞因子\n\nIL-10 {BODY}\n\nIL-12 {BODY[5:]}\n")
    assert {document.lines[i].kind for i in (2, 4)} == {LineKind.PARAGRAPH}


def test_answers_stand_side_by_side(document_of: Read) -> None:
    lines = [
        *("【问题】干细胞能治糖尿病足吗？", ".", "【专家】林医师", ".", "一、原理", ".", "二、数据", "."),
        *("【回答】青青  赞同 20", ".", "【回答】匿名用户", "."),
    ]
    assert outline(document_of, *lines)[-2:] == ["  9 【回答】青青  赞同 20", "  11 【回答】匿名用户"]


def test_headings_that_differ_by_a_number_are_of_one_level(document_of: Read) -> None:
    lines = ["干细胞问答", ".", "回答 1 林医师", ".", "回答 2 某糖尿病患者", ".", "回答 3 青青", "."]
    assert outline(document_of, *lines)[1:] == [
        "  3 回答 1 林医师",
        "  5 回答 2 某糖尿病患者",
        "  7 回答 3 青青",
    ]


def test_a_heading_before_its_text_behind_wide_blanks(document_of: Read) -> None:
    lines = [
        "细胞治疗综述",
        "",
        "2  MSCs的机制",
        f"2.1 对T细胞的作用  {BODY}",
        f"2.2 对B细胞的作用  {BODY[8:]}",
    ]
    assert outline(document_of, *lines) == [
        "1 细胞治疗综述",
        "  3 MSCs的机制",
        "    4 对T细胞的作用",
        "    5 对B细胞的作用",
    ]


def test_a_label_above_all_headings_owns_none(document_of: Read) -> None:
    lines = [f"导读重点:{BODY}", "", "## 机制", ".", "## 数据", "."]
    assert outline(document_of, *lines) == ["1 导读重点", "3 机制", "5 数据"]


def test_a_question_with_its_answer_is_a_topic(document_of: Read) -> None:
    lines = [
        "常见疑问",
        "",
        "问:要打几针? 答:一般每个疗程三针,间隔一个月左右。",
        "问:会不会痛? 答:注射当天可能有一点酸胀。",
    ]
    assert outline(document_of, *lines)[1:] == ["  3 要打几针?", "  4 会不会痛?"]


def test_headings_behind_a_sign_stand_above_tables_and_items(document_of: Read) -> None:
    lines = [
        "产品比较",
        "",
        "■ 先看原理",
        ".",
        "■ 总表",
        "| 名 | 价 |",
        "|---|---|",
        "| 甲 | 一 |",
        "",
        "■ 怎么选",
        "1. 单眼。",
        "2. 双眼。",
    ]
    assert outline(document_of, *lines)[1:] == ["  3 先看原理", "  5 总表", "  10 怎么选"]


def test_a_table_of_contents_numbered_without_dots(document_of: Read) -> None:
    lines = [
        *("Cells for the limb", ".", "Contents [hide]", "1 Mechanism", "2 Cell types", "3 Safety"),
        *("", "Mechanism[edit]", ".", "Cell types[edit]", ".", "Safety[edit]", "."),
    ]
    assert outline(document_of, *lines) == [
        "1 Cells for the limb",
        "  8 Mechanism",
        "  10 Cell types",
        "  12 Safety",
    ]


def test_what_was_cut_off_and_stands_in_full_above(document_of: Read) -> None:
    full = "值得注意的是,在发病一天以内给药的亚组里,恢复得好的人达到六成,安慰剂组只有三成。"
    document = document_of("\n\n".join(["细胞与卒中", full, BODY, full[:30], "值得注意的是", BODY[::-1]]))
    kinds = [line.kind for line in document.lines if line.text]
    assert kinds[3:5] == [LineKind.REPEATED, LineKind.HEADING]


def test_numbers_on_lines_of_their_own_number_the_headings_below(document_of: Read) -> None:
    lines = [
        *("细胞与卵巢", ".", "01", "卵巢为什么会早衰", ".", "02", "细胞怎样修复卵巢", ".", "旁分泌作用", "."),
        *("归巢作用", ".", "03", "写给读者", "."),
    ]
    assert outline(document_of, *lines)[1:] == [
        "  4 卵巢为什么会早衰",
        "  7 细胞怎样修复卵巢",
        "    9 旁分泌作用",
        "    11 归巢作用",
        "  14 写给读者",
    ]


def test_what_stands_behind_steps_is_none_of_them(document_of: Read) -> None:
    lines = [
        *("Cells for lupus", ".", "How is it done?", "Step 1: Consultation", ".", "Step 2: Infusion", "."),
        *("Frequent questions", "."),
    ]
    assert outline(document_of, *lines)[1:] == [
        "  3 How is it done?",
        "    4 Step 1: Consultation",
        "    6 Step 2: Infusion",
        "  8 Frequent questions",
    ]


def test_an_answer_is_no_label(document_of: Read) -> None:
    lines = [
        "常见问题",
        ".",
        "Q：细胞怎样起作用？",
        "A：主要有两条途径：",
        f"①分泌因子：{BODY}",
        f"②调节免疫：甲{BODY}",
    ]
    assert outline(document_of, *lines)[1:] == ["  3 细胞怎样起作用？", "    5 分泌因子", "    6 调节免疫"]
