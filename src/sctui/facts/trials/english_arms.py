"""The arm of an English trial that a figure is of: `in the cell group`, `with placebo`, `in controls`."""

from __future__ import annotations

import re
from dataclasses import dataclass

from sctui.facts.trials.phrases import cell_phrases
from sctui.facts.trials.statement import Statement
from sctui.text import literal

PEOPLE = (
    r"(?:patients|participants|subjects|people|adults|children|infants|women|men|individuals|cases"
    r"|recipients)"
)
_WORD = r"(?:(?!(?:and|or|than|versus|vs|was|were|had|have|with|in|of|on|by|at|to)\b)[a-z][\w.+'-]*\s)"
_NAME = (
    rf"(?:{_WORD}{{0,4}}?(?:groups?|arms?|cohorts?|recipients|controls?(?!\s(?:group|arm)))(?:\s(?:\d"
    rf"|[a-d])\b)?"
    r"|(?:(?:placebo|sham|saline|vehicle)(?:[\s-](?:treated|injection|procedure|injections|surgery|control))?"
    r"|(?:standard|usual|conventional|supportive|best[\s-]available)(?:\s\w+)?\s(?:care|therapy|treatment)"
    rf"|(?:treated|untreated|vaccinated|unvaccinated|transplanted)(?:\s{PEOPLE})?)(?![\w-])"
    r"|(?:high|low|medium)(?:er|est)?[\s-]dose"
    rf"|{_WORD}{{0,4}}?(?:<:agent.en>|<:counted.en>)s?\b)\b"
)
_LEAD = (
    r"(?:^|\s)(?:in|with|for|of|among|on|from|after|receiving|given)\s"
    rf"(?:(?:the|all|those|{PEOPLE})\s)*"
    r"(?:(?:in|of|on|with|receiving|given|taking|treated\swith|assigned\sto|who\s(?:received"
    r"|had\sreceived|took)"
    r"|randomi[sz]ed\sto|from)\s)?(?:the\s)?"
)
_WITHOUT = re.compile(r"\swithout(?:\s(?:it|them|cells))?(?=\s?[(,.;]|$)")  # `21% with cells and 42% without`
_ACTIVE = re.compile(r"\s(?:in|of|with)\sthe\s(?P<name>active)(?=\s(?:and|versus|vs)\b)")
_ANY = re.compile(r"\b(?:groups?|arms?|cohorts?|placebo|sham|controls?)\b(?!-)")
_AGAINST = re.compile(
    r"\b(?:vs|versus|respectively|subgroups?)\b|\bcompared (?:with|to) (?!baseline|before|pre)"
)
_BESIDE = re.compile(r"\s(?:plus|combined with)\s[\w-]+(?:\s(?:acid|therapy|treatment|cells))?")
_ALL = re.compile(r"^(?:both|all|each|either|two|three|these|our|study)(?![\w-])")
_CONTROL = re.compile(
    r"\b(?:placebo|sham|saline|vehicle|controls?|standard|usual|conventional|supportive|untreated"
    r"|unvaccinated|comparator"
    r"|best[\s-]available)\b"
)
_GROUP = re.compile(r"\b(?:groups?|arms?|cohorts?)(?:\s\w)?$")
LETTERED = re.compile(r"(?:[Gg]roup|[Aa]rm|[Cc]ohort)\s(?:[A-Za-e]|\d|[Ii]{1,3})(?:\s\([^()]*\))?")
_OF_PEOPLE = re.compile(rf"\b(?:controls|{PEOPLE})$|^(?:treated|untreated|vaccinated|unvaccinated)$")
_BARE = re.compile(r"(?:un)?(?:treated|vaccinated)")


@dataclass(frozen=True, slots=True)
class Arm:
    """An arm by its name as written, where that ends, and whether it is the one compared with."""

    name: str
    end: int
    control: bool

    @property
    def told(self) -> str:
        """The arm behind what was measured in it (`in the placebo group`)."""
        if LETTERED.fullmatch(self.name):
            return f"in {self.name[0].lower()}{self.name[1:]}"
        if _GROUP.search(self.name.lower()):
            return f"in the {self.name}"
        if _OF_PEOPLE.search(self.name.lower()):
            return f"in {self.name}" + (" patients" if _BARE.fullmatch(self.name.lower()) else "")
        return f"with the {self.name}" if self.name.endswith("dose") else f"with {self.name}"

    @property
    def of_people(self) -> str:
        """The arm behind its patients (`the patients given placebo`, `the patients in the control group`)."""
        if _OF_PEOPLE.search(self.name.lower()):
            return f"in the {'control' if self.control else 'treatment'} group"
        return literal.sub("^with ", "given ", self.told)


TREATED = Arm("treatment group", 0, control=False)


def arm_at(statement: Statement, at: int) -> Arm | None:
    """The arm told at a place of the sentence (an offset in it); None where none is."""
    without, active = _WITHOUT.match(statement.view, at), _ACTIVE.match(statement.view, at)
    if without:
        return Arm("control group", without.end(), control=True)
    if active:
        return Arm("active group", active.end(), control=False)
    lead = re.compile(_LEAD).match(statement.view, at)
    return name_at(statement, lead.end()) if lead else None


def name_at(statement: Statement, at: int) -> Arm | None:
    """The arm whose name stands at a place of the sentence."""
    found = statement.words.pattern(_NAME).match(statement.view, at)
    end = found.end() if found else 0
    for phrase in cell_phrases(statement):  # cells or a drug by their names
        if phrase.start - statement.start == at:
            end = max(end, phrase.end - statement.start)
    if not end or _ALL.match(statement.view[at:end]):
        return None
    beside = _BESIDE.match(statement.view, end)
    end = beside.end() if beside else end
    name = statement.text[at:end]
    return Arm(name, end, control=bool(_CONTROL.search(name.lower())))


def names_arm(statement: Statement) -> bool:
    """Whether a sentence speaks of arms at all."""
    return bool(_ANY.search(statement.view))


def is_of_all(statement: Statement, at: int = 0) -> bool:
    """Whether a figure without an arm can be that of all: no arms are told of, or set against each other.

    What stands behind a colon that follows the figure, which ends `at` an offset, does not speak of it.
    """
    colon = statement.view.find(": ", at) if at else -1
    return not names_arm(statement) and not _AGAINST.search(statement.view[: colon if colon >= 0 else None])


def is_of_arm(measure: str) -> bool:
    """Whether what was measured says in which arm."""
    return bool(_ANY.search(measure.lower()))


def trailing_arm(statement: Statement, start: int, end: int) -> tuple[int, Arm] | None:
    """The arm at the end of a stretch (`the score in the treated group`), and where its words begin."""
    for at in (
        m.start() for m in literal.finditer(r"\s(?=(?:in|with|for|of|among|on)\s)", statement.view[:end])
    ):
        if at <= start:
            continue
        arm = arm_at(statement, at)
        if arm and arm.end == end:
            return at, arm
    return None
