"""How many of the people of a study are women, and how many men: told of the study, and nothing they did."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sctui.facts.trials.setting import Found
from sctui.facts.trials.statement import Statement
from sctui.text.quantity import Quantity, QuantityKind

_SEX_HAN = r"(?:男性|女性|妇女|男孩|女孩|男童|女童|男|女)"
_BEFORE = re.compile(rf"(?P<sex>{_SEX_HAN})(?:患者|病人|性|者|受试者)?(?:分别|各|共|有|占|为|约|:)*\s?$")
_BEHIND = re.compile(
    rf"(?:为|是|的?)(?P<sex>{_SEX_HAN})(?:患者|病人|受试者|参与者)?(?=$|[,;。、()和与及]|\d)"
)
_SEX = r"(?:females?|males?|women|men|girls|boys)"
_BEHIND_EN = re.compile(
    rf"\s?(?:[(\[][\d.]+\s?%[)\]]\s?)?(?:(?:of\s(?:the\s|all\s)?)?(?:patients|participants|subjects|them"
    rf"|whom)?\s?(?:were|was|are)\s)?"
    rf"(?P<sex>{_SEX})\b(?:\s(?:patients|participants|subjects))?(?P<rest>\s?[(\[][\d.]+\s?%[)\]])?(?=$"
    rf"|[,;.)\]]|\sand\b)"
)
_WITHIN_EN = re.compile(
    rf"\S+\s(?:(?:were|was|are)\s)?{_SEX}|\S+\s(?:fe)?male\s(?:patients|participants|subjects|adults)"
)
_COUNTED_ALONE = re.compile(
    r"\s?(?:[(\[][\d.]+\s?%[)\]])?"
    r"(?=$|[,;.)\]]|\sand\s(?:\d|[a-z]+\s(?:wo)?men)|\s(?:with|were (?:enrol|includ|random|recruit))\b)"
)
_COUNTED_ALONE_HAN = re.compile("$|[,;。、()和与及]")
_OF_A_WHOLE = re.compile(r"其中|包括|[(（]|of (?:whom|these|them|which)|includ|\bwere\b|compris")
_ALL_OF_ONE = re.compile("(?P<sex>女性|男性|妇女)")
_TOLD = re.compile(r"[男女]|\b(?:fe)?males?\b|\b(?:wo)?men\b|\bgirls\b|\bboys\b")
_ALL = 100  # per cent
_KINDS = (QuantityKind.PEOPLE, QuantityKind.PERCENT, QuantityKind.PLAIN)


def by_sex(statement: Statement) -> dict[Quantity, tuple[int, int]]:
    """The quantities that count one sex among others, each with the columns of the words that say so."""
    if not _TOLD.search(statement.view):
        return {}
    told = {q: place for q in statement.counted(*_KINDS) if (place := _place(statement, q))}
    if len(told) > 1:
        return told
    return {q: place for q, place in told.items() if _is_part(statement, q, place)}


def sexes(statement: Statement) -> Iterator[Found]:
    """The sex of the people: how many of each, or the one that all are of. Not asked for."""
    parts = by_sex(statement)
    for start, end in parts.values():
        yield Found("sex", start, end, label=True)
    for quantity in statement.counted(QuantityKind.PEOPLE) if not parts else ():
        noun = _ALL_OF_ONE.match(statement.view, quantity.end - statement.start)
        if noun and (quantity.low or 0) > 1:
            start, end = (statement.start + at for at in noun.span("sex"))
            yield Found("sex", start, end, label=True)
            return


def _place(statement: Statement, quantity: Quantity) -> tuple[int, int] | None:
    """Where a quantity with the sex that it counts begins and ends; None for one that counts none."""
    if statement.view.isascii():
        return _place_english(statement, quantity)
    after = _BEHIND.match(statement.view, quantity.end - statement.start)
    if after:
        return quantity.number, statement.start + after.end()
    clause = statement.clause_at(quantity.start).start
    before = _BEFORE.search(statement.seen(clause, quantity.start))
    alone = _COUNTED_ALONE_HAN.match(statement.view, quantity.end - statement.start)
    if before is None or not alone or quantity.kind is QuantityKind.PLAIN:
        return None
    if quantity.kind is QuantityKind.PERCENT and "占" not in before[0]:
        return None  # `women 45%, men 30%`: of what happened to each
    return clause + before.start(), quantity.end


def _place_english(statement: Statement, quantity: Quantity) -> tuple[int, int] | None:
    seen, at = statement.seen(quantity.number, quantity.end), quantity.end - statement.start
    if quantity.kind is QuantityKind.PEOPLE:
        alone = _WITHIN_EN.fullmatch(seen) and _COUNTED_ALONE.match(statement.view, at)
        return (quantity.number, quantity.end) if alone else None
    after = _BEHIND_EN.match(statement.view, at)
    return (quantity.number, statement.start + after.end()) if after else None


def _is_part(statement: Statement, quantity: Quantity, place: tuple[int, int]) -> bool:
    """Whether the one sex that a sentence counts is a part of its people, and not all of them."""
    if quantity.kind is QuantityKind.PERCENT:
        return (quantity.low or 0) < _ALL
    before = statement.seen(statement.start, place[0])
    more = [q for q in statement.counted(QuantityKind.PEOPLE) if q.end <= place[0]]
    whole = any((q.low or 0) > (quantity.low or 0) for q in more)
    return whole and bool(
        _OF_A_WHOLE.search(before[more[-1].end - statement.start :]) or before[-1:] in ",，"
    )
