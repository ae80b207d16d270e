"""Forms of English clauses on what things are bound up with, each with words that it cannot do without."""

from __future__ import annotations

import re

from sctui.facts.mechanisms.claim import Claim
from sctui.facts.mechanisms.passage import Passage
from sctui.lexicon.term import TermKind

_I = re.IGNORECASE
_END = r"(?=,(?!\d)|;|\.(?:\s|$)|$|\s(?:rather than|instead of|but|which|that|because|while|whereas)\s)"
_SIGNS = (
    r"(?:symptoms?|complications?|side[- ]effects?|adverse (?:events?|effects?)|manifestations?|hallmarks?"
    r"|toxicit(?:y|ies)|features?)"
)
_LIST = r"[^,;.]{2,40}(?:,\s(?!which|who|that|and\s)[^,;.]{2,40}){0,4},?\s(?:and|or)\s[^,;.]{2,40}?"
BOUND = {"related", "acts-at", "acts-through", "mediated-by", "driver", "depends"}
_THINGS = {TermKind.CELL, TermKind.FACTOR, TermKind.IMMUNE, TermKind.PATHWAY, TermKind.PROCESS}
# slot, words of which one is needed, form: `v` is the answer
BONDS = (
    (
        "related",
        (" linked ", " related ", " tied ", " associated ", " connected "),
        re.compile(
            r"\b(?:is|are)\s(?:closely|strongly|tightly|intimately)\s(?:linked|related|tied|associated|connected)"
            rf"\s(?:to|with)\s(?P<v>[^,;.]{{3,60}}?){_END}",
            _I,
        ),
    ),
    (
        "acts-through",
        (" through ", " via ", " by way ", " by means "),
        re.compile(
            r"\b(?:act|work)s?\s(?:(?:mainly|primarily|largely|mostly|chiefly|partly)\s)?"
            rf"(?:through|via|by way of|by means of)\s(?P<v>[^,;.]{{4,70}}?){_END}",
            _I,
        ),
    ),
    (
        "acts-at",
        (" acts on ", " act on "),
        re.compile(rf"\bacts?\son\s(?:the\s)?(?P<v>[^,;.]{{3,60}}?){_END}", _I),
    ),
    (
        "driver",
        (" driver",),
        re.compile(
            r"^(?P<v>[A-Z][^,;.]{3,60}?)\s(?:is|are)\s(?:an?\s|the\s)?(?:key|major|main|central|chief|primary"
            rf"|important|principal)\sdrivers?\sof\s(?:the\s)?(?P<s>[^,;.]{{3,50}}?){_END}"
        ),
    ),
    (
        "mediated-by",
        (" driven ", " orchestrated ", " mediated ", " directed ", " governed "),
        re.compile(
            r"\b(?:is|are|was|were)\s(?:[a-z]+ly\s)?(?:driven|orchestrated|mediated|directed|governed)"
            rf"(?:\s(?:mainly|largely|partly|in part))?\sby\s(?:the\s)?(?P<v>[^,;.]{{2,60}}?){_END}",
            _I,
        ),
    ),
    (
        "depends",
        (" depend", " rel"),
        re.compile(
            r"\b(?:depends?|rel(?:y|ies))\s(?:(?:mainly|largely|partly|chiefly|heavily|strongly)\s)?(?:up)?on\s"
            rf"(?:the\s)?(?P<v>[^,;.]{{2,60}}?){_END}",
            _I,
        ),
    ),
    (
        "acts-through",
        (" exert", " achieve"),
        re.compile(
            r"\b(?:exert|achieve)s?\s(?:[a-z-]+\s){1,5}?(?:effects?|actions?|benefits?|functions?)\s"
            rf"(?:(?:mainly|primarily|largely|mostly|chiefly|partly)\s)?(?:through|via|by)\s(?P<v>[^,;.]{{4,70}}?){_END}",
            _I,
        ),
    ),
    (  # `Motor symptoms of X include A, B and C`, `A is a common side effect of X`
        "sign",
        (" include", " are "),
        re.compile(
            rf"(?:^|[,;]\s)(?:The\s)?(?P<m>(?:[A-Za-z-]+\s){{0,2}}?{_SIGNS})\s(?:of|with|after)\s(?:the\s)?(?P<s>[^,;.]{{2,50}}?)"
            rf"\s(?:can\s|may\s)?(?:includes?|are|comprise)\s(?P<v>{_LIST}|[^,;.]{{3,60}}?){_END}",
            _I,
        ),
    ),
    (
        "sign",
        (" of ",),
        re.compile(
            rf"^(?:The\s)?(?P<v>{_LIST}|[^,;.]{{3,60}}?)\s(?:is|are)\s(?:an?\s|the\s|among the\s)?"
            rf"(?P<m>(?:(?:most\s)?(?:common|frequent|typical|main|key|major|serious|classic|feared)\s){_SIGNS})\s(?:of|with)\s(?:the\s)?"
            rf"(?P<s>[^,;.]{{2,50}}?){_END}"
        ),
    ),
    (
        "sign",
        (" treatment", " therapy"),
        re.compile(
            rf"^(?P<v>{_LIST}|[^,;.]{{3,50}}?)\s(?:is|are|remains?)\s(?:the\s|an?\s)"
            r"(?P<m>(?:first-line|second-line|standard|mainstay|main|only|preferred|current|established|curative)\s(?:[a-z]+\s)?"
            rf"(?:treatments?|therap(?:y|ies)))\s(?:for|of|in)\s(?:the\s)?(?P<s>[^,;.]{{2,50}}?){_END}"
        ),
    ),
    (
        "feature",
        ("characterised", "characterized"),
        re.compile(
            rf"\bcharacteri[sz]ed by\s+(?P<v>[^,;.]{{3,50}}"
            r"(?:,\s(?!and\s|which|who|with|lead)[^,;.]{3,50}){1,4},?"
            rf"\s(?:and|or)\s(?!(?:is|are|can|may|leads?|causes?|affects?)\b)"
            rf"[^,;.]{{3,50}}?{_END}|[^,;.]{{4,110}}?){_END}",
            _I,
        ),
    ),
    (
        "cause",
        (" results ", " arises ", " stems "),
        re.compile(
            r"^(?P<s>[A-Z][^,;.]{2,50}?)\s(?:results|arises|stems)\s(?:mainly\s|usually\s|largely\s)?from\s(?:the\s|an?\s)?"
            rf"(?P<v>[^;.,]{{4,90}}?){_END}"
        ),
    ),
    (
        "arises",
        (" when ",),
        re.compile(
            r"^(?P<s>[A-Z][^,;.]{2,50}?)\s(?:occurs|develops|arises|happens|results)\swhen\s(?P<v>[a-z][^,;.]{8,90}?)(?=[,;.]|$)"
        ),
    ),
)


def as_asked(slot: str, measure: str) -> tuple[str, str]:
    """The slot of a form and what it asks for, as these stand in a question; `sign-of` asks for one thing."""
    if slot != "sign":
        return slot, measure
    return (slot if measure.endswith("s") else "sign-of"), measure[:1].lower() + measure[1:]


def names_thing(passage: Passage, claim: Claim) -> bool:
    """Whether what something is bound up with is a thing by its name, and no deed."""
    deeds = passage.actions(*claim.value)
    things = any(one.term.kind in _THINGS for one in passage.entities(*claim.value))
    return things and not (deeds and deeds[0].start == claim.value[0])
