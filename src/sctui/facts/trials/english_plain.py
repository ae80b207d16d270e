"""English results in plain words: `59% were in remission`, `better by 23 points`, `2.9 days shorter`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from sctui.facts.trials.english_arms import TREATED, Arm, arm_at, is_of_all
from sctui.facts.trials.english_figures import AMOUNT, FIGURE, TIME, VERSUS
from sctui.facts.trials.english_measures import reads_well, small, subject_before, tells_deed
from sctui.facts.trials.english_told import NO_ARM, outcome, with_arm
from sctui.facts.trials.setting import Found
from sctui.facts.trials.statement import Statement

WAY = r"(?:higher|lower|longer|shorter|greater|smaller|larger|more|less|fewer|better|worse)"
_PERCENT = r"\d{1,3}(?:\.\d+)?\s?(?:%|percent\b|per\scent\b)"
_PEOPLE = (
    r"\sof\s(?:the\s|all\s|these\s|our\s)?(?:[\w-]+\s){0,3}?"
    r"(?:patients|participants|people|subjects|women|men|children|adults|recipients|them)"
)
_DEED = (
    r"(?:were|had|have|achieved|reached|became|remained|showed|met|died|relapsed|responded|developed|reported"
    r"|experienced|needed|required|stayed|survived|improved|recovered|went|no\slonger|still)"
)
# `59.1% (95% CI …) were in combined remission`, behind a time or another such share
_SHARE = re.compile(
    r"(?:^|(?<=,\s)|(?<=;\s)|(?<=\sand\s)|(?<=\swhile\s)|(?<=\sthat\s))"
    rf"(?:(?:about|some|only|nearly|around|almost|more\sthan|over|as\smany\sas)\s)?(?P<v>{_PERCENT})"
    rf"(?P<who>{_PEOPLE})?(?:\s?[(\[][^()\[\]]*[)\]])?\s(?P<did>{_DEED}\b[^,.;()]{{2,80}}?)"
    r"(?=\s?[,.;(]|\sand\s(?:another\s)?\d|$)"
)
# `and another 41% a partial one`, behind `30% had a complete response`
_ANOTHER = re.compile(
    rf"\sand\s(?:another|a\sfurther)\s(?P<v>{_PERCENT})\s(?:had\s)?(?P<one>an?\s[a-z]+)\s(?:one|NOUN)\b"
)
_HAD_ONE = re.compile(r"(?P<had>(?:had|achieved|reached|showed))\san?\s[a-z]+\s(?P<noun>[a-z]+)")
_BY = re.compile(
    rf"\s(?:was|were)\s(?:\w+ly\s)?(?P<way>{WAY})\sby\s{AMOUNT}(?P<v>{FIGURE})(?:\son\saverage)?"
)
_SO_MUCH = re.compile(
    rf"\s(?:was|were|became|averaged)\s(?:(?:on\saverage|about|around)\s)?{AMOUNT}"
    rf"(?P<v>{FIGURE}(?:\s(?:points?|letters?))?\s{WAY})\b(?!\sthan\s(?:with|in|on|for)?\s?\w+\s(?:group|arm))"
)


_TURN = r"(?P<turn>reductions?|decreases?|increases?|improvements?|gains?|rises?|falls?|drops?|declines?)"
_OF_SO_MUCH = (
    re.compile(  # `a mean reduction in pain of 24.6 points at month 6 versus 13.1 points for placebo`
        rf"\b{_TURN}\s(?:from\sbaseline\s)?in\s(?:the\s|their\s)?(?P<what>[^,.;:()]{{3,60}}?)"
        rf"\sof\s{AMOUNT}(?P<v>{FIGURE})(?P<time>{TIME})?"
        rf"(?P<more>(?:\s?[(\[][^()\[\]]*[)\]])?,?\s(?:{VERSUS}|and)\s{AMOUNT}(?P<b>{FIGURE}))?"
    )
)
_BY_SO_MUCH = re.compile(  # `a 45% reduction in pain with cells`
    rf"\ban?\s(?:mean\s|median\s|average\s)?(?P<v>{FIGURE})\s(?:mean\s|relative\s|absolute\s)?{_TURN}\sin\s(?:the\s|their\s)?"
    rf"(?P<what>[^,.;:()]{{3,60}}?)(?P<time>{TIME})?(?=\s(?:with|in\sthe|for|on|versus|compared|after)\b|\s?[,.;(]|$)"
)


def plain(statement: Statement) -> Iterator[Found]:
    """The results of an English sentence that tells of no arms, or of the arm of its figure."""
    yield from _shares(statement)
    for pattern in (_OF_SO_MUCH, _BY_SO_MUCH):
        for match in pattern.finditer(statement.view):
            yield from _turned(statement, match)
    for match in _BY.finditer(statement.view):
        yield from _difference(statement, match, f"{match['way']} by {_written(statement, match)}")
    for match in _SO_MUCH.finditer(statement.view):
        yield from _difference(statement, match, _written(statement, match))


def _turned(statement: Statement, match: re.Match[str]) -> Iterator[Found]:
    """A reduction, or a rise, of so much, with its arm and the figure that it is set against."""
    what = small(statement.text[slice(*match.span("what"))].strip())
    groups = match.groupdict()
    end = match.end("v") if not groups.get("more") else match.end()
    arm = arm_at(statement, match.end("time") if match["time"] else match.end("v"))
    other = arm_at(statement, match.end()) if groups.get("b") else None
    if groups.get("b") and other is None:
        return  # whose the second is, nobody can tell
    arm = arm or (TREATED if other and other.control else None)
    if not reads_well(what) or (arm is None and not is_of_all(statement, match.end())):
        return
    found = outcome(statement, match.span("v"), (match.start(), max(end, other.end if other else 0)))
    yield replace(
        found,
        slot="change",
        measure=with_arm(statement, what, arm or NO_ARM, (match["time"] or "").strip()),
        value=f"{match['turn'].removesuffix('s')} of {_written(statement, match)}",
        arm=arm.name if arm else "",
        versus=statement.text[slice(*match.span("b"))] if other else "",
        other=other.name if other else "",
    )


def _written(statement: Statement, match: re.Match[str]) -> str:
    return statement.text[slice(*match.span("v"))]


def _shares(statement: Statement) -> Iterator[Found]:
    """So many in a hundred did so; nothing where arms are told of."""
    if not is_of_all(statement):
        return
    for match in _SHARE.finditer(statement.view):
        did = statement.text[slice(*match.span("did"))].strip()
        if tells_deed(did):
            yield _share(statement, match, did)
        had = _HAD_ONE.match(did)
        if had is None:
            continue
        another = re.compile(_ANOTHER.pattern.replace("NOUN", had["noun"])).match(statement.view, match.end())
        if another:
            yield _share(statement, another, f"{had['had']} {another['one']} {had['noun']}")


def _share(statement: Statement, match: re.Match[str], did: str) -> Found:
    found = outcome(statement, match.span("v"), (match.start(), match.end()))
    return replace(found, slot="share", measure=with_arm(statement, did, NO_ARM, ""))


def _difference(statement: Statement, match: re.Match[str], value: str) -> Iterator[Found]:
    """By how much something was better or shorter, with the arm behind it."""
    measure = subject_before(statement, match.start())
    arm: Arm | None = arm_at(statement, match.end())
    arm = arm or (measure.arm if measure else None) or (NO_ARM if is_of_all(statement) else None)
    if measure is None or arm is None:
        return
    found = outcome(statement, match.span("v"), (measure.start, max(match.end(), arm.end)))
    what = with_arm(statement, measure.what, arm, "")
    yield replace(found, slot="change", measure=what, value=value, arm=arm.name)
