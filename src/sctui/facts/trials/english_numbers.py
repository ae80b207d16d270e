"""English results in numbers: so many of so many, from one value to another, a difference with interval."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from sctui.facts.trials.comparators import comparators
from sctui.facts.trials.english_arms import arm_at, is_of_all, is_of_arm
from sctui.facts.trials.english_between import between
from sctui.facts.trials.english_figures import FROM_TO, NUMBER, OF_SOME
from sctui.facts.trials.english_groups import IN_ARM, WHO, event_before, event_of, group_counts
from sctui.facts.trials.english_lists import lists
from sctui.facts.trials.english_measures import measure_before, reads_well, tells_deed
from sctui.facts.trials.english_plain import plain
from sctui.facts.trials.english_ratios import is_word_or, of_what, spelt
from sctui.facts.trials.english_results import Chain, by_arm
from sctui.facts.trials.english_rows import rows
from sctui.facts.trials.english_shares import shares_of_all
from sctui.facts.trials.phrases import cell_phrases
from sctui.facts.trials.roster_names import Roster
from sctui.facts.trials.setting import Found
from sctui.facts.trials.statement import Statement
from sctui.text import literal
from sctui.text.patterns import HAN
from sctui.text.quantity import QuantityKind

_PERCENT = r"\s?[(\[]\d+(?:\.\d+)?\s?%[)\]]"
_OF = re.compile(
    rf"\s(?:out\s)?of\s(?:the\s|all\s)?(?:\d+|[a-z]+(?:-[a-z]+)?)\s(?:[\w-]+\s){{0,2}}?{WHO}(?:{_PERCENT})?"
    r"(?P<did>\s(?![(\[])[^,.;]{3,80}(?=[,.;]|$))"
)
_OF_ALL = re.compile(
    rf"\s(?:out\s)?of\s(?:the\s|all\s)?\d+\s(?:[\w-]+\s){{0,2}}?{WHO}(?:{_PERCENT})?(?=[,.;]|$)"
)
_SHARE = re.compile(rf"{_PERCENT}\s(?:[\w-]+\s)?{WHO}(?P<did>\s(?![(\[])[^,.;]{{3,80}}(?=[,.;]|$))")
_PEOPLE = re.compile(  # `16 patients (29.6%) had a response`
    rf"{_PERCENT}(?P<did>\s(?:had|have|achieved|reached|showed|developed|experienced|improved|recovered|died"
    r"|survived|relapsed|responded|went into|became|required|needed|were|met)\b"
    r"[^,.;()]{2,60}?)(?=\sand\s(?:\d|an?\s)|[,.;(]|$)"
)
_FROM_TO = re.compile(rf"(?P<v>{FROM_TO.pattern})")
_CHANGED = re.compile(
    r"\s(?:had\s|was\s|were\s|has\s|have\s)?(?:significantly\s|markedly\s|also\s)*(?P<how>increased"
    r"|decreased|improved|declined"
    r"|fell|rose|dropped|reduced|changed|lowered|raised)\b"
)
_SCORE = re.compile(
    r"(?P<what>(?:[\w-]+\s){0,3}?[\w-]+\s(?:scores?|index|levels?|rates?|counts?))\s?[,:]?\s?$"
)
_KIND = (
    r"(?P<kind>(?:weighted\s|standardi[sz]ed\s)?mean difference|md|smd|wmd"
    r"|rr|or|hr|(?:risk|odds|hazard|rate) ratio|relative risk)"
)
_BRACKETED = re.compile(
    rf"[(;,]\s?(?:adjusted\s|pooled\s)?{_KIND}(?:\s[(\[]\w+[)\]])?[,:=\s]+(?:of\s)?(?P<v>{NUMBER}(?:\s?%)?)"
)
_BEFORE = re.compile(r"(?P<what>(?:[\w-]+\s(?:\([\w-]{2,8}\)\s)?){1,4})\(\s?(?:adjusted\s|pooled\s)?$")
# `the odds ratio for remission was 2.1`
_EFFECT_OF = re.compile(
    r"(?P<kind>(?:standardi[sz]ed\s)?mean difference|relative risk|(?:risk|odds|hazard) ratio)"
    r"\s(?:for|of|in)\s(?:the\s)?"
    rf"(?P<what>[\w\s-]{{3,50}}?)\s(?:was|were|is|of|:|=)\s?(?P<v>{NUMBER}(?:\s?%)?)"
)
# `mortality was lower`: mortality
_COMPARED = re.compile(
    r"\s(?:was|were|is|are)\s(?:\w+ly\s)?(?:lower|higher|reduced|increased|greater|less|more|better|worse"
    r"|longer|shorter)"
    r"(?:\s(?:frequent|common|likely))?$"
)
_MEDIAN = re.compile(r"^(?:median|mean|average)\s")
_GROUP_END = re.compile(r"\b(?:cohorts?|groups?|arms?|patients|participants|controls?|placebo|treatment)$")
_OCCURRED = re.compile(
    r"\b(?:occurrence|incidence|risk|rate|rates|odds|number|frequency) of (?P<event>[\w\s-]{2,40}?)"
    r"\s(?:was|were|did|is|are)\b"
)
_NOT_MEASURED = re.compile(
    r"^(?:significantly|improved|reduced|increased|decreased|lowered|raised|and|or|the|a|an|of|in|to|from"
    r"|with|both|their|mean|that|also|showed|found|results?|we)\s"
)
_HOW_MUCH = re.compile(r"(?:\s(?:significantly|markedly|greatly|substantially|slightly|only|also))+$")
# `the effect was larger in deep wounds (SMD 1.9, …)`: among whom, not what
_AMONG = re.compile(
    r"\b(?:than|larger|smaller|greater|stronger|weaker|higher|lower|better|worse|effects?|results?"
    r"|outcomes?)\sin\b"
)
_INTERVAL = re.compile(r"(?:ci|cis|interval|intervals|range|iqr)\)?\s?[,:]?\s?$")


_OF_PEOPLE = re.compile(rf"\sof\s(?:the\s|all\s)?{WHO}")
_LONGEST = 2000  # characters of a sentence
_LONGEST_WORD = 12  # characters of the comparative in front of those words


def english_numbers(
    statement: Statement, roster: Roster = (), before: Statement | None = None
) -> Iterator[Found]:
    """Results of an English sentence that are numbers; nothing for a Chinese one.

    `roster` are the study's arms, `before` is the sentence in front of it.

    Slots: `count` (`5 of 14 patients (35.7%) had fever`), `change` (`the score fell from 6.0 to 3.5`),
    `outcome` (a difference with its confidence interval; one figure against another).
    """
    if HAN.search(statement.text):
        return
    if len(statement.view) > _LONGEST:
        return  # a page that lost its full stops: no sentence
    in_rows = list(rows(statement, roster, before))
    yield from in_rows
    taken = {at for one in in_rows for at in range(one.start, one.end)}
    apart = [one for one in between(statement, roster) if one.start not in taken]
    yield from apart
    taken |= {at for one in apart for at in range(one.start, one.end)}
    said = [one for one in plain(statement) if one.start not in taken]
    yield from said if len(roster) < 2 else (one for one in said if one.arm)
    taken |= {at for one in said for at in range(one.start, one.end)}
    by_group = [one for one in group_counts(statement) if one.start not in taken]
    yield from by_group
    yield from (one for one in _counts(statement, by_group) if is_told_wholly(statement, one))
    listed = [one for one in lists(statement) if one.start not in taken]
    yield from listed
    taken |= {at for one in listed for at in range(one.start, one.end)}
    arms, chains = by_arm(statement)
    arms = [one for one in arms if one.start not in taken]
    yield from arms
    taken |= {at for one in arms for at in range(one.start, one.end)}
    changes = (one for one in _changes(statement) if one.start not in taken)
    yield from (one for one in changes if is_told_wholly(statement, one))
    yield from _effects(statement, chains)
    if len(roster) < 2:
        yield from (one for one in shares_of_all(statement) if one.start not in taken)


def _effects(statement: Statement, chains: Sequence[Chain]) -> Iterator[Found]:
    """Ratios and differences, each of what its sentence measures."""
    told = [(m, _measured(statement, m, chains)) for m in _BRACKETED.finditer(statement.view)]
    told += [(m, _named(statement, *m.span("what"))) for m in _EFFECT_OF.finditer(statement.view)]
    for match, what in told:
        if what and reads_well(what) and not is_word_or(statement, match):
            kind = statement.text[slice(*match.span("kind"))]
            measure = f"{spelt(kind)} {of_what(kind, what)}{_versus(statement)}"
            yield _found(statement, "outcome", match, measure)


def _measured(statement: Statement, match: re.Match[str], chains: Sequence[Chain]) -> str:
    """What a measure of effect in brackets is of, by the sentence in front of them."""
    bracket = statement.view.rfind("(", 0, match.start("kind"))
    measure = measure_before(statement, bracket)
    chain = next((one for one in reversed(chains) if one.measure.start < match.start("kind")), None)
    if measure is None and chain:
        measure = chain.measure
    return _MEDIAN.sub("", measure.what) if measure else _event(statement, match)


def _event(statement: Statement, match: re.Match[str]) -> str:
    """The words right in front of the brackets, or the subject where those name a group."""
    before = _BEFORE.search(statement.view[: match.start("kind")])
    if before is None:
        return event_of(statement)
    start, end = before.span("what")
    if _AMONG.search(statement.view[max(0, start - _LONGEST_WORD) : end]):
        return ""
    what = _COMPARED.sub("", _named(statement, start, end))
    if not _GROUP_END.search(what.lower()):
        return what
    told = _OCCURRED.search(statement.view[:start])
    return statement.text[slice(*told.span("event"))] if told else event_of(statement)


def is_told_wholly(statement: Statement, item: Found) -> bool:
    """Whether a figure of an English sentence can be asked: what it is of reads well, and its arm is told."""
    if HAN.search(statement.text):
        return True
    if item.slot in ("count", "share", "count_of", "share_of"):
        return tells_deed(item.measure.removeprefix(f"in the {item.arm} ") if item.arm else item.measure)
    if item.slot not in ("outcome", "change"):
        return True
    if OF_SOME.match(statement.view, item.end - statement.start) or _OF_PEOPLE.search(
        statement.seen(item.start, item.end)
    ):
        return False
    return reads_well(item.measure) and (is_of_arm(item.measure) or is_of_all(statement))


def _versus(statement: Statement) -> str:
    """`, versus placebo`: what a ratio sets the treatment against, where the sentence names it."""
    control = next(comparators(statement), None)
    return f", versus {statement.raw(control.start, control.end)}" if control else ""


def _counts(statement: Statement, told: Sequence[Found]) -> Iterator[Found]:
    """So many of so many, where no group is said; `told` are those by group."""
    leading = arm_at(statement, 0)
    leading = leading if leading and leading.told == f"in the {leading.name}" else None
    among, arm = (f"{leading.told} ", leading.name) if leading else ("", "")
    for quantity in statement.quantities:
        if any(one.start <= quantity.number < one.end for one in told):
            continue
        if quantity.kind not in (QuantityKind.PLAIN, QuantityKind.PEOPLE, QuantityKind.PERCENT):
            continue
        rest = statement.seen(quantity.end, statement.end)
        match = _OF.match(rest) or _SHARE.match(rest)
        whole = statement.seen(statement.start, quantity.start).endswith((" of ", " of the ", " of all "))
        if match is None and quantity.kind is QuantityKind.PEOPLE and not whole:
            match = _PEOPLE.match(rest)
        if match and quantity.kind is not QuantityKind.PERCENT:
            start, end = quantity.end + match.start("did"), quantity.end + match.end("did")
            yield Found(
                "count",
                quantity.number,
                start,
                measure=f"{among}{statement.raw(start, end).strip()}",
                arm=arm,
                evidence=(statement.clause_at(quantity.number).start, end),
            )
        elif quantity.kind is not QuantityKind.PERCENT and (of := _OF_ALL.match(rest)):
            event = event_before(statement, quantity.number)
            if event:
                clause, end = statement.clause_at(quantity.number), quantity.end + of.end()
                yield Found(
                    "count",
                    quantity.number,
                    end,
                    measure=f"{among}had {event}",
                    evidence=(clause.start, end),
                    arm=arm,
                )


def _changes(statement: Statement) -> Iterator[Found]:
    """`the score fell from 6.0 to 3.5`, `the treatment reduced pain [5 to 3]`, `VAS score 6.0 to 3.5`."""
    for match in _FROM_TO.finditer(statement.view):
        at = statement.start + match.start()
        clause = statement.clause_at(at)
        before = statement.seen(clause.start, at)
        if _INTERVAL.search(before) or not literal.search(r"\d", match["v"]):
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
    after = literal.match(
        r"(?:\s(?:the|their))?\s(?P<what>[^()\[\],;]{3,80}?)\s?(?:from\s[^()\[\]]*)?[(\[]?\s?$",
        before[changed.end() :],
    )
    return statement.raw(*(start + changed.end() + at for at in after.span("what"))) if after else ""


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
