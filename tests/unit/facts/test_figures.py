"""Numbers that belong to no study."""

from collections.abc import Callable

import pytest

from sctui.facts.figures import find_figures
from sctui.facts.trials.telling import read_telling
from sctui.lexicon.lexicon import Lexicon
from sctui.model.document import Document
from sctui.model.fact import Fact
from sctui.outline.build import build_outline

Find = Callable[[str], list[Fact]]


@pytest.fixture
def find(document_of: Callable[[str], Document], lexicon: Lexicon) -> Find:
    """The figures of a text."""

    def facts(text: str) -> list[Fact]:
        document = document_of(text)
        return list(find_figures(read_telling(document, build_outline(document), lexicon), lexicon))

    return facts


@pytest.mark.parametrize(
    ("text", "slot", "measure", "value"),
    [
        ("全球60岁以上人群患病率高达8%-12%。", "measure", "全球60岁以上人群患病率", "高达8%-12%"),
        ("间充质干细胞可使皮肤血流量增加约20-30%。", "change", "间充质干细胞可使皮肤血流量增加", "约20-30%"),
        ("HLA基因贡献约40%-50%的遗传易感性。", "gap", "", "40%-50%"),
        ("目前全世界约有900多例患者接受了这种移植。", "count", "患者接受了这种移植", "约有900多例"),
        ("外泌体的粒径为50-400nm。", "measure", "外泌体的粒径", "50-400nm"),
        ("脑瘫的发病率约为2‰~3‰。", "measure", "脑瘫的发病率", "约为2‰~3‰"),
        ("我国每年新增肝硬化病例数超过600万。", "measure", "我国每年新增肝硬化病例数", "超过600万"),
        ("全国一年新发的白血病病例在8万以上。", "measure", "全国一年新发的白血病病例", "8万以上"),
        ("我国因肝硬化死亡的人数,每年接近20万。", "gap", "我国因肝硬化死亡的人数", "20万"),
        ("全球每90人中约有1人患骨关节炎。", "gap", "中约有1人患骨关节炎", "90人"),
        ("2019年全球有5.28亿人患骨关节炎。", "gap", "患骨关节炎", "5.28亿人"),
        (
            "In 2019, 528 million people lived with osteoarthritis.",
            "gap",
            "lived with osteoarthritis",
            "528 million people",
        ),
        (
            "By day 90 after the second infusion the incidence of graft-versus-host disease had reached 31% in all.",
            "gap",
            "after the second infusion the incidence of graft-versus-host disease had",
            "31%",
        ),
        ("当体重指数达到30时,患骨关节炎的风险会增加60%。", "gap", "患骨关节炎的风险会增加", "60%"),
    ],
)
def test_figures(find: Find, text: str, slot: str, measure: str, value: str) -> None:
    (fact,) = find(text + "\n")
    assert (fact.slot, fact.measure, fact.value) == (slot, measure, value)


def test_animal_figures_are_preclinical(find: Find) -> None:
    (fact,) = find("在小鼠模型中,间充质干细胞使梗死面积缩小了35%。\n")
    assert fact.flags == ("preclinical",)


def test_an_age_limit_in_english(find: Find) -> None:
    (fact,) = find(
        "Ovarian failure\n\nThe disease means loss of ovarian function in women under the age of 40 years.\n"
    )
    assert fact.value == "under the age of 40 years"


def test_a_study_keeps_its_numbers(find: Find) -> None:
    assert find("2019年的一项研究用干细胞治疗30名肝硬化患者,1年生存率为80%。\n") == []


def test_a_figure_keeps_the_country_that_its_sentence_speaks_of(find: Find) -> None:
    (fact,) = find("我国是肾病大国,成人患病率高达10.8%。\n")
    assert (fact.measure, fact.context) == ("成人患病率", "我国")


def test_a_change_is_that_of_the_cells_which_the_heading_treats_with(find: Find) -> None:
    (figure,) = find("# 间充质干细胞治疗卵巢早衰的作用机制\n\n研究显示细胞凋亡水平可降低高达50%。\n")
    assert (figure.subject, figure.measure, figure.value) == ("间充质干细胞", "细胞凋亡水平降低", "高达50%")


def test_what_turns_into_something_is_named(find: Find) -> None:
    (figure,) = find("# 间充质干细胞的作用\n\n真正转变为心肌细胞的比例不足2%。\n")
    assert figure.measure == "间充质干细胞真正转变为心肌细胞的比例"


def test_a_figure_of_nothing_with_a_name_is_none(find: Find) -> None:
    assert find("全国每年约有460位左右的新增个案。\n") == []


def test_a_share_of_what_is_not_told_is_no_figure(find: Find) -> None:
    text = "# 银屑病\n\n直接变成{}虽然在小鼠皮肤里见到过，{}比例不足3%。\n"
    assert find(text.format("角质细胞", "但")) == []
    (figure,) = find(text.format("角质细胞", "但变成角质细胞的"))
    assert figure.value == "不足3%"


@pytest.mark.parametrize(
    ("text", "context"),
    [
        ("# 银屑病\n\nHLA基因贡献约40%-50%的遗传易感性。", "银屑病"),
        ("# 银屑病\n\n间充质干细胞可使皮肤血流量增加约20-30%。", "银屑病"),
        ("# 银屑病\n\nHLA基因贡献约40%-50%的痛风遗传易感性。", ""),
        ("# 银屑病和痛风\n\nHLA基因贡献约40%-50%的遗传易感性。", ""),
        ("HLA基因贡献约40%-50%的遗传易感性。", ""),
    ],
)
def test_a_share_or_a_change_is_of_the_disease_of_its_heading(find: Find, text: str, context: str) -> None:
    assert [fact.context for fact in find(text)] == [context]


@pytest.mark.parametrize(
    "text",
    [
        "第21天溃疡愈合率为88%,磷酸盐组为52%。",
        "9个月时疼痛评分下降2.7分,假手术对照组下降2.1分。",
        "血糖水平平均下降1.9 mmol/L(p=0.02)。",
        "The clinical response rate was 71% vs 48%.",
        "GARNET (n = 57) reported a remission rate of 66%.",
    ],
)
def test_a_figure_of_one_group_is_a_study_s_and_none_of_the_population(find: Find, text: str) -> None:
    assert find(f"# 银屑病\n\n{text}\n") == []


def test_so_many_of_a_number_are_not_those_of_the_clause_before(find: Find) -> None:
    """`患病率推估每百万人口约有1,000人` is no count of those who fall ill in a year."""
    told = find("# 脊髓损伤\n\n台湾每年新增脊髓损伤约1,200人,患病率推估每百万人口约有1,000人。\n")
    assert [fact.value for fact in told] == ["1,200人"]


def test_a_figure_of_what_another_sentence_named_is_none(find: Find) -> None:
    text = "# 肝硬化\n\n一线用药是某药3 mg/kg,有三成无效,称为耐药,其五年生存率不到40%。\n"
    assert not any("生存率" in fact.measure for fact in find(text))
    (fact,) = find("特发性肺纤维化进展迅速,其五年生存率不到40%。\n")
    assert "特发性肺纤维化" in f"{fact.subject}{fact.context}"


@pytest.mark.parametrize(
    "text",
    [
        "CD73、CD105阳性率≥95%,活率≥90%。",  # a limit
        "有人介绍去做间充质干细胞,说有效率90%。",  # hearsay
        "案例A 刘叔,67岁,输注间充质干细胞后血氧饱和度由89%升到93%。",  # one person's
        "糖尿病患者飯前血糖請維持80~130 mg/dL。",  # advice
    ],
)
def test_what_is_true_of_one_or_asked_of_many_is_no_figure(find: Find, text: str) -> None:
    assert find(text) == []


def test_a_year_is_no_end_of_a_range(find: Find) -> None:
    (last,) = [
        f
        for f in find("Mortality of multiple sclerosis has fallen from 3.6% before 2005 to 0.3% after 2015.")
        if f.value != "3.6%"
    ]
    assert last.value == "0.3%"


def test_people_among_so_many_are_counted_among_them(find: Find) -> None:
    (fact,) = find("我国每1000名新生儿中约有2至3名先天性耳聋患儿。\n")
    assert (fact.slot, fact.value) == ("gap", "2至3名")


def test_a_figure_is_of_no_disease_that_its_sentence_names_after_it(find: Find) -> None:
    (fact,) = find("# 早产儿支气管肺发育不良\n\n小鼠里，MSC外泌体使肺泡平均截距缩短约25%，肺动脉高压减轻。\n")
    assert fact.context != "肺动脉高压"


def test_what_befell_so_many_is_a_studys(find: Find) -> None:
    assert not find("我们前期的工作中，24例肝硬化患者输注UC-MSC后48周生存率72.1%。\n")


def test_one_persons_figures_are_nobody_elses(find: Find) -> None:
    assert not find("個案分享：阿珍，29 歲，狼瘡腎炎 8 年，蛋白尿每日 4 克。\n")


def test_a_percentage_of_things_is_their_share(find: Find) -> None:
    (fact,) = find("移植后肝内白蛋白阳性的供体细胞不足0.1%。\n")
    assert fact.measure.endswith("细胞的比例")


def test_a_disease_affects_people(find: Find) -> None:
    (fact,) = find("心力衰竭影响我国约1370万人。\n")
    assert fact.measure == "心力衰竭患者"


def test_what_a_bracket_explains_is_no_figure(find: Find) -> None:
    assert not find("大面積燒傷（超過體表面積 40%）存活率高。\n")


def test_a_pigs_figures_are_preclinical(find: Find) -> None:
    (fact,) = find("豬的實驗：MSC 噴灑使血管密度增為 1.8 倍。\n")
    assert fact.flags == ("preclinical",)


def test_who_carries_a_gene_has_not_the_disease(find: Find) -> None:
    told = find("我国重型地中海贫血患者约有30万人,地中海贫血基因携带者达3000万人。\n")
    assert {(fact.measure, fact.value) for fact in told if fact.slot == "count"} == {
        ("重型地中海贫血患者", "约有30万人"),
        ("地中海贫血基因携带者", "3000万人"),
    }
