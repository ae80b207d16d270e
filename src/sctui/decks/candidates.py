"""The questions for the facts of a document: one by one, or together where one question asks for several."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from sctui.decks.asking import Asking, Candidate
from sctui.decks.carriers import ANY_CELLS, TREATED
from sctui.decks.claim_faults import ALONE, GUESSED, OPEN, answers_frame, fault_of_claim, frames_of
from sctui.decks.foregone import is_foregone
from sctui.decks.full_names import own_full_names
from sctui.decks.joined import BARE, KINDS, joined
from sctui.decks.results import FIGURES, RESULTS, is_practice, tells_how
from sctui.decks.retold import retold
from sctui.decks.rubric import Refusal
from sctui.decks.senses import read_senses
from sctui.decks.study_label import StudyNames
from sctui.decks.templates import Templates
from sctui.decks.turned import is_vague, what_changed
from sctui.decks.wording import COMPARED, with_interval
from sctui.lexicon.lexicon import Lexicon
from sctui.model.document import Document
from sctui.model.fact import Fact, FactKind
from sctui.model.language import Language
from sctui.model.topic import Topic
from sctui.text.match_view import match_view
from sctui.text.patterns import HAN

DETAIL = "detail of a study"
_DETAILS = BARE | {"condition", "followups"}
_OF_A_PERSON = frozenset({"received", "course", "when", "duration", "age", "followup"})
_COUNTED = re.compile(r"[\d,]+\s?(?:名|例|人|位|个|patients|participants)?(?:患者|病人|参与者|受试者)?")
# of whom something is counted: `接受X的50名患者中，`
_AMONG = re.compile(
    r"(?P<who>(?:接受|使用|采用|採用)[^,，。;；]{2,28}?的?\d+[名例位](?:患者|参与者|參與者)?)中[,，]"
    r"(?:[^。;；]*[;；,，]其中|[^。;；]*)$"
)
# `37例患者达到缓解, 随后有9例复发`: nine of the 37
_OF_THESE = re.compile(
    r"(?P<who>\d+\s?[名例位](?:患者|病人))(?P<did>[达達][到至][^,，。;；、]{2,14}?)(?:[状狀][态態])?[,，]"
    r"(?:[随隨隨][后後]|其[后後]|此[后後])有?$"
)
# `第28天的客观缓解率为70%,其中16例`: of those with the response
_OF_RESPONDERS = re.compile(
    r"(?P<when>第\s?\d+\s?(?:天|[周週]|[个個]月))?的?(?P<did>[^,，。;；的\d]{0,4}(?:[缓緩]解|[应應]答|反[应應]))率"
    r"[^,，。;；]{1,10}[,，]其中(?:\d+\s?[名例位][^,，。;；]{2,12}[,，])*$"
)
# patients by the kind of their disease, who are no group of the study
_KIND_OF_PATIENTS = re.compile(r"[^组組]*(?:患者|病人)")
_TREATED_AS = re.compile("接受|治[疗療]|移植|注射|[输輸]注|使用|采用|採用|安慰[剂劑]|[对對]照")
_NEAR = 80  # characters before or behind a figure that belong to it
_BARE_VERDICTS = frozenset({"safe", "effective", "feasible", "safe and effective"})
_CHANGED = frozenset({"change_word", "state_change"})
_TOLD_WHOLE = frozenset({"effect", "caused", "verdict", "conclusion", "proved"})
_LEAST_SEEN = 6  # characters behind a time that tell what was seen then
_NUMBER, _FEW, _MANY = re.compile(r"\d+"), 3, 20
_HOW_MANY = re.compile(r"\d|\b(?:once|twice|single|one|two|three|four|five|six)\b", re.IGNORECASE)
_TOLD = re.compile(r"\b(?:decreased|increased|improved|reduced|ranging|between)\b")  # a sentence, no measure
_IF = re.compile("若|如果|一旦|不当")  # what goes wrong where something is done badly
_CRITERION = re.compile("(?:入组|纳入|入选)标准")  # how long a symptom had to last, to be let in
_PLURAL = re.compile(r"[A-Za-z0-9-]*[A-Z0-9]s")
_SEVERAL = re.compile(r"[和与與及、]|[联聯]合|\band\b|\bcombined\b")


@dataclass(frozen=True, slots=True)
class Candidates:
    """The facts of a document that can be asked for, with every way to do so; and the cards that failed."""

    candidates: tuple[Candidate, ...]
    refused: tuple[Refusal, ...]


def find_candidates(
    document: Document,
    tree: Topic,
    facts: Sequence[Fact],
    templates: Templates,
    lexicon: Lexicon | None = None,
    names: StudyNames | None = None,
) -> Candidates:
    """Every way to ask for the facts of a document.

    `lexicon` knows other names of an answer; `names` are those of the studies beside the library's, where
    there is one.
    """
    studies = {fact.study.key: fact.study for fact in facts if fact.study}
    names = names or StudyNames(tuple(studies.values()), document.language, lexicon)
    asking = Asking(
        document,
        names,
        templates,
        lexicon,
        read_senses(facts, document, tree, lexicon),
        own_full_names(facts),
    )
    return candidates_of(facts, asking)


def candidates_of(facts: Sequence[Fact], asking: Asking) -> Candidates:
    """Every question that passes the rubric, in the order of the facts, and what was refused."""
    place = {id(fact): at for at, fact in enumerate(facts)}
    together: dict[int, Candidate] = {}
    asked: set[int] = set()
    for ways in joined(asking.document, facts, asking.lexicon):
        candidate = asking.together(ways)
        if candidate and not asked & {id(part) for part in candidate.parts}:
            asked |= {id(part) for part in candidate.parts}
            together[min(map(id, candidate.parts), key=place.__getitem__)] = candidate
    results: dict[int, list[Fact]] = defaultdict(list)
    for fact in facts:
        if fact.slot in RESULTS and fact.study:
            results[fact.evidence.line].append(fact)
    frames = frames_of(facts, asking.lexicon)
    told = _turned_already([fact for fact in facts if id(fact) in asked], asking.document)
    candidates: list[Candidate] = []
    refused: list[Refusal] = []
    for found, fact in zip(facts, _in_singular(facts, asking.document.language), strict=True):
        if id(found) in together:
            candidates.append(together[id(found)])
        if id(found) in asked:
            continue
        made = _told_with(fact, results[fact.evidence.line]) or _one(fact, asking)
        if answers_frame(fact, frames[fact.evidence.line], asking.lexicon):
            made = Refusal(GUESSED, fact.kind, fact.subject, fact.evidence.line)
        if isinstance(made, Candidate) and made.fact.study and _turn(made.fact) in told:
            made = Refusal("two answers", fact.kind, made.questions[0].front, fact.evidence.line)
        if isinstance(made, Refusal):
            refused.append(made)
        else:
            candidates.append(replace(made, origin=found))
    kept, again = retold(candidates, asking.lexicon)
    return Candidates(kept, (*refused, *again))


def _turn(fact: Fact) -> tuple[str, str, str]:
    """What is asked of a study by a question for what changed: in which arm, and how."""
    return (fact.study.key if fact.study else "", fact.subject, fact.measure)


def _turned_already(facts: Sequence[Fact], document: Document) -> set[tuple[str, str, str]]:
    """The questions for what changed that facts would answer which are told together with others."""
    turned = (what_changed(fact, document.language, document.text(fact.evidence)) for fact in facts)
    return {_turn(fact) for fact in turned if fact}


def _told_with(fact: Fact, results: Sequence[Fact]) -> Refusal | None:
    """A time or a comparator's figure is no card by itself where a result is asked with it."""
    if fact.slot == "when" and any(_holds(result, fact) for result in results):
        return Refusal(DETAIL, fact.kind, fact.value, fact.evidence.line)
    if fact.slot == "change_word" and any(_measures(result, fact) for result in results):
        return Refusal(DETAIL, fact.kind, fact.measure, fact.evidence.line)
    if fact.slot in FIGURES and any(_is_compared(result, fact) for result in results):
        return Refusal(DETAIL, fact.kind, fact.measure or fact.value, fact.evidence.line)
    return None


def _holds(result: Fact, fact: Fact) -> bool:
    place, whole = fact.answer, result.evidence
    return place is not None and place.line == whole.line and whole.start <= place.start < whole.end


def _measures(result: Fact, fact: Fact) -> bool:
    """Whether a result tells by how much the very thing changed that a fact only says has changed."""
    same = result.study is fact.study and result.slot in FIGURES
    return same and match_view(fact.measure) in match_view(result.measure)


def _is_compared(result: Fact, fact: Fact) -> bool:
    """Whether a figure is what another one of its sentence is set against."""
    told = result.told if result.slot in COMPARED else None
    if told is None or not (told.arm and told.versus) or fact.study is not result.study:
        return False
    return fact.value == told.versus and _behind(result, fact)


def _behind(result: Fact, fact: Fact) -> bool:
    a, b = result.answer, fact.answer
    return a is not None and b is not None and a.line == b.line and a.end <= b.start


def _one(fact: Fact, asking: Asking) -> Candidate | Refusal:
    """One question for one fact: turned round where how something changed could be guessed."""
    of_study = fact.kind is FactKind.TRIAL
    item = (
        _not_worth_asking(fact, asking.lexicon)
        if of_study
        else fault_of_claim(fact, asking.document.text(fact.evidence), asking.lexicon)
    )
    if of_study and tells_how(fact, asking.document):
        item = DETAIL
    if item:
        return Refusal(item, fact.kind, fact.measure or fact.value, fact.evidence.line)
    for better in _better(fact, asking.document):
        made = asking.candidate(better)
        if isinstance(made, Candidate):
            return made
    return asking.candidate(fact)


def _better(fact: Fact, document: Document) -> Iterator[Fact]:
    """Other tellings of a result that make a better question: what changed, of whom, how surely."""
    if fact.kind is not FactKind.TRIAL:
        return
    if turned := what_changed(fact, document.language, document.text(fact.evidence)):
        yield turned
    if fact.answer is None:
        return
    line, start, end = document.lines[fact.answer.line - 1].text, fact.answer.start, fact.answer.end
    if fact.slot in {"count", "share"} and (who := _of_whom(line[max(0, start - _NEAR) : start])):
        yield replace(fact, slot=f"{fact.slot}_of", subject=who)
    surely = with_interval(fact, line[end : end + _NEAR])
    if surely is not fact:
        yield surely


def _of_whom(before: str) -> str:
    """Those among whom something is counted, told before the number; empty when they are not."""
    told = _AMONG.search(before)
    if told:
        return told["who"]
    if responders := _OF_RESPONDERS.search(before):
        when = (responders["when"] or "").replace(" ", "")
        return f"{when}{responders['did']}的患者"
    of = _OF_THESE.search(before)
    return f"{of['did']}的{of['who']}".replace(" ", "") if of else ""


def _not_worth_asking(fact: Fact, lexicon: Lexicon | None) -> str:
    """What keeps a fact of a study from being a card by itself; empty for nothing."""
    kind = fact.study.get("kind") if fact.study else ""
    disease = fact.study.get("condition") if fact.study and fact.slot in _CHANGED else ""
    told = fact.value if fact.slot in _TOLD_WHOLE else f"{fact.measure}{fact.value}"
    found = fact.slot in RESULTS - FIGURES - {"safety"} or fact.slot.startswith("state")
    of_nobody = kind == "loose"
    reasons = (
        (DETAIL, fact.slot in _DETAILS and kind in KINDS),
        (OPEN, fact.slot == "hazard" and bool(_IF.search(match_view(fact.subject)))),
        (
            GUESSED,
            fact.slot in TREATED and bool(ANY_CELLS.fullmatch(match_view(fact.value.strip()))),
        ),
        (DETAIL, kind == "case" and fact.slot in _OF_A_PERSON),
        (DETAIL, fact.slot == "reviewed"),
        (DETAIL, fact.slot in {"arm", "arm_of"} and _is_one_or_two(fact)),
        (DETAIL, fact.slot == "arm_size" and _is_kind_of_patients(fact.measure)),
        (DETAIL, fact.slot in {"n", *TREATED} and is_practice(fact)),
        (DETAIL, of_nobody and fact.slot == "verdict"),
        (DETAIL, bool(_CRITERION.match(match_view(fact.measure)))),
        # `a company's trial`, of what is not told; `among the 59`
        (DETAIL, fact.slot == "when" and _is_time_alone(fact)),
        (ALONE, fact.slot == "phase_of"),
        (ALONE, fact.slot.endswith("_of") and bool(_COUNTED.fullmatch(match_view(fact.subject)))),
        (GUESSED, fact.slot == "change_word" and is_vague(fact.measure)),
        (GUESSED, found and bool(HAN.search(told)) and is_foregone(told, lexicon, disease)),
        (GUESSED, fact.slot == "verdict" and fact.value.casefold() in _BARE_VERDICTS),
        (DETAIL, fact.slot == "doses" and fact.value.isascii() and not _HOW_MANY.search(fact.value)),
        ("cut text", fact.slot in COMPARED and bool(_TOLD.search(fact.measure))),
        # `clinical studies show that ____ helps`: anything fits, but what is given together
        (OPEN, of_nobody and fact.slot == "product" and not _SEVERAL.search(fact.value)),
    )
    return next((item for item, holds in reasons if holds), "")


def _is_one_or_two(fact: Fact) -> bool:
    """Whether so few of the patients were treated so that nobody need remember how many."""
    size, total = (_NUMBER.search(text) for text in (fact.value, fact.study.get("n") if fact.study else ""))
    return bool(size and int(size[0]) <= _FEW and total and int(total[0]) >= _MANY)


def _is_kind_of_patients(measure: str) -> bool:
    """Whether those counted only have a kind of the disease, and were treated like all others."""
    return bool(_KIND_OF_PATIENTS.fullmatch(measure)) and not _TREATED_AS.search(measure)


def _is_time_alone(fact: Fact) -> bool:
    """Whether a clause tells a time, and not what was seen then."""
    return fact.answer is not None and fact.evidence.end - fact.answer.end < _LEAST_SEEN


def _in_singular(facts: Sequence[Fact], language: Language) -> list[Fact]:
    """`HSC` and `HSCs` with one full name are one term: the plural is asked as the singular.

    A Chinese name has no plural, so that in Chinese the singular is always asked.
    """
    known = {(match_view(fact.subject), match_view(fact.value)) for fact in facts if fact.slot == "expansion"}

    def singular(fact: Fact) -> Fact:
        short = fact.subject.removesuffix("s")
        plural = language.is_chinese and _PLURAL.fullmatch(fact.subject)
        if fact.slot == "expansion" and (plural or (match_view(short), match_view(fact.value)) in known):
            return replace(fact, subject=short)
        return fact

    return [singular(fact) for fact in facts]
