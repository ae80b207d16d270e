import pytest

from sctui.scheduler.workload import Workload
from sctui.study.retention_words import told_of_best, told_of_usual


@pytest.mark.parametrize(
    ("minutes", "told"),
    [(1, "fits into 1 minute a day."), (1.5, "1.5 minutes a day."), (2, "2 minutes a day.")],
)
def test_minutes_are_one_or_many(minutes: float, told: str) -> None:
    assert told_of_best(Workload(0.8, minutes=0.5, reviews=1, recalled=2), minutes).endswith(told)


def test_what_takes_more_says_so() -> None:
    told = told_of_best(Workload(0.7, minutes=3.2, reviews=1, recalled=2), 1)
    assert told == "desired_retention = 0.70 is the least, and takes more than 1 minute a day."


def test_nothing_is_told_of_no_study() -> None:
    assert not list(told_of_usual(None))
    assert list(told_of_usual(0.2)) == ["In the last 30 days you studied 1 minute on a day."]
