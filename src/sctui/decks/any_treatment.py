"""Treatments whose name tells nothing: what any study of the field gave (`干细胞治疗`), or a kind alone."""

from __future__ import annotations

from sctui.lexicon.lexicon import Lexicon
from sctui.lexicon.words import Words
from sctui.model.fact import Fact
from sctui.text.match_view import match_view

_DONE = r"(?:<:giving.zh>|治疗|疗法|输注|注射)*(?: (?:<:giving.en>|therapy|treatment|infusion))?"
_ANY = rf"<:any>{_DONE}"
_OF_A_KIND = rf"<:common>{_DONE}"


def is_any_treatment(treatment: Fact, lexicon: Lexicon | None) -> bool:
    """Whether all that a treatment is told to be is one of the field."""
    return _is(_ANY, treatment, lexicon)


def is_of_a_kind(treatment: Fact, lexicon: Lexicon | None) -> bool:
    """Whether a treatment is told by its kind alone: of nobody in particular, from nowhere."""
    return _is(_OF_A_KIND, treatment, lexicon)


def _is(written: str, treatment: Fact, lexicon: Lexicon | None) -> bool:
    value = match_view(treatment.value.strip())
    return lexicon is not None and bool(lexicon.words.pattern(written).fullmatch(value))


def is_any_product(product: str, words: Words) -> bool:
    """Whether a product is told by no more than that it is one of the field (`干细胞疗法`)."""
    return bool(words.pattern(_ANY).fullmatch(match_view(product)))
