"""What an approval says, asked so that one answer is right: which product was the first, what was granted."""

from __future__ import annotations

import re

from sctui.decks.carriers import TREATED
from sctui.decks.templates import constant
from sctui.model.document import Document, Span
from sctui.model.fact import Fact, Slot, Study
from sctui.model.language import Language
from sctui.model.replacing import replace
from sctui.text.match_view import match_view

_NO_PLACE = re.compile("(?:首款|首个|第一款|第一个)")
_HERE = re.compile("(?:我国|国内|全国)")  # the reader's country is not the writer's
_COUNTRIES = (
    (re.compile("国家药品监督管理局|国家药监局|nmpa|cde"), "中国"),
    (re.compile("卫生福利部|卫福部|食药署|tfda"), "台湾"),
)


def as_approval(fact: Fact, document: Document) -> Fact | None:
    """What was the first of its kind, or what kind of approval was granted, with what a question says of it.

    None for all that an approval tells besides.
    """
    if fact.slot == "pathway" and document.language.is_chinese:
        return replace(fact, measure=constant("批准", document.language))
    return _first(fact, fact.study, document.language) if fact.slot == "first" and fact.study else None


def _first(fact: Fact, study: Study, language: Language) -> Fact | None:
    """The product that was the first of its kind, with the country, asked for by that."""
    product = next((slot for name in ("brand", *TREATED) for slot in study.all(name)), None)
    what = _in_its_country(fact.value, study, language)
    if product is None or not what or product.span.line != fact.evidence.line:
        return None
    return replace(fact, value=product.value, measure=what, answer=None, evidence=_both(fact, product))


def _both(fact: Fact, product: Slot) -> Span:
    """What proves it: from the name of the product to the sentence that calls it the first, or back."""
    one, other = fact.evidence, product.span
    return Span(one.line, min(one.start, other.start), max(one.end, other.end))


def _in_its_country(what: str, study: Study, language: Language) -> str:
    """What it was the first of, in a country that is named; empty where none is."""
    view = match_view(what)
    if _NO_PLACE.match(view):
        return ""
    here = _HERE.match(view)
    if here is None:
        return what
    by = match_view(study.get("regulator") or study.get("permitter"))
    country = next((name for pattern, name in _COUNTRIES if pattern.search(by)), "")
    return f"{constant(country, language)}{what[here.end() :]}" if country else ""
