"""Values told one by one, and what is nobody's by name."""

from collections.abc import Callable

import pytest

from sctui.facts.trials import find_trials
from sctui.facts.trials.telling import read_telling
from sctui.lexicon.lexicon import Lexicon
from sctui.model.document import Document
from sctui.model.fact import Fact
from sctui.outline.build import build_outline
from tests.unit.facts.mechanism_claims import values

Find = Callable[[str], list[Fact]]
TRIAL = "2021年,一项研究用脐带间充质干细胞治疗60名心力衰竭患者。"


@pytest.fixture
def find(document_of: Callable[[str], Document], lexicon: Lexicon) -> Find:
    """The trial facts of a text."""

    def facts(text: str) -> list[Fact]:
        document = document_of(text)
        tree = build_outline(document)
        return list(find_trials(read_telling(document, tree, lexicon), document, tree, lexicon))

    return facts


@pytest.mark.parametrize(
    ("told", "figures"),
    [
        ("甲組和乙組的緩解率分別為40%和20%。", {("甲組的緩解率", "40%"), ("乙組的緩解率", "20%")}),
        ("1年和3年生存率分别为90%和75%。", {("1年生存率", "90%"), ("3年生存率", "75%")}),
        ("缓解率和复发率分别为40%和8%。", {("缓解率", "40%"), ("复发率", "8%")}),
        ("妊娠率和活产率分别提高了12%和9%。", {("妊娠率提高了", "12%"), ("活产率提高了", "9%")}),
        ("兩組患者的緩解率分別為40%和20%。", set()),
        ("缓解率分别为40%和20%。", set()),
    ],
)
def test_of_values_told_one_by_one_each_is_of_its_own(
    find: Find, told: str, figures: set[tuple[str, str]]
) -> None:
    found = [fact for fact in find(TRIAL + told + "\n") if fact.slot in {"outcome", "change", "share"}]
    assert {(fact.measure, fact.value) for fact in found} == figures


def test_so_many_of_each_group_are_not_so_many_of_all(find: Find) -> None:
    assert "2例患者" not in values(find(TRIAL + "两组各有2例患者停用利尿剂。\n"), "count")


def test_what_may_cause_harm_is_a_name(find: Find) -> None:
    facts = find("# 風險\n\n不潔的環境風險很高,甚至可能導致嚴重感染。\n")
    assert values(facts, "hazard") == []


def test_what_was_seen_is_told_in_its_own_clause(find: Find) -> None:
    facts = find(TRIAL + "目前观察到的严重副作用发生率极低。\n")
    assert values(facts, "adverse") == []
