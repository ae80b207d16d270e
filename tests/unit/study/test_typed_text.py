import pytest

from sctui.model.card import Card, Note
from sctui.study.answer import Verdict
from sctui.study.typed_text import Part, Piece, check_text, difference, wants_typing


def card(back: str, **fields: object) -> Card:
    note = Note("n", front="?", back=back, **fields)  # type: ignore[arg-type]  # by name
    return Card("n", note, note.front, note.back)


@pytest.mark.parametrize(
    ("typed", "verdict"),
    [
        ("间充质干细胞", Verdict.EXACT),
        ("間充質 幹細胞。", Verdict.EXACT),
        ("间充质细胞", Verdict.CLOSE),
        ("造血细胞", Verdict.WRONG),
    ],
)
def test_typed_text_is_compared_blind_to_script_and_punctuation(typed: str, verdict: Verdict) -> None:
    assert check_text(card("间充质干细胞"), typed).verdict is verdict


def test_width_and_case_do_not_count() -> None:
    assert check_text(card("PGE2"), "ｐｇｅ２").verdict is Verdict.EXACT


def test_the_difference_shows_what_is_missing_and_what_is_too_much() -> None:
    assert list(difference("Xa干c", "a幹bc")) == [
        Piece(Part.EXTRA, "X"),
        Piece(Part.SAME, "a幹"),
        Piece(Part.MISSING, "b"),
        Piece(Part.SAME, "c"),
    ]


def test_a_tag_asks_for_typing_where_there_is_text_to_type() -> None:
    assert wants_typing(card("text", tags=("typed",)))
    assert not wants_typing(card("text"))
    assert not wants_typing(card("5", tags=("typed",), tolerance="1"))


@pytest.mark.parametrize(
    ("front", "back", "typed", "verdict"),
    [
        ("哪种细胞？", "间充质干细胞（MSC）", "msc", Verdict.EXACT),
        ("哪种细胞？", "间充质干细胞（MSC）", "間充質幹細胞", Verdict.EXACT),
        ("与间充质干细胞（MSC）相比？", "MSC", "与间充质干细胞", Verdict.EXACT),
        ("Among: mesenchymal stem cells (MSC), which?", "MSC", "mesenchymal stem cells", Verdict.EXACT),
        ("They gave mesenchymal stem cells (MSC). What?", "mesenchymal stem cells", "MSC", Verdict.EXACT),
        ("They gave mesenchymal stem cells (MSC). What?", "MSC", "stem cells", Verdict.WRONG),
        ("哪种细胞？", "间充质干细胞（MSC）", "干细胞", Verdict.WRONG),
        ("哪种细胞？", "26例（65%）", "65%", Verdict.WRONG),
        ("HSC（造血干细胞）与MSC？", "MSC", "造血干细胞", Verdict.WRONG),
    ],
)
def test_a_name_that_the_card_gives_for_the_answer_is_the_answer(
    front: str, back: str, typed: str, verdict: Verdict
) -> None:
    note = Note("n", front=front, back=back)
    assert check_text(Card("n", note, front, back), typed).verdict is verdict
