"""A record with other values is the one that the standard library makes."""

import dataclasses

import pytest

from sctui.model.card import CardKind, Note, Source
from sctui.model.document import Document, LineKind, Lines, Span
from sctui.model.fact import Fact, FactKind, Slot, Study
from sctui.model.language import Language
from sctui.model.replacing import replace

SPAN = Span(1, 0, 3)
FACT = Fact(FactKind.TRIAL, "n", "", "81", SPAN, study=Study("a", (Slot("n", "81", SPAN),)))
NOTE = Note("a", CardKind.TRIAL, ("b",), "c?", "d", sources=(Source("e.md", 1, "d"),))
DOCUMENT = Document("a.md", "", Language.ENGLISH, Lines(["a"], [LineKind.PARAGRAPH]))


def test_it_is_what_the_standard_library_makes() -> None:
    assert replace(FACT, value="80", flags=("derived",)) == dataclasses.replace(
        FACT, value="80", flags=("derived",)
    )
    assert replace(NOTE, id="f") == dataclasses.replace(NOTE, id="f") != NOTE
    assert replace(NOTE) == NOTE


def test_what_is_worked_out_of_the_values_is_worked_out_anew() -> None:
    study = Study("a", (Slot("n", "81", SPAN), Slot("n", "9", SPAN)))
    assert study.get("n") == "81"
    assert replace(study, slots=study.slots[1:]).get("n") == "9"
    assert replace(DOCUMENT, name="b.md") == dataclasses.replace(DOCUMENT, name="b.md")


def test_a_field_that_is_none_is_refused() -> None:
    with pytest.raises(TypeError):
        replace(NOTE, nothing="")  # type: ignore[call-arg]  # as mypy says too
