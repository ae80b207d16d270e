import pytest

from sctui.decks.gap_numbers import with_known_numbers


@pytest.mark.parametrize(
    ("text", "before", "after"),
    [
        ("{{c1::a}} {{c2::b}}", "{{c1::a}} b", "{{c1::a}} {{c2::b}}"),
        ("{{c1::a}} {{c2::b}}", "a {{c1::b}}", "{{c2::a}} {{c1::b}}"),
        ("{{c1::幹}} {{c2::b}} {{c3::c}}", "{{c5::干}} {{c1::c}}", "{{c5::幹}} {{c2::b}} {{c1::c}}"),
        ("{{c1::a}} {{c1::b}}", "{{c3::x}}", "{{c1::a}} {{c1::b}}"),
        ("{{c1::a::hint}}", "{{c2::a}}", "{{c2::a::hint}}"),
        ("none", "{{c2::a}}", "none"),
        (
            "{{c1::VEGF and HGF}} {{c2::IDO}}",
            "{{c4::IDO}} {{c3::VEGF, HGF}}",
            "{{c3::VEGF and HGF}} {{c4::IDO}}",
        ),
        (
            "{{c1::T cells}} {{c2::T cell}}",
            "{{c5::T cell}} {{c7::T-cells}}",
            "{{c7::T cells}} {{c5::T cell}}",
        ),
        ("{{c1::IL-10}} {{c2::bone}}", "{{c5::VEGF}}", "{{c1::IL-10}} {{c2::bone}}"),
    ],
)
def test_a_gap_keeps_the_number_of_its_answer(text: str, before: str, after: str) -> None:
    assert with_known_numbers(text, before) == after
