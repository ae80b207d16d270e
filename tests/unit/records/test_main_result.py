"""Which result stands for a study."""

from sctui.model.knowledge import Record
from sctui.records.main_result import main_result
from tests.tui.known import told


def test_what_was_measured_comes_before_how_a_study_is_made_up() -> None:
    makeup = told("count", "59名", measure="患者用臍帶MSC")
    better = told("change_word", "下降", measure="評分")
    share = told("share", "27%", measure="患者緩解")
    assert (
        main_result(
            Record(
                "one",
                "trial",
                (
                    makeup,
                    better,
                    share,
                ),
            )
        )
        is share
    )
    assert (
        main_result(
            Record(
                "one",
                "trial",
                (
                    makeup,
                    better,
                ),
            )
        )
        is better
    )
    assert main_result(Record("one", "trial", (makeup,))) is makeup


def test_a_study_without_a_result_has_none() -> None:
    assert main_result(Record("one", "trial", (told("n", "30名"),))) is None


def test_who_took_part_is_no_result() -> None:
    were = told("count", "414名", measure="為RRMS患者")
    assert main_result(Record("one", "trial", (were,))) is None
    got_better = told("count", "37名", measure="患者達到緩解")
    assert main_result(Record("one", "trial", (were, got_better))) is got_better
