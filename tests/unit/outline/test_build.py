from collections.abc import Callable

from sctui.model.document import Document
from sctui.model.topic import Topic
from sctui.outline.build import build_outline

Read = Callable[[str], Document]
BODY = "间充质干细胞可以分泌多种生长因子,从而改善组织的血液供应,并在炎症部位发挥免疫调节作用。"


def drawn(topic: Topic, depth: int = 0) -> list[str]:
    return [
        line
        for child in topic.children
        for line in (f"{'  ' * depth}{child.line} {child.title}", *drawn(child, depth + 1))
    ]


def outline(read: Read, *lines: str) -> list[str]:
    """The drawn tree of these lines; `.` stands for a paragraph of its own."""
    texts = [f"{number}{BODY}" if line == "." else line for number, line in enumerate(lines)]
    return drawn(build_outline(read("\n".join([*texts, "完。"]))))


def test_the_root_is_the_document_and_the_title_its_child(document_of: Read) -> None:
    tree = build_outline(document_of(f"前言一句话。\n细胞与关节\n{BODY}\n"))
    assert (tree.title, tree.line, tree.last_line) == ("细胞与关节", 0, 4)
    (title,) = tree.children
    assert (title.line, title.last_line) == (2, 4)
    assert tree.path_of(3) == ("细胞与关节",)
    assert tree.path_of(1) == ()


def test_the_part_that_a_saved_page_begins_with_is_not_its_title(document_of: Read) -> None:
    tree = build_outline(document_of(f"Abstract\n{BODY}\nMethods\n{BODY}\n"))
    assert tree.title == "page.txt"


def test_numbers_in_boxes_and_brackets_are_no_part_of_titles(document_of: Read) -> None:
    lines = (
        "题目",
        "",
        "机制",
        "1\ufe0f\u20e3 抗炎",
        ".",
        "2\ufe0f\u20e3 修复",
        ".",
        "",
        "数据",
        "【1】甲院",
        ".",
        "【2】乙院",
        ".",
    )
    assert outline(document_of, *lines, "", "展望", ".") == [
        "1 题目",
        "  3 机制",
        "    4 抗炎",
        "    6 修复",
        "  9 数据",
        "    10 甲院",
        "    12 乙院",
        "  15 展望",
    ]


def test_a_document_without_headings_is_its_root_alone(document_of: Read) -> None:
    tree = build_outline(document_of(BODY))
    assert (tree.title, tree.children) == ("page.txt", ())


def test_numbering_nests_by_style(document_of: Read) -> None:
    assert outline(
        document_of,
        "细胞概论",
        ".",
        "一、机制",
        ".",
        "1、修复",
        ".",
        "2、免疫",
        ".",
        "二、应用",
        ".",
        "结语",
        ".",
    ) == [
        "1 细胞概论",
        "  3 机制",
        "    5 修复",
        "    7 免疫",
        "  9 应用",
        "  11 结语",
    ]


def test_unnumbered_lines_hang_under_the_number_above_them(document_of: Read) -> None:
    assert outline(
        document_of, "细胞概论", ".", "一、应用", "骨关节疾病", ".", "神经系统疾病", ".", "二、风险", "."
    ) == [
        "1 细胞概论",
        "  3 应用",
        "    4 骨关节疾病",
        "    6 神经系统疾病",
        "  8 风险",
    ]


def test_brackets_under_an_unnumbered_heading_end_with_it(document_of: Read) -> None:
    assert outline(
        document_of, "细胞概论", ".", "治疗的进展", ".", "(一)激素", ".", "(二)生育", ".", "两者的比较", "."
    ) == [
        "1 细胞概论",
        "  3 治疗的进展",
        "    5 激素",
        "    7 生育",
        "  9 两者的比较",
    ]


def test_decimals_and_chapters(document_of: Read) -> None:
    lines = (
        "Cells in Practice",
        ".",
        "1. Methods",
        ".",
        "1.1 Search",
        ".",
        "1.1.1 Sources",
        ".",
        "1.2 Data",
        ".",
        "2. Results",
        ".",
    )
    assert outline(document_of, *lines) == [
        "1 Cells in Practice",
        "  3 Methods",
        "    5 Search",
        "      7 Sources",
        "    9 Data",
        "  11 Results",
    ]
    chapters = ("第一章 概论", ".", "第一节 来源", ".", "第二节 剂量", ".", "第二章 研究", ".")
    assert outline(document_of, *chapters) == ["1 概论", "  3 来源", "  5 剂量", "7 研究"]


def test_an_introduction_does_not_own_the_chapters(document_of: Read) -> None:
    assert outline(document_of, "细胞概论", ".", "引言", ".", "一、来源", ".", "二、剂量", ".") == [
        "1 细胞概论",
        "  3 引言",
        "  5 来源",
        "  7 剂量",
    ]


def test_labels_are_the_lowest_topics(document_of: Read) -> None:
    assert outline(
        document_of, "细胞概论", "旁分泌:" + BODY, "一、机制", "1.归巢:" + BODY, "2.分化:" + BODY
    ) == [
        "1 细胞概论",
        "  2 旁分泌",
        "  3 机制",
        "    4 归巢",
        "    5 分化",
    ]


def test_a_series_of_diseases_each_with_its_sides(document_of: Read) -> None:
    lines = (
        "细胞治疗自身免疫性疾病", ".",
        "细胞治疗多种自身免疫性疾病的进展", ".",
        "细胞治疗红斑狼疮", ".",
        "红斑狼疮的发病机制", ".",
        "细胞移植治疗红斑狼疮的临床试验", ".",
        "细胞治疗类风湿关节炎", ".",
        "类风湿关节炎的发病机制", ".",
        "结论", ".",
    )  # fmt: skip
    assert outline(document_of, *lines) == [
        "1 细胞治疗自身免疫性疾病",
        "  3 细胞治疗多种自身免疫性疾病的进展",
        "    5 细胞治疗红斑狼疮",
        "      7 红斑狼疮的发病机制",
        "      9 细胞移植治疗红斑狼疮的临床试验",
        "    11 细胞治疗类风湿关节炎",
        "      13 类风湿关节炎的发病机制",
        "  15 结论",
    ]


def test_a_heading_right_above_another_owns_it(document_of: Read) -> None:
    assert outline(document_of, "细胞概论", ".", "两种作用", "旁分泌信号", ".", "免疫协同", ".") == [
        "1 细胞概论",
        "  3 两种作用",
        "    4 旁分泌信号",
        "    6 免疫协同",
    ]


def test_markdown_levels_are_as_declared(document_of: Read) -> None:
    assert outline(
        document_of,
        "# 细胞",
        ".",
        "### 深",
        ".",
        "## 浅",
        "1. 归巢:" + BODY,
        "## 二、参考文献",
        "1. 某人. 2020;1:2.",
    ) == [
        "1 细胞",
        "  3 深",
        "  5 浅",
        "    6 归巢",
        "  7 参考文献",
    ]


def test_titles_lose_numbers_and_residue_but_not_their_question(document_of: Read) -> None:
    assert outline(
        document_of,
        "哪些变化?",
        ".",
        "一、细胞作用的机制??",
        ".",
        "?细胞与心脏",
        ".",
        "两者的作用:",
        "甲的作用",
        ".",
    ) == [
        "1 哪些变化?",
        "  3 细胞作用的机制",
        "    5 细胞与心脏",
        "    7 两者的作用",
        "      8 甲的作用",
    ]


def test_a_proved_repair_is_shown_in_the_title(document_of: Read) -> None:
    damaged = "免疫性疾?" + "病：從頭說起".encode("gbk")[1:].decode("gbk", errors="ignore")
    titles = outline(document_of, "细胞概论", ".", damaged, "另一种免疫性疾病。")
    assert titles[1].startswith("  3 免疫性疾")


def test_hundreds_of_ever_narrower_headings_do_not_nest_without_end(document_of: Read) -> None:
    text = "\n".join(f"{'乙' * (n % 17)}干细胞\n{n}{BODY}" for n in range(300))

    def depth(topic: Topic) -> int:
        return 1 + max(map(depth, topic.children), default=0)

    assert 2 < depth(build_outline(document_of(text))) < 11


def test_a_label_before_its_text_owns_no_table(document_of: Read) -> None:
    page = f"# 细胞\n\n第一:{BODY}\n\n表1 来源的比较\n\n| 来源 | 增殖 |\n|---|---|\n| 脐带 | 强 |\n"
    tree = build_outline(document_of(page))
    assert tree.path_of(3) == ("细胞", "第一")
    assert tree.path_of(5) == tree.path_of(9) == ("细胞",)
