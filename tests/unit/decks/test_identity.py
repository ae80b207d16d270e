"""Ids that are made of text."""

from __future__ import annotations

import hashlib
import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from sctui.decks.identity import asks_some, own_id, own_ids, question_key, slug


def test_ids_do_not_change_between_versions() -> None:
    """These stand in decks, databases and Anki collections of our users."""
    assert own_id("d", "x") == "own-3727d2178c0b"


def test_own_ids_ignore_spacing_alone() -> None:
    assert own_id("d", " a\n b ") == own_id("d", "a b") != own_id("d", "a B")


def test_a_slug_is_never_empty() -> None:
    assert (slug("--"), slug("A b_C.md")) == ("document", "a-b_c-md")


@given(st.lists(st.text(" a\n\t\0e\u0301é\u3000\u200d。"), max_size=4))
def test_ids_made_together_are_those_made_one_by_one(questions: list[str]) -> None:
    digests = [
        hashlib.sha256(f"d\x1f{' '.join(unicodedata.normalize('NFC', one).split())}".encode()).hexdigest()
        for one in questions
    ]
    assert own_ids("d", questions) == [f"own-{one[:12]}" for one in digests]


def test_how_many_are_asked_for_makes_no_other_question() -> None:
    asked = ("甲細胞具有哪三種特性？", "甲细胞具有哪些特性（举三例）？", "甲细胞具有哪些特性（举例）？")
    assert len({question_key(one) for one in asked}) == 1
    assert [asks_some(one) for one in asked] == [False, True, True]
    assert question_key("Give examples: what do MSCs do?") == question_key("What do MSCs do?")
    assert question_key("甲细胞具有哪种特性？") != question_key("乙细胞具有哪种特性？")


def test_a_disease_and_its_treatment_make_no_other_question() -> None:
    assert question_key("治疗甲病时，乙细胞分泌什么？") == question_key("在甲病中，乙細胞分泌什麼？")
    assert question_key("治疗甲病时，乙细胞分泌什么？") != question_key("治疗丙病时，乙细胞分泌什么？")
