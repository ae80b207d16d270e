"""The arms of a study in the order in which its sentences name them."""

from collections.abc import Callable

import pytest

from sctui.facts.trials.rosters import roster_of
from sctui.facts.trials.statement import statements
from sctui.lexicon.lexicon import Lexicon
from sctui.model.document import Document
from sctui.outline.build import build_outline


@pytest.mark.parametrize(
    ("text", "arms"),
    [
        ("纳入80例患者,试验组40例注射细胞;对照组40例注射盐水。", ["试验组", "对照组*"]),
        ("80例患者随机分为三组,每组24例:对照组、单次组和两次组。", ["对照组*", "单次组", "两次组"]),
        ("共96人,分成三组,每组32人:静脉输注细胞(1×10⁶/kg)、卵巢内注射血浆(PRP)、空白对照。",
         ["静脉输注细胞", "卵巢内注射血浆", "空白对照*"]),
        ("50人(MSC 26人,安慰剂24人),静脉输注。", ["MSC", "安慰剂*"]),
        ("128 位病人(軟骨膠治療 64、微創骨折術 64)。", ["軟骨膠治療", "微創骨折術"]),
        ("共收72人,凝膠組與對照組各36人。", ["凝膠組", "對照組*"]),
        ("收案126位病人,64人接受異體細胞單次輸注,62人接受安慰劑。", ["治療組", "安慰劑組*"]),
        ("54 位病人,分為細胞組 20 位、溶劑組 20 位、觀察組 14 位。", ["細胞組", "溶劑組*", "觀察組"]),
        ("80例患者,四组各20例:低剂量2×10⁶、中剂量1×10⁷、高剂量5×10⁷、安慰剂(盐水),关节腔注射。",
         ["低剂量", "中剂量", "高剂量", "安慰剂*"]),
        ("60位孩子隨機分成臍帶血組(單次)、臍帶MSC組(三次)與安慰劑組,各20位。", ["臍帶血組", "臍帶MSC組", "安慰劑組*"]),
        ("收錄50眼,隨機分配至CLET(25眼)與SLET(25眼)。", ["CLET", "SLET"]),
        ("24位成人,隨機分高劑量(4×10⁷)和低劑量(2×10⁷)臍帶血MSC,各12人。", ["高劑量", "低劑量"]),
        ("试验二:ADSC对玻璃酸:40例患者随机分组。", ["ADSC", "玻璃酸"]),
        ("多中心随机,LP-PRP对曲安奈德40 mg,n=132(66/66),部分撕裂。", ["LP-PRP", "曲安奈德"]),
        ("骨髓MSC介入组15例,静脉组17例,剂量相同。", ["骨髓MSC介入组", "静脉组"]),
        ("62例患者肌内注射(CD34+组 1×10⁵/kg,n=31;MNC组 1×10⁷/kg,n=31)。", ["CD34+组", "MNC组"]),
        ("160例随机分组,动脉内注射BM-MNC(共3次)或稀释血。", ["治疗组", "稀释血组*"]),
        ("80例随机接受静脉注射或鞘内注射。", []),
        ("评分5.1对3.6,随机。", []),  # figures
        ("40位患者分成兩組,ADSC組20人於關節腔單次注射1×10⁸個自體細胞,對照組20人注射生理食鹽水。", ["ADSC組", "對照組*"]),
        ("60例患者,男30例,女30例。", []),  # kinds of people
        ("共80例患者,治疗组3例感染,对照组5例感染。", ["治疗组", "对照组*"]),  # no other is spoken of
        ("共80例患者,高剂量组3例感染,低剂量组5例感染。", []),  # not all of them
        ("入组60人,分三组。\n\nA组 清创+细胞1×10⁶个,\n\nB组 清创+细胞1×10⁷个,\n\nC组 清创+盐水。", ["A组（清创+细胞1×10⁶）", "B组（清创+细胞1×10⁷）", "C组（清创+盐水）*"]),
        ("Group A (n=20): cells into the wall. Group B (n=20): saline.", ["Group A (cells into the wall)", "Group B (saline)*"]),
        ("Adults were randomised 1:1:1 to MSC 1 × 10^6/kg, MSC 2 × 10^6/kg or placebo.",
         ["low-dose", "high-dose", "placebo*"]),
        ("Days alive were 11.8 in the cell arm and 8.9 with placebo. Events: 31% and 33%.", ["cell arm", "placebo*"]),
        ("112 adults were assigned 1:1 to cells (n=56) or to usual care (n=56).", ["cells", "usual care*"]),
        ("81 adults were randomised 1:1:1 to a single infusion of MSCs at 1×10^6/kg, 5×10^6/kg, or placebo.",
         ["low-dose", "high-dose", "placebo*"]),
        ("We compared 212 patients (BMAC 118, PRP 94).", ["BMAC", "PRP"]),
        ("54 patients (31 secondary progressive, 23 primary progressive) got cells.", []),
        ("76 patients were randomised to transplantation with or without cells.", []),
    ],
)  # fmt: skip
def test_arms_are_named_in_order(
    document_of: Callable[[str], Document], lexicon: Lexicon, text: str, arms: list[str]
) -> None:
    document = document_of(f"{text}\n")
    found = roster_of(list(statements(document, build_outline(document), lexicon)))
    assert [f"{arm.name}{'*' if arm.control else ''}" for arm in found] == arms
