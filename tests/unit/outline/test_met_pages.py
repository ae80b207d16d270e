"""Outlines of pages as they are met: numbers of other kinds, questions, labels that announce what follows."""

from collections.abc import Callable

from sctui.model.document import Document
from tests.unit.outline.test_build import BODY, outline

Read = Callable[[str], Document]


def test_roman_numbers_and_letters(document_of: Read) -> None:
    lines = ["细胞概论", ".", "I. 骨关节炎", ".", "A. 膝关节", ".", "B. 髋关节", ".", "II. 糖尿病", "."]
    assert outline(document_of, *lines) == [
        "1 细胞概论",
        "  3 骨关节炎",
        "    5 膝关节",
        "    7 髋关节",
        "  9 糖尿病",
    ]


def test_an_empty_question_owns_nothing(document_of: Read) -> None:
    lines = ["患者关心的几个问题", ".", "要打几针？", ".", "有哪些风险？", "", "费用是多少？", "."]
    assert outline(document_of, *lines) == [
        "1 患者关心的几个问题",
        "  3 要打几针？",
        "  5 有哪些风险？",
        "  7 费用是多少？",
    ]


def test_a_question_behind_a_lead_is_no_title(document_of: Read) -> None:
    lines = [".", "什么是肝硬化", ".", "肝硬化的治疗", ".", "总结", "."]
    assert outline(document_of, *lines) == ["2 什么是肝硬化", "4 肝硬化的治疗", "6 总结"]


def test_a_label_owns_what_it_announces(document_of: Read) -> None:
    lines = [
        *("细胞与肠病", ".", "治疗肠病", ".", f"发病机制:{BODY}", "与两个因素有关:"),
        *(f"1、细胞损伤:一{BODY}", f"2、免疫失调:二{BODY}", "临床试验", "."),
    ]
    assert outline(document_of, *lines) == [
        "1 细胞与肠病",
        "  3 治疗肠病",
        "    5 发病机制",
        "      7 细胞损伤",
        "      8 免疫失调",
        "  9 临床试验",
    ]


def test_a_long_title_on_the_first_line(document_of: Read) -> None:
    title = "Cells for the Joints: A Long Title that Names the Tissue, the Treatment, the Patients and the Outcome"
    lines = [
        title,
        "Abstract",
        ".",
        "1. Introduction",
        ".",
        "1.1. Sources of the Cells",
        ".",
        "2. Methods",
        ".",
    ]
    assert outline(document_of, *lines) == [
        f"1 {title}",
        "  2 Abstract",
        "  4 Introduction",
        "    6 Sources of the Cells",
        "  8 Methods",
    ]


def test_a_reference_list_whose_name_is_spaced(document_of: Read) -> None:
    assert outline(document_of, "细胞概论", ".", "参 考 文 献", "[1] Bee A. Cells. J Cell. 2020;1(2):3-4.")[
        1
    ] == ("  3 参 考 文 献")


def test_declared_headings_of_one_level_nest_by_their_numbers(document_of: Read) -> None:
    lines = [
        "# 细胞概论",
        ".",
        "## 一、机制",
        ".",
        "## 1. 修复",
        ".",
        "## 2. 免疫",
        ".",
        "## 二、应用",
        ".",
        "## 结语",
    ]
    assert outline(document_of, *lines, ".") == [
        "1 细胞概论",
        "  3 机制",
        "    5 修复",
        "    7 免疫",
        "  9 应用",
        "  11 结语",
    ]


def test_a_structured_abstract_owns_its_parts(document_of: Read) -> None:
    lines = ["Cells for the Joints", "Abstract", "Background", ".", "Methods", ".", "Results", "."]
    lines += ["Conclusion", ".", "Introduction", ".", "Methods", ".", "Patients", ".", "Results", "."]
    assert outline(document_of, *lines) == [
        "1 Cells for the Joints",
        "  2 Abstract",
        "    3 Background",
        "    5 Methods",
        "    7 Results",
        "    9 Conclusion",
        "  11 Introduction",
        "  13 Methods",
        "  15 Patients",
        "  17 Results",
    ]


def test_an_abstract_with_a_text_of_its_own_owns_no_sections(document_of: Read) -> None:
    lines = ["Cells for the Joints", "Abstract", ".", "Introduction", ".", "Methods", ".", "Results", "."]
    assert outline(document_of, *lines)[1:] == [
        "  2 Abstract",
        "  4 Introduction",
        "  6 Methods",
        "  8 Results",
    ]
