"""Mechanisms that a sentence states over several clauses."""

import pytest

from tests.unit.facts.mechanism_claims import Found, claims


def test_deeds_that_are_ways_are_one_list(told: Found) -> None:
    found = told("间充质干细胞可通过抑制Th17细胞,减少炎性细胞因子,上调Treg细胞等不同机制改善银屑病。")
    ways = [fact for fact in found if fact.slot == "via"]
    assert [(one.subject, one.value, one.measure) for one in ways] == [
        ("间充质干细胞", "抑制Th17细胞,减少炎性细胞因子,上调Treg细胞", "改善银屑病")
    ]


@pytest.mark.parametrize(
    "text",
    [
        "间充质干细胞可通过抑制Th17细胞,患者应当复查,上调Treg细胞等不同机制改善银屑病。",
        "间充质干细胞可通过抑制Th17细胞等不同机制改善银屑病。",
    ],
)
def test_what_is_no_list_of_deeds_is_read_clause_by_clause(text: str, told: Found) -> None:
    assert not any("," in fact.value for fact in told(text))


def test_what_a_deed_needs_is_asked_for_the_deed(told: Found) -> None:
    found = claims(told("IL-10进一步增强免疫耐受,这对于抑制那些可能损害肾小管的自身反应性T细胞极为关键。"))
    assert ("IL-10", "inhibits", "自身反应性T细胞") in found
