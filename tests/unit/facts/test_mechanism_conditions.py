"""What a claim is true under, and who acts in a sentence that has a clause within."""

import pytest

from tests.unit.facts.mechanism_claims import Found, claims


def test_the_condition_in_front_of_a_claim_goes_with_it(told: Found) -> None:
    text = "在高浓度IL-17存在时，骨髓MSC反而促进B细胞存活。"
    (fact,) = told(text)
    assert text[fact.evidence.start : fact.evidence.end].startswith("在高浓度IL-17存在时")


def test_what_is_so_under_a_condition_alone_is_not_told_without(told: Found) -> None:
    assert not told("老年患者的骨髓MSC反而促进B细胞存活。")


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("迁移能力下降，抑制T细胞的能力只有健康人的一半左右。", "inhibits"),
        ("Repair depends upon monocytes that are recruited by CCL2.", "recruits"),
        ("MSC in which VEGF was silenced produced TGF-β and little else.", "produces"),
    ],
)
def test_a_clause_within_makes_no_claim_of_its_own(told: Found, text: str, claim: str) -> None:
    assert claim not in {fact.slot for fact in told(text)}


def test_an_object_ends_before_what_follows_from_it(told: Found) -> None:
    assert ("Angiopoietin-1", "recruits", "pericytes") in claims(
        told("Angiopoietin-1 binds endothelial cells and attracts pericytes, stabilising the new vessels.")
    )


def test_a_side_effect_of_some_is_not_the_disease_that_a_claim_is_true_in(told: Found) -> None:
    text = "Cough occurred in 4, dry mouth 3. Exosomes carry miR-146a, which inhibits TRAF6."
    assert claims(told(text))
    assert not any("mouth" in fact.context for fact in told(text))
