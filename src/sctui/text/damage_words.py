"""What is wrong with damaged places, in words: their kinds as rules and flags of cards name them."""

from __future__ import annotations

from sctui.i18n import N_, _

_KINDS = {
    "lost-bytes": N_("lost bytes"),
    "lost-exponent": N_("lost exponent"),
    "flattened-exponent": N_("flattened exponent"),
    "lost-sign": N_("lost sign"),
    "mojibake": N_("wrongly decoded"),
    "lost-letter": N_("lost letter"),
    "stray-mark": N_("stray mark"),
    "hidden-mark": N_("hidden character"),
    "left-markup": N_("markup left over"),
    "pinyin": N_("pinyin"),
    "cut-text": N_("text cut off"),
    "word-order": N_("word order"),
    "mistranslation": N_("mistranslated"),
    "wording": N_("odd wording"),
    # and of what costs no meaning
    "wrong-traditional": N_("wrong Traditional character"),
    "record": N_("record"),
    "repeated": N_("repeated line"),
    "boilerplate": N_("text of the page"),
    "reference": N_("reference"),
    "folded-punctuation": N_("half-width punctuation"),
    "broken-cell": N_("blank inside a cell"),
    "several-senses": N_("several senses"),
    "citation-mark": N_("citation mark in a cell"),
}


def damage_words(kind: str) -> str:
    """A kind of damage in the learner's language."""
    return _(_KINDS.get(kind, kind.replace("-", " ")))
