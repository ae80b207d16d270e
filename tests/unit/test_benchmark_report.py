from benchmarks.first_frame import FirstFrame, rows
from benchmarks.report import Row, table


def test_each_row_is_held_against_its_gate() -> None:
    lines = table(
        [Row("a", "1 ms", 1.0, 1.5), Row("long name", "", 2.04, 1.0, "s"), Row("b", "", 3.0)]
    ).split("\n")
    assert [line.split() for line in lines] == [
        ["measured", "value", "gate", "figures"],
        ["a", "1.00", "x", "1.5", "x", "ok", "1", "ms"],
        ["long", "name", "2.04", "s", "1", "s", "TOO", "HIGH"],
        ["b", "3.00", "x"],
    ]


def test_the_ratio_of_first_frames_is_that_of_the_middle_round() -> None:
    found = FirstFrame(minimal=[0.1, 0.2, 0.1], fresh=[0.15, 0.3, 0.2], used=[0.1, 0.24, 0.12])
    assert [round(row.value, 2) for row in rows(found)] == [1.5, 1.2]
