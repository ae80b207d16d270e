"""English results in words: what rose or fell, what was judged safe, which events were not seen."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from sctui.facts.trials.setting import Found
from sctui.facts.trials.statement import Statement
from sctui.text import literal
from sctui.text.quantity import QuantityKind

_ADVERB = r"(?:significantly|markedly|substantially|clearly|gradually|also|further|strongly)"
_VERB = (
    r"(?:improved|increased|decreased|declined|reduced|rose|fell"
    r"|dropped|elevated|restored"
    r"|stabili[sz]ed|normali[sz]ed|unchanged|relieved|recovered)"
)
_CHANGED = re.compile(
    rf"^(?:and\s|while\s|whereas\s|but\s"
    rf"|that\s)?(?P<what>(?:[\w()/'-]+\s){{1,10}}?)(?:(?:was|were|had been|(?:has|have)(?:\sbeen)?|had)\s)?"
    rf"(?P<how>(?:remained\s)?(?:{_ADVERB}\s)?{_VERB}(?:\s{_ADVERB})?)"
    r"(?:\s(?:after|at|in|by|compared|from|over|during|with|relative|following)\b.*)?$"
)
_LEAD = re.compile(
    r"^(?:(?:and|while|whereas|but|that|the|their|her|his|mean|results?|we|our|it|also)\s|(?:showed|found"
    r"|observed|demonstrated|reported)\s(?:that\s)?)+"
)
_NONE = re.compile(
    r"\b(?P<none>(?:no|without any|without)\s(?:[\w-]+\s){0,5}?(?:adverse\s(?:events?|effects?"
    r"|reactions?)|side effects?|complications?|toxicity|toxicities|deaths?|rejection)"
    r"(?:\s(?:related|attributable|due)\sto\s(?:[\w-]+\s?){1,4}?(?=\s(?:was|were)|,|$)"
    r"|\s(?:was|were)\s(?:linked|related|attributed)\sto\s(?:[\w-]+\s?){1,4}?(?=[,.;]|$))?)"
)
_AND = re.compile(r",?\s(?:and|or|nor)\s|,\s")
_SAFE = re.compile(
    r"\b(?P<v>(?:safe|well[\s-]tolerated|feasible|effective)(?:(?:,|\sand|,\sand)\s(?:was\s|were\s"
    r"|is\s)?(?:safe|well[\s-]tolerated|feasible|effective|potentially effective))*)\b"
)
_NOT_SHOWN = re.compile(
    r"\b(?:to (?:assess|evaluate|determine|investigate)|aim|whether|may|might|could|needed|warranted|if)\b"
)


def results(statement: Statement) -> Iterator[Found]:
    """Changes, verdicts and safety of an English sentence; nothing for a Chinese one."""
    if not statement.text.isascii() and literal.search("[\u4e00-\u9fff]", statement.text):
        return
    yield from _changes(statement)
    if not _NOT_SHOWN.search(statement.view):
        for match in _SAFE.finditer(statement.view):
            yield _found(statement, "verdict", match, "v")
    yield from _none(statement)


def _none(statement: Statement) -> Iterator[Found]:
    """What harm was not seen; `no side effects and no complications` is one answer."""
    told: list[Found] = []
    for match in _NONE.finditer(statement.view):
        found = _found(statement, "safety", match, "none", ("negated",))
        if told and _AND.fullmatch(statement.seen(told[-1].end, found.start)):
            told[-1] = replace(told[-1], end=found.end, evidence=_around(told[-1], found))
        else:
            told.append(found)
    yield from told


def _around(first: Found, last: Found) -> tuple[int, int]:
    ends = [one.evidence or (one.start, one.end) for one in (first, last)]
    return min(ends[0][0], ends[1][0]), max(ends[0][1], ends[1][1])


def _changes(statement: Statement) -> Iterator[Found]:
    kinds = (QuantityKind.PERCENT, QuantityKind.FOLD, QuantityKind.PEOPLE)
    for clause in statement.clauses:
        match = _CHANGED.match(clause.text)
        if match is None or _NOT_SHOWN.search(clause.text):
            continue
        if literal.search(r"\b(?:from|by|to)\s\D{0,3}\d", clause.text):
            continue  # told in numbers
        if any(clause.start <= q.number < clause.end for q in statement.counted(*kinds)):
            continue
        lead = _LEAD.match(match["what"])
        start = clause.start + match.start("what") + (lead.end() if lead else 0)
        measure = statement.raw(start, clause.start + match.end("what")).strip()
        if len(measure) > 2 and not literal.match(
            r"(?:patients|participants|this|these|those|which|who|it|they|others?|some|the rest)\b",
            measure.lower(),
        ):
            flags = ("negated",) if "unchanged" in match["how"] else ()
            begin, end = clause.start + match.start("how"), clause.start + match.end("how")
            yield Found(
                "change_word", begin, end, measure=measure, evidence=(clause.start, clause.end), flags=flags
            )


def _found(
    statement: Statement, slot: str, match: re.Match[str], group: str, flags: tuple[str, ...] = ()
) -> Found:
    start, end = statement.start + match.start(group), statement.start + match.end(group)
    clause = statement.clause_at(start)
    return Found(slot, start, end, evidence=(min(clause.start, start), max(clause.end, end)), flags=flags)
