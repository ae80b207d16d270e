from sctui.scheduler.streak import longest, streak


def test_a_streak_lasts_while_today_can_still_be_studied() -> None:
    assert streak({8, 9, 10}, 10) == 3
    assert streak({8, 9}, 10) == 2
    assert streak({7, 8}, 10) == 0
    assert streak((), 10) == 0


def test_the_longest_streak_may_be_over() -> None:
    assert longest({1, 2, 3, 7, 8}) == 3
    assert longest(()) == 0
