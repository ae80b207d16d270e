"""Figures of several arms side by side, each with its measure, its arm and what it is set against."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sctui.model.fact import Slot
from tests.unit.facts.mechanism_claims import Found

TWO = "一项随机对照试验纳入80例膝骨关节炎患者,试验组40例关节腔注射脐带间充质干细胞,对照组40例注射透明质酸。"
TAKEN = "一项双盲试验纳入67例克罗恩病患者,34例静脉输注脐带间充质干细胞,33例只用药。"
HANT = "一項隨機試驗收案72位退化性膝關節炎患者,用臍帶間質幹細胞治療,凝膠組與對照組各36人。"
THREE = "一项随机试验将90例克罗恩病患者分为3组,各30例:英夫利西单抗、脐带间充质干细胞、脐带间充质干细胞联合英夫利西单抗。"
ENGLISH = (
    "A randomised trial enrolled 60 patients with Crohn's disease, "
    "who were assigned to mesenchymal stem cells (n = 30) or placebo (n = 30). "
)
DOSES = (
    "A phase 2 trial randomised 96 adults with knee osteoarthritis 1:1:1 "
    "to one injection of 6 million MSC, 18 million MSC, or saline. "
)


def results(found: Found, text: str) -> list[Slot]:
    studies = {fact.study for fact in found(f"{text}\n") if fact.study}
    return [slot for study in studies for slot in study.slots if slot.name in ("outcome", "change")]


def told(found: Found, text: str) -> list[tuple[str, str, str]]:
    return [(slot.measure, slot.value, slot.versus) for slot in results(found, text)]


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        (
            f"{TWO}6个月时有效率分别为71.4%(25/35)和48.6%(17/35),P=0.05。",
            [("6个月时，试验组的有效率", "71.4%", "48.6%"), ("6个月时，对照组的有效率", "48.6%", "")],
        ),
        (
            f"{TWO}中位愈合时间分别为51天与79天。",
            [("试验组的中位愈合时间", "51天", "79天"), ("对照组的中位愈合时间", "79天", "")],
        ),
        (
            f"{TWO}感染性并发症在试验组较少(20% 比 34%)。",
            [("试验组的感染性并发症发生率", "20%", "34%"), ("对照组的感染性并发症发生率", "34%", "")],
        ),
        (
            f"{TAKEN}随访12个月,应答率是17/34(50.0%)比9/33(27.3%),p=0.057;复发3例比1例。",
            [
                ("随访12个月，治疗组的应答率", "50.0%", "27.3%"),
                ("随访12个月，对照组的应答率", "27.3%", ""),
                ("治疗组的复发例数", "3例", "1例"),
                ("对照组的复发例数", "1例", ""),
            ],
        ),
        (
            f"{TAKEN}第24周缓解率为 44% 比 31%,p=0.2;第52周为 40% 比 22%。",
            [
                ("第24周，治疗组的缓解率", "44%", "31%"),
                ("第24周，对照组的缓解率", "31%", ""),
                ("第52周，治疗组的缓解率", "40%", "22%"),
                ("第52周，对照组的缓解率", "22%", ""),
            ],
        ),
        (
            f"{TWO}6个月后,疼痛VAS(0-100)分别下降25.6分与15.1分(p<0.001)。",
            [("6个月后，试验组的疼痛VAS(0-100)下降", "25.6分", "15.1分"), ("6个月后，对照组的疼痛VAS(0-100)下降", "15.1分", "")],
        ),
        (
            f"{TWO}软骨缺损面积在试验组和对照组分别下降21%和4%。",
            [("试验组的软骨缺损面积下降", "21%", "4%"), ("对照组的软骨缺损面积下降", "4%", "")],
        ),
        (
            f"{TWO}试验组严重不良事件(SAE)发生率更高(43% vs 对照组12%)。",
            [("试验组的严重不良事件(SAE)发生率", "43%", "12%"), ("对照组的严重不良事件(SAE)发生率", "12%", "")],
        ),
        (
            "一项双盲试验纳入156例心力衰竭患者,冠状动脉内输注自体骨髓单个核细胞或安慰剂。12个月时LVEF分别增加3.4%和2.9%(P=0.62)。",
            [("12个月时，治疗组的LVEF增加", "3.4%", "2.9%"), ("12个月时，安慰剂组的LVEF增加", "2.9%", "")],
        ),
        (
            f"{THREE}24周缓解率依次为40.0%、43.3%和66.7%(P=0.08)。",
            [
                ("英夫利西单抗组的24周缓解率", "40.0%", ""),
                ("脐带间充质干细胞组的24周缓解率", "43.3%", ""),
                ("脐带间充质干细胞联合英夫利西单抗组的24周缓解率", "66.7%", ""),
            ],
        ),
        (
            f"{HANT}12週完全癒合者24人對15人(66.7%比41.7%,p=0.033);臨床附連水準獲得 3.3 mm 對 2.4 mm(p=0.04)。",
            [
                ("凝膠組的12週完全癒合者的比例", "66.7%", "41.7%"),
                ("對照組的12週完全癒合者的比例", "41.7%", ""),
                ("凝膠組的臨床附連水準獲得", "3.3 mm", "2.4 mm"),
                ("對照組的臨床附連水準獲得", "2.4 mm", ""),
            ],
        ),
        (
            f"{ENGLISH}At 12 months disc height loss was 14% and 16% (p=0.58), VAS score 2.4 and 2.6 (p=0.70).",
            [
                ("disc height loss with mesenchymal stem cells at 12 months", "14%", "16%"),
                ("disc height loss with placebo at 12 months", "16%", ""),
                ("VAS score with mesenchymal stem cells at 12 months", "2.4", "2.6"),
                ("VAS score with placebo at 12 months", "2.6", ""),
            ],
        ),
        (
            f"{ENGLISH}Mortality at day 28 was 25.4% (15/59) vs 37.3% (22/59), p=0.17; at day 90, 30.5% vs 45.8%.",
            [
                ("mortality with mesenchymal stem cells at day 28", "25.4%", "37.3%"),
                ("mortality with placebo at day 28", "37.3%", ""),
                ("mortality with mesenchymal stem cells at day 90", "30.5%", "45.8%"),
                ("mortality with placebo at day 90", "45.8%", ""),
            ],
        ),
        (
            f"{ENGLISH}Clinical remission at week 24: 57% vs 38%. Infusion-related events 5 vs 4.",
            [
                ("clinical remission rate with mesenchymal stem cells at week 24", "57%", "38%"),
                ("clinical remission rate with placebo at week 24", "38%", ""),
                ("number of infusion-related events with mesenchymal stem cells", "5", "4"),
                ("number of infusion-related events with placebo", "4", ""),
            ],
        ),
        (
            ("54 patients with progressive multiple sclerosis were randomised to intrathecal (IT) MSC, intravenous (IV) MSC or sham. "
            "Treatment failure by EDSS occurred in 2/18 (11%) IT, 4/18 (22%) IV and 9/18 (50%) sham patients."),
            [
                ("rate of treatment failure by EDSS in the IT group", "11%", "50%"),
                ("rate of treatment failure by EDSS in the IV group", "22%", "50%"),
                ("rate of treatment failure by EDSS in the sham group", "50%", ""),
            ],
        ),
        (
            ("81 adults with SLE were randomised 1:1:1 to an infusion of umbilical cord MSCs at 1×10^6/kg, 5×10^6/kg, or placebo. "
            "SRI-4 response at week 24 was 44.4% (12/27), 59.3% (16/27) and 33.3% (9/27)."),
            [
                ("SRI-4 response rate in the low-dose group at week 24", "44.4%", "33.3%"),
                ("SRI-4 response rate in the high-dose group at week 24", "59.3%", "33.3%"),
                ("SRI-4 response rate with placebo at week 24", "33.3%", ""),
            ],
        ),
        (
            f"{DOSES}Responders were 18/32 (56.3%), 19/32 (59.4%) and 11/32 (34.4%).",
            [
                ("response rate with 6 million MSC", "56.3%", "34.4%"),
                ("response rate with 18 million MSC", "59.4%", "34.4%"),
                ("response rate with saline", "34.4%", ""),
            ],
        ),
    ],
)  # fmt: skip
def test_each_figure_of_a_row_has_the_arm_in_its_place(
    trials: Found, text: str, figures: list[tuple[str, str, str]]
) -> None:
    assert told(trials, text) == figures


@pytest.mark.parametrize(
    "text",
    [
        f"{TWO}亚组分析中,有效率为71.4%比48.6%。",  # of some of them
        f"{TWO}随访6、12和24个月。",  # times
        f"{TWO}完成者38人与36人。",  # who took part to the end
        f"{THREE}24周缓解率分别为40.0%和43.3%。",  # two figures of three arms
        "一项研究纳入80例膝骨关节炎患者,用脐带间充质干细胞治疗。有效率为71.4%和48.6%。",  # no arms are known
        f"{ENGLISH}FEV1 was 60% and 62%.",  # at which times, or of whom, nothing says
        f"{ENGLISH}In a subgroup with mild disease, response rates were 35% and 16%, respectively.",
        f"{ENGLISH}The cell group was sicker at baseline (APACHE score 104 vs 89).",
    ],
)
def test_a_row_of_nobody_is_not_told(trials: Found, text: str) -> None:
    assert not [slot for slot in results(trials, text) if slot.versus or slot.arm]


def test_the_other_arm_is_named(trials: Found) -> None:
    first = next(one for one in results(trials, f"{HANT}復發率為8.3%(3/36)與20.0%(7/36)。") if one.versus)
    assert (first.arm, first.other, first.versus) == ("凝膠組", "對照組", "20.0%")
    first = next(one for one in results(trials, f"{ENGLISH}Relapse rates were 8% vs 20%.") if one.versus)
    assert (first.arm, first.other, first.versus) == ("mesenchymal stem cells", "placebo", "20%")


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    figures=st.lists(st.integers(11, 98), min_size=3, max_size=3, unique=True),
    join=st.sampled_from(["{}%、{}%和{}%", "{}%、{}%、{}%", "{}%、{}%及{}%(P=0.3)"]),
    each=st.sampled_from(["分别为", "依次为", "分别是", "各为"]),
)
def test_a_row_never_changes_places(trials: Found, figures: list[int], join: str, each: str) -> None:
    found = results(trials, f"{THREE}24周缓解率{each}{join.format(*figures)}。")
    arms = ["英夫利西单抗组", "脐带间充质干细胞组", "脐带间充质干细胞联合英夫利西单抗组"]
    assert [(slot.arm, slot.value) for slot in found] == [
        (arm, f"{figure}%") for arm, figure in zip(arms, figures, strict=True)
    ]
