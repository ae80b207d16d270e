"""What stands in the way of a treatment, what holds it back, what it needs, and what was seen in some patients."""

import pytest

from tests.unit.facts.mechanism_claims import Found, claims


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        (
            "角膜缘干细胞移植的大规模应用需解决两大难题:供体不足和免疫排斥。",
            ("角膜缘干细胞移植的大规模应用", "challenges", "供体不足和免疫排斥"),
        ),
        (
            "神經干細胞的來源不足、遷移距離短及致瘤風險仍是目前臨床轉化的主要挑戰。",
            ("神經干細胞臨床轉化", "obstacles", "來源不足、遷移距離短及致瘤風險"),
        ),
        (
            "外泌体临床转化面临的主要瓶颈包括产量低、纯度差和批次差异。",
            ("外泌体临床转化", "obstacles", "产量低、纯度差和批次差异"),
        ),
        (
            "由于供体短缺和手术费用,造血干细胞的临床应用受到很大限制。",
            ("造血干细胞的临床应用", "held-back", "供体短缺和手术费用"),
        ),
        (
            "冻存的细胞产品需要洁净的培养和低温保存条件。",
            ("冻存的细胞产品", "needs", "洁净的培养和低温保存条件"),
        ),
        (
            "银屑病反复发作,传统治疗只能控制皮损,无法阻止复发。",
            ("银屑病的传统治疗", "limits", "只能控制皮损,无法阻止复发"),
        ),
    ],
)
def test_what_bars_the_way_is_told_of_a_treatment(
    told: Found, text: str, claim: tuple[str, str, str]
) -> None:
    assert claim in claims(told(text + "\n"))


@pytest.mark.parametrize(
    "text",
    [
        "角膜缘干细胞移植的应用需解决三大难题:供体不足和免疫排斥。",  # not as many as it says
        "供体不足仍是造血干细胞移植应用的主要难题。",  # one alone, which many would be
        "由于天气和交通,会议的举办受到限制。",  # of no treatment
        "医院需要良好的工作环境。",  # nothing that is kept
        "患者恢复良好,传统治疗只能控制皮损,无法阻止复发。",  # of what disease?
        "年龄和性别仍是该病的主要难题。",
    ],
)
def test_but_not_of_nothing_or_by_halves(told: Found, text: str) -> None:
    slots = {slot for _subject, slot, _value in claims(told(text + "\n"))}
    assert slots.isdisjoint({"challenges", "obstacles", "held-back", "needs", "limits"})


def test_challenges_of_the_cells_of_the_title(told: Found) -> None:
    page = "# 脐带血干细胞的现状\n\n然而,真正的临床转化仍需攻克两大核心挑战:标准化(如GMP)和长期随访。\n"
    found = claims(told(page))
    assert ("脐带血干细胞临床转化", "challenges", "标准化(如GMP)和长期随访") in found


def test_what_was_seen_in_some_of_the_patients(told: Found) -> None:
    page = (
        "# 造血干细胞治疗硬皮病\n\n- 部分患者皮肤厚度下降,肺功能改善,指端溃疡减少\n- 部分患者皮肤厚度下降\n"
    )
    found = [claim for claim in claims(told(page)) if claim[1] == "of-some"]
    assert [value for _subject, _slot, value in found] == ["皮肤厚度下降,肺功能改善,指端溃疡减少"]
