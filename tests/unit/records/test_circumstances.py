"""A result keeps its arm, its time point, the comparator's value and its p value: those of its own sentence."""

import pytest

from tests.unit.records.conftest import Know

TRIAL = "2021年,一项试验对40名克罗恩病患者进行了脐带间充质干细胞静脉输注治疗。"


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("治疗组第12周缓解率达52%,明显高于对照组的31%(P<0.05)。", ("52%", "治疗组", "12周", "31%", "P<0.05")),
        ("随访6个月后,细胞组的复发率为18%,CRP水平下降。", ("18%", "细胞组", "6个月", "", "")),
        ("治疗组的缓解率为52%(P=0.021)。", ("52%", "治疗组", "", "", "P=0.021")),
        ("患者的3年生存率为88%。", ("88%", "", "3年", "", "")),
        ("尽管两组的缓解率均为40%。", ("40%", "", "", "", "")),
    ],
)
def test_of_one_sentence(know: Know, sentence: str, expected: tuple[str, ...]) -> None:
    (record,) = know(f"# 页\n\n{TRIAL}{sentence}\n").records
    told = next(record.all("outcome"))
    assert (told.value, told.arm, told.time, told.versus, told.p) == expected


def test_the_comparator_has_its_own_arm(know: Know) -> None:
    (record,) = know(f"# 页\n\n{TRIAL}治疗组缓解率达52%,明显高于对照组的31%。\n").records
    assert [(told.value, told.arm) for told in record.all("outcome")] == [
        ("52%", "治疗组"),
        ("31%", "对照组"),
    ]


def test_how_long_it_lasts_is_no_time_point(know: Know) -> None:
    (record,) = know(f"# 页\n\n{TRIAL}移植75天后脱离药物,疗效已稳定持续1年。\n").records
    assert next(record.all("duration")).time == ""
