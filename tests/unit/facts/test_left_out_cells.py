"""Tables of other makes, and what of a table is nothing to learn."""

from collections.abc import Callable

import pytest

from sctui.facts.comparisons.table import tables
from sctui.facts.comparisons.table_facts import find_table_facts
from sctui.lexicon.lexicon import Lexicon
from sctui.model.document import Document
from sctui.model.fact import Fact
from sctui.outline.build import build_outline

Cells = Callable[[str], list[Fact]]


@pytest.fixture
def cells(document_of: Callable[[str], Document], lexicon: Lexicon) -> Cells:
    def find(text: str) -> list[Fact]:
        document = document_of(text)
        facts = list(find_table_facts(document, build_outline(document), lexicon))
        return [fact for fact in facts if fact.slot not in {"cell-sign", "cell-unasked", "cell-dated"}]

    return find


DRAWN = """缺血性中风的细胞治疗

┌ 项目 ┬ 静脉输注 ┬ 立体定位植入 ┐
时机     急性   慢性
侵入性   低   高
主要疑虑   肺部滞留   出血
└────┴────┴────┘
"""
SLASHES = """慢性中风的细胞治疗

方法 / 途径 / 短板
富血小板血浆(PRP)/ 静脉 / 作用短,各家制备不一
脐带MSC / 鞘内 / 仅限研究
骨髓MSC / 静脉 / 取材有创
"""


SEMICOLONS = """Choices in stroke

Treatment; Works on; Main risk
Levodopa; dopamine supply; dyskinesia
MSC infusion; inflammation; fever
iPSC graft; dopamine supply; overgrowth
"""


@pytest.mark.parametrize(
    ("text", "head"),
    [
        (DRAWN, ["项目", "静脉输注", "立体定位植入"]),
        (SLASHES, ["方法", "途径", "短板"]),
        (SEMICOLONS, ["Treatment", "Works on", "Main risk"]),
    ],
)
def test_a_drawn_head_and_a_slash_behind_a_bracket_cut_cells(
    document_of: Callable[[str], Document], text: str, head: list[str]
) -> None:
    (table,) = tables(document_of(text).lines)
    assert [cell.text for cell in table.header] == head
    assert len(table.rows) == len(head)


ROUTES = "| 途径 | 缺点 |\n|---|---|\n| 静脉输注 | 首过截留 |\n| 鞘内注射 | 头痛 |\n"


def test_a_way_is_asked_for_what_goes_that_way(cells: Cells) -> None:
    assert {fact.context for fact in cells(f"# 中风的细胞治疗\n\n{ROUTES}")} == {"中风"}
    titled = cells(f"# 肝硬化\n\n表2 不同途径MSC移植的比较\n\n{ROUTES}")
    assert {fact.context for fact in titled} == {"不同途径MSC移植的比较"}
    assert not cells(f"# 用药方式\n\n{ROUTES}")


@pytest.mark.parametrize("heading", ["我们的“安心”三步方案", "项目套餐", "Our treatment packages"])
def test_what_a_page_sells_is_no_knowledge(cells: Cells, heading: str) -> None:
    rows = "| 项目 | 脐带MSC | 骨髓MSC |\n|---|---|---|\n| 主要风险 | 发热 | 感染 |\n"
    assert cells(f"# 银屑病\n\n## 比较\n\n{rows}")
    assert not cells(f"# 银屑病\n\n## {heading}\n\n{rows}")


def test_packages_with_their_prices_are_an_offer(cells: Cells) -> None:
    table = "| 套餐 | 细胞数 | 价格 | 适合 |\n|---|---|---|---|\n| 标准 | 1亿 | 9.8万 | 脂肪肝 |\n| 尊享 | 3亿 | 26万 | 肝硬化 |\n"
    assert not cells(f"# 肝硬化\n\n{table}")


def test_what_most_rows_say_tells_none_apart(cells: Cells) -> None:
    rows = "".join(
        f"| {name}MSC | 液氮 | {how} |\n" for name, how in (("脐带", "快"), ("骨髓", "慢"), ("脂肪", "中"))
    )
    facts = cells(
        f"# 银屑病\n\n| 来源 | 保存方式 | 增殖速度 |\n|---|---|---|\n{rows}| 羊膜MSC | 冻干 | 快 |\n"
    )
    assert {fact.value for fact in facts} == {"冻干", "快", "慢", "中"}


@pytest.mark.parametrize("cell", ["(资料少)", "尚無資料", "证据不一", "not shown", "No data", "unclear"])
def test_a_cell_that_says_that_nothing_is_known_is_empty(cells: Cells, cell: str) -> None:
    facts = cells(f"# 银屑病\n\n| 来源 | 优点 |\n|---|---|\n| 脐带MSC | {cell} |\n| 骨髓MSC | 易得 |\n")
    assert {fact.value for fact in facts} == {"易得"}


def test_treatments_of_a_disease_that_nothing_names_are_not_compared(cells: Cells) -> None:
    table = "| 方法 | 短板 |\n|---|---|\n| 脐带MSC | 仅限研究 |\n| 大剂量雌激素 | 血栓 |\n"
    assert not cells(f"# 同别的办法比\n\n{table}")
    assert {fact.context for fact in cells(f"# 卵巢早衰\n\n{table}")} == {"卵巢早衰"}


def test_cells_of_a_row_are_called_as_they_are(cells: Cells) -> None:
    table = "| 细胞 | 成腱能力 |\n|---|---|\n| 骨髓MSC | 中 |\n| 皮肤成纤维细胞 | 弱 |\n"
    assert {fact.subject for fact in cells(f"# 肌腱病\n\n{table}")} == {"骨髓MSC", "皮肤成纤维细胞"}


def test_who_made_a_page_is_no_table(cells: Cells) -> None:
    assert not cells("# 银屑病\n\n来源 | 皮肤前线\n编译 | 段清\n审校 | 袁野\n")
    assert not cells("# 银屑病\n\n| 标题 | 内容 |\n|---|---|\n| 作者 | 沈一 |\n| 年份 | 2024 |\n")


def test_what_was_seen_in_animals_is_told_as_such(cells: Cells) -> None:
    rows = "| 来源 | 主要风险 |\n|---|---|\n| 脐带MSC | 栓塞 |\n| 骨髓MSC | 出血 |\n"
    assert {fact.flags for fact in cells(f"# 银屑病\n\n以下结果仅见于动物研究\n{rows}")} == {("preclinical",)}
    assert {fact.flags for fact in cells(f"# 银屑病\n\n以下结果来自随访\n{rows}")} == {()}


@pytest.mark.parametrize(
    ("headings", "context"),
    [
        (("肝脏为什么会变硬", "脐带MSC与腹水", "不同来源比一比"), ""),  # a complication
        (("银屑病为什么会复发", "机制", "不同来源比一比"), "银屑病"),
    ],
)
def test_a_table_is_framed_by_what_the_page_is_on(
    cells: Cells, headings: tuple[str, ...], context: str
) -> None:
    rows = "| 来源 | 主要短板 |\n|---|---|\n| 骨髓 | 取材有创 |\n| 脐带 | 异体 |\n"
    text = "\n\n".join(f"## {heading}\n\n肝硬化和银屑病都用得上细胞。" for heading in headings)
    assert {fact.context for fact in cells(f"{text}\n\n{rows}")} <= {context, headings[-1]}


def test_a_product_is_asked_for_what_it_is_for(cells: Cells) -> None:
    table = "| 产品 | 适应症 |\n|---|---|\n| Oralux(甲公司) | 双眼缺损 |\n| MesoMist 脐带MSC | 深二度烧伤 |\n"
    assert {fact.value for fact in cells(f"# 产品比较\n\n{table}")} == {"双眼缺损", "深二度烧伤"}
