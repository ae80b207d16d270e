"""How many of how many in each group: `response in 12 of 24 in the treated group vs 5 of 23 on placebo`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sctui.facts.trials.phrases import cell_phrases
from sctui.facts.trials.setting import Found
from sctui.facts.trials.statement import Statement
from sctui.text import literal
from sctui.text.patterns import HAN
from sctui.text.quantity import Quantity

WHO = r"(?:patients|participants|subjects|women|men|children|individuals|adults|cases|people|infants)"
_NUMBER = r"(?:\d[\d,]*|(?!(?:none|most|some|all|part|number|rate)\b)[a-z]+(?:-[a-z]+)?)"
_PERCENT = r"(?:\s?[(\[]\d+(?:\.\d+)?\s?%[)\]])?"
_COUNT = re.compile(
    rf"\b(?P<count>(?:\d[\d,]*|{_NUMBER}){_PERCENT}\s(?:out\s)?of\s(?:the\s)?\d[\d,]*(?:\s{WHO})?{_PERCENT})"
    r"\s(?P<in>in|of|from|receiving|given|on|with)\s(?:the\s)?"
    r"(?P<group>(?:[\w-]+\s){1,3}?(?:group|arm|cohort)|placebo|controls?|sham)\b"
)
_BEFORE = re.compile(
    r"(?P<event>[^,;.()]{3,60}?)\s(?:(?:was|were|had been)\s)?"
    r"(?:occurr?ed|happened|seen|observed|reported|achieved|reached|noted|found|recorded|documented"
    r"|present)\s(?:in|by)\s$"
)
_BEHIND = re.compile(
    r"\s(?P<did>(?:had|have|achieved|reached|showed|responded|relapsed|developed|experienced|improved"
    r"|recovered|died"
    r"|survived|remained|were|was)\b[^,.;()]*?)(?=,?\s(?:vs\.?|versus|compared|and|whereas|while|but"
    r"|than)\s|[,.;()]|$)"
)
# the arm right behind a figure
IN_ARM = re.compile(
    r"\s(?:in|for|with)\s(?:the\s)?"
    r"(?P<arm>(?:[\w-]+\s){1,4}?(?:group|arm|cohort)|(?:high|low)(?:er)?\sdose)\b"
)
_IN_FRONT = re.compile(
    r"(?P<g>(?P<whole>(?:group|cohort|arm)\s\w+|[\w-]+\s(?:group|arm|cohort))|placebo|control|sham"
    r"|saline)s?[,\s]*[(\[]?\s?$"
)
_EVENT = re.compile(r"\b(?:remission|response|relapse|recovery|closure|healing)$")
_LEAD = re.compile(
    r"^(?:(?:and|while|whereas|but|that|the|a|an|overall|at \w+ \w+|in (?:a|the|this)[^,]*?trial)\s)+"
)


def group_counts(statement: Statement) -> Iterator[Found]:
    """Counts of an English sentence by group (slot `count`); nothing where it does not say of what."""
    if HAN.search(statement.text):
        return
    found = list(_COUNT.finditer(statement.view))
    event = event_of(statement) if found else ""
    if not found:
        return
    did = _BEHIND.match(statement.view, found[0].end()) or _BEHIND.match(statement.view, found[-1].end())
    told = f"had {event}" if event else statement.text[slice(*did.span("did"))].strip() if did else ""
    if not told:
        return
    begin, last = statement.start + found[0].start(), statement.start + found[-1].end()
    start = min(statement.clause_at(begin).start, begin)
    end = max(last, statement.start + did.end("did")) if did and not event else last
    for match in found:
        group = statement.text[slice(*match.span("group"))]
        first, last = (statement.start + place for place in match.span("count"))
        others = [statement.text[slice(*one.span("count"))] for one in found if one is not match]
        measure, versus = f"in the {group} {told}", others[0] if len(others) == 1 else ""
        yield Found("count", first, last, measure=measure, evidence=(start, end), arm=group, versus=versus)


def event_of(statement: Statement) -> str:
    """What is counted, where the sentence says it first (`remission was achieved in …`); empty otherwise."""
    first = _COUNT.search(statement.view)
    return event_before(statement, statement.start + first.start()) if first else ""


def event_before(statement: Statement, column: int) -> str:
    """What occurred, right before a column (`headache occurred in`); empty when nothing is said to."""
    before = _BEFORE.search(statement.view[: column - statement.start])
    if before is None:
        return ""
    event = statement.text[slice(*before.span("event"))].strip()
    lead = _LEAD.match(event.lower())
    event = event[lead.end() :] if lead else event
    return event[:1].lower() + event[1:] if event[1:2].islower() else event


def as_rate(event: str) -> str:
    """The share of those whom something befell, by its name (`remission rate`)."""
    return f"{event} rate" if _EVENT.search(event) and " of " not in event else event


def named_group(statement: Statement, quantity: Quantity) -> str | None:
    """The group that a bracket counts (`group 1 (n = 5)`, `(n = 5, cohort 2)`, `placebo (105 patients)`).

    None for another quantity, empty for a bracket behind words that name no group.
    """
    sized = statement.seen(quantity.start, quantity.end).startswith("n")
    before = statement.seen(statement.start, quantity.start)
    closed = before.rstrip().endswith(("(", "[")) and statement.seen(quantity.end, quantity.end + 1) in tuple(
        ")];,"
    )
    if HAN.search(statement.text) or not (sized or closed):
        return "" if sized else None
    behind = literal.match(
        r",?\s?(?P<g>(?:group|cohort|arm)\s\w+)", statement.seen(quantity.end, statement.end)
    )
    if behind:
        return statement.raw(*(quantity.end + at for at in behind.span("g")))
    group = _IN_FRONT.search(before)
    if group:
        return f"{statement.text[slice(*group.span('g'))]}{'' if group['whole'] else ' group'}"
    end = statement.start + len(before.rstrip(" (["))
    phrase = next((one for one in cell_phrases(statement) if end in (one.end, one.action)), None)
    given = f"group given {statement.raw(phrase.start, phrase.end)}" if phrase else ""
    return given if given or sized else None
