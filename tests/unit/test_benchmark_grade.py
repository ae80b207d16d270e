from pathlib import Path

from benchmarks.grade import Result, measure
from benchmarks.large import Size


def test_a_grade_is_measured_beside_its_floor(tmp_path: Path) -> None:
    result = measure(grades=30, folder=tmp_path, studied=Size(200, 400))
    assert 0 < result.floor_p50 <= result.floor_p95
    assert 0 < result.grade_p50 <= result.grade_p95
    assert result.new_p50 > 0


def test_the_ratio_is_of_the_medians() -> None:
    assert Result(grade_p50=150, grade_p95=900, floor_p50=100, floor_p95=110).ratio == 1.5
