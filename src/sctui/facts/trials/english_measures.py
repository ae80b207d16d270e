"""What an English figure measures: the subject of its verb, or the object of what the treatment did."""

from __future__ import annotations

import re
from typing import NamedTuple

from sctui.facts.trials.english_arms import Arm, trailing_arm
from sctui.facts.trials.phrases import cell_phrases
from sctui.facts.trials.statement import Statement
from sctui.text import literal

CHANGED = (
    r"(?:increased|decreased|fell|rose|improved|worsened|declined|dropped|diminished|grew|climbed|changed"
    r"|lowered"
    r"|raised|shortened|reduced|went up|went down|went"
    r"|slowed|fallen|risen|grown|shrank|shrunk|gone up|gone down"
    r"|(?:was|were) up|(?:was|were) down|doubled|tripled|halved)"
)
_ADVERB = r"(?:\w+ly|also|further|only|still|then|even|overall|on average|not)"
MORE = (
    r"(?:lower|higher|greater|larger|smaller|longer|shorter|better|worse|fewer|less|more"
    r"|similar|reduced|increased|improved)"
)
_CUT = re.compile(
    r"(?:^|[;:(]\s?|,\s(?:and|but|while|whereas|with)\s|,\s|\b(?:while|whereas|(?<!\bin\s)(?<!\bof\s)(?<!\bat\s)(?<!\bon\s)(?<!\bby\s)(?<!\bto\s)that|but)\s)(?=[^;:,]*$)"
)
_ENDPOINT = r"(?:co-)?(?:primary|main|secondary|key)\s(?:[\w-]+\s)?(?:endpoint|outcome|result|measure)s?"
# `overall response at day 28, the primary endpoint, was 70%`
_APPOSED = re.compile(rf"(?:^|[;:.,]\s)(?P<what>[^,;:.]{{3,90}}),\s(?:the|a|our)\s{_ENDPOINT}\s?,?$")
# `the primary endpoint, a fall of 2 points at week 28, was reached by 32%`
_APPOSED_TO = re.compile(rf"(?:^|[;:]\s)the\s{_ENDPOINT},\s(?P<what>[^;:]{{3,120}}?),?$")
# `remission at week 24, defined as closure of all openings, was reached by 54 of 108`
_DEFINED = re.compile(
    r"(?:^|[;:.]\s)(?P<what>[^,;:.]{3,90}),\s(?:defined\sas|meaning|i\.e\.)\s[^;:]{3,160},?$"
)
_ARTICLES = (
    r"(?:(?:and|but|while|whereas|that|the|a|an|mean|average|their|her|his|its|our|both|in addition"
    r"|results?)\s)"
)
_LEAD = re.compile(
    r"^(?:(?:(?:at|by|after) (?:(?:\d{1,3}|\w+) (?:days|weeks|months|years) (?=(?:an?|the|mean|median) )"
    r"|(?:day|week|month|year) \d{1,3} )"
    rf"|(?:on|with|in|over) (?:the )?(?:placebo|sham|saline)(?: group| arm)?,? ){_ARTICLES}*|{_ARTICLES}+)"
)
_WORDS = re.compile(r"[a-z0-9][\w’'()/.+%-]*(?:\s[\w’'()/.+%-]+){0,15}")
_VERB = re.compile(
    r"\b(?:was|were|is|are|had|has|have|did|does|been|showed|shows|found|seen|received|receiving|occurr?ed"
    r"|increased|decreased"
    r"|fell|rose|improved|declined|dropped|remained|compared|versus|vs|who|which|we|they|it|there|this"
    r"|these|those|than|that|suggests?|reduces?|improves?|went|doubled|tripled|halved|increases|lowers"
    r"|raises|indicates?|slowed)\b"
)
_NOBODYS = re.compile(
    r"^\d+(?:\s|$)|^(?:figures?|values?|shares?|gap|total)$|^(?:effects?|but|left|it|they|we|this|that|these|those|which|who|there|others?|rest|remainder|results?|ages?|difference"
    r"|differences|treatment(?!\sfailure)|therapy|one|two|none|most"
    r"|some|all|both|per|percentage|points?|and|or|of|in|with|by|to|from|than|at|for|on)(?![\w-])"
    r"|(?:^|\s)(?:patients|participants|subjects|people|groups?|arms?|cohorts?|women|men|children|adults"
    r"|and|or|of|in|with|the|a)$"
    r"|\bfollow-?up\b|\bpercentage points?\b|^\W"
    r"|^(?:mm|cm|km|m|mg|g|kg|ml|l|ng|pg|iu|db|ms|months?|years?|weeks?|days?"
    r"|hours?)\b"
)
_OTHERS = re.compile(
    r"\b(?:and|or|versus|vs|than)\s(?:in\s)?(?:\d|one\b|two\b|three\b|none\b)|\d\s?%"
    r"|^(?:(?:were )?(?:enrol|random|includ|assign|recruit|exclud|analy[sz]|screen)\w*"
    r"|(?:and|or|with|in|of|for|at|after|by|to|given"
    r"|receiving|treated|who)\b)"
)
_EVENT = re.compile(
    r"\b(?:remission|response|relapse|recovery|closure|healing|survival|mortality|engraftment)$"
)
_PLAIN_RATE = re.compile(
    r"\b(?:rates?|incidence|prevalence|proportion|percentage|frequency|mortality|survival|score|level)\b"
)
_HELD = re.compile(
    rf"(?P<what>.+?)\s(?:was|were|is|are|did not|does not)\s(?:{_ADVERB}\s)*(?:{MORE}|different"
    rf"|differ)(?P<rest>\s.*|,.*)?$"
    rf"|(?P<went>.+?)\s(?:{_ADVERB}\s)*(?:was\s|were\s|had\s|has\s)?(?:differed"
    rf"|{CHANGED})(?P<behind>\s.*|,.*)?$"
)
_DID = re.compile(
    r"\b(?:reduced|improved|increased|decreased|lowered|raised|prolonged|shortened|reduces|improves"
    r"|increases|lowers)\s"
    r"(?:the\s|their\s)?(?P<what>(?:[\w'()/-]+\s?){1,8}?)(?:\s(?:significantly|markedly))?$"
)
_LED = re.compile(
    rf"\b(?:associated with|led to|resulted in|showed|found|had|achieved|produced|there (?:was|were))\s"
    rf"(?:an?\s|the\s|no\s)?(?:{_ADVERB}\s)*(?:{MORE}|reduction in"
    rf"|increase in|improvements? in|decrease in|(?:significant |overall )?differences? in)\s(?:risk of\s"
    rf"|rates? of\s|incidence of\s"
    rf"|odds of\s|likelihood of\s)?"
    r"(?P<what>(?:[\w'()/-]+\s?){1,8}?)(?:\s(?:than|compared|versus|vs|with|in)\b.*)?$"
)


_BROKEN = re.compile(r"[;:]\s|\)\s?,?\s?(?:and\s)?")


class Measure(NamedTuple):
    """What was measured, with the offset in the sentence where its words begin, and the arm told with it."""

    what: str
    start: int
    arm: Arm | None = None


def subject_before(statement: Statement, verb: int, after: int = 0) -> Measure | None:
    """The subject of a verb at an offset of the sentence; None where it names nothing that is measured."""
    before = statement.view[:verb].removesuffix(" was").removesuffix(" were")
    apposed = _APPOSED.search(before) or _APPOSED_TO.search(before) or _DEFINED.search(before)
    if apposed and apposed.start("what") >= after:
        return _phrase(statement, *apposed.span("what"))
    return _phrase(statement, max(cut_before(statement, verb), after), verb)


def cut_before(statement: Statement, column: int) -> int:
    """Where the clause begins that an offset of the sentence stands in."""
    return max((m.end() for m in _CUT.finditer(statement.view[:column])), default=0)


def measure_before(statement: Statement, column: int) -> Measure | None:
    """What a bracket at an offset gives the figures of: what was higher, went down, or was improved."""
    begin = max((m.end() for m in _BROKEN.finditer(statement.view[:column])), default=0)
    stretch = statement.view[begin:column].rstrip(" ,")
    for pattern in (_LED, _DID):
        found = pattern.search(stretch)
        if found and (pattern is _LED or is_treatment(statement, begin, begin + found.start())):
            return _phrase(statement, *(begin + at for at in found.span("what")))
    cut = max((m.end() for m in _CUT.finditer(stretch)), default=0)
    for first in (cut, 0):
        held = _HELD.match(stretch, first)
        if held:
            group = "what" if held["what"] else "went"
            return _phrase(statement, begin + held.start(group), begin + held.end(group))
    return None


def things_before(statement: Statement, column: int) -> Measure | None:
    """A thing of a list that a bracket at an offset gives the figures of (`anemia (40% vs. 32%) and …`)."""
    item = literal.search(
        r"(?:\b(?:were|was|included|including|and|or)|[,:])\s(?P<what>[a-z][\w-]*(?:\s[a-z][\w-]*){0,3})\s?$",
        statement.view[:column],
    )
    return _phrase(statement, *item.span("what")) if item else None


def is_treatment(statement: Statement, start: int, end: int) -> bool:
    """Whether a subject is the treatment, so that the object of the verb is what was measured."""
    first, last = statement.start + start, statement.start + end
    named = any(first <= phrase.start < last for phrase in cell_phrases(statement))
    return named or bool(
        literal.search(r"\b(?:treatment|therapy|cells?|infusions?|injections?)\b", statement.view[start:end])
    )


def _phrase(statement: Statement, start: int, end: int) -> Measure | None:
    while statement.view[start:end].endswith((" ", ",")):
        end -= 1
    auxiliary = literal.search(
        rf"\s(?:(?:was|were|had|has|have|is|are|{_ADVERB})\s?)+$", statement.view[start:end] + " "
    )
    end = start + auxiliary.start() if auxiliary else end
    lead = _LEAD.match(statement.view[start:end])
    start += lead.end() if lead else 0
    told = trailing_arm(statement, start, end)
    at, arm = (told[0], told[1]) if told else (end, None)
    what = statement.text[start:at].strip()
    return Measure(small(what), start, arm) if reads_well(what) else None


def reads_well(measure: str) -> bool:
    """Whether words can stand behind `what was the …`: a name of what is measured, no part of a sentence."""
    seen = measure.lower()
    whole = all(seen.count(a) == seen.count(b) for a, b in ("()", "[]"))
    return bool(
        whole
        and len(seen) > 1
        and _WORDS.fullmatch(seen)
        and not _VERB.search(seen)
        and not _NOBODYS.search(seen)
    )


_NO_VERB = re.compile(  # `twelve people a group`, `22 patients within 36 hours`
    r"(?:an?|the|per|each|within|in|at|after|during|of|for|on|by|from|to|and|or|but|along)\b"
)


def tells_deed(measure: str) -> bool:
    """Whether words say what counted people did (`had fever`), and nothing of others' figures."""
    seen = measure.lower()
    return (
        bool(literal.match(r"[a-z]", seen))
        and not _NO_VERB.match(seen)
        and not _OTHERS.search(seen)
        and seen.count("(") == seen.count(")")
    )


def rate_of(event: str) -> str:
    """The share of those whom something befell (`relapse rate`, `rate of adverse events`)."""
    if _PLAIN_RATE.search(event.lower()):
        return event
    return f"{event} rate" if _EVENT.search(event.lower()) and " of " not in event else f"rate of {event}"


def small(text: str) -> str:
    """Words as they stand within a sentence."""
    if literal.match(r"[A-Z][a-z]+['’]s\b", text):
        return text  # `Alzheimer's disease`
    return text[:1].lower() + text[1:] if literal.match(r"[A-Z][a-z]+(?:[\s'-]|$)|[A-Z]\s", text) else text
