"""What the cells of a table are asked as: by their heads, in which disease, and which of them not at all."""

from collections.abc import Callable

import pytest

from sctui.facts.comparisons import find_comparisons
from sctui.lexicon.lexicon import Lexicon
from sctui.model.document import Document
from sctui.model.fact import Fact
from sctui.outline.build import build_outline

Facts = Callable[[str], list[Fact]]


@pytest.fixture
def compared(document_of: Callable[[str], Document], lexicon: Lexicon) -> Facts:
    def find(text: str) -> list[Fact]:
        document = document_of(text)
        return list(find_comparisons(document, build_outline(document), lexicon))

    return find


def table(title: str, *rows: str) -> str:
    """A document with this heading and a table of these rows; `/` stands between their cells."""
    head, *body = (f"| {row.replace('/', ' | ')} |" for row in rows)
    rule = f"|{'---|' * rows[0].count('/')}---|"
    return "\n".join((f"# {title}", "", head, rule, *body, ""))


HEADS_ZH = (
    ("年龄", "18–60岁", "cell-age"),
    ("适合的年龄", "18–60岁", "cell-age"),
    ("适合缺损", "2–9 cm²", "cell-fits"),
    ("适合分期", "Ⅰ-Ⅱ期", "cell"),
    ("负重", "6–8周", "cell-until"),
    ("下地时间", "3天", "cell-until"),
    ("长出来的组织", "类透明软骨", "cell-comes"),
    ("见效时间", "2-3个月", "cell-onset"),
    ("维持时间", "约1年", "cell-lasting"),
    ("现有证据", "两项随机试验", "cell-evidence"),
    ("疼痛", "半年后减轻", "cell-effect"),
    ("妊娠", "临床妊娠率三成", "cell-outcome"),
    ("怎么收集", "机器分离", "cell-asks"),
    ("平均增厚", "约0.9mm", "cell-number"),
    # what no card asks
    ("维持时间", "停药反弹", "cell-unasked"),
    ("参考费用", "医保可报", "cell-dated"),
    ("商品/举例".replace("/", "、"), "润膝平", "cell-unasked"),
    ("抗排异药", "通常不需要", "cell-sign"),
    ("抗排异药", "要（目前）", "cell-sign"),
    ("优点", "简单", "cell-unasked"),
    ("主要风险", "更高", "cell-unasked"),
    ("现有证据", "常规治疗", "cell-unasked"),
)


@pytest.mark.parametrize(("head", "cell", "slot"), HEADS_ZH)
def test_a_head_in_chinese_says_how_its_cells_are_asked(
    head: str, cell: str, slot: str, compared: Facts
) -> None:
    text = table("膝骨关节炎的细胞治疗", f"来源/{head}", f"脐带间充质干细胞/{cell}")
    assert [fact.slot for fact in compared(text)] == [slot]


HEADS_EN = (
    ("Age", "18 years and over", "cell-age"),
    ("Cells/knee", "10 million", "cell-per"),
    ("Pain", "less at one year", "cell-effect"),
    ("Structure", "thickness ↑", "cell-effect"),
    ("Secondary infection", "not raised", "cell-effect"),
    ("Evidence", "one RCT", "cell-evidence"),
    ("Controlled trials", "two, both negative", "cell-evidence"),
    ("Healing reported", "half at one year", "cell-with"),
    ("Best candidate", "the young", "cell-suited"),
    ("Weight bearing", "6 weeks", "cell-until"),
    ("Target", "macrophages", "cell"),
    # what no card asks
    ("Evidence", "standard care", "cell-unasked"),
    ("Clot risk", "higher", "cell-unasked"),
    ("Clot risk", "Tissue factor: low", "cell-unasked"),
    ("Pain", "= saline", "cell-unasked"),
    ("Pain", "better, motion lost", "cell-unasked"),
    ("Cost", "free", "cell-dated"),
    ("Immunosuppression", "usually not needed", "cell-sign"),
)


@pytest.mark.parametrize(("head", "cell", "slot"), HEADS_EN)
def test_a_head_in_english_says_how_its_cells_are_asked(
    head: str, cell: str, slot: str, compared: Facts
) -> None:
    text = table("Cell therapy for knee osteoarthritis", f"Source;{head}".replace(";", "/", 1), "x/y")
    text = text.replace("| x | y |", f"| Umbilical cord MSCs | {cell} |")
    text = text.replace("| Source | Cells | knee |", "| Source | Cells/knee |").replace(
        "|---|---|---|", "|---|---|"
    )
    assert [fact.slot for fact in compared(text)] == [slot]


@pytest.mark.parametrize(
    "cell", ["同左", "同上,另有畸胎瘤", "see text", "variable", "不一定", "small series", "not measured"]
)
def test_a_cell_that_tells_nothing_is_no_fact(cell: str, compared: Facts) -> None:
    text = table("膝骨关节炎的细胞治疗", "来源/主要风险", f"脐带间充质干细胞/{cell}")
    assert compared(text) == []


def test_words_among_figures_are_of_another_kind(compared: Facts) -> None:
    text = table(
        "肝硬化的细胞治疗", "细胞/存活率", "骨髓MSC/58%", "脐带MSC/约70%", "脂肪MSC/61.5%", "胎盘MSC/尚在随访"
    )
    assert [fact.subject for fact in compared(text)] == ["骨髓MSC", "脐带MSC", "脂肪MSC"]


WAYS = (
    ("脑卒中的干细胞治疗", "方法/主要疑虑", "静脉输注/肺部滞留", "静脉输注干细胞"),
    ("腦中風的幹細胞治療", "方法/主要疑慮", "動脈內注射/微血管栓塞", "動脈內注射幹細胞"),
    ("肝硬化的干细胞治疗", "途径/缺点", "肝动脉/需要介入", "经肝动脉输注干细胞"),
    ("脑卒中的干细胞治疗", "时机/主要作用", "急性期(1周内)/抑制炎症", "急性期(1周内)干细胞治疗"),
    ("Stem cells in stroke", "Route/Main risk", "Intravenous/lung trapping", "intravenous stem cells"),
)


@pytest.mark.parametrize(("title", "head", "row", "subject"), WAYS)
def test_a_way_to_give_cells_is_asked_with_what_goes_that_way(
    title: str, head: str, row: str, subject: str, compared: Facts
) -> None:
    (fact,) = compared(table(title, head, row))
    assert fact.subject == subject
    assert fact.context


def test_a_drug_given_by_mouth_is_no_way_to_give_cells(compared: Facts) -> None:
    text = table("糖尿病的细胞治疗", "项目/口服药、胰岛素/脐带MSC", "常见副作用/低血糖/发热、乏力")
    assert [fact.subject for fact in compared(text)] == ["口服药、胰岛素", "脐带MSC"]


def test_how_invasive_an_operation_is_can_be_guessed(compared: Facts) -> None:
    text = table("股骨头坏死的细胞治疗", "方法/侵入性/不足", "髓芯减压/小/效果差", "脐带MSC/小/要培养")
    assert [(fact.subject, fact.measure) for fact in compared(text)] == [
        ("髓芯减压", "不足"),
        ("脐带MSC", "侵入性"),
        ("脐带MSC", "不足"),
    ]


@pytest.mark.parametrize(
    ("title", "disease"),
    [
        ("为什么用干细胞治疗银屑病和特应性皮炎", "银屑病和特应性皮炎"),
        ("Cells for perianal fistulas in Crohn's disease", "perianal fistulas in Crohn's disease"),
        ("Cells approved for multiple sclerosis; stroke deferred", "multiple sclerosis"),
    ],
)
def test_a_title_of_two_diseases(title: str, disease: str, compared: Facts) -> None:
    text = table(title, "Option/Drawbacks", "MSC/fever, headache", "Infliximab/infections, allergy")
    assert {fact.context for fact in compared(text)} == {disease}


def test_the_line_above_a_table_says_of_which_disease_it_is(compared: Facts) -> None:
    rows = (
        "| Option | Drawbacks |\n|---|---|\n| MSC | fever, headache |\n| Infliximab | infections, allergy |"
    )
    text = f"# Cells for stroke, Crohn's disease. More inside\n\nFor stroke there is more to choose from:\n{rows}\n"
    assert {fact.context for fact in compared(text)} == {"stroke"}


def test_rows_with_diseases_of_their_own_are_asked_in_none(compared: Facts) -> None:
    text = table("银屑病的细胞治疗", "产品/适应症/途径", "Cardiolune/心力衰竭/心肌内", "脐带MSC/银屑病/静脉")
    assert {fact.context for fact in compared(text)} <= {"", "银屑病的细胞治疗"}


@pytest.mark.parametrize(
    ("corner", "head"), [("项目", "最好的证据/费用"), ("方案", "证据/不足"), ("名称", "证据/适用GVHD")]
)
def test_heads_that_are_attributes_run_across_whatever_the_corner(
    corner: str, head: str, compared: Facts
) -> None:
    text = table(
        "孤独症的细胞治疗",
        f"{corner}/{head}",
        "脐带血输注/一项试验,阴性/每次不少",
        "高压氧/没有试验/每次很多",
    )
    assert {fact.subject for fact in compared(text)} == {"脐带血输注", "高压氧"}


def test_what_was_seen_in_animals_alone_is_told_so(compared: Facts) -> None:
    text = table(
        "Cells for stroke", "Cells/Evidence/Route", "MSC/two RCTs/IV", "iPSC/animals only/intracerebral"
    )
    assert {fact.subject: fact.flags for fact in compared(text)} == {"MSC": (), "iPSC": ("preclinical",)}


def test_patients_are_asked_for_what_they_had(compared: Facts) -> None:
    text = table(
        "Stem cells in HIV", "Name/Disease/GVHD", "Oslo patient/leukaemia/mild", "Riga patient/lymphoma/none"
    )
    told = {(fact.subject, fact.measure, fact.slot) for fact in compared(text)}
    assert ("Oslo patient", "Disease", "cell-person") in told
    assert {subject for subject, _, _ in told} == {"Oslo patient", "Riga patient"}


def test_marks_and_numbers_are_no_part_of_a_head(compared: Facts) -> None:
    text = table(
        "膝骨关节炎的细胞治疗", "疗法/**脐带MSC**/**PRP**", "1. 起效/1~3个月/2周", "2. 不足/需冷链/易复发"
    )
    told = {(fact.subject, fact.measure, fact.slot) for fact in compared(text)}
    assert ("脐带MSC", "起效", "cell-onset") in told
    assert ("PRP", "不足", "cell") in told


def test_diseases_that_stand_side_by_side_are_one_field(compared: Facts) -> None:
    text = table("克罗恩病肛瘘的治疗选择", "方法/主要风险", "脂肪干细胞/局部疼痛", "英夫利昔单抗/感染")
    assert {fact.context for fact in compared(text)} == {"克罗恩病肛瘘"}


def test_what_a_product_is_good_at_is_asked_in_its_disease(compared: Facts) -> None:
    text = table("烧伤的细胞治疗", "产品/保存温度", "冷冻羊膜/-80℃", "KeraShield/常温")
    assert {fact.context for fact in compared(text)} == {"烧伤"}
