from collections.abc import Callable

from sctui.facts.extract import extract_facts
from sctui.lexicon.lexicon import Lexicon
from sctui.model.document import Document
from sctui.model.fact import FactKind
from sctui.outline.build import build_outline

PAGE = """干细胞治疗关节炎

间充质干细胞(MSCs)能分泌IL-10,抑制滑膜炎症。间充质干细胞(MSCs)能分泌IL-10,抑制滑膜炎症。

| 细胞 | 来源 |
|---|---|
| 间充质干细胞 | 骨髓 |
"""


def test_kinds_come_together_in_the_order_of_the_lines(
    document_of: Callable[[str], Document], lexicon: Lexicon
) -> None:
    document = document_of(PAGE)
    facts = extract_facts(document, build_outline(document), lexicon)
    assert {fact.kind for fact in facts} >= {FactKind.TERM, FactKind.MECHANISM, FactKind.COMPARISON}
    lines = [fact.evidence.line for fact in facts]
    assert lines == sorted(lines)


def test_what_is_said_twice_on_a_line_is_one_fact(
    document_of: Callable[[str], Document], lexicon: Lexicon
) -> None:
    document = document_of(PAGE)
    facts = extract_facts(document, build_outline(document), lexicon)
    keys = [
        (fact.kind, fact.slot, fact.evidence.line, fact.subject, fact.measure, fact.value) for fact in facts
    ]
    assert len(keys) == len(set(keys))
    assert sum(fact.slot == "secretes" for fact in facts) == 1


def test_a_studys_result_is_not_told_again_as_a_mechanism(
    document_of: Callable[[str], Document], lexicon: Lexicon
) -> None:
    text = "2019年的一项临床研究用间充质干细胞治疗40名类风湿关节炎患者,间充质干细胞移植减轻了滑膜炎症。\n"
    document = document_of(text)
    facts = extract_facts(document, build_outline(document), lexicon)
    assert [fact.kind for fact in facts if "滑膜炎症" in fact.value] == [FactKind.TRIAL]
