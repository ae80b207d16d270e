"""English results in numbers: so many of so many, from one value to another, a difference with interval."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from sctui.facts.trials.comparators import comparators
from sctui.facts.trials.english_groups import IN_ARM, WHO, as_rate, event_before, event_of, group_counts
from sctui.facts.trials.phrases import cell_phrases
from sctui.facts.trials.setting import Found
from sctui.facts.trials.statement import Statement
from sctui.text.patterns import HAN
from sctui.text.quantity import Quantity, QuantityKind

_PERCENT = r"\s?[(\[]\d+(?:\.\d+)?\s?%[)\]]"
_OF = re.compile(
    rf"\s(?:out\s)?of\s(?:the\s|all\s)?(?:\d+|[a-z]+(?:-[a-z]+)?)\s(?:[\w-]+\s){{0,2}}?{WHO}(?:{_PERCENT})?"
    r"(?P<did>\s(?![(\[])[^,.;]{3,80})"
)
_OF_ALL = re.compile(
    rf"\s(?:out\s)?of\s(?:the\s|all\s)?\d+\s(?:[\w-]+\s){{0,2}}?{WHO}(?:{_PERCENT})?(?=[,.;]|$)"
)
_SHARE = re.compile(rf"{_PERCENT}\s(?:[\w-]+\s)?{WHO}(?P<did>\s(?![(\[])[^,.;]{{3,80}})")
_SIGN = r"[-\u2010-\u2015\u2212+]?\s?"
_VALUE = rf"{_SIGN}\d+(?:\.\d+)?(?:\s?(?:±|\+/-)\s?\d+(?:\.\d+)?)?(?:\s?%)?"
_FROM_TO = re.compile(rf"(?P<v>(?:from\s)?{_VALUE}(?:\s?[a-z/]{{1,8}}(?<!to))?\sto\s{_VALUE})")
_CHANGED = re.compile(
    r"\s(?:had\s|was\s|were\s|has\s|have\s)?(?:significantly\s|markedly\s|also\s)*(?P<how>increased|decreased|improved|declined"
    r"|fell|rose|dropped|reduced|changed|lowered|raised)\b"
)
_SCORE = re.compile(
    r"(?P<what>(?:[\w-]+\s){0,3}?[\w-]+\s(?:scores?|index|levels?|rates?|counts?))\s?[,:]?\s?$"
)
_EFFECT = re.compile(
    rf"(?P<what>(?:[\w-]+\s(?:\([\w-]{{2,8}}\)\s)?){{1,4}})"
    rf"\((?P<kind>(?:weighted\s|standardi[sz]ed\s)?mean difference|md|smd|wmd"
    rf"|rr|or|hr|(?:risk|odds|hazard) ratio)(?:\s[(\[]\w+[)\]])?[,:=\s]+(?P<v>{_VALUE})"
)
# `the odds ratio for remission was 2.1`
_EFFECT_OF = re.compile(
    r"(?P<kind>(?:standardi[sz]ed\s)?mean difference|relative risk|(?:risk|odds|hazard) ratio)"
    r"\s(?:for|of|in)\s(?:the\s)?"
    rf"(?P<what>[\w\s-]{{3,50}}?)\s(?:was|were|is|of|:|=)\s?(?P<v>{_VALUE})"
)
# `mortality was lower`: mortality
_COMPARED = re.compile(
    r"\s(?:was|were|is|are)\s(?:\w+ly\s)?(?:lower|higher|reduced|increased|greater|less|more|better|worse|longer|shorter)"
    r"(?:\s(?:frequent|common|likely))?$"
)
_RATIOS = {
    "or": "odds ratio",
    "rr": "risk ratio",
    "hr": "hazard ratio",
    "md": "mean difference",
    "smd": "standardised mean difference",
    "wmd": "weighted mean difference",
}
_SENTENCE = re.compile(r"\b(?:was|were|is|are)\b")  # `stays were no fewer`: no name of what was measured
_GROUP_END = re.compile(r"\b(?:cohorts?|groups?|arms?|patients|participants|controls?|placebo|treatment)$")
_OCCURRED = re.compile(
    r"\b(?:occurrence|incidence|risk|rate|rates|odds|number|frequency) of (?P<event>[\w\s-]{2,40}?)"
    r"\s(?:was|were|did|is|are)\b"
)
_CHANCE = re.compile(
    r"^(?:(?:a|an|the|greater|higher|lower|reduced|increased|decreased|significantly|significant|improved)\s)*"
    r"(?:(?:likelihood|risk|odds|chance|probability|rate|incidence|occurrence|improvement|reduction|increase|decrease)"
    r"\s(?:of|for|in)\s)?(?:the\s)?"
)
_RATE = re.compile(
    r"(?P<what>(?:chance|rate|proportion|percentage|incidence|risk|probability) of (?:[\w-]+\s?){1,6}"
    r"|(?:[\w-]+\s){0,3}(?:remission|response|survival|healing|closure|rate|relapse))\s?(?::|,|was|were|in|of)?\s?$"
)
_AGAINST = re.compile(r"\s?(?P<arm>(?:in|with|for|of)\s(?:the\s)?[\w\s-]{1,30}?)?\s?(?:vs\.?|versus)\s")
_TREATED = "in the treatment group"
_IN_A_GROUP = re.compile(
    r"\b(?:in|with|for|of|on) (?:the )?(?:[\w-]+ ){0,3}(?:group|arm|cohort|placebo|cells?)\b"
)
_NOT_MEASURED = re.compile(
    r"^(?:significantly|improved|reduced|increased|decreased|lowered|raised|and|or|the|a|an|of|in|to|from|with|both|their|mean|that|also|showed|found|results?|we)\s"
)
_HOW_MUCH = re.compile(r"(?:\s(?:significantly|markedly|greatly|substantially|slightly|only|also))+$")
# `the effect was larger in deep wounds (SMD 1.9, …)`: among whom, not what
_AMONG = re.compile(
    r"\b(?:than|larger|smaller|greater|stronger|weaker|higher|lower|better|worse|effects?|results?|outcomes?)\sin\b"
)
_INTERVAL = re.compile(r"(?:ci|cis|interval|intervals|range|iqr)\)?\s?[,:]?\s?$")


_LONGEST_WORD = 12  # characters of the comparative in front of those words


def english_numbers(statement: Statement) -> Iterator[Found]:
    """Results of an English sentence that are numbers; nothing for a Chinese one.

    Slots: `count` (`5 of 14 patients (35.7%) had fever`), `change` (`the score fell from 6.0 to 3.5`),
    `outcome` (a difference with its confidence interval; one figure against another).
    """
    if HAN.search(statement.text):
        return
    by_group = list(group_counts(statement))
    yield from by_group
    yield from _counts(statement, by_group)
    yield from _changes(statement)
    for match in (*_EFFECT.finditer(statement.view), *_EFFECT_OF.finditer(statement.view)):
        what = _event(statement, match)
        if not what:
            continue
        kind = statement.text[slice(*match.span("kind"))]
        yield _found(
            statement, "outcome", match, f"{_spelt(kind)} {_of_what(kind, what)}{_versus(statement)}"
        )
    yield from _against(statement)


def _event(statement: Statement, match: re.Match[str]) -> str:
    """What a measure of effect is of: the words in front, or the subject where those name a group."""
    start, end = match.span("what")
    if _AMONG.search(statement.view[max(0, start - _LONGEST_WORD) : end]):
        return ""
    what = _COMPARED.sub("", _named(statement, start, end))
    if not _GROUP_END.search(what.lower()):
        return "" if _SENTENCE.search(what) else what
    told = _OCCURRED.search(statement.view[: match.start("what")])
    return statement.text[slice(*told.span("event"))] if told else event_of(statement)


def _spelt(kind: str) -> str:
    """The name of a measure of effect, written out."""
    return _RATIOS.get(kind.lower(), kind)


def _of_what(kind: str, what: str) -> str:
    """`for remission` of `a greater likelihood of remission`; a difference is one *in* a score."""
    event = _CHANCE.sub("", what).strip()
    event = event[:1].lower() + event[1:] if event[1:2].islower() else event
    return f"{'in' if 'difference' in _spelt(kind) else 'for'} {event}"


def _versus(statement: Statement) -> str:
    """`, versus placebo`: what a ratio sets the treatment against, where the sentence names it."""
    control = next(comparators(statement), None)
    return f", versus {statement.raw(control.start, control.end)}" if control else ""


def _counts(statement: Statement, told: Sequence[Found]) -> Iterator[Found]:
    """So many of so many, where no group is said; `told` are those by group."""
    for quantity in statement.quantities:
        if any(one.start <= quantity.number < one.end for one in told):
            continue
        if quantity.kind not in (QuantityKind.PLAIN, QuantityKind.PEOPLE, QuantityKind.PERCENT):
            continue
        rest = statement.seen(quantity.end, statement.end)
        match = _OF.match(rest) or _SHARE.match(rest)
        if match and quantity.kind is not QuantityKind.PERCENT:
            start, end = quantity.end + match.start("did"), quantity.end + match.end("did")
            yield Found(
                "count",
                quantity.number,
                start,
                measure=statement.raw(start, end).strip(),
                evidence=(statement.clause_at(quantity.number).start, end),
            )
        elif quantity.kind is not QuantityKind.PERCENT and (of := _OF_ALL.match(rest)):
            event = event_before(statement, quantity.number)
            if event:
                clause, end = statement.clause_at(quantity.number), quantity.end + of.end()
                yield Found(
                    "count", quantity.number, end, measure=f"had {event}", evidence=(clause.start, end)
                )


def _changes(statement: Statement) -> Iterator[Found]:
    """`the score fell from 6.0 to 3.5`, `the treatment reduced pain [5 to 3]`, `VAS score 6.0 to 3.5`."""
    for match in _FROM_TO.finditer(statement.view):
        at = statement.start + match.start()
        clause = statement.clause_at(at)
        before = statement.seen(clause.start, at)
        if _INTERVAL.search(before) or not re.search(r"\d", match["v"]):
            continue
        changed, score = _CHANGED.search(before), _SCORE.search(before)
        if changed:
            measure = _changed(statement, clause.start, before, changed)
        elif score:
            measure = statement.raw(clause.start + score.start("what"), clause.start + score.end("what"))
        else:
            continue
        if len(measure) > 2:
            arm = IN_ARM.match(statement.view, match.end())
            where = f" in the {statement.text[slice(*arm.span('arm'))]}" if arm else ""
            yield _found(statement, "change", match, _bare(measure) + where)


def _changed(statement: Statement, start: int, before: str, changed: re.Match[str]) -> str:
    """What changed: the subject, or the object where the subject is the treatment."""
    subject = statement.raw(start, start + changed.start())
    acted = any(start <= phrase.start < start + changed.start() for phrase in cell_phrases(statement))
    if not acted:
        return subject
    after = re.match(
        r"(?:\s(?:the|their))?\s(?P<what>[^()\[\],;]{3,80}?)\s?(?:from\s[^()\[\]]*)?[(\[]?\s?$",
        before[changed.end() :],
    )
    return statement.raw(*(start + changed.end() + at for at in after.span("what"))) if after else ""


def _against(statement: Statement) -> Iterator[Found]:
    """`remission at six months: 50% versus 34% with placebo`."""
    for quantity in statement.counted(QuantityKind.PERCENT):
        against = _AGAINST.match(statement.view, quantity.end - statement.start)
        if not against:
            continue
        rate = _RATE.search(statement.seen(statement.start, quantity.start))
        if rate:
            what = _bare(statement.text[slice(*rate.span("what"))])
            what = what[:1].lower() + what[1:] if what[1:2].islower() else what
            arm = statement.text[slice(*against.span("arm"))] if against["arm"] else _TREATED
            begin = statement.start + rate.start("what")
            clause = statement.clause_at(quantity.number)
            yield Found(
                "outcome",
                quantity.start,
                quantity.end,
                measure=what if _IN_A_GROUP.search(what.lower()) else f"{as_rate(what)} {arm}",
                evidence=(min(begin, clause.start), clause.end),
            )


def _named(statement: Statement, start: int, end: int) -> str:
    return _bare(statement.text[start:end])


def _bare(text: str) -> str:
    """A measure without the words that lead up to it."""
    text = _HOW_MUCH.sub("", text.strip(" ,:;(["))
    while True:
        lead = _NOT_MEASURED.match(text.lower())
        if lead is None:
            return text
        text = text[lead.end() :]


def _found(statement: Statement, slot: str, match: re.Match[str], measure: str) -> Found:
    start, end = statement.start + match.start("v"), statement.start + match.end("v")
    clause = statement.clause_at(start)
    return Found(slot, start, end, measure=measure, evidence=(min(clause.start, start), max(clause.end, end)))


def named_group(statement: Statement, quantity: Quantity) -> str | None:
    """The group that `n = 5` counts (`group 1 (n = 5)`, `(n = 5, cohort 2)`); None for another quantity."""
    if not statement.seen(quantity.start, quantity.end).startswith("n"):
        return None
    behind = re.match(r",?\s?(?P<g>(?:group|cohort|arm)\s\w+)", statement.seen(quantity.end, statement.end))
    if behind:
        return statement.raw(*(quantity.end + at for at in behind.span("g")))
    before = re.search(
        r"(?P<g>(?:group|cohort|arm)\s\w+|[\w-]+\s(?:group|arm|cohort)|placebo|control)s?[,\s]*[(\[]?\s?$",
        statement.seen(statement.start, quantity.start),
    )
    return statement.text[slice(*before.span("g"))] if before else ""
