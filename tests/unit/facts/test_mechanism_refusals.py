"""What reads like a claim and is none: whose subject is not told, or whose object was taken too far."""

import pytest

from tests.unit.facts.mechanism_claims import Found


@pytest.mark.parametrize(
    "text",
    [
        "Cell therapy for sclerosis refers to the use of mesenchymal stem cells to halt the damage caused by inflammation.",
        "The very same T cells can attack your skin, gut and liver.",
        "Tocilizumab blocks the IL-6 receptor and sorts out most fevers.",
        "MSC分泌PGE2、IDO和TSG-6,前者使巨噬细胞转为分泌IL-10的表型,后者抑制中性粒细胞的迁移。",
    ],
)
def test_what_cannot_be_told_whole_is_not_claimed(told: Found, text: str) -> None:
    claims = {(fact.subject, fact.value) for fact in told(text + "\n")}
    assert not [one for one in claims if one[0] != "MSC"]
    assert not [one for one in claims if "sorts" in one[1] or "same" in one[0]]


def test_an_object_ends_before_what_it_then_does(told: Found) -> None:
    claims = {(fact.subject, fact.value) for fact in told("脂肪干细胞分泌PGE2让巨噬细胞转成M2。\n")}
    assert claims == {("脂肪干细胞", "PGE2"), ("脂肪干细胞", "巨噬细胞"), ("脂肪干细胞", "M2")}


def test_a_bullet_is_no_part_of_a_claim(told: Found) -> None:
    (fact,) = told("* Mesenchymal stem cells secrete hepatocyte growth factor.\n")
    assert fact.evidence.start == 2
