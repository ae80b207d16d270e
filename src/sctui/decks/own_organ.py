"""The organs of the diseases that a text names: that they are meant is guessed."""

from __future__ import annotations

from sctui.lexicon.lexicon import Lexicon
from sctui.lexicon.term import TermKind


def organ_areas(organ: str, lexicon: Lexicon) -> set[str]:
    """The areas of medicine that an organ (match view) is of; none for what is no organ."""
    return set(lexicon.words.attributes("organ", organ, "area"))


def disease_areas(text: str, lexicon: Lexicon) -> set[str]:
    """Those of the diseases that a text names, with "" for one of no area."""
    return {found.term.attributes.get("area", "") for found in lexicon.of(TermKind.DISEASE).mentions(text)}


def is_own_organ(organ: str, text: str, lexicon: Lexicon) -> bool:
    """Whether an organ (match view) is that of a disease which a text names (the islets, of diabetes)."""
    return bool(organ_areas(organ, lexicon) & disease_areas(text, lexicon))
