"""Questions on mechanisms, figures and terms that are narrow enough to have one right answer."""

from pathlib import Path

import pytest

from sctui.pipeline import Knowledge
from tests.unit.decks.study_cards import notes as notes_of


@pytest.fixture
def notes(tmp_path: Path, knowledge: Knowledge) -> "Asked":
    return Asked(tmp_path, knowledge)


class Asked:
    """The cards of a page that was written for it."""

    def __init__(self, folder: Path, knowledge: Knowledge) -> None:
        self._folder, self._knowledge = folder, knowledge

    def __call__(self, title: str, *lines: str) -> dict[str, str]:
        found = notes_of(self._folder, self._knowledge, title, *lines)
        turned = {note.reverse.front: note.reverse.back for note in found if note.reverse}
        return {card.front: card.back for note in found for card in note.cards()} | turned


@pytest.mark.parametrize(
    ("line", "front", "back"),
    [
        (
            "衰老的巨噬细胞通过NF-κB通路激活星状细胞。",
            "在肝硬化中，衰老的巨噬细胞通过哪条通路激活星状细胞？",
            "NF-κB通路",
        ),
        (
            "肝細胞生長因子通過c-Met受體保護肝細胞。",
            "在肝硬化中，肝細胞生長因子通過哪種受體保護肝細胞？",
            "c-Met受體",
        ),
        (
            "造血干细胞能通过全身和旁分泌作用来促进肝细胞再生。",
            "在肝硬化中，造血干细胞能通过哪两种作用促进肝细胞再生？",
            "全身和旁分泌作用",
        ),
        (
            "干细胞疗法通过免疫调节和免疫重建等机制缓解肝脏炎症。",
            "在肝硬化中，干细胞疗法通过哪些机制缓解肝脏炎症（举例）？",
            "免疫调节和免疫重建",
        ),
        (
            "外泌体主要通过旁分泌信号传导起作用。",
            "在肝硬化中，外泌体主要通过什么方式起作用？",
            "旁分泌信号传导",
        ),
    ],
)
def test_by_what_is_asked_by_its_kind(line: str, front: str, back: str, notes: Asked) -> None:
    title = "肝硬化" if "通过" in line else "肝硬化的細胞治療"
    assert notes(title, line).get(front) == back


def test_what_is_expressed_in_nobody_is_no_way(notes: Asked) -> None:
    fronts = notes("红斑狼疮", "脐带间充质干细胞通过低表达TGF-β1调节Th17/Treg平衡。")
    assert not any("通过" in front and front.endswith("？") for front in fronts)


def test_what_a_thing_becomes_for_some_end_is_asked_with_the_end(notes: Asked) -> None:
    asked = notes("肝硬化", "造血干细胞能通过分化成免疫细胞谱系助力免疫重建,恢复免疫平衡。")
    assert asked["在肝硬化中，造血干细胞可以通过什么助力免疫重建？"] == "分化为免疫细胞谱系"


def test_a_property_is_asked_by_how_it_shows(notes: Asked) -> None:
    asked = notes("肝脏", "干细胞具有归巢性。当机体遭受损伤时,干细胞会自发去向损伤部位,并留在那里。")
    assert asked["当机体遭受损伤时，干细胞会自发去向损伤部位，这叫什么特性？"] == "归巢性"
    assert "干细胞会迁移到哪里？" not in asked
    assert not any("特" in front for front in notes("肝脏", "干细胞具有归巢性。"))  # one of many


def test_what_cells_are_given_for_in_many_diseases_is_no_matter_of_one(notes: Asked) -> None:
    line = "间充质干细胞由于其容易保存,高增殖能力以及归巢能力等有益特性,在{}的治疗中意义重大。"
    asked = notes("肝硬化的治疗", line.format("各种疾病"))
    assert "间充质干细胞凭借哪些有益特性用于治疗多种疾病（举例）？" in asked
    asked = notes("肝硬化的治疗", line.format("临床"))
    assert "治疗肝硬化时，间充质干细胞凭借哪些有益特性发挥作用（举例）？" in asked


def test_a_treatment_told_under_a_kind_of_its_disease_is_that_of_the_kind(notes: Asked) -> None:
    line = "糖尿病的治疗主要依靠二甲双胍和运动干预,尚无根治的方法。"
    asked = notes("糖尿病", "## 2型糖尿病的治疗", line)
    assert any(front.startswith("在2型糖尿病中，糖尿病的治疗主要依靠") for front in asked)
    assert any(front.startswith("糖尿病的治疗主要依靠") for front in notes("糖尿病", "## 概述", line))


def test_an_effect_whose_way_is_left_out_is_no_gap(notes: Asked) -> None:
    line = "- 细菌感染:肺炎球菌、葡萄球菌、链球菌等通过直接感染软骨细胞(破坏细胞结构)或模拟软骨抗原(分子模拟),诱发交叉免疫反应。"
    assert "交叉免疫反应" not in notes("关节炎", line).values()


def test_a_list_that_ends_in_others_is_no_gap(notes: Asked) -> None:
    line = "肝硬化随着疾病进展,会出现{}。"
    assert not notes("肝硬化", line.format("腹水、黄疸和多种并发症"))
    assert notes("肝硬化", line.format("腹水和黄疸"))


def test_a_way_of_four_members_is_asked_in_halves(notes: Asked) -> None:
    line = (
        "Transplantation of mesenchymal stem cells can restore cartilage volume by anti-fibrosis, "
        "promoting angiogenesis, immunomodulation, and anti-oxidation."
    )
    asked = notes("Stem cells in osteoarthritis", line)
    assert "anti-fibrosis, promoting angiogenesis" in asked.values()
    assert "immunomodulation, and anti-oxidation" in asked.values()
    assert not any("promoting [" in front for front in asked)


def test_a_change_is_asked_by_the_kind_of_measure(notes: Asked) -> None:
    line = "激素水平方面:体重能提高10-20%,抗苗勒氏管激素(AMH)水平显著恢复。"
    asked = notes("卵巢早衰", "## 间充质干细胞在卵巢早衰模型中的效果", line)
    front = "在卵巢早衰的临床前研究中，间充质干细胞治疗后，哪种激素的水平恢复？"
    assert asked[front] == "抗苗勒氏管激素(AMH)水平（显著恢复）"
    asked = notes("卵巢早衰", "## 间充质干细胞在卵巢早衰模型中的效果", line.replace("体重", "像孕酮水平"))
    assert front.replace("哪种", "除孕酮外，哪种") in asked


def test_both_limits_are_told(notes: Asked) -> None:
    asked = notes("治疗", "研究表明,药物治疗会引起骨髓抑制并且不会逆转肝硬化的表现。")
    front = "在肝硬化中，药物治疗有什么局限？"
    assert asked[front] == "会引起骨髓抑制并且不会逆转肝硬化的表现"
    asked = notes("治疗", "肝硬化的传统治疗易引发感染等副作用,且难以恢复肝脏功能。")
    assert asked["肝硬化的传统治疗除副作用外还有什么局限？"] == "难以恢复肝脏功能"


@pytest.mark.parametrize(
    "line",
    [
        "胆固醇浓度受自体造血干细胞的影响,与白细胞计数相关。",  # which way?
        "中风最重要的治疗是通过抗凝药物修复受损的血管屏障。",  # of all treatments?
        "利用工程化外泌体携带特定miRNA(如miR-21),精准调控靶细胞通路。",  # a proposal
        "- 外泌体递送:利用工程化外泌体携带特定miRNA(如miR-21),精准调控靶细胞通路。",
    ],
)
def test_what_has_no_one_answer_is_not_asked(line: str, notes: Asked) -> None:
    asked = notes("中风", line)
    assert not any(word in front for front in asked for word in ("受什么", "最重要的治疗", "携带"))


def test_a_wrong_name_of_a_disease_gives_way_to_its_abbreviation(notes: Asked) -> None:
    line = "卵巢功能不全,尤其是卵巢功能不全早期 (POI),是一种复杂的疾病,通常由遗传和环境因素共同引起。"
    assert "早发性卵巢功能不全(POI)通常由什么引起？" in notes("女性健康", line)


def test_a_figure_is_asked_in_the_disease_of_its_heading(notes: Asked) -> None:
    asked = notes(
        "细胞治疗",
        "## 间充质干细胞治疗肝硬化的机制",
        "间充质干细胞可使细胞凋亡水平降低30%。",
        "## 肝硬化模型中的效果",
        "移植可使血流量增加20-30%。",
        "## 遗传因素",
        "在1型糖尿病中,HLA基因贡献约40%-50%的遗传易感性。",
    )
    assert asked["据报道，在肝硬化中，间充质干细胞可使细胞凋亡水平降低多少？"] == "30%"
    assert any(
        front.startswith("在肝硬化的动物或实验模型中，") and back == "20-30%" for front, back in asked.items()
    )
    assert any("1型糖尿病" in front and back == "40%-50%" for front, back in asked.items())


def test_a_figure_is_of_the_year_of_the_work_it_is_taken_from(notes: Asked) -> None:
    figure = "目前全世界约有1800多例克罗恩病患者接受了间充质干细胞治疗。"
    of_page = notes("细胞治疗", "2025-03-04", figure)
    assert "据2025年的资料，全世界有多少克罗恩病患者接受了间充质干细胞治疗？" in of_page
    of_work = notes("细胞治疗", "2025-03-04", "2021年,某学会发布专家共识。", f"其中表示,治疗安全。{figure}")
    assert "据2021年的资料，全世界有多少克罗恩病患者接受了间充质干细胞治疗？" in of_work


def test_a_little_known_abbreviation_is_asked_in_its_field(notes: Asked) -> None:
    line = "试验中患者的每周胰岛素总量(TWD)降低,白细胞介素-10(IL-10)升高。"
    asked = notes("干细胞治疗克罗恩病", line)
    assert asked["在克罗恩病领域，TWD 的中文全称是什么？"] == "每周胰岛素总量"
    assert asked["IL-10 的中文全称是什么？"] == "白细胞介素-10"
    assert "TWD 的中文全称是什么？" in notes("从ARDS到克罗恩病", line)  # which of them is not told


def test_an_abbreviation_of_two_diseases_of_a_class_is_asked_one_way(notes: Asked) -> None:
    asked = notes("干细胞治疗自身免疫性疾病", "糖尿病(DM)与系统性红斑狼疮(SLE)都是慢性病。")
    assert asked["糖尿病的英文缩写是什么？"] == "DM"
    assert not any("DM 的中文全称" in front for front in asked)
    assert "在自身免疫性疾病领域，SLE 的中文全称是什么？" in asked


def test_the_english_names_of_near_diseases_are_told_apart(notes: Asked) -> None:
    asked = notes("Cells for ovaries", "Premature ovarian failure (POF) is treated with hormones.")
    front = "As the name of a reproductive disease, what does the abbreviation POF stand for?"
    assert asked[front] == "Premature ovarian failure"
    assert "What is the abbreviation of premature ovarian failure?" not in asked  # its words begin so


def test_a_short_form_that_is_never_used_again_is_only_read(notes: Asked) -> None:
    line = "乙疗法减少热休克蛋白(HSP)的释放。"
    asked = notes("干细胞治疗克罗恩病(CD)", line)
    assert "热休克蛋白的英文缩写是什么？" not in asked
    assert asked["HSP 指分子时，中文全称是什么？"] == "热休克蛋白"
    again = notes("干细胞治疗克罗恩病(CD)", f"{line}HSP由受损细胞释放。")
    assert again["热休克蛋白的英文缩写是什么？"] == "HSP"


@pytest.mark.parametrize(
    ("line", "asked"),
    [
        ("类风湿关节炎(RA),又被称为“不死的癌症”,是一种慢性病。", False),
        ("克罗恩病(CD),又被称为“绿色癌症”,是一种慢性病。", False),
        ("渐冻症(ALS),又被称为“肌萎缩侧索硬化”,是一种罕见病。", True),
    ],
)
def test_a_nickname_is_no_name(line: str, asked: bool, notes: Asked) -> None:
    assert any("又被称为" in front for front in notes("疾病", line)) is asked


def test_what_one_text_calls_its_cells_is_not_asked(notes: Asked) -> None:
    asked = notes("细胞", "组织驻留间充质干细胞(MtSC)与滑液间充质干细胞(SfMSC)和皱襞间充质干细胞(ZbC)不同。")
    assert not any("MtSC" in text or "ZbC" in text for pair in asked.items() for text in pair)
    assert any("SfMSC" in front for front in asked)


def test_a_harm_of_any_name_is_a_limit(notes: Asked) -> None:
    asked = notes("心力衰竭", "目前藥物治療會引起低血壓並且不能逆轉心肌纖維化。")
    assert asked["在心力衰竭中，藥物治療有什麼局限？"] == "會引起低血壓並且不能逆轉心肌纖維化"


def test_what_cells_can_do_to_a_measure_is_said_once(notes: Asked) -> None:
    lines = ("## 間充質幹細胞治療心力衰竭的機制", "研究顯示膠原沉積可減少高達45%。")
    front = "據報道，在心力衰竭中，間充質幹細胞可使膠原沉積減少多少？"
    assert notes("心臟", *lines)[front] == "高達45%"


def test_what_others_may_cause_as_well_is_not_asked(notes: Asked) -> None:
    line = "肥胖、高糖饮食和病毒感染可能导致肝细胞变性。"
    asked = "哪些因素可能导致肝细胞变性？"
    assert asked in notes("肝硬化", line)
    assert asked not in notes("肝硬化", f"酗酒是常见的病因。此外,{line}")


def test_a_figure_of_a_product_is_asked_with_its_maker(notes: Asked) -> None:
    line = "无细胞疗法受到关注。东海大学团队开发的雾化型脐带间充质干细胞外泌体经检测,粒径控制在60-300nm。"
    asked = notes("肺纤维化", line)
    assert [front for front, back in asked.items() if back == "60-300nm"] == [
        "在肺纤维化中，东海大学团队开发的雾化型脐带间充质干细胞外泌体的粒径是多少？"
    ]
