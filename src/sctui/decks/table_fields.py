"""Words for templates on what is compared: in which table, how many things a cell lists, in what respects."""

from __future__ import annotations

import re

from sctui.decks.asked_kind import counted
from sctui.decks.cells import table_subject
from sctui.decks.fields import Fields
from sctui.decks.split_list import how_many_listed
from sctui.decks.templates import constant
from sctui.lexicon.term import TermKind
from sctui.model.fact import Fact
from sctui.model.language import Language
from sctui.text.enumeration import members
from sctui.text.match_view import match_view

_BOTH = re.compile("[和与]")  # two that are set side by side are no place
_GOOD = re.compile(r"(?:表现(?:优异|突出)|展现优势|(?:更具|具有|更有)优势|优势(?:明显|突出))$")


def table(title: str, of_document: Fields) -> str:
    """In which table something stands: what that is on, or its title, where that names a thing."""
    named = title if of_document.disease(title) == title else ""
    quoted = f"“{title}”" if title and of_document.names_thing(title) else ""
    on = table_subject(title)
    if _BOTH.search(match_view(on)):
        return compared(title, of_document)
    shown = on or named or quoted
    return f"{constant('在', of_document.document.language)}{shown}中" if shown else ""


def compared(title: str, of_document: Fields) -> str:
    """By which table something is so, where another may tell it otherwise."""
    on, language = table_subject(title), of_document.document.language
    if not on:
        return table(title, of_document)
    return f"{constant('据', language)}{on}{constant('比较表', language)}"


def listed(fact: Fact, language: Language) -> str:
    """How many things an answer lists, before what they are counted in; empty where that is not said."""
    count = how_many_listed(fact)
    return counted(count, language) if count else ""


def good(quote: str, language: Language) -> str:
    """How a text says that something is good in what is asked for."""
    found = _GOOD.search(match_view(quote))
    return quote[slice(*found.span())] if found else constant("更有优势", language)


def respects(fact: Fact, of_document: Fields) -> str:
    """Whether what something is good in are diseases."""
    diseases = of_document.lexicon.of(TermKind.DISEASE) if of_document.lexicon else None
    ill = diseases is not None and all(map(diseases.lookup, members(fact.value)))
    return constant("哪些疾病中" if ill else "哪些方面", of_document.document.language)
