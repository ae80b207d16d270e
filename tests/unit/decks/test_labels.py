"""The label of a structured abstract is no part of what is asked."""

from dataclasses import replace

import pytest

from sctui.decks.labels import without_label
from sctui.model.fact import FactKind
from tests.unit.decks.test_generate import document, fact


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Conclusion: exosomes may reduce scars", "exosomes may reduce scars"),
        ("Materials and methods: exosomes were given", "exosomes were given"),
        ("结果：外泌体减少瘢痕", "外泌体减少瘢痕"),
        ("【结论】外泌体减少瘢痕", "外泌体减少瘢痕"),
        ("结果显示外泌体减少瘢痕", "结果显示外泌体减少瘢痕"),
    ],
)
def test_evidence_begins_behind_the_label(text: str, said: str) -> None:
    page = document(text)
    found = without_label(fact(page, text[-2:]), page)
    assert page.text(found.evidence) == said


def test_an_answer_in_the_label_keeps_it() -> None:
    page = document("结果：外泌体减少瘢痕")
    asked = fact(page, "结果")
    assert without_label(asked, page) is asked


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("环境因素：吸烟人群的患病率约为8%", "吸烟人群的患病率约为8%"),
        ("患病率：成人约为8%", "患病率：成人约为8%"),  # what was measured
    ],
)
def test_a_figure_is_asked_without_the_label_of_its_paragraph(text: str, said: str) -> None:
    page = document(text)
    found = without_label(replace(fact(page, "8%"), kind=FactKind.FIGURE), page)
    assert page.text(found.evidence) == said
