"""A study of a product with a name of its own is known by that, though no disease is told."""

from __future__ import annotations

from sctui.decks.study_label import StudyNames
from sctui.decks.study_marks import is_coined
from sctui.lexicon.lexicon import Lexicon
from sctui.model.document import Span
from sctui.model.fact import Slot, Study
from sctui.model.language import Language


def _study(**slots: str) -> Study:
    return Study("study-1", tuple(Slot(name, value, Span(1, 0, 0)) for name, value in slots.items()))


def test_a_products_own_name_is_one(lexicon: Lexicon) -> None:
    assert is_coined("zimislecel", lexicon)
    assert not is_coined("umbilical cord MSCs", lexicon)


def test_a_study_is_named_by_its_product_and_phase(lexicon: Lexicon) -> None:
    named = _study(kind="trial", cell_source="zimislecel", phase="phase I/II")
    names = StudyNames([named], Language.ENGLISH, lexicon)
    assert names.label(named) == "the phase I/II trial of zimislecel"


def test_a_study_of_any_cells_is_not(lexicon: Lexicon) -> None:
    nameless = _study(kind="trial", cell_source="umbilical cord MSCs", phase="phase I/II")
    assert not StudyNames([nameless], Language.ENGLISH, lexicon).label(nameless)
