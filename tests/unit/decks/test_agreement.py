import pytest

from sctui.decks.agreement import counted_as, verb_form


@pytest.mark.parametrize(
    ("subject", "verb"),
    [
        ("functional characteristics", "are"),
        ("MSC source", "is"),
        ("pharmacokinetics", "is"),
        ("markers of the surface", "are"),
    ],
)
def test_the_verb_agrees_with_the_subject(subject: str, verb: str) -> None:
    assert verb_form(subject, "is") == verb


@pytest.mark.parametrize(
    ("value", "people"),
    [
        ("48 rapidly declining patients", "rapidly declining patients"),
        ("48 patients", "patients"),
        ("48", ""),
    ],
)
def test_an_adverb_stays_with_those_it_describes(value: str, people: str) -> None:
    assert counted_as(value, "people") == people
