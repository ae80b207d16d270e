"""Headings with a line below them."""

from collections.abc import Callable

import pytest

from sctui.model.document import Document
from sctui.outline.build import build_outline
from sctui.text.underlined import underlined

BODY = "Mucus becomes viscous, and neutrophils release elastase, which destroys the wall of the airways."


def test_levels_in_the_outline(document_of: Callable[[str], Document]) -> None:
    text = f"Cystic fibrosis\n===============\n\nBackground\n----------\n\n{BODY}\n\nTrials\n------\n\n### First\n\n{BODY[6:]}\n"
    tree = build_outline(document_of(text))
    (title,) = tree.children
    assert [title.title, *(topic.title for topic in title.children)] == [
        "Cystic fibrosis",
        "Background",
        "Trials",
    ]
    assert [topic.title for topic in title.children[1].children] == ["First"]


@pytest.mark.parametrize(
    "text",
    [
        "Title\n=====\n\nThe text.",  # one alone may be a title above a rule
        f"{BODY}\n-----\n\n{BODY}\n-----\n",
        "a line\ngoes on\n-----\n\nanother\ngoes on\n-----\n",
        "- an item\n-----\n\n1. another\n-----\n",
        "| a | b |\n--------\n\n-----\n-----\n",
        "---\ntitle: x\n---\n\nTitle\n-----\n",
    ],
)
def test_rules_that_mark_no_heading(text: str) -> None:
    assert underlined(text.split("\n")) == {}
