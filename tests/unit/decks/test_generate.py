from dataclasses import replace

import pytest

from sctui.decks.generate import Generation, make_notes
from sctui.decks.templates import Template, Templates
from sctui.model.card import Note
from sctui.model.document import Damage, Document, Language, Line, LineKind, Span
from sctui.model.fact import Fact, FactKind
from sctui.model.topic import Topic

M = FactKind.MECHANISM


def document(*texts: str, damage: tuple[Damage, ...] = ()) -> Document:
    lines = tuple(Line(number, text, LineKind.PARAGRAPH) for number, text in enumerate(texts, start=1))
    return Document("page.md", "0", Language.SIMPLIFIED, lines, damage)


def fact(page: Document, value: str, *, line: int = 1, slot: str = "promotes", **more: object) -> Fact:
    text = page.lines[line - 1].text
    start = text.index(value)
    whole, answer = Span(line, 0, len(text)), Span(line, start, start + len(value))
    return replace(Fact(M, slot, "甲细胞", value, whole, answer), **more)  # type: ignore[arg-type]  # any field


def templates(*fronts: str, slot: str = "promotes") -> Templates:
    return Templates({(M, "zh", slot): tuple(Template(front) for front in fronts)})


def made(page: Document, facts: list[Fact], known: Templates) -> Generation:
    tree = Topic("", 0, len(page.lines), (Topic("标题", 1, len(page.lines)),))
    return make_notes(page, tree, facts, known, "page")


def only(generation: Generation) -> Note:
    (note,) = generation.notes
    return note


def test_a_note_quotes_its_evidence_and_stands_under_its_topic() -> None:
    page = document("甲细胞促进血管生成。")
    note = only(made(page, [fact(page, "血管生成")], templates("{subject}促进什么?")))
    assert (note.front, note.back, note.topic) == ("甲细胞促进什么?", "血管生成", ("标题",))
    assert [(s.document, s.line, s.quote) for s in note.sources] == [("page.md", 1, "甲细胞促进血管生成。")]


def test_a_question_with_two_answers_is_asked_in_the_next_way() -> None:
    page = document("甲细胞促进血管生成。", "甲细胞促进神经再生。")
    facts = [fact(page, "血管生成"), fact(page, "神经再生", line=2, context="中风")]
    known = templates("{subject}促进什么?", "在{context}中,{subject}促进什么?")
    generation = made(page, facts, known)
    assert [note.front for note in generation.notes] == ["在中风中,甲细胞促进什么?"]
    assert [refusal.item for refusal in generation.refused] == ["two answers"]


def test_what_is_said_twice_is_one_note_with_both_sources() -> None:
    page = document("甲细胞促进血管生成。", "另外,甲细胞促进血管生成。")
    facts = [fact(page, "血管生成"), fact(page, "血管生成", line=2)]
    note = only(made(page, facts, templates("{subject}促进什么?")))
    assert [source.line for source in note.sources] == [1, 2]


def test_an_answer_that_lost_a_character_is_never_asked() -> None:
    lost = Damage(Span(1, 7, 8), "lost-exponent", "D1")
    page = document("剂量为5×10?个细胞。", damage=(lost,))
    generation = made(page, [fact(page, "5×10?个细胞")], templates("剂量是多少?"))
    assert generation.notes == ()
    assert generation.refused[0].item == "damaged answer"


def test_a_proved_repair_is_asked_and_flagged() -> None:
    flat = Damage(Span(1, 5, 8), "flattened-exponent", "D2", repair="10^6", safe=True)
    page = document("剂量为5×106个细胞。", damage=(flat,))
    note = only(made(page, [fact(page, "5×106个细胞")], templates("剂量是多少?")))
    assert note.back == "5×10^6个细胞"
    assert note.flags == ("repaired:flattened-exponent",)


def test_damage_beside_the_answer_is_flagged() -> None:
    lost = Damage(Span(1, 7, 8), "lost-exponent", "D1")
    page = document("剂量为5×10?个,促进血管生成。", damage=(lost,))
    note = only(made(page, [fact(page, "血管生成")], templates("{subject}促进什么?")))
    assert note.flags == ("damage:lost-exponent",)


def test_a_gap_leaves_out_the_answer_and_stray_marks() -> None:
    stray = Damage(Span(1, 3, 4), "stray-mark", "D6", repair="", safe=True)
    page = document("甲细胞?促进血管生成。", damage=(stray,))
    note = only(made(page, [fact(page, "血管生成")], templates("填空:{blank}")))
    assert (note.front, note.flags) == ("填空:甲细胞促进____。", ())


@pytest.mark.parametrize(
    ("subject", "front"), [("甲细胞", "甲细胞还能促进____"), ("促进因子甲", "促进因子甲还能促进____")]
)
def test_a_sentence_without_its_subject_is_given_it(subject: str, front: str) -> None:
    page = document("还能促进血管生成")
    note = only(made(page, [fact(page, "血管生成", subject=subject)], templates("{sentence}")))
    assert note.front == front


def test_a_sentence_that_names_its_subject_stays_as_it_is() -> None:
    page = document("甲細胞促进血管生成")
    note = only(made(page, [fact(page, "血管生成")], templates("{sentence}")))
    assert note.front == "甲細胞促进____"


def test_a_long_list_becomes_gaps() -> None:
    page = document("甲细胞分泌VEGF、HGF、IGF-1、bFGF和SCF")
    members = ("VEGF", "HGF", "IGF-1", "bFGF", "SCF")
    note = only(
        made(page, [fact(page, "VEGF、HGF、IGF-1、bFGF和SCF", items=members)], templates("分泌什么?"))
    )
    assert [card.back for card in note.cards()] == list(members)


def test_the_first_template_that_can_be_filled_is_used() -> None:
    page = document("甲细胞促进血管生成。")
    known = templates("在{context}中,{subject}促进什么?", "{subject}促进什么?")
    assert only(made(page, [fact(page, "血管生成")], known)).front == "甲细胞促进什么?"


def test_a_slot_without_templates_is_refused_by_name() -> None:
    page = document("甲细胞促进血管生成。")
    generation = made(page, [fact(page, "血管生成", slot="unheard-of")], templates("{subject}促进什么?"))
    assert [refusal.item for refusal in generation.refused] == ["no template"]


def test_odd_wording_is_asked_with_a_flag() -> None:
    odd = Damage(Span(1, 5, 9), "wording", "D16", repair="血管新生")
    page = document("甲细胞促进血管生成。", damage=(odd,))
    note = only(made(page, [fact(page, "血管生成")], templates("{subject}促进什么?")))
    assert (note.back, note.flags) == ("血管生成", ("damage:wording",))
