"""Questions on mechanisms that one answer fits: kinds in gaps, the rest of the sentence, how often it is so."""

from pathlib import Path

import pytest

from sctui.decks.rubric.guessing import is_calmed
from sctui.decks.rubric.question import unfinished
from sctui.decks.vague import is_any_thing, is_vague
from sctui.lexicon.lexicon import Lexicon
from sctui.pipeline import Knowledge
from tests.unit.decks.study_cards import asked


def test_which_process_alone_is_open(tmp_path: Path, knowledge: Knowledge) -> None:
    assert not asked(tmp_path, knowledge, "卵巢早衰", "造血干细胞减少炎症。")
    more = asked(tmp_path, knowledge, "卵巢早衰", "造血干细胞抑制细胞凋亡,从而增加卵泡的数量。")
    assert any("[什么过程]" in front for front in more)


def test_a_cause_is_a_gap_beside_what_comes_of_it(tmp_path: Path, knowledge: Knowledge) -> None:
    cards = asked(tmp_path, knowledge, "2型糖尿病", "长期高血糖会导致足细胞凋亡,进而加重蛋白尿。")
    assert cards.get("在2型糖尿病中，长期高血糖会导致[哪种细胞的凋亡],进而加重蛋白尿") == "足细胞凋亡"


def test_what_cells_become_is_asked_with_what_for(tmp_path: Path, knowledge: Knowledge) -> None:
    cards = asked(tmp_path, knowledge, "骨折", "间充质干细胞可以分化为成骨细胞,参与骨痂形成。")
    assert any("分化为[哪种细胞],参与骨痂" in front for front in cards)


@pytest.mark.parametrize(
    ("line", "front"),
    [
        ("青光眼主要是由遗传和免疫因素引起的。", "青光眼主要由什么引起？"),
        ("青光眼由遗传和免疫因素引起。", "青光眼由什么引起？"),
    ],
)
def test_how_far_a_cause_is_one_is_kept(line: str, front: str, tmp_path: Path, knowledge: Knowledge) -> None:
    assert front in asked(tmp_path, knowledge, "青光眼", line)


def test_a_denial_is_asked_of_its_disease(tmp_path: Path, knowledge: Knowledge) -> None:
    line = "研究表明,药物治疗会导致严重的骨髓抑制并且不会逆转肝硬化的表现。"
    cards = asked(tmp_path, knowledge, "治疗", line)
    assert "在肝硬化中，药物治疗有什么局限？" in cards
    assert "药物治疗有什么局限？" not in cards


def test_a_gap_is_not_framed_by_the_disease_that_it_hides(tmp_path: Path, knowledge: Knowledge) -> None:
    line = "干细胞并不能治愈所有疾病,也不能抑制肿瘤生长。"
    assert not [front for front in asked(tmp_path, knowledge, "治疗", line) if front.startswith("在肿瘤中")]


def test_a_trade_name_is_written_large_in_a_question(tmp_path: Path, knowledge: Knowledge) -> None:
    line = "The most common side effects of Casgevy are low platelets and low white blood cells."
    assert "What are the most common side effects of Casgevy?" in asked(tmp_path, knowledge, "Safety", line)


def test_what_calms_inflammation_is_no_riddle() -> None:
    assert is_calmed("甲细胞抑制促炎因子,减轻____", "炎症反应")
    assert is_calmed("甲细胞减少促炎因子释放,阻断____", "炎症级联反应")
    assert is_calmed("甲細胞上調抗炎因子,減輕____", "組織炎癥損傷")
    assert not is_calmed("甲细胞清除细菌,减轻____", "炎症反应")
    assert not is_calmed("甲细胞抑制促炎因子,减轻____", "纤维化")


def test_a_bare_class_is_no_answer(lexicon: Lexicon) -> None:
    assert is_any_thing("抗體", lexicon)
    assert not is_any_thing("抗核抗体", lexicon)
    assert is_vague("严重的副作用")
    assert not is_vague("出血性副作用")


def test_who_is_made_to_become_something_is_not_who_makes_it(tmp_path: Path, knowledge: Knowledge) -> None:
    line = "受损的足细胞释放活性氧,激活系膜细胞,使其转化为肌成纤维细胞。"
    cards = asked(tmp_path, knowledge, "糖尿病肾病", line)
    assert cards
    assert not any("肌成纤维细胞" in back for back in cards.values())


def test_an_answer_ends_before_the_next_deed(tmp_path: Path, knowledge: Knowledge) -> None:
    cards = asked(
        tmp_path, knowledge, "Scleroderma", "Activated fibroblasts secrete collagen I and form a scar."
    )
    assert list(cards.values()) == ["collagen I"]


def test_a_pronoun_of_its_own_sentence_is_understood(tmp_path: Path, knowledge: Knowledge) -> None:
    line = "Mesenchymal stem cells may cause embolism when they are given too fast."
    cards = asked(tmp_path, knowledge, "Stroke", line)
    assert any("when they are given" in front for front in cards)


def test_the_disease_all_around_speaks_of_is_no_answer(tmp_path: Path, knowledge: Knowledge) -> None:
    line = "感染会导致足细胞凋亡,从而加速糖尿病肾病。免疫失衡会导致足细胞凋亡。"
    cards = asked(tmp_path, knowledge, "糖尿病肾病的发病机制", line)
    assert cards
    assert "糖尿病肾病" not in cards.values()


def test_what_cells_become_is_asked_once(tmp_path: Path, knowledge: Knowledge) -> None:
    one = "间充质干细胞能够分化为成骨细胞、软骨细胞、脂肪细胞,参与修复。"
    other = "间充质干细胞可分化为骨细胞、软骨细胞、脂肪细胞,替代受损细胞。"
    cards = asked(tmp_path, knowledge, "骨折", one, other)
    assert sum("软骨细胞、脂肪细胞" in back for back in cards.values()) == 1


def test_the_ways_of_a_therapy_are_counted(tmp_path: Path, knowledge: Knowledge) -> None:
    line = "干细胞疗法通过免疫调节缓解黏膜炎症。主要方法有干细胞移植(自体或异体)及局部注射。"
    cards = asked(tmp_path, knowledge, "克罗恩病", line)
    assert cards.get("在克罗恩病中，干细胞疗法的主要方法有哪两种？") == "干细胞移植(自体或异体)及局部注射"


def test_a_sentence_of_long_names_is_asked_whole(tmp_path: Path, knowledge: Knowledge) -> None:
    line = "间充质干细胞分泌matrix metalloproteinase-9和angiopoietin-1,激活足细胞增殖,抑制NLRP3炎症小体,促进肾小管上皮细胞再生。"
    cards = asked(tmp_path, knowledge, "糖尿病肾病", line)
    assert any("激活足细胞增殖" in front and "angiopoietin-1" in front for front in cards)


def test_no_clause_with_its_own_subject_is_told_of_another(tmp_path: Path, knowledge: Knowledge) -> None:
    line = (
        "外泌体疗法的另一个作用是抑制促炎细胞因子的表达,促进抗炎细胞因子的表达,"
        "因此,IL-4、IL-10 和 TNF-β 等抗炎因子在治疗后往往会上调,同时还能诱导肾脏中 CD4+ T 细胞的分化,平衡 Th2 和 Th17 细胞的关系。"
    )
    cards = asked(tmp_path, knowledge, "糖尿病肾病", line)
    assert not any("外泌体疗法IL-4" in front for front in cards)


@pytest.mark.parametrize(
    ("line", "asked_for", "told"),
    [
        (
            "Through the release of HLA-G5, MSCs inhibit natural killer cells.",
            "natural killer cells",
            "HLA-G5, MSCs",
        ),
        ("Autoreactive B cells activate podocytes.", "podocytes", "In lupus nephritis, autoreactive B cells"),
    ],
)
def test_an_english_gap_tells_by_what_and_begins_small(
    line: str, asked_for: str, told: str, tmp_path: Path, knowledge: Knowledge
) -> None:
    cards = asked(tmp_path, knowledge, "Lupus nephritis", line)
    assert any(told in front and back == asked_for for front, back in cards.items())


def test_a_lead_that_points_elsewhere_is_left_out(tmp_path: Path, knowledge: Knowledge) -> None:
    cards = asked(tmp_path, knowledge, "Lupus nephritis", "In this study, MSCs inhibit natural killer cells.")
    assert cards
    assert not any("this study" in front for front in cards)


def test_the_surroundings_of_the_organ_that_is_ill_are_no_answer(
    tmp_path: Path, knowledge: Knowledge
) -> None:
    line = "间充质干细胞分泌VEGF,优化卵巢微环境,促进血管生成。"
    cards = asked(tmp_path, knowledge, "卵巢早衰的治疗机制", line)
    assert cards
    assert not any("微环境" in back for back in cards.values())


def test_what_is_found_somewhere_is_what_the_next_clause_speaks_of(
    tmp_path: Path, knowledge: Knowledge
) -> None:
    line = "按来源,干细胞可以分成几类。全能细胞出现在受精之后的卵裂球,可形成包括胎盘在内的全部组织。"
    assert not any("干细胞可形成" in front for front in asked(tmp_path, knowledge, "骨折", line))


def test_no_gap_stands_in_a_sentence_that_breaks_off() -> None:
    assert unfinished("Cells promote ____ in animals, chiefly through angiogenesis and")
    assert not unfinished("Cells promote ____ in animals, chiefly through angiogenesis")


def test_of_a_long_answer_only_what_is_not_shown_is_hidden(tmp_path: Path, knowledge: Knowledge) -> None:
    line = "间充质干细胞可以增加脾脏和腹股沟淋巴结中调节性T细胞的比例,从而减轻炎症。"
    cards = asked(tmp_path, knowledge, "克罗恩病", line)
    assert (
        cards["在克罗恩病中，间充质干细胞可以增加脾脏和腹股沟淋巴结中[哪种细胞]的比例,从而减轻炎症"]
        == "调节性T细胞"
    )
    short = asked(tmp_path, knowledge, "克罗恩病", "长期高血糖会导致足细胞凋亡,进而加重蛋白尿。")
    assert "足细胞凋亡" in short.values()


@pytest.mark.parametrize(
    ("line", "front", "back"),
    [
        (
            "柯薩奇病毒、輪狀病毒、化學毒素及高糖飲食,可誘發β細胞凋亡。",
            "在1型糖尿病中，哪四種因素可誘發β細胞凋亡？",
            "柯薩奇病毒、輪狀病毒、化學毒素及高糖飲食",
        ),
        (
            "MSC-EVs抑制白細胞浸潤,抑制小膠質細胞的活化并促進促炎小膠質細胞轉化為抗炎小膠質細胞。",
            "在1型糖尿病中，MSC-EVs抑制白細胞浸潤,抑制[哪種細胞的活化]",
            "小膠質細胞的活化",
        ),
        (
            "細胞因子與飲食均有影響,外泌體攜帶的miR-21則抑制PTEN,減少β細胞凋亡。",
            "在1型糖尿病中，外泌體攜帶的[哪種RNA]抑制PTEN,減少β細胞凋亡",
            "miR-21",
        ),
        ("糖尿病可形成惡性循環。", "", ""),
        ("高血糖造成多種器官功能障礙和激素分泌失衡。", "", ""),
    ],
)
def test_who_acts_is_asked_and_no_gap_is_given_away(
    line: str, front: str, back: str, tmp_path: Path, knowledge: Knowledge
) -> None:
    cards = asked(tmp_path, knowledge, "1型糖尿病", line)
    assert cards.get(front) == back if front else not cards


def test_a_gap_shows_its_verb_whole(tmp_path: Path, knowledge: Knowledge) -> None:
    cards = asked(tmp_path, knowledge, "1型糖尿病", "外泌體携帶miR-21,改善了微血管的血液供應。")
    assert not [back for back in cards.values() if back.startswith("了")]
