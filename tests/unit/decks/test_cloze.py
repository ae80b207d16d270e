from sctui.decks.cloze import cloze_text, in_gaps
from sctui.model.card import Note


def test_each_member_becomes_a_card() -> None:
    text = cloze_text("细胞分泌甲因子、乙因子和丙因子", ["甲因子", "乙因子", "丙因子"])
    cards = list(Note(id="n", text=text).cards())
    assert [(card.id, card.back) for card in cards] == [
        ("n#1", "甲因子"),
        ("n#2", "乙因子"),
        ("n#3", "丙因子"),
    ]
    assert cards[1].front == "细胞分泌甲因子、[…]和丙因子"


def test_a_member_that_does_not_stand_in_the_text_makes_no_cloze() -> None:
    assert cloze_text("细胞分泌甲因子", ["甲因子", "丁因子"]) == ""


def test_members_are_found_in_their_order() -> None:
    assert cloze_text("IL-1、IL-10", ["IL-1", "IL-10"]) == "{{c1::IL-1}}、{{c2::IL-10}}"


def test_text_that_looks_like_a_gap_is_left_alone() -> None:
    assert cloze_text("{{c1::x}} 甲", ["甲"]) == ""


def test_a_long_list_is_asked_by_few_gaps() -> None:
    members = ("甲", "乙", "丙", "丁", "戊", "己", "庚")
    assert in_gaps("释放甲、乙、丙、丁、戊、己和庚", members) == ("甲、乙", "丙、丁、戊", "己和庚")
    assert in_gaps("释放甲、乙、丙、丁", ("甲", "乙", "丙", "丁")) == ("甲、乙", "丙、丁")


def test_members_that_do_not_stand_in_the_text_are_left_apart() -> None:
    assert in_gaps("释放甲", ("甲", "癸")) == ("甲", "癸")
