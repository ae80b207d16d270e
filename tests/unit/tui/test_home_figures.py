from sctui.scheduler.exam import Costs
from sctui.scheduler.limits import Place
from sctui.scheduler.mastery import Mastery, summed
from sctui.scheduler.queue import Counts
from sctui.tui.home_figures import HomeFigures, of_scopes, sparkline


def test_mastery_counts_into_all_that_stands_above() -> None:
    found = of_scopes({Place("a::b", "x / y"): Mastery(4, 2, 1.5), Place("a", ""): Mastery(1, 1, 0.5)})
    both = Mastery(5, 3, 2.0)
    below = Mastery(4, 2, 1.5)
    assert found == {
        None: both,
        "a": both,
        "a::b": below,
        Place("a::b", "x"): below,
        Place("a::b", "x / y"): below,
    }


def test_the_time_left_is_that_of_new_and_of_other_cards() -> None:
    figures = HomeFigures(0, Costs(review=5, new=40), (), {})
    assert figures.time_left(Counts(new=2, learning=1, due=3)) == 100_000


def test_what_a_day_has_no_room_for_is_told() -> None:
    figures = HomeFigures(0, Costs(), (201, *[1] * 13), {})
    assert figures.coming(200, "P") == "201 due now: P spreads them over days"
    assert figures.coming(201, "P") == "214 due within 14 days"
    assert figures.coming(0, "P") == "214 due within 14 days"  # no reviews are wanted at all


def test_a_sparkline_shows_the_least_and_the_most() -> None:
    assert sparkline((0, 1, 4, 8)) == " ▁▄█"
    assert sparkline((3, 0), columns=2) == "██  "
    assert sparkline((0, 0)) == "  "


def test_the_topics_are_summed_wherever_their_cards_lie() -> None:
    found = summed([(("x", "x / y"), Mastery(4, 2, 1.5)), (("x",), Mastery(1, 1, 0.5))])
    assert found == {"x": Mastery(5, 3, 2.0), "x / y": Mastery(4, 2, 1.5)}
