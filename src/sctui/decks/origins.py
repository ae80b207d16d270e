"""What is said of the document that proves a card: when it appeared, and what kind of source it is."""

from __future__ import annotations

from pathlib import PurePosixPath

from sctui.decks.templates import constant
from sctui.model.deck import Deck
from sctui.model.language import Language

_KINDS = {
    "trial": ("临床试验", "clinical trial"),
    "observational": ("观察性研究", "observational study"),
    "meta-analysis": ("荟萃分析", "meta-analysis"),
    "review": ("综述", "review"),
    "guideline": ("指南或共识", "guideline or consensus"),
    "case": ("病例报告", "case report"),
    "preclinical": ("临床前研究", "preclinical study"),
    "paper": ("期刊论文", "journal article"),
    "press": ("科普或新闻", "popular or news article"),
}


def origins_of(deck: Deck) -> dict[str, str]:
    """What is said of the documents of a deck, by their file names, in the deck's language."""
    references = deck.documents.values()
    return {
        PurePosixPath(one.file).name: origin_told(one.date, one.kind, deck.language) for one in references
    }


def origin_told(date: str, kind: str, language: Language) -> str:
    """Date and kind of a document (`2025-04-17 · 综述`), a kind that we do not know as it is written."""
    chinese, english = _KINDS.get(kind, (kind, kind))
    told = constant(chinese, language) if language.is_chinese else english
    return " · ".join(part for part in (date, told) if part)
