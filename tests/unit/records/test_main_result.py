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
