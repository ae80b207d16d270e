from collections.abc import Callable

import pytest

from sctui.facts.terms import find_glosses, find_terms
from sctui.lexicon.lexicon import Lexicon
from sctui.model.document import Document
from sctui.model.fact import Fact

DocumentOf = Callable[[str], Document]


@pytest.fixture
def terms(document_of: DocumentOf, lexicon: Lexicon) -> Callable[[str], list[Fact]]:
    def find(text: str) -> list[Fact]:
        document = document_of(text)
        facts = list(find_terms(document, lexicon))
        for fact in facts:
            assert fact.answer is not None
            assert document.text(fact.answer) == fact.value
            assert fact.value in document.text(fact.evidence)
        return facts

    return find


def pairs(facts: list[Fact], slot: str = "expansion") -> list[tuple[str, str]]:
    return [(fact.subject, fact.value) for fact in facts if fact.slot == slot]


@pytest.mark.parametrize(
    ("text", "short", "name"),
    [
        ("医生用间充质干细胞(MSCs)治疗这位老人的关节。", "MSCs", "间充质干细胞"),
        ("這類細胞會釋放血管內皮生長因子（VEGF），使傷口癒合。", "VEGF", "血管內皮生長因子"),
        ("患者的血沉、白细胞介素-6和干扰素-γ(IFN-γ)都升高了。", "IFN-γ", "干扰素-γ"),
        ("每个月都要测定六分钟步行距离(6MWD)和用力肺活量(FVC)的变化。", "FVC", "用力肺活量"),
        ("溶液經雙向流過濾（DFF）純化。", "DFF", "雙向流過濾"),
        ("一成女性會遇到產後型落髮（PPHL）。", "PPHL", "產後型落髮"),
        ("它能穿越血腦障壁(BBB)。", "BBB", "血腦障壁"),
        ("所用的工具包括Rankin量表(mRS)。", "mRS", "Rankin量表"),
        ("MSC較為穩定，而腎上腺皮質素(ACX)會升高。", "ACX", "腎上腺皮質素"),
        ("这种细胞取自内细胞团(ICM)。", "ICM", "内细胞团"),
        ("目的评价骨髓单个核细胞(BMC)移植的作用。", "BMC", "骨髓单个核细胞"),
        ("评估自体脂肪组织来源的 MSCs (AD-MSCs) 注射。", "AD-MSCs", "脂肪组织来源的 MSCs"),
        ("自体造血干细胞移植(AHSCT)后复查。", "AHSCT", "自体造血干细胞移植"),
        ("其中HGF(肝细胞生长因子)来自基质。", "HGF", "肝细胞生长因子"),
        ("间充质干细胞(Mesenchymal Stem Cells, MSCs)来自骨髓。", "MSCs", "间充质干细胞"),
        ("Patients with premature ovarian failure (POF) were treated.", "POF", "premature ovarian failure"),
        ("We gave hormone replacement therapy (HRT) to all of them.", "HRT", "hormone replacement therapy"),
        ("华通氏胶,又称沃顿胶(WJ),位于脐带内。", "WJ", "沃顿胶"),
        ("We saw no collection on magnetic resonance imaging [MRI].", "MRI", "magnetic resonance imaging"),
        ("It was the 28-joint disease activity score (DAS28).", "DAS28", "28-joint disease activity score"),
    ],
)
def test_a_bracket_pairs_a_short_form_with_its_name(
    terms: Callable[[str], list[Fact]], text: str, short: str, name: str
) -> None:
    assert (short, name) in pairs(terms(text))


@pytest.mark.parametrize(
    "text",
    [
        "给予间充质干细胞(2×10^6/kg)静脉输注。",
        "这些因子(如VEGF、HGF)很重要。",
        "研究已注册(NCT01234567)。",
        "细胞数量上升(见图3)。",
        "辅助性T细胞(Th1/Th17)变多。",
        "小囊泡(MSC-XV)来自间充质干细胞。",
        "脂肪MSCs(抑制PRMT1基因)存活得更久。",
        "在关节内(IA)注射激素。",
    ],
)
def test_a_bracket_that_is_no_name_makes_no_fact(terms: Callable[[str], list[Fact]], text: str) -> None:
    assert pairs(terms(text)) == []


def test_a_list_of_abbreviations(terms: Callable[[str], list[Fact]]) -> None:
    found = pairs(terms("一页关于疾病的短文。\n\nRA,类风湿关节炎;MS,多发性硬化症;SS,干燥综合征\n"))
    assert found == [("RA", "类风湿关节炎"), ("MS", "多发性硬化症"), ("SS", "干燥综合征")]


def test_running_text_decides_how_a_name_is_spelled(terms: Callable[[str], list[Fact]]) -> None:
    text = "RA,类风湿性关节炎;MS,多发性硬化症;SS,干燥综合征\n\n类风湿关节炎(RA)会损坏手指。\n"
    assert ("RA", "类风湿关节炎") in pairs(terms(text))
    assert ("RA", "类风湿性关节炎") not in pairs(terms(text))


def test_a_bracket_that_describes_is_a_definition(terms: Callable[[str], list[Fact]]) -> None:
    found = terms("细胞放出IL-10(一种平息炎症的分子)。")
    assert pairs(found, "definition") == [("IL-10", "一种平息炎症的分子")]


@pytest.mark.parametrize(
    ("text", "slot", "subject", "value"),
    [
        (
            "系统性红斑狼疮(SLE)是一种侵犯多个器官的慢性病。",
            "definition",
            "系统性红斑狼疮",
            "一种侵犯多个器官的慢性病",
        ),
        ("類風濕關節炎，又被稱為“晨僵之病”，很常見。", "alias", "類風濕關節炎", "晨僵之病"),
        (
            "炎症性肠病很难治，包括溃疡性结肠炎和克罗恩病。",
            "includes",
            "炎症性肠病",
            "溃疡性结肠炎和克罗恩病",
        ),
        (
            "Osteoarthritis is a slow disease of the joints.",
            "definition",
            "Osteoarthritis",
            "a slow disease of the joints",
        ),
        (
            "Liver cirrhosis, a late stage of many illnesses, refers to the scarring of liver tissue.",
            "definition",
            "Liver cirrhosis",
            "scarring of liver tissue",
        ),
    ],
)
def test_sentences_that_define(
    terms: Callable[[str], list[Fact]], text: str, slot: str, subject: str, value: str
) -> None:
    assert (subject, value) in pairs(terms(text), slot)


def test_a_promise_is_no_definition(terms: Callable[[str], list[Fact]]) -> None:
    assert pairs(terms("干细胞疗法是一种新兴的治疗手段，前景光明。"), "definition") == []


def test_a_brand_before_a_generic_name_is_not_its_long_form(terms: Callable[[str], list[Fact]]) -> None:
    assert terms("间充质干细胞疗法Ryoncil(remestemcel-L)获批。") == []


def test_what_cells_are_sold_as_is_no_short_form(terms: Callable[[str], list[Fact]]) -> None:
    assert not pairs(terms("患者接受4次异体骨髓间充质干细胞(Abcdefin)静脉输注。"))


def test_a_test_is_named_whole(terms: Callable[[str], list[Fact]]) -> None:
    assert ("ABT", "平衡评估测试") in pairs(terms("治疗后,平衡评估测试(ABT)评分升高。"))


def test_a_space_behind_the_bracket_does_not_hide_a_definition(terms: Callable[[str], list[Fact]]) -> None:
    found = {(f.subject, f.slot, f.value) for f in terms("银屑病 (PSO) 是另一种累及皮肤的自身免疫性疾病。")}
    assert ("银屑病", "definition", "一种累及皮肤的自身免疫性疾病") in found


@pytest.mark.parametrize(
    ("text", "short", "name"),
    [
        ("胚胎来源的神经干细胞(Embryonic Neural Stem Cells,eNSCs)可以移植。", "eNSCs", "胚胎来源的神经干细胞"),
        ("西安大略大学和麦克马斯特大学骨关节炎指数(WOMAC)下降。", "WOMAC", "西安大略大学和麦克马斯特大学骨关节炎指数"),
        ("MSC-derived extracellular vesicles (MSC-EVs) act on T cells.", "MSC-EVs", "MSC-derived extracellular vesicles"),
    ],
)  # fmt: skip
def test_a_long_form_is_whole(terms: Callable[[str], list[Fact]], text: str, short: str, name: str) -> None:
    assert (short, name) in {(f.subject, f.value) for f in terms(text) if f.slot == "expansion"}


@pytest.mark.parametrize(
    ("text", "short", "name"),
    [
        ("间质里堆积大量糖胺多糖(GAGS)。", "GAGS", "糖胺多糖"),
        ("酶使睾酮变成二氢睾酮(DHT)。", "DHT", "二氢睾酮"),
        ("學會建議叫「細胞外囊泡」(EV)。", "EV", "細胞外囊泡"),
        ("补体形成膜攻击复合物(MAC)。", "MAC", "膜攻击复合物"),
        ("送到细胞制备中心(CPC)培养。", "CPC", "细胞制备中心"),
        ("Mice with experimental autoimmune encephalomyelitis (EAE) improved.", "EAE", "experimental autoimmune encephalomyelitis"),
        ("血清抗双链DNA(dsDNA)抗体升高。", "dsDNA", "双链DNA"),
        ("術後12個月溫哥華疤痕量表(VSS)下降。", "VSS", "溫哥華疤痕量表"),
        ("病人服用tacrolimus、mycophenolate mofetil(MMF)。", "MMF", "mycophenolate mofetil"),
    ],
)  # fmt: skip
def test_a_name_begins_where_it_does(
    terms: Callable[[str], list[Fact]], text: str, short: str, name: str
) -> None:
    assert (short, name) in pairs(terms(text))


@pytest.mark.parametrize(
    "text",
    [
        "糖化终产物黏上巨噬细胞的受体(RAGE)。",  # a kind of thing
        "伤口涂生长因子凝胶(PDGF)后愈合。",  # what is in it
        "LimbaSheet(晶澄生技)已上市。",  # who sells it
        "里头老旧硫酸类软骨素类蛋白(CSP)很硬。",  # more words than its letters stand for
    ],
)
def test_what_is_no_name_of_it(terms: Callable[[str], list[Fact]], text: str) -> None:
    assert pairs(terms(text)) == []


def test_a_class_alone_defines_nothing(terms: Callable[[str], list[Fact]]) -> None:
    assert terms("肝硬化是一种常见的慢性肝脏疾病。") == []
    assert terms("银屑病是一种以皮肤为特点的慢性免疫疾病。") == []  # what happens there, is not told
    assert terms("Osteoarthritis is a common joint disease.") == []
    (fact,) = terms("Osteoarthritis is a joint disease that wears down cartilage.")
    assert fact.slot == "definition"


def test_a_bracket_in_a_name_makes_no_second_sense(terms: Callable[[str], list[Fact]]) -> None:
    text = (
        "Mesenchymal stem cells (MSCs) divide.\n\nMesenchymal stem (stromal) cells (MSCs) are found in fat."
    )
    assert {(f.value, f.context) for f in terms(text)} == {("Mesenchymal stem cells", "")}


def test_a_bracket_around_a_bracket_is_no_name(terms: Callable[[str], list[Fact]]) -> None:
    assert pairs(terms("(AA)(AA)")) == []


def test_several_names_of_one_thing_are_all_right(document_of: DocumentOf, lexicon: Lexicon) -> None:
    text = "卵巢早衰(POI)患者很多。\n\n另一些卵巢功能不全(POI)患者接受了治疗。\n"
    found = list(find_terms(document_of(text), lexicon))
    assert {(fact.value, fact.items) for fact in found} == {
        ("卵巢早衰或卵巢功能不全", ("卵巢早衰", "卵巢功能不全"))
    }


def test_a_short_form_of_two_known_things_is_two_terms(document_of: DocumentOf, lexicon: Lexicon) -> None:
    document = document_of("溃疡性结肠炎(UC)很难治。\n\n脐带(UC)很容易取得。\n")
    assert {fact.value for fact in find_terms(document, lexicon)} == {"溃疡性结肠炎", "脐带"}


def test_a_short_form_that_is_glossed_otherwise_is_no_term(document_of: DocumentOf, lexicon: Lexicon) -> None:
    document = document_of("溃疡性结肠炎(UC)很难治。\n\n脱落表皮(UC)很容易取得。\n")
    assert list(find_terms(document, lexicon)) == []
    assert len(find_glosses(document, lexicon)) == 2


def test_what_a_thing_is_measured_in_is_no_part_of_its_name(terms: Callable[[str], list[Fact]]) -> None:
    assert pairs(terms("治疗使血清促卵泡激素(FSH)水平降低。")) == [("FSH", "促卵泡激素")]


def test_a_name_torn_by_a_number_is_none(terms: Callable[[str], list[Fact]]) -> None:
    torn = "每克组织可获得5 000 个集落形成 单位(colony forming unit-fibroblast,CFU-F)。"
    assert pairs(terms(torn)) == []


def test_the_abstract_in_another_language_defines_nothing_here(terms: Callable[[str], list[Fact]]) -> None:
    told = "关节炎患者接受了间充质干细胞注射,疼痛减轻,功能也有所恢复。\n" * 3
    english = "Asthma is a major inflammatory disease of the airways.\n"
    assert pairs(terms(told + english), "definition") == []
    assert pairs(terms(english), "definition") != []


def test_a_definition_that_is_cut_at_a_comma_is_none(terms: Callable[[str], list[Fact]]) -> None:
    assert pairs(terms("干细胞是一种具有自我更新,高度增殖,多向分化潜能的细胞。"), "definition") == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("去年確診自閉症類群障礙（ASD）。", "自閉症類群障礙"),
        ("B超可见子宫动脉阻力指数（UARI）下降。", "子宫动脉阻力指数"),
    ],
)
def test_how_something_was_found_is_no_part_of_its_name(
    terms: Callable[[str], list[Fact]], text: str, name: str
) -> None:
    assert [value for _, value in pairs(terms(text))] == [name]


@pytest.mark.parametrize("text", ["覆新皮 DermaCover（永泰再生）已上市。", "把大塊輪部組織移過去（CLAU）。"])
def test_a_maker_and_a_deed_are_no_names(terms: Callable[[str], list[Fact]], text: str) -> None:
    assert not pairs(terms(text))


def test_another_name_is_that_of_a_thing_of_its_kind(terms: Callable[[str], list[Fact]]) -> None:
    facts = terms("IL-6几乎测不到——这就是类风湿关节炎的缓解期，俗称“股骨头坏死”。")
    assert not pairs(facts, "alias")
