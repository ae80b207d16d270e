"""The questions for the facts of a document: one by one, or together where one question asks for several."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass

from sctui.decks.among_whom import of_some
from sctui.decks.asking import Asking
from sctui.decks.beside import with_more, with_rivals, with_sources
from sctui.decks.better_told import better_tellings
from sctui.decks.candidate import Candidate
from sctui.decks.cells import names_its_source
from sctui.decks.claim_faults import GUESSED, answers_frame, fault_of_claim, frames_of
from sctui.decks.controlled import went_so_in_controls
from sctui.decks.deeds import with_deeds
from sctui.decks.full_names import own_full_names
from sctui.decks.hints import lists_some
from sctui.decks.in_full import told_whole
from sctui.decks.joined import joined
from sctui.decks.labels import without_label
from sctui.decks.narrowed import told_shorter
from sctui.decks.opposed import with_opposed
from sctui.decks.ranked_cells import with_ranks
from sctui.decks.rest_of_cell import with_rest
from sctui.decks.results import RESULTS, tells_how
from sctui.decks.retold import AGAIN, retold
from sctui.decks.rubric import Refusal
from sctui.decks.senses import read_senses
from sctui.decks.singular import in_singular
from sctui.decks.split_list import in_parts, is_long
from sctui.decks.study_label import StudyNames
from sctui.decks.templates import Templates
from sctui.decks.timed import as_timed, dosed
from sctui.decks.told_again import told_again
from sctui.decks.told_twice import told_once
from sctui.decks.told_with import told_with
from sctui.decks.torn import is_torn
from sctui.decks.turned import listed_behind, way_of, what_changed
from sctui.decks.worth_asking import DETAIL, not_worth_asking
from sctui.lexicon.lexicon import Lexicon
from sctui.model.document import Document
from sctui.model.fact import Fact, FactKind
from sctui.model.replacing import replace
from sctui.model.topic import Topic
from sctui.text.match_view import match_view

_LEAKS = "gives its answer away"
_DOERS = "done-by"  # things asked for by what they do; their class stands in the question alone
_NOTHING: Mapping[int, Candidate | Refusal] = {}


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
    ahead: Mapping[int, Candidate | Refusal] = _NOTHING,
) -> Candidates:
    """Every way to ask for the facts of a document.

    `lexicon` knows other names of an answer; `names` are those of the studies beside the library's, where
    there is one; `ahead` has what `asked_ahead` gave so far.
    """
    studies = {fact.study.key: fact.study for fact in facts if fact.study}
    names = names or StudyNames(tuple(studies.values()), document.language, lexicon)
    return candidates_of(facts, _asking(document, tree, facts, templates, lexicon, names), ahead)


def asked_ahead(
    document: Document, tree: Topic, facts: Sequence[Fact], templates: Templates, lexicon: Lexicon
) -> Iterator[tuple[int, Candidate | Refusal]]:
    """What becomes of the facts that tell of no study, one by one, each by its place among the facts.

    Their questions have no names of studies, so that these can be made while the library is not known yet.
    """
    nobodys = StudyNames((), document.language, lexicon)
    asking = _asking(document, tree, facts, templates, lexicon, nobodys)
    for at, fact in enumerate(_told_of_whom(facts, document)):
        if fact.study is None:
            yield at, _one(fact, asking)


def _asking(
    document: Document,
    tree: Topic,
    facts: Sequence[Fact],
    templates: Templates,
    lexicon: Lexicon | None,
    names: StudyNames,
) -> Asking:
    senses = read_senses(facts, document, tree, lexicon)
    return Asking(document, names, templates, lexicon, senses, own_full_names(facts))


def candidates_of(
    facts: Sequence[Fact], asking: Asking, ahead: Mapping[int, Candidate | Refusal] = _NOTHING
) -> Candidates:
    """Every question that passes the rubric, in the order of the facts, and what was refused."""
    place = {id(fact): at for at, fact in enumerate(facts)}
    again = told_again(facts, asking.lexicon)
    once = [fact for fact in facts if fact.study is None or fact.study.key not in again]
    together: dict[int, Candidate] = {}
    asked: set[int] = set()
    for ways in joined(asking.document, once, asking.lexicon):
        candidate = asking.together(ways)
        if candidate and not asked & {id(part) for part in candidate.parts}:
            asked |= {id(part) for part in candidate.parts}
            together[min(map(id, candidate.parts), key=place.__getitem__)] = candidate
    results: dict[int, list[Fact]] = defaultdict(list)
    for fact in facts:
        if fact.slot in RESULTS and fact.study:
            results[fact.evidence.line].append(fact)
    frames, language = frames_of(facts, asking.lexicon), asking.document.language
    turned = _turned_already([fact for fact in facts if id(fact) in asked], asking.document)
    candidates: list[Candidate] = []
    refused: list[Refusal] = []
    told = enumerate(_told_of_whom(facts, asking.document))
    for found, (at, fact) in zip(facts, told, strict=True):
        if id(found) in together:
            candidates.append(together[id(found)])
        if id(found) in asked:
            continue
        made = told_with(fact, results[fact.evidence.line], again) or ahead.get(at) or _one(fact, asking)
        if answers_frame(fact, frames[fact.evidence.line], asking.lexicon):
            made = Refusal(GUESSED, fact.kind, fact.subject, fact.evidence.line)
        if isinstance(made, Candidate) and _went_so_too(made.fact, facts):
            made = asking.candidate(fact)
        for one in _split(_unless_told(made, turned), asking):
            if isinstance(one, Candidate):
                candidates.append(replace(one, origin=found))
            else:
                refused.append(one)
    listed = with_more(with_opposed(with_deeds(candidates, asking), asking), asking.lexicon, language)
    kept, retellings = retold(listed, asking.lexicon)
    kept, twice = told_once(kept, asking.lexicon)
    ranked, alone = with_ranks(with_rivals(kept, asking), asking)
    named = [fact for fact in facts if fact.kind is FactKind.COMPARISON and names_its_source(fact)]
    return Candidates(with_sources(ranked, named, language), (*refused, *retellings, *twice, *alone))


def _turn(fact: Fact) -> tuple[str, str, str]:
    """What is asked of a study by a question for what changed: in which arm, and how."""
    return (fact.study.key if fact.study else "", fact.subject, fact.measure)


def _unless_told(made: Candidate | Refusal, told: Set[tuple[str, str, str]]) -> Candidate | Refusal:
    """What was made; refused where facts that are told together would answer it as well."""
    if isinstance(made, Candidate) and made.fact.study and _turn(made.fact) in told:
        fact = made.fact
        return Refusal("two answers", fact.kind, made.questions[0].front, fact.evidence.line)
    return made


def _went_so_too(turned: Fact, facts: Sequence[Fact]) -> bool:
    """Whether a number tells that something else of the study did as well, or, of nobody's study, of any."""
    if turned.slot != "changed" or turned.study is None:
        return False
    of_nobody = turned.study.get("kind") == "loose"
    what, way = match_view(turned.value), way_of(turned.measure)
    return any(
        fact.slot == "change"
        and (of_nobody or fact.study is turned.study)
        and way_of(fact.measure) == way
        and what not in match_view(fact.measure)
        for fact in facts
    )


def _turned_already(facts: Sequence[Fact], document: Document) -> set[tuple[str, str, str]]:
    """The questions for what changed that facts would answer which are told together with others."""
    turned = (what_changed(fact, document.language, document.text(fact.evidence)) for fact in facts)
    return {_turn(fact) for fact in turned if fact}


def _one(fact: Fact, asking: Asking) -> Candidate | Refusal:
    """One question for one fact: turned round where how something changed could be guessed."""
    of_study = fact.kind is FactKind.TRIAL
    whole = told_whole(fact, asking.document) if of_study else fact
    if whole is None:
        return Refusal(AGAIN, fact.kind, fact.value, fact.evidence.line)
    fact = whole
    item = (
        not_worth_asking(fact, asking.lexicon)
        if of_study
        else fault_of_claim(fact, asking.document.text(fact.evidence), asking.lexicon)
    )
    listed = listed_behind(fact, asking.document) if item == GUESSED else None
    if listed and isinstance(made := asking.candidate(listed), Candidate):
        return made
    if of_study and (tells_how(fact, asking.document) or went_so_in_controls(fact, asking.document)):
        item = DETAIL
    if not item and is_torn(fact):
        item = "cut text"
    if item:
        return Refusal(item, fact.kind, fact.measure or fact.value, fact.evidence.line)
    timed = as_timed(fact, asking.document)
    if timed is None:
        return Refusal(DETAIL, fact.kind, fact.value, fact.evidence.line)
    fact = dosed(timed, asking.document)
    for better in better_tellings(fact, asking.document, asking.lexicon):
        made = asking.candidate(better)
        if isinstance(made, Candidate):
            return made
    made = asking.candidate(fact)
    shorter = (
        told_shorter(fact, asking.document) if isinstance(made, Refusal) and made.item == _LEAKS else None
    )
    again = asking.candidate(shorter) if shorter else made
    return again if isinstance(again, Candidate) else made


def _split(made: Candidate | Refusal, asking: Asking) -> Sequence[Candidate | Refusal]:
    """The gaps of a list too long for one answer; of one that goes on some members are asked for."""
    if isinstance(made, Refusal) or not is_long(made.fact):
        return [made]
    fact, asked = made.fact, tuple(way for way in made.questions if not way.is_gap)
    some = replace(made, questions=asked) if asked else None
    if some and (fact.slot == _DOERS or any(lists_some(fact, asking.document))):
        return [some]
    gaps = [asking.in_gap(part) for part in in_parts(fact, asking.document)]
    if gaps and all(isinstance(one, Candidate) for one in gaps):
        return gaps
    return [some or Refusal("list cannot be split", fact.kind, fact.subject, fact.evidence.line)]


def _told_of_whom(facts: Sequence[Fact], document: Document) -> list[Fact]:
    """The facts in the singular, and a study's results of those that had them."""
    told = with_rest([without_label(fact, document) for fact in facts], document.language)
    single = in_singular(told, document.language)
    return [of_some(fact, document) if fact.kind is FactKind.TRIAL else fact for fact in single]
