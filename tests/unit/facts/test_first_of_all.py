"""What alone serves, what speaks for or against a thing, and what is set above another."""

from collections.abc import Callable

import pytest

from sctui.facts.comparisons import find_comparisons
from sctui.lexicon.lexicon import Lexicon
from sctui.model.document import Document
from sctui.outline.build import build_outline

Told = Callable[[str], set[tuple[str, str, str]]]


@pytest.fixture
def told(document_of: Callable[[str], Document], lexicon: Lexicon) -> Told:
    """Slot, subject or measure, and value of what a text compares."""

    def facts(text: str) -> set[tuple[str, str, str]]:
        document = document_of(text)
        found = list(find_comparisons(document, build_outline(document), lexicon))
        for fact in found:
            assert fact.answer is not None
            assert document.text(fact.answer) == fact.value
        return {(fact.slot, fact.subject, fact.value) for fact in found}

    return facts


@pytest.mark.parametrize(
    ("text", "measure", "value"),
    [
        ("造血干细胞移植是目前唯一能够治愈地中海贫血的方法。", "目前唯一能够治愈地中海贫血的方法", "造血干细胞移植"),
        ("人工關節置換是晚期膝骨關節炎的唯一有效手段。", "晚期膝骨關節炎的唯一有效手段", "人工關節置換"),
        ("真正能治愈重型再生障碍性贫血的,只有造血干细胞移植。",
         "目前真正能治愈重型再生障碍性贫血的方法", "造血干细胞移植"),
        ("Liver transplantation is the only cure for decompensated cirrhosis.",
         "the only cure for decompensated cirrhosis", "Liver transplantation"),
        ("The only curative option for sickle cell disease is a stem cell transplant.",
         "the only curative option for sickle cell disease", "stem cell transplant"),
    ],
)  # fmt: skip
def test_what_alone_serves(told: Told, text: str, measure: str, value: str) -> None:
    assert ("most", measure, value) in told(text)


@pytest.mark.parametrize(
    "text",
    [
        "它是唯一能治愈地中海贫血的方法。",
        "坚持是治愈糖尿病的唯一出路。",
        "This is the only cure for cirrhosis.",
        "Hope is the only thing for patients in despair.",
    ],
)
def test_what_points_elsewhere_or_is_vague_is_not_it(told: Told, text: str) -> None:
    assert not [one for one in told(text) if one[0] == "most"]


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        ("自体移植的主要优点是没有排斥反应。", ("advantages", "自体移植", "没有排斥反应")),
        ("The main advantage of autologous transplants is that there is no risk of rejection.",
         ("advantages", "autologous transplants", "there is no risk of rejection")),
        ("A drawback of autologous transplants is a higher risk of relapse.",
         ("drawbacks", "autologous transplants", "a higher risk of relapse")),
        ("脐带间充质干细胞比骨髓间充质干细胞增殖更快。", ("outcome", "脐带间充质干细胞", "更快")),
        ("脂肪间充质干细胞比骨髓间充质干细胞更容易获取。", ("outcome", "脂肪间充质干细胞", "更容易获取")),
        ("骨髓间充质干细胞成骨能力强。", ("cell-degree", "骨髓间充质干细胞", "强")),
    ],
)  # fmt: skip
def test_what_speaks_for_and_against_a_thing(told: Told, text: str, fact: tuple[str, str, str]) -> None:
    assert fact in told(text)


@pytest.mark.parametrize(
    "text", ["今年比去年更容易获取资助。", "脐带间充质干细胞比骨髓间充质干细胞更受欢迎。"]
)
def test_what_is_no_comparison_in_an_attribute(told: Told, text: str) -> None:
    assert not told(text)
