import pytest

from sctui.decks.rubric import NUMBERS, Claim, Refusal, failed_item, leaks, length, names_an_arm
from sctui.decks.rubric.question import is_circular, is_nearly_read, is_of_two_languages, is_open_gap
from sctui.lexicon.lexicon import Lexicon
from sctui.model.language import Language


@pytest.mark.parametrize(
    ("front", "back", "quote", "item"),
    [
        ("2021年甲院试验共纳入多少名患者?", "", "纳入12名患者", "empty answer"),
        ("甲院试验用了哪种细胞?", "脂肪干细胞(ADSC", "用脂肪干细胞(ADSC)治疗", "cut text"),
        ('他说"甲细胞____', "有效", '他说"甲细胞有效', "cut text"),
        ("甲院试验用了哪种?细胞", "脂肪干细胞", "用脂肪干细胞治疗", "damaged question"),
        ("甲院试验的结论是什么?", "细" * 41, "细" * 41, "answer too long"),
        ("甲" * 65 + "?", "是", "是", "question too long"),
        ("甲院试验是否有效?", "有效", "有效", "yes or no"),
        ("该研究共纳入多少名患者?", "12名", "纳入12名患者", "does not stand alone"),
        ("同年的試驗共納入多少名患者?", "12名", "納入12名患者", "does not stand alone"),
        ("How many patients did this trial enrol?", "12 patients", "12 patients", "does not stand alone"),
        ("再用甲抑制剂激活____,使细胞成熟", "乙通路", "再用甲抑制剂激活乙通路", "does not stand alone"),
        ("在丙病中,同一批 T 細胞攻擊____和皮膚", "肝", "同一批 T 細胞攻擊肝和皮膚", "does not stand alone"),
        ("我们给____注射了细胞,随访一年", "12名患者", "我们给12名患者注射了细胞", "does not stand alone"),
        ("We treated ____ with marrow cells", "18 infants", "We treated 18 infants", "does not stand alone"),
        ("What do young cells not do?", "replace them", "do not replace them", "answer points elsewhere"),
        ("In lupus, releasing TSG-6, which lowers ____", "IL-6", "which lowers IL-6", "cut text"),
        ("甲院试验中什么减少了?", "这些细胞", "这些细胞减少", "answer points elsewhere"),
        ("間充質幹細胞來自哪種间充质干细胞?", "间充质干细胞", "间充质干细胞", "gives its answer away"),
        ("培养上清保护____,减少PBMC的凋亡", "PBMCs", "保护PBMCs", "gives its answer away"),
        ("外泌体促进____,使Treg增多", "调节性T细胞(Treg)", "促进调节性T细胞(Treg)", "gives its answer away"),
        ("细胞输注后AMH水平____", "显著升高", "AMH水平显著升高", "gap fits too much"),
        ("羊膜细胞在____中发挥关键作用", "组织再生", "在组织再生中发挥关键作用", "gap fits too much"),
        ("临床前研究：上清下调了____", "IL-6", "上清下调了IL-6", "gap fits too much"),
        ("甲院试验的缓解率是多少?", "41%", "缓解率为14%", "answer not in the quote"),
        ("甲院试验观察的因子是什么?", "IL-6", "IL-10升高", "answer not in the quote"),
        ("甲院试验的缓解率是多少?", "40%", "缓解率约40%", "range or reserve of a number lost"),
        ("甲院试验的缓解率是多少?", "50%", "缓解率为30%-50%", "range or reserve of a number lost"),
        ("甲院试验纳入多少患者?", "40", "纳入40余例", "range or reserve of a number lost"),
        ("治療六個月到____後能行走", "一年", "治療六個月到一年後能行走", "range or reserve of a number lost"),
        ("造血幹細胞釋放如____", "IL-6和IL-10", "造血幹細胞釋放如IL-6和IL-10", "gap fits too much"),
        ("甲院试验的剂量是多少?", "40", "剂量为40ml", "number without its unit"),
        ("甲院试验中两组的缓解率分别是多少?", "40%和50%", "分别为40%和50%", "asks more than one thing"),
        ("甲院试验用了什么？有何结果？", "细胞", "细胞", "asks more than one thing"),
        ("In the trial of Smith, what was the rate of relapse and?", "9%", "9%", "cut text"),
        ("What is the of intensive care admissions?", "9%", "9%", "cut text"),
        ("What is the after the first infusion cumulative incidence?", "9%", "9%", "cut text"),
        ("In lupus, what do which deplete tryptophan inhibit?", "T cells", "T cells", "cut text"),
        ("In lupus, which depletes tryptophan and inhibits ____", "T cells", "T cells", "cut text"),
        ("甲院试验的结论是什么?", "a" * 61, "a" * 61, "answer too long"),
    ],
)
def test_a_card_that_fails_is_named_by_its_item(front: str, back: str, quote: str, item: str) -> None:
    assert failed_item(front, back, Claim(quote)) == item
    assert NUMBERS[item] == Refusal(item, "trial", front, 1).number > 0


@pytest.mark.parametrize(
    ("front", "back", "quote"),
    [
        ("2021年甲院试验共纳入多少名患者?", "12名", "共纳入12名患者"),
        ("在甲院试验中,尤其常见的不良反应是什么?", "发热", "尤其以发热多见"),
        ("治疗时应该监测什么?", "血压", "应监测血压"),
        ("干细胞促进____,使血流恢复", "血管再生", "干细胞促进血管再生,使血流恢复"),
        ("How did the walk change?", "improved with IT cells only", "walk improved with IT cells only"),
        ("甲院试验的缓解率是多少?", "约40%", "缓解率约40%"),
        ("甲院试验中,评分下降多少?", "4", "评分下降4"),
        ("Which authority approved the product?", "FDA", "approved by the FDA"),
        ("Which factor do stem cells secrete to drive vessel growth?", "VEGF", "stem cells secrete VEGF"),
    ],
)
def test_a_sound_card_passes(front: str, back: str, quote: str) -> None:
    assert failed_item(front, back, Claim(quote)) is None


def test_a_repaired_answer_need_not_stand_in_the_quote() -> None:
    front, back = "甲院试验的剂量是多少?", "2×10^6/kg"
    assert failed_item(front, back, Claim("2×106/kg")) == "answer not in the quote"
    assert failed_item(front, back, Claim("2×106/kg", repaired=True)) is None


@pytest.mark.parametrize(
    ("front", "back", "flags", "item"),
    [
        ("甲细胞可以分化为什么?", "软骨", ("hedged",), "claim made stronger"),
        ("What do MSCs reduce?", "inflammation", ("hedged",), "claim made stronger"),
        ("甲细胞恢复什么?", "卵泡发育", ("preclinical",), "animal or cell work not named"),
        ("甲细胞可能分化为什么?", "软骨", ("hedged",), None),
        ("What may MSCs reduce?", "inflammation", ("hedged",), None),
        ("在动物模型中,甲细胞恢复什么?", "卵泡发育", ("preclinical",), None),
    ],
)
def test_a_claim_is_asked_as_surely_as_it_is_made(
    front: str, back: str, flags: tuple[str, ...], item: str | None
) -> None:
    assert failed_item(front, back, Claim(back, flags)) == item


def test_another_name_of_the_answer_gives_it_away(lexicon: Lexicon) -> None:
    front, back = "哪种关节病让RA患者的关节变形?", "类风湿关节炎"
    assert failed_item(front, back, Claim(back), lexicon) == "gives its answer away"
    assert failed_item(front, back, Claim(back, is_name=True), lexicon) is None


@pytest.mark.parametrize(
    ("back", "item"), [("脫髓鞘和軸突變", "cut text"), ("脫髓鞘和軸突變性", None), ("前列腺", None)]
)
def test_a_name_without_its_last_character_is_cut(lexicon: Lexicon, back: str, item: str | None) -> None:
    assert failed_item("甲病的特征是什么?", back, Claim(back), lexicon) == item


@pytest.mark.parametrize(
    ("front", "back", "item"),
    [
        ("甲细胞分化成____助力免疫重建", "免疫细胞谱系", "gives its answer away"),
        ("甲细胞分泌促炎因子,形成____", "炎性病灶", "gives its answer away"),
        ("甲细胞分化成____助力血管重建", "免疫细胞谱系", None),
        ("在卵巢早衰中，甲细胞可分化为____", "卵巢样细胞", None),
        ("免疫重建靠什么？", "免疫细胞谱系", None),
    ],
)
def test_what_tells_an_answer_from_its_like_gives_it_away(
    lexicon: Lexicon, front: str, back: str, item: str | None
) -> None:
    assert failed_item(front, back, Claim(back), lexicon) == item


def test_a_number_leaks_only_as_a_whole() -> None:
    assert not leaks("2019年的试验中有多少名患者?", "9")
    assert leaks("9 patients of how many?", "9")


def test_length_counts_a_latin_word_as_two_characters() -> None:
    assert length("干细胞 MSC") == 5


@pytest.mark.parametrize(
    ("front", "back", "item"),
    [
        ("甲细胞治疗对关节功能有什么作用?", "改善关节功能", "answer can be guessed"),
        ("甲细胞治疗对关节功能有什么作用?", "改善行走能力", None),
        ("2020年甲院试验得出了什么结论?", "安全、有效且可行", "answer can be guessed"),
        ("甲院試驗中,療法對免疫平衡的效果如何?", "效果顯著", "answer can be guessed"),
        ("甲细胞治疗银屑病的专家共识得出了什么结论?", "安全且有效", None),
        ("2020年甲院试验得出了什么结论?", "安全有效，可延缓复发", None),
        ("甲院试验：疗法对免疫平衡的控制____", "效果显著", "answer can be guessed"),
        ("甲蛋白在哪些方面发挥作用?", "银屑病的发病机制", "gap fits too much"),
        ("甲蛋白在哪些方面发挥作用?", "角质形成和代谢", None),
        ("甲细胞可以帮助____", "重建屏障,恢复水分", "asks more than one thing"),
        ("患者的关节功能有何变化?", "改善", None),
        ("甲细胞可减少____,越早越好!", "疼痛", "slogan"),
    ],
)
def test_what_teaches_nothing_is_not_asked(front: str, back: str, item: str | None) -> None:
    assert failed_item(front, back, Claim(back)) == item


@pytest.mark.parametrize(
    ("front", "arm"),
    [
        ("试验组接受____，对照组接受药物", True),
        ("The response rate was ____ in the placebo group", True),
        ("The rate was ____ in cohort 2", True),
        ("The disease is rarer in this age group than ____", False),
        ("造血干细胞组成____", False),
    ],
)
def test_a_group_is_known_by_its_study_alone(front: str, arm: bool) -> None:
    assert names_an_arm(front) is arm


def test_a_gap_of_examples_whose_kind_is_named_is_open() -> None:
    assert is_open_gap("在银屑病中，外泌体分泌如____等因子", "IL-10、TGF-β")
    assert not is_open_gap("在银屑病中，外泌体分泌____等因子", "IL-10、TGF-β")
    assert is_open_gap("外泌体融合后,会释放____等物质", "IL-10、TGF-β")  # of no kind, and for nothing told
    assert not is_open_gap("外泌体融合后,会释放____等物质来安抚T细胞", "IL-10、TGF-β")


@pytest.mark.parametrize(
    ("front", "back", "circular"),
    [
        ("什么是自身免疫性溶血性贫血？", "一种以自身免疫性溶血为特征的疾病", True),
        ("一种以自身免疫性溶血为特征的疾病叫什么？", "自身免疫性溶血性贫血", True),
        ("一种累及全消化道的慢性疾病叫什么？", "克罗恩病", False),
        ("什么是类风湿关节炎？", "一种以关节为特点的慢性自体免疫疾病", False),
        ("甲细胞的来源是什么？", "甲细胞的来源", False),
    ],
)
def test_a_definition_says_more_than_the_name(front: str, back: str, circular: bool) -> None:
    assert is_circular(front, back) is circular


@pytest.mark.parametrize(
    ("front", "item"),
    [
        ("甲通路抑制细胞凋亡,对____起到关键作用", "gap fits too much"),
        ("甲细胞通过捐赠健康线粒体或____", "cut text"),
        ("2018年的研究：其中____患者复发", "does not stand alone"),
    ],
)
def test_a_gap_that_tells_too_little_is_refused(front: str, item: str) -> None:
    assert failed_item(front, "修复受损线粒体", Claim("修复受损线粒体")) == item


@pytest.mark.parametrize(
    ("front", "back", "read"),
    [
        ("外泌体抑制____,促进抗炎细胞因子的表达", "促炎细胞因子的表达", True),
        ("外泌体抑制____,促进抗炎细胞因子的表达", "小胶质细胞的活化", False),
        ("甲细胞促进血管生成,____", "抑制细胞凋亡", False),
    ],
)
def test_an_answer_that_the_sentence_nearly_has_is_read_there(front: str, back: str, read: bool) -> None:
    assert is_nearly_read(front, back) is read


@pytest.mark.parametrize(
    ("back", "quote"),
    [
        ("1%", "with mortality ranging between 1% (RA) and 11% (SLE)"),
        ("四十六岁", "年龄介于四十六岁到七十三岁间"),
    ],
)
def test_one_end_of_a_range_is_no_answer(back: str, quote: str) -> None:
    front = "In the trial in more than 1500 patients, what was the mortality?"
    assert failed_item(front, back, Claim(quote)) == "range or reserve of a number lost"


@pytest.mark.parametrize(
    ("front", "back"),
    [
        ("与传统疗法相比，干细胞疗法在缓解炎症性肠病活动性方面表现如何？", "更胜一筹"),
        ("Compared with steroids, how is the efficacy of MSCs?", "superior"),
    ],
)
def test_that_the_new_treatment_does_better_is_guessed(front: str, back: str) -> None:
    assert failed_item(front, back, Claim(back)) == "answer can be guessed"


def test_how_much_better_it_does_is_not_guessed() -> None:
    front = "与传统疗法相比，干细胞疗法在缓解率方面表现如何？"
    assert failed_item(front, "高12%", Claim("高12%")) is None


@pytest.mark.parametrize(
    ("front", "language", "mixed"),
    [
        ("In psoriasis, 外泌体抑制____", Language.ENGLISH, True),
        ("In psoriasis, exosomes inhibit ____", Language.ENGLISH, False),
        ("在银屑病中，exosomes inhibit the growth of ____", Language.SIMPLIFIED, True),
        ("在银屑病中，MSC-EVs减少____", Language.SIMPLIFIED, False),
        ("HSC 的英文全稱是什麼？", Language.TRADITIONAL, False),
    ],
)
def test_a_question_is_in_one_language(front: str, language: Language, mixed: bool) -> None:
    assert is_of_two_languages(front, "x", language) is mixed
    item = failed_item(front, "T cells", Claim("T cells", language=language))
    assert (item == "another language than its document") is mixed


def test_a_clause_where_a_name_should_stand_is_no_question() -> None:
    claim = Claim("remission was reached by 61%")
    assert failed_item("In the trial, what was the remission was reached?", "61%", claim) == "cut text"
    assert failed_item("In the trial, what was the remission rate?", "61%", claim) is None
