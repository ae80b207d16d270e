import pytest

from sctui.decks.agreement import english


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
    assert english(subject)["is"] == verb
