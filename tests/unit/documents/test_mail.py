"""A mail that was saved as text."""

from collections.abc import Callable

import pytest

from sctui.model.document import Document, LineKind
from sctui.outline.build import build_outline

Read = Callable[[str], Document]
BODY = "间充质干细胞可以分泌多种生长因子,从而改善组织的血液供应,并在炎症部位发挥免疫调节作用。"


@pytest.mark.parametrize(
    ("head", "title"),
    [
        (
            "From: A <a@example.org>\nDate: Tue, 4 Jun 2024\nSubject: [RMD] Re: cells for dry eye",
            "cells for dry eye",
        ),
        (
            "发件人：林某某\n发送时间：2024年6月4日\n收件人：读书会\n主题：回复：干眼症的细胞治疗",
            "干眼症的细胞治疗",
        ),
    ],
)
def test_the_subject_is_the_title(document_of: Read, head: str, title: str) -> None:
    document = document_of(f"{head}\n\n背景\n\n{BODY}\n")
    fields = [line.kind for line in document.lines if line.number <= head.count("\n") + 1]
    assert set(fields) == {LineKind.BYLINE}
    tree = build_outline(document)
    assert [topic.title for topic in tree.walk()] == [title, "背景"]


def test_one_label_is_no_head_of_a_mail(document_of: Read) -> None:
    assert "title" not in document_of(f"主题:干眼症的细胞治疗有哪些进展\n\n{BODY}\n").metadata
