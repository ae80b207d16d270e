"""Lines that recur across documents are boilerplate, unless the documents tell the same."""

from sctui.documents.read import read_bytes
from sctui.documents.recurring import imprint, recurring, without_recurring
from sctui.lexicon.lexicon import Lexicon
from sctui.model.document import Document, LineKind
from sctui.model.imprint import Imprint

FOOT = "愿每一位读者朋友身体健康，我们以后再会。"
STUDY = "2021年的一项研究给40名膝骨关节炎患者注射了脐带间充质干细胞，一年后疼痛评分下降60%。"
ABOUT = "间充质干细胞能分泌抗炎因子，抑制T细胞，促进调节性T细胞，缓解类风湿关节炎和红斑狼疮。"


def document(lexicon: Lexicon, name: str, *lines: str) -> Document:
    return read_bytes("\n".join(lines).encode(), f"{name}.txt", lexicon)


def body(subject: str, count: int = 12) -> list[str]:
    return [
        f"{subject}的第{n}个方面需要单独说明，这里写的是{subject}与别处不同的内容{n}。"
        for n in range(1, count)
    ]


def told(lexicon: Lexicon, *documents: Document) -> list[list[str]]:
    """The lines that are left of each document, when they are converted together."""
    known = [imprint(one, lexicon) for one in documents]
    converted = [
        without_recurring(one, recurring(own, [other for other in known if other is not own]))
        for one, own in zip(documents, known, strict=True)
    ]
    return [[line.text for line in one.lines if line.kind is not LineKind.BOILERPLATE] for one in converted]


def test_a_line_at_the_end_of_two_documents(lexicon: Lexicon) -> None:
    left = told(
        lexicon,
        document(lexicon, "a", *body("心脏"), FOOT),
        document(lexicon, "b", *body("肝脏"), FOOT.replace("，", ",")),
    )
    assert left == [body("心脏"), body("肝脏")]


def test_what_two_documents_tell_of_the_same_study_stays(lexicon: Lexicon) -> None:
    first = document(lexicon, "a", *body("心脏"), STUDY, ABOUT)
    second = document(lexicon, "b", *body("肝脏"), STUDY, ABOUT)
    assert told(lexicon, first, second) == [[line.text for line in one.lines] for one in (first, second)]


def test_copies_of_a_document_stay(lexicon: Lexicon) -> None:
    for lines in ([*body("心脏"), FOOT], [STUDY, FOOT], ["前言写在前面", "正文只有一句", FOOT]):
        first, second = document(lexicon, "a", *lines), document(lexicon, "b", *lines)
        assert told(lexicon, first, second) == [lines, lines]


def test_three_copies_and_another_page_of_the_site(lexicon: Lexicon) -> None:
    copies = [document(lexicon, name, *body("心脏"), STUDY, FOOT) for name in "abc"]
    left = told(lexicon, *copies, document(lexicon, "d", *body("肝脏"), FOOT))
    assert left == [[*body("心脏"), STUDY]] * 3 + [body("肝脏")]


def test_in_the_midst_of_a_text_it_takes_three(lexicon: Lexicon) -> None:
    pages = [document(lexicon, s, *body(s), FOOT, *body(f"{s}部")) for s in ("心", "肝", "肾")]
    assert all(FOOT in lines for lines in told(lexicon, *pages[:2]))
    assert not any(FOOT in lines for lines in told(lexicon, *pages))


def test_headings_keep_their_class(lexicon: Lexicon) -> None:
    pages = [document(lexicon, s, *body(s), "主要结论", f"{s}的治疗还要继续研究。", FOOT) for s in "心肝"]
    assert all("主要结论" in lines for lines in told(lexicon, *pages))


def test_one_document_alone_has_no_recurring_lines(lexicon: Lexicon) -> None:
    own = imprint(document(lexicon, "a", FOOT, STUDY, FOOT), lexicon)
    assert recurring(own, []) == frozenset()
    assert recurring(own, [own, Imprint()]) == frozenset()


def test_short_lines_at_the_end_that_head_nothing(lexicon: Lexicon) -> None:
    foot = ["本栏目由编辑团队用心整理", "欢迎与亲友一起学习健康知识"]
    sources = ["参考文献", "[1] Lee K. Stem cells in the heart. Cell Res. 2020;3:11-19."]
    first = document(lexicon, "a", "心脏", "", *body("心脏"), "", *foot, *sources)
    second = document(lexicon, "b", "肝脏", "", *body("肝脏"), "", *foot, *sources)
    assert [line.text for line in first.lines if line.kind is LineKind.HEADING] == ["心脏", *foot]
    for left in told(lexicon, first, second):
        assert not set(foot) & set(left)
        assert left[-2:] == sources


def test_headings_of_a_text_stay(lexicon: Lexicon) -> None:
    first = document(lexicon, "a", "心脏", "", *body("心脏"), "", "临床应用", *body("心脏", 3))
    second = document(lexicon, "b", "肝脏", "", *body("肝脏"), "", "临床应用", *body("肝脏", 3))
    assert all("临床应用" in lines for lines in told(lexicon, first, second))
