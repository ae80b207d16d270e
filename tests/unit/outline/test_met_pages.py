"""Outlines of pages as they are met: numbers of other kinds, questions, labels that announce what follows."""

from collections.abc import Callable

from sctui.model.document import Document
from sctui.outline.build import build_outline
from tests.unit.outline.test_build import BODY, drawn, outline

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
    ] == ("  3 参考文献")


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


def test_a_wiki_nests_as_its_contents_say(document_of: Read) -> None:
    contents = ["目录", "1 历史", "2 来源", "2.1 骨髓", "2.2 脐带", "3 应用"]
    lines = [
        "基质细胞",
        ".",
        *contents,
        "历史[编辑]",
        ".",
        "来源[编辑]",
        "骨髓[编辑]",
        ".",
        "脐带[编辑 | 编辑源代码]",
    ]
    assert outline(
        document_of, *lines, ".", "应用[编辑]", ".", "参考文献[编辑]", "^ Bee A. Cells. Gut. 2006."
    ) == [
        "1 基质细胞",
        "  9 历史",
        "  11 来源",
        "    12 骨髓",
        "    14 脐带",
        "  16 应用",
        "  18 参考文献",
    ]


def test_abstracts_of_a_list_stand_side_by_side(document_of: Read) -> None:
    def abstract(number: int, title: str) -> str:
        authors = "Bee A(1), Cee D(2)."
        head = f"{number}. Some Journal. 2019 Aug;8(8):822-832. doi: 10.1000/{number}."
        info = "Author information:\n(1)Department of Cells, Some City.\n(2)Some Institute."
        text = f"METHODS: {number} patients had cells.\nRESULTS: Pain fell in {number} of them."
        tail = "PMID: 12345678\nConflict of interest statement: none."
        return "\n\n".join((head, title, authors, info, text, tail))

    document = document_of(
        "\n\n".join((abstract(3, "Cells for the\nknee."), abstract(4, "Cells for the gut.")))
    )
    tree = build_outline(document)
    assert (tree.title, drawn(tree)) == (
        "page.txt",
        [
            "3 Cells for the",
            "  12 METHODS",
            "  13 RESULTS",
            "20 Cells for the gut.",
            "  28 METHODS",
            "  29 RESULTS",
        ],
    )
    carrying = [line.number for line in document.lines if line.kind.carries_facts]
    assert carrying == [3, 12, 13, 20, 28, 29]


def test_the_name_of_a_site_is_no_title(document_of: Read) -> None:
    lines = ["健康前沿", "干细胞治疗糖尿病足的研究有了结果 | 某某人民医院", ".", "背景", "."]
    tree = build_outline(document_of("\n".join(BODY if line == "." else line for line in lines)))
    assert (tree.title, [child.line for child in tree.children]) == ("干细胞治疗糖尿病足的研究有了结果", [2])


def test_a_short_title_above_a_heading_is_no_name_of_a_site(document_of: Read) -> None:
    assert outline(document_of, "肝硬化", "肝硬化的病因与干细胞治疗", ".")[0] == "1 肝硬化"


def test_what_a_question_is_marked_by_is_no_part_of_it(document_of: Read) -> None:
    assert outline(document_of, "患者关心的问题", ".", "Q1:费用是多少？", ".", "問：有副作用嗎？", ".") == [
        "1 患者关心的问题",
        "  3 费用是多少？",
        "  5 有副作用嗎？",
    ]


def test_a_name_in_small_letters_goes_on_with_no_heading(document_of: Read) -> None:
    lines = [
        "细胞概论",
        ".",
        "1 机制",
        "1.1 miR-140-5p",
        f"miR-140-5p{BODY}",
        "1.2 p53",
        f"p53{BODY}",
        "2 展望",
        ".",
    ]
    assert outline(document_of, *lines) == [
        "1 细胞概论",
        "  3 机制",
        "    4 miR-140-5p",
        "    6 p53",
        "  8 展望",
    ]


def test_annexes_roman_signs_and_letters_in_brackets(document_of: Read) -> None:
    lines = ["细胞概论", "第一章 来源", ".", "Ⅰ．骨髓", ".", "a) 采集", ".", "b) 保存", ".", "Ⅱ．脐带", "."]
    assert outline(document_of, *lines, "附件1", "质量要求", ".") == [
        "1 细胞概论",
        "  2 来源",
        "    4 骨髓",
        "      6 采集",
        "      8 保存",
        "    10 脐带",
        "  12 附件1",
        "    13 质量要求",
    ]


def test_items_that_stand_above_a_text_are_headings(document_of: Read) -> None:
    lines = [
        "细胞与肝硬化",
        ".",
        "细胞如何起作用？",
        "▶ 归巢",
        ".",
        "▶ 免疫调节",
        ".",
        "哪些患者适合？",
        "● 年轻",
        "● 没有感染",
    ]
    assert outline(document_of, *lines, ".") == [
        "1 细胞与肝硬化",
        "  3 细胞如何起作用？",
        "    4 归巢",
        "    6 免疫调节",
        "  8 哪些患者适合？",
    ]


def test_headings_in_bold_count_as_all_others(document_of: Read) -> None:
    lines = [
        "**一、概述**",
        ".",
        "**二、来源**",
        ".",
        "***1. 胚胎***",
        ".",
        "***2. iPSC***",
        ".",
        "**三、小结**",
        ".",
    ]
    assert outline(document_of, *lines) == ["1 概述", "3 来源", "  5 胚胎", "  7 iPSC", "9 小结"]


def test_a_label_in_brackets_is_a_topic(document_of: Read) -> None:
    assert outline(
        document_of, "病例报告", ".", "【既往史】高血压病史十年,服药控制。", "【结果】症状减轻。"
    ) == [
        "1 病例报告",
        "  3 既往史",
        "  4 结果",
    ]
