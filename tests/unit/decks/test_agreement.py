import pytest

from sctui.decks.agreement import verb_form


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
