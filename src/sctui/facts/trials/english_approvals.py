"""Approvals told in English: `In 2018 the European Medicines Agency approved X (Y), made by Z, for …`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sctui.facts.trials.phrases import cell_phrases
from sctui.facts.trials.setting import Found
from sctui.facts.trials.statement import Statement
from sctui.text import literal

AUTHORITY = (
    r"(?:(?:u\.?s\.?a?\.?\s)?food and drug administration(?:\s\(fda\))?|(?:u\.?s\.?\s)?\bfda\b"
    r"|european medicines agency(?:\s\(ema\))?|\bema\b|european commission|health canada|\bmhra\b"
    r"|\bpmda\b|\bmfds\b|\bnmpa\b"
    r"|ministry of (?:food and drug safety|health, labou?r and welfare)"
    r"|medicines and healthcare products regulatory agency"
    r"|(?:[a-z]+['’]s )?health ministry|(?:[a-z]+['’]s )?ministry of health\b"
    r"|(?:[a-z]+['’]s )medicines (?:agency|regulator)"
    r"|national medical products administration|therapeutic goods administration|swissmedic)"
)
_PLACE = (
    r"(?:the\s)?(?:united states|united kingdom|european union|u\.?s\.?|eu|uk|europe|japan|south korea"
    r"|korea|canada|china|india|australia"
    r"|new zealand|switzerland|iran|taiwan|hong kong)"
)
IN_A_COUNTRY = re.compile(
    rf"\bapproved\s(?:\w+\s){{0,3}}?in\s{_PLACE}\b|\bapprov(?:ed|al) (?:in|for) [^.;]{{0,30}}\bin\s{_PLACE}\b"
    rf"|\bin\s{_PLACE},?\s[^.;]{{0,60}}\b(?:was|were)\sapproved\b"
)
# what an authority does before, or instead of, letting a product be sold
NOT_SOLD = re.compile(
    r"^(?:as yet,? )?no\b|\bno (?:\w+ ){1,5}(?:has|had|have|was|were|is|are) (?:been )?approved"
    r"|\b(?:designation|orphan|fast[\s-]track|breakthrough|not approved|no approved|unapproved|refus\w+"
    r"|rejected|declined to approve"
    r"|withdrawn|withdrew|approved (?:the |a )?(?:trial|study|protocol)|ethics|institutional review"
    r"|approved by the (?:local|ethics))\b"
)
_APPROVED = re.compile(
    r"\b(?:approved|cleared|licensed|authori[sz]ed|(?:conditional|marketing|accelerated"
    r"|full)?\s?(?:approval|authori[sz]ation) (?:of|to|for))\s"
)
_NAME = r"[A-Z]?[a-z][\w-]{3,24}(?:-L)?|[A-Z][\w-]{2,24}"
_NAMED = re.compile(
    rf"(?P<name>(?:{_NAME})(?:\s\((?:trade name |brand name |marketed as )?[A-Z][\w-]{{2,24}}®?\))?)"
)
_SUBJECT = re.compile(
    rf"(?P<name>(?:{_NAME})(?:\s\((?:trade name |brand name "
    rf"|marketed as )?[A-Z][\w-]{{2,24}}®?\))?)(?:,[^,]{{3,60}},)?"
    r"\s(?:was|is|were|has been|(?:has |have )?(?:received|gained|won|obtained|secured)"
    r"|became)\s(?:\w+\s){0,4}?(?:approved|approval"
    r"|licensed|authori[sz]ed)\b"
)
# `children can now get X, a cell product cleared by the FDA`
_APPOSED = re.compile(
    rf"\b(?P<name>{_NAME})(?=,\san?\s[^,.;]{{4,60}}\s(?:cleared|approved|licensed|authori[sz]ed)\s(?:by|in)\b)"
)
# who is treated, in front of what they have
_WHO = re.compile(
    r"^(?:[\w-]+\s){0,2}?(?:patients|people|children|adults|infants|adolescents)\b(?P<rest>[^.;]*)"
)
_HAVE = re.compile(r"\b(?:with|who have|who had)\s(?P<for>[^,.;()]{4,110}(?:\s\([^()]{1,14}\))?)")
_IS = re.compile(
    rf"^(?P<name>(?:{_NAME})(?:\s\((?:trade name |brand name )?[A-Z][\w-]{{2,24}}®?\))?)\s(?:is|are)\san?\b"
)
_NO_NAME = re.compile(
    r"(?i:the|it|they|this|that|these|therapy|product|treatment|drug|which|cells?|based|medicine|use"
    r"|application|first|its|approval"
    r"|commercial|marketing|medical|their|several|some|other|many)$"
)
_MAKER = re.compile(
    r"\b(?:developed|made|manufactured|marketed|produced"
    r"|sold)\sby\s(?P<maker>[A-Z][\w&.-]*(?:\s(?:[A-Z&][\w&.-]*))*)"
)
_FOR = re.compile(
    r"\bfor\s(?:the\s)?(?:treatment\sof\s|treating\s|use\sin\s"
    r"|patients\swith\s)?(?P<for>(?!(?:\w+\s)?(?:years?|months?|weeks?)\b|medical|use"
    r"|sale|human|its|commercial|example)"
    r"[^,.;()]{4,110})"
)
_FIRST = re.compile(r"\b(?P<first>the first [^,.;]{4,60}?)(?=\s(?:to be|approved|ever|in the)|[,.;]|$)")


def english_approvals(statement: Statement) -> Iterator[Found]:
    """What an English sentence on an approval says: authority, product, maker and use."""
    view, start = statement.view, statement.start
    if NOT_SOLD.search(view):
        return
    authority = literal.search(AUTHORITY, view)
    if authority:
        yield Found("regulator", start + authority.start(), start + authority.end())
    told = _product(statement)
    if told:
        yield Found("brand", *told)
    maker = _MAKER.search(statement.text)
    if maker:
        end = maker.end("maker") - (1 if maker["maker"].endswith(".") else 0)
        yield Found("maker", start + maker.start("maker"), start + end)
    approved = literal.search(r"\bapprov\w+|licensed|authori[sz]\w+", view)
    used = _indication(statement.text, approved.end() if approved else 0)
    if used:
        yield Found("indication", start + used[0], start + used[1])


def _indication(text: str, begin: int) -> tuple[int, int] | None:
    """Where it stands what an approved product is for: a disease, and not alone whose."""
    used = _FOR.search(text, begin)
    who = _WHO.match(text[used.start("for") :]) if used else None
    if used and who:
        have = _HAVE.search(text, used.start("for") + who.start("rest"), used.start("for") + who.end("rest"))
        return have.span("for") if have else None
    return (used.start("for"), used.start("for") + len(used["for"].rstrip())) if used else None


def _product(statement: Statement) -> tuple[int, int] | None:
    """Where the approved product is named: behind the verb, or in front of it."""
    start = statement.start
    subject = _SUBJECT.search(statement.text) or _IS.match(statement.text) or _APPOSED.search(statement.text)
    if subject and not _NO_NAME.match(subject["name"]):
        return start + subject.start("name"), start + subject.end("name")
    for approved in _APPROVED.finditer(statement.view):
        phrase = next((one for one in cell_phrases(statement) if one.start == start + approved.end()), None)
        named = _NAMED.match(statement.text, approved.end())
        if (
            named
            and not _NO_NAME.match(named["name"])
            and (phrase or "(" in named["name"] or _is_coined(named["name"]))
        ):
            return start + named.start("name"), start + named.end("name")
    return None


def _is_coined(name: str) -> bool:
    """Whether a name looks like a medicine's: with a capital, or the end of those of cells and genes."""
    return bool(
        literal.match(r"[A-Z]", name) or literal.search(r"(?:cel|gene|vec|mab|nib|strocel)(?:-[A-Z])?$", name)
    )
