from dataclasses import replace

import pytest

from sctui.decks.candidates import find_candidates
from sctui.decks.generate import Generation, make_notes
from sctui.decks.templates import Template, Templates
from sctui.model.card import Markup, Note
from sctui.model.document import Damage, Document, Language, Line, LineKind, Span
from sctui.model.fact import Fact, FactKind, Slot, Study
from sctui.model.topic import Topic

M = FactKind.MECHANISM
OF_A_DISEASE = Slot("condition", "甲病", Span(1, 0, 0))


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


def texts(*sentences: str) -> Templates:
    return Templates({(M, "zh", "promotes"): tuple(Template(text=text) for text in sentences)})


def made(page: Document, facts: list[Fact], known: Templates) -> Generation:
    tree = Topic("", 0, len(page.lines), (Topic("标题", 1, len(page.lines)),))
    return make_notes(page, tree, find_candidates(page, tree, facts, known), "page")


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
    page = document("剂量为5×10?个时促进血管生成。", damage=(lost,))
    note = only(made(page, [fact(page, "血管生成")], templates("{subject}促进什么?")))
    assert note.flags == ("damage:lost-exponent",)


def test_a_gap_leaves_out_the_answer_and_stray_marks() -> None:
    stray = Damage(Span(1, 3, 4), "stray-mark", "D6", repair="", safe=True)
    page = document("甲细胞?促进血管生成。", damage=(stray,))
    note = only(made(page, [fact(page, "血管生成")], texts("填空:{blank}")))
    assert (note.text, note.flags) == ("填空:甲细胞促进{{c1::血管生成}}。", ())


@pytest.mark.parametrize(
    ("subject", "front"), [("甲细胞", "甲细胞能促进[…]"), ("促进因子甲", "促进因子甲能促进[…]")]
)
def test_a_sentence_without_its_subject_is_given_it(subject: str, front: str) -> None:
    page = document("还能促进血管生成")
    note = only(made(page, [fact(page, "血管生成", subject=subject)], texts("{sentence}")))
    assert [card.front for card in note.cards()] == [front]


def test_a_sentence_that_names_its_subject_stays_as_it_is() -> None:
    page = document("甲細胞促进血管生成")
    note = only(made(page, [fact(page, "血管生成")], texts("{sentence}")))
    assert note.text == "甲細胞促进{{c1::血管生成}}"


def test_a_long_list_becomes_gaps() -> None:
    page = document("甲细胞分泌VEGF、HGF、IGF-1、bFGF和SCF")
    members = ("VEGF", "HGF", "IGF-1", "bFGF", "SCF")
    note = only(made(page, [fact(page, "VEGF、HGF、IGF-1、bFGF和SCF", items=members)], texts("{sentence}")))
    assert [card.back for card in note.cards()] == ["VEGF、HGF", "IGF-1、bFGF和SCF"]


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


def test_gaps_of_one_sentence_are_one_note_whose_cards_are_asked_for_their_facts() -> None:
    page = document("甲细胞分泌VEGF,从而促进血管生成。")
    whole, short = Span(1, 0, 18), Span(1, 0, 9)
    facts = [
        fact(page, "VEGF", evidence=short),
        fact(page, "血管生成", evidence=whole),
    ]
    generation = made(page, facts, texts("{sentence}"))
    note = only(generation)
    assert note.text == "甲细胞分泌{{c1::VEGF}},从而促进{{c2::血管生成}}"
    assert [card for _, card in generation.asked] == [f"{note.id}#1", f"{note.id}#2"]
    assert note.sources[0].quote == "甲细胞分泌VEGF,从而促进血管生成"


def test_a_sentence_that_would_read_out_an_answer_keeps_its_gaps_apart() -> None:
    page = document("甲细胞促进VEGF,VEGF促进血管生成。")
    facts = [
        fact(page, "VEGF", evidence=Span(1, 0, 9)),
        fact(page, "血管生成", evidence=Span(1, 0, 20), subject="VEGF"),
    ]
    generation = made(page, facts, texts("{sentence}"))
    assert len(generation.notes) == 2


def test_a_figure_of_an_arm_says_what_it_measures() -> None:
    page = document("试验中缓解率在高剂量组为65%。")
    study = Study("s", (Slot("kind", "trial", Span(1, 0, 2)), OF_A_DISEASE))
    known = Templates({(FactKind.TRIAL, "zh", "outcome"): (Template("{measure}是多少?"),)})
    arm = fact(page, "65%", kind=FactKind.TRIAL, slot="outcome", study=study, measure="高剂量组")
    generation = made(page, [arm], known)
    assert [refusal.item for refusal in generation.refused] == ["cut text"]  # what was measured is left out
    assert made(page, [replace(arm, measure="高剂量组的缓解率")], known).notes


def test_numbers_of_studies_are_typed() -> None:
    page = document("2019年的试验纳入40例患者,缓解率约65%,单次给药。")
    slots = (Slot("year", "2019年", Span(1, 0, 5)), Slot("kind", "trial", Span(1, 6, 8)), OF_A_DISEASE)
    study = Study("s", slots)
    facts = [
        fact(page, "40例", kind=FactKind.TRIAL, slot="n", study=study),
        fact(page, "约65%", kind=FactKind.TRIAL, slot="outcome", study=study, measure="缓解率"),
        fact(page, "单次", kind=FactKind.TRIAL, slot="doses", study=study),
    ]
    known = Templates(
        {
            (FactKind.TRIAL, "zh", slot): (Template(front),)
            for slot, front in {
                "n": "多少{counted}?",
                "outcome": "{measure}是多少?",
                "doses": "几次?",
            }.items()
        }
    )
    notes = made(page, facts, known).notes
    assert [(note.front, note.type.value, note.tolerance) for note in notes] == [
        ("多少例患者?", "number", "0"),
        ("缓解率是多少?", "number", "10%"),
        ("几次?", "basic", ""),
    ]


def test_cells_of_a_column_are_each_others_wrong_answers() -> None:
    page = document("甲来源:极低。乙来源:低。丙来源:中等。丁来源:中等和低。")
    rows = {"甲": "极低", "乙": "低", "丙": "中等", "丁": "中等和低"}
    facts = [
        fact(page, value, kind=FactKind.COMPARISON, slot="cell", subject=row, measure="免疫原性")
        for row, value in rows.items()
    ]
    known = Templates({(FactKind.COMPARISON, "zh", "cell"): (Template("{subject}的{measure}如何?"),)})
    first, second, third, fourth = made(page, facts, known).notes
    assert set(first.options) == {"低", "中等"}
    assert set(second.options) == {"极低", "中等"}  # 中等和低 says it as well
    assert set(third.options) == {"极低", "低"}
    assert fourth.options == ()  # one other alone is no choice


def test_an_abbreviation_is_asked_both_ways_unless_the_other_way_has_two_answers() -> None:
    page = document("卵巢早衰(POF)。造血干细胞(HSC)。造血干细胞(HSCs)。间质细胞(SC)。间质细胞(IC)。")
    pairs = [
        ("POF", "卵巢早衰"),
        ("HSC", "造血干细胞"),
        ("HSCs", "造血干细胞"),
        ("SC", "间质细胞"),
        ("IC", "间质细胞"),
    ]
    facts = [fact(page, name, kind=FactKind.TERM, slot="expansion", subject=short) for short, name in pairs]
    known = Templates(
        {(FactKind.TERM, "zh", "expansion"): (Template("{subject}是什么?", reverse="{value}怎样缩写?"),)}
    )
    notes = made(page, facts, known).notes
    assert [(note.front, note.reverse and note.reverse.back) for note in notes] == [
        ("POF是什么?", "POF"),
        ("HSC是什么?", "HSC"),
        ("SC是什么?", None),
        ("IC是什么?", None),
    ]


def test_an_english_name_in_a_chinese_text_is_not_asked_as_a_chinese_one() -> None:
    page = document("The outlook after dilated cardiomyopathy (DCM) is poor.")
    gloss = fact(page, "dilated cardiomyopathy", kind=FactKind.TERM, slot="expansion", subject="DCM")
    ways = {"expansion": "{subject}的中文全称?", "expansion.foreign": "{subject}的英文全称?"}
    known = Templates({(FactKind.TERM, "zh", slot): (Template(front),) for slot, front in ways.items()})
    assert only(made(page, [gloss], known)).front == "DCM的英文全称?"


def test_a_result_is_asked_at_the_time_that_stands_in_front_of_it() -> None:
    page = document("移植后3个月，握力增强。")
    study = Study("s", (Slot("kind", "trial", Span(1, 0, 0)), OF_A_DISEASE))
    known = Templates({(FactKind.TRIAL, "zh", "change_word"): (Template("{measure}有何变化？"),)})
    told = fact(page, "增强", slot="change_word", kind=FactKind.TRIAL, measure="握力", study=study)
    assert only(made(page, [told], known)).front == "移植后3个月，握力有何变化？"


def test_words_of_a_document_that_look_like_markdown_are_shown_as_they_stand() -> None:
    page = document("MSC促进**VEGF**")
    note = only(made(page, [fact(page, "**VEGF**")], templates("MSC促进什么？")))
    assert (note.back, note.markup) == ("**VEGF**", Markup.PLAIN)
    page = document("MSC促进5*10^6个细胞")
    note = only(made(page, [fact(page, "5*10^6个细胞")], templates("MSC促进什么？")))
    assert (note.back, note.markup) == ("5*10^6个细胞", Markup.MARKDOWN)


def test_a_note_knows_the_template_that_made_it() -> None:
    page = document("MSC促进血管生成")
    known = Templates(
        {(FactKind.MECHANISM, "zh", "promotes"): (Template(front="MSC促进什么？", name="rule"),)}
    )
    assert only(made(page, [fact(page, "血管生成")], known)).rule == "rule"


def test_neighbours_that_say_little_are_one_gap_and_a_vague_one_alone_is_none() -> None:
    lines = (
        "甲细胞调控炎症反应,抑制凋亡和损伤。",
        "乙细胞促进血管生成,加速修复。",
        "丙细胞抑制凋亡并促进修复。",
    )
    page = document(*lines)
    facts = [fact(page, answer) for answer in ("炎症反应", "凋亡", "损伤")]
    facts += [fact(page, answer, line=2) for answer in ("血管生成", "修复")]
    facts += [fact(page, answer, line=3) for answer in ("凋亡", "修复")]
    generation = made(page, facts, texts("{blank}"))
    assert [card.back for note in generation.notes for card in note.cards()] == [
        "炎症反应",
        "凋亡和损伤",
        "血管生成",
    ]
    assert [id_.partition("#")[2] for _, id_ in generation.asked] == ["1", "2", "2", "1"]
