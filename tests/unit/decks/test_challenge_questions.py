"""Questions on what holds a treatment back, what it needs, and what goes round in circles."""

from pathlib import Path

import pytest

from sctui.pipeline import Knowledge
from tests.unit.decks.study_cards import notes


@pytest.mark.parametrize(
    ("line", "front", "back"),
    [
        (
            "角膜缘干细胞移植的应用需解决两大难题:供体不足(如亲属供体)和免疫排斥。",
            "角膜缘干细胞移植的应用的两大难题是什么？",
            "供体不足和免疫排斥",
        ),
        (
            "外泌体临床转化面临的主要瓶颈包括产量低、纯度差和批次差异。",
            "外泌体临床转化的主要瓶颈有哪三种？",
            "产量低、纯度差和批次差异",
        ),
        (
            "由于供体短缺和手术费用,造血干细胞的临床应用受到很大限制。",
            "哪两种原因使造血干细胞的临床应用受到限制？",
            "供体短缺和手术费用",
        ),
        (
            "冻存的细胞产品需要洁净的培养和低温保存条件。",
            "冻存的细胞产品的培养和保存需要什么条件？",
            "洁净的培养和低温保存条件",
        ),
        (
            "银屑病反复发作,传统治疗只能控制皮损,无法阻止复发。",
            "银屑病的传统治疗有什么局限？",
            "只能控制皮损,无法阻止复发",
        ),
        (
            "编辑细胞的脱靶效应及外泌体的免疫扰动风险仍需长期观察。",
            "编辑细胞和外泌体各有什么风险需长期观察？",
            "编辑细胞的脱靶效应及外泌体的免疫扰动风险",
        ),
        ("肥大细胞释放的促炎介质以组胺为代表。", "肥大细胞释放的促炎介质以什么为代表？", "组胺"),
        ("移植的造血干细胞分为自体和异体两类。", "移植的造血干细胞分为哪两类？", "自体和异体"),
    ],
)
def test_a_question_says_what_is_held_back_or_needed(
    line: str, front: str, back: str, tmp_path: Path, knowledge: Knowledge
) -> None:
    cards = [card for note in notes(tmp_path, knowledge, "皮肤病", line) for card in note.cards()]
    assert {card.front: card.back for card in cards}.get(front) == back
