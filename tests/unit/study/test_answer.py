import pytest

from sctui.model.card import Card, Note
from sctui.model.review import Rating
from sctui.study.answer import Verdict, check_choice, check_number, same_text


def card(back: str, tolerance: str = "0", options: tuple[str, ...] = ()) -> Card:
    (made,) = Note("n", front="?", back=back, tolerance="" if options else tolerance, options=options).cards()
    return made


@pytest.mark.parametrize(
    ("back", "tolerance", "typed", "verdict"),
    [
        ("84%", "0", "84", Verdict.EXACT),
        ("84%", "0", "八十四%", Verdict.EXACT),
        ("84%", "0", "83", Verdict.WRONG),
        ("84%", "2", "82.5", Verdict.CLOSE),
        ("84%", "2", "86.1", Verdict.WRONG),
        ("2800余例", "5%", "2700", Verdict.CLOSE),
        ("1×10^6/kg", "0", "1e6", Verdict.EXACT),
        ("约30%-50%", "0", "30-50", Verdict.EXACT),
        ("约30%-50%", "0", "40", Verdict.CLOSE),
        ("约30%-50%", "0", "60", Verdict.WRONG),
        ("9名", "0", "9例", Verdict.EXACT),
        ("9名", "0", "9 patients", Verdict.EXACT),
        ("5名患者", "0", "5人", Verdict.EXACT),
        ("40ml", "0", "40 mg", Verdict.WRONG),
        ("40ml", "0", "40毫升", Verdict.EXACT),
        ("40ml", "0", "40 spoons", Verdict.EXACT),
        ("84%", "0", "", Verdict.UNREAD),
        ("84%", "0", "8 or 4", Verdict.UNREAD),
        ("单次", "0", "單次", Verdict.EXACT),
    ],
)
def test_numbers(back: str, tolerance: str, typed: str, verdict: Verdict) -> None:
    assert check_number(card(back, tolerance), typed).verdict is verdict


def test_the_difference_has_its_sign_and_another_unit_is_said() -> None:
    assert check_number(card("84%"), "80").difference == -4
    assert check_number(card("30-50"), "35-52").difference == 5
    assert check_number(card("40ml"), "40mg").unit_differs


def test_ratings_that_are_suggested() -> None:
    assert [verdict.suggests for verdict in Verdict] == [Rating.GOOD, Rating.HARD, Rating.AGAIN, Rating.AGAIN]


def test_a_chosen_option() -> None:
    asked = card("极低", options=("低", "高"))
    assert check_choice(asked, "极低").verdict is Verdict.EXACT
    assert check_choice(asked, "低").verdict is Verdict.WRONG


@pytest.mark.parametrize(
    ("typed", "answer"),
    [("幹細胞", "干细胞"), ("ＴＮＦ－α", "TNF-α"), ("vegf, hgf", "VEGF、HGF"), ("炎癥", "炎症")],
)
def test_the_same_in_other_spellings(typed: str, answer: str) -> None:
    assert same_text(typed, answer)


def test_nothing_is_not_the_answer() -> None:
    assert not same_text("", "")
    assert not same_text("…", "、")
    assert not same_text("IL-1", "IL-10")
