"""What Chinese texts tell of a disease by its name: signs, places, whom it befalls, what is given first."""

import pytest

from tests.unit.facts.mechanism_claims import Found, claims


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        (
            "帕金森病的运动症状包括静止性震颤、肌强直和运动迟缓。",
            ("帕金森病", "sign", "静止性震颤、肌强直和运动迟缓"),
        ),
        ("克罗恩病最常见的受累部位是回肠末端。", ("克罗恩病", "sign", "回肠末端")),
        ("帕金森病的病变部位在中脑黑质。", ("帕金森病", "sited", "中脑黑质")),
        (
            "急性移植物抗宿主病主要累及皮肤、肝脏和胃肠道。",
            ("急性移植物抗宿主病", "involves", "皮肤、肝脏和胃肠道"),
        ),
        ("银屑病好发于中青年。", ("银屑病", "befalls", "中青年")),
        ("系統性紅斑狼瘡多見於育齡女性。", ("系統性紅斑狼瘡", "befalls", "育齡女性")),
        ("膝骨关节炎常见于50岁以上人群。", ("膝骨关节炎", "befalls", "50岁以上人群")),
        ("CAR-T疗法最常见的副作用是细胞因子释放综合征。", ("CAR-T疗法", "sign", "细胞因子释放综合征")),
        ("糖尿病足的起因是血管病变和神经病变。", ("糖尿病足", "sign", "血管病变和神经病变")),
        ("急性移植物抗宿主病的一线治疗是糖皮质激素。", ("急性移植物抗宿主病", "sign", "糖皮质激素")),
        # turned round, and with the disease told before
        ("路易小体沉积是帕金森病的主要病理特征。", ("帕金森病", "feature", "路易小体沉积")),
        ("肝硬化到了晚期,腹水、黄疸是主要表现。", ("肝硬化", "sign", "腹水、黄疸")),
        ("骨关节炎以软骨退变和骨质增生为主要病理特征。", ("骨关节炎", "feature", "软骨退变和骨质增生")),
    ],
)
def test_what_goes_with_a_disease_is_told_of_it(told: Found, text: str, claim: tuple[str, str, str]) -> None:
    assert claim in claims(told(text))


@pytest.mark.parametrize(
    "text",
    [
        "克罗恩病的临床表现是多样的。",
        "某厂家的常见副作用包括头痛、恶心。",
        "帕金森病的主要症状与血管性痴呆的主要症状是一种误区。",
        "克罗恩病可累及多个方面。",
        "间充质干细胞多见于骨髓和脂肪。",
        "不良反应多见于老年人。",
    ],
)
def test_what_could_not_be_known_or_is_of_nobody_is_no_sign(told: Found, text: str) -> None:
    assert not {fact.slot for fact in told(text)} & {"sign", "sited", "involves", "befalls", "feature"}


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("瘢痕减少靠的是血管新生。", "靠的是血管新生"),
        ("MSC使T细胞减少而B细胞增加。", "而B细胞增加"),
        ("供者T细胞识别受者抗原后被激活。", "受者抗原后被激活"),
        ("CAR-T疗法本来用于肿瘤。", "肿瘤"),
        ("看看CAR-T用于狼疮走到了哪一步。", "狼疮走到了哪一步"),
    ],
)
def test_no_piece_of_another_clause_is_an_object(told: Found, text: str, wrong: str) -> None:
    assert wrong not in {fact.value for fact in told(text)}


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("MSC之所以能抑制T细胞,是因为不表达CD80和CD86。", ("MSC", "expresses", "不表达CD80和CD86")),
        ("MSC对T细胞的增殖均有抑制作用。", ("MSC", "acts-on", "T细胞的增殖")),
        ("供者T细胞反过来攻击受者的皮肤细胞。", ("供者T细胞", "damages", "受者的皮肤细胞")),
        ("MSC很少靠替代神经元起效,主要抑制小胶质细胞活化。", ("MSC", "inhibits", "小胶质细胞活化")),
    ],
)
def test_a_subject_ends_before_the_words_that_lead_to_its_verb(
    told: Found, text: str, claim: tuple[str, str, str]
) -> None:
    assert claim in claims(told(text))


def test_a_cause_behind_its_verb_is_who_does_the_next_thing(told: Found) -> None:
    facts = told("镰状细胞病由β-珠蛋白基因突变引起,使红细胞变形减少。")
    assert all("引起" not in fact.subject for fact in facts)
