"""Diseases from the general to the special, and the disease of which a text names a kind."""

import pytest

from sctui.lexicon.diseases import disease_paths, general_disease
from sctui.lexicon.lexicon import Lexicon
from sctui.lexicon.term import TermKind


def test_a_disease_comes_with_those_it_is_a_kind_of(lexicon: Lexicon) -> None:
    assert list(disease_paths("T1DM患者", lexicon)) == [("糖尿病", "1型糖尿病")]


@pytest.mark.parametrize(
    ("told", "general"),
    [
        ("难治性RA患者", "RA"),
        ("II-III級膝OA患者", "膝OA"),
        ("T1DM患者", "糖尿病"),  # `DM` is only a part of the word
        ("RA患者", ""),
        ("RA和SLE患者", ""),
        ("severe COVID-19", "COVID-19"),
    ],
)
def test_a_kind_of_patients_is_asked_for_by_the_disease_in_general(
    lexicon: Lexicon, told: str, general: str
) -> None:
    assert general_disease(told, lexicon) == general


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("微創骨折術與植骨", []),
        ("微骨折术治疗骨折", ["骨折"]),
        ("骨折手术", ["骨折"]),
    ],
)
def test_the_name_of_a_treatment_names_no_disease(lexicon: Lexicon, text: str, found: list[str]) -> None:
    assert [one.term.zh for one in lexicon.of(TermKind.DISEASE).mentions(text)] == found
