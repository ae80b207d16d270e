"""Facts become notes: a template is filled, the rubric decides, and no question has two answers."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, field
from itertools import islice
from typing import NamedTuple

from sctui.decks.anchor import Anchor, fact_anchor, joined_anchor, note_ids, sentence_anchor
from sctui.decks.candidate import Candidate
from sctui.decks.candidates import Candidates
from sctui.decks.forms import Alternatives, tolerance
from sctui.decks.identity import answer_key, asks_some, digest
from sctui.decks.order import names_of, needed_terms
from sctui.decks.ranking import Ranked, core, group_of, in_passing, rank_of
from sctui.decks.rubric import Refusal
from sctui.decks.senses import also_shortened
from sctui.decks.sentences import sentences
from sctui.lexicon.lexicon import Lexicon
from sctui.markup.parse import is_marked
from sctui.model.card import CORE, CardKind, Markup, Note, Reverse, Source
from sctui.model.document import Document
from sctui.model.fact import Fact, FactKind
from sctui.model.language import Language
from sctui.model.replacing import replace
from sctui.model.topic import Topic
from sctui.text.match_view import match_view

_NOTHING: Mapping[str, Collection[str]] = {}


@dataclass(frozen=True, slots=True)
class Generation:
    """The notes made from one document, the cards that were refused, and which card asks for which fact."""

    notes: tuple[Note, ...]
    refused: tuple[Refusal, ...]
    asked: tuple[tuple[Fact, str], ...] = ()


@dataclass(slots=True)
class _Draft:
    """A note in the making: without its id, with the facts it asks for, each with the gap number or 0.

    `sources` and `flags` are further ones, of what is said again.
    """

    note: Note
    facts: list[tuple[Fact, int]]
    anchors: list[Anchor] = field(default_factory=list)
    sources: list[Source] = field(default_factory=list)
    flags: list[str] = field(default_factory=list)

    def add(self, candidate: Candidate, told: Iterable[Source], anchor: Anchor) -> None:
        """Take in what is said twice: one note with both sources."""
        self.sources += told
        self.flags += candidate.flags
        self.facts += [(fact, 0) for fact in candidate.found]
        self.anchors.append(anchor)

    def finished(self, id_: str) -> Note:
        """The note with its id, and each of its sources and flags once."""
        if not self.sources:
            return replace(self.note, id=id_)
        sources = tuple(dict.fromkeys((*self.note.sources, *self.sources)))
        flags = tuple(dict.fromkeys((*self.note.flags, *self.flags)))
        return replace(self.note, id=id_, sources=sources, flags=flags)


def make_notes(
    document: Document,
    tree: Topic,
    found: Candidates,
    prefix: str,
    taken: Mapping[str, Collection[str]] = _NOTHING,
    lexicon: Lexicon | None = None,
) -> Generation:
    """Make the notes of a document; `prefix` begins their ids.

    Every note quotes its evidence. A question that two facts answer differently is asked in the next way the
    templates know, and not at all when there is none. So is one that other documents answer differently:
    `taken` gives the digests of the answers by that of the question. Gaps of one sentence are one note.
    """
    kept, ambiguous = _unambiguous(list(found.candidates), taken)
    found_facts = (fact for one in kept for fact in one.found)
    passing = {id(fact) for fact in in_passing(found_facts, document, lexicon)}
    drafts = _drafts(document, tree, kept, lexicon, passing)
    kinds = [draft.note.kind.value for draft in drafts]
    ids = note_ids(prefix, kinds, [draft.anchors for draft in drafts])
    notes = [_as_typed(draft.finished(id_)) for draft, id_ in zip(drafts, ids, strict=True)]
    asked = [
        (fact, f"{id_}#{number}" if number else id_)
        for draft, id_ in zip(drafts, ids, strict=True)
        for fact, number in draft.facts
    ]
    return Generation(
        _with_core(document, drafts, notes, passing), (*found.refused, *ambiguous), tuple(asked)
    )


def _as_typed(note: Note) -> Note:
    """The note; plain where words of its document would be taken for Markdown."""
    turned = (note.reverse.front, note.reverse.back) if note.reverse else ()
    texts = (note.front, note.back, note.text, *note.options, *turned)
    return replace(note, markup=Markup.PLAIN) if any(map(is_marked, texts)) else note


def _unambiguous(
    candidates: list[Candidate], taken: Mapping[str, Collection[str]]
) -> tuple[list[Candidate], list[Refusal]]:
    """Move facts that share a question but not its answer to their next question, until none do."""
    refused: list[Refusal] = []
    asked_elsewhere = bool(taken)
    while True:
        answers: dict[str, set[str]] = defaultdict(set)
        keys = [candidate.keys for candidate in candidates]
        for candidate, own in zip(candidates, keys, strict=True):
            back = answer_key(candidate.questions[0].back)
            for key in own:
                answers[key].add(back)
        clashing = {front for front, backs in answers.items() if len(backs) > 1}
        elsewhere = {
            front for front, backs in answers.items() if asked_elsewhere and _is_taken(front, backs, taken)
        }
        clashing |= elsewhere
        if not clashing:
            return candidates, refused
        remaining: list[Candidate] = []
        clash = [
            one for one, own in zip(candidates, keys, strict=True) if not clashing.isdisjoint(own)
        ]  # the further ways of others need not be worked out
        move = {key for one in clash if _moves(one) for key in one.keys}
        for candidate, own in zip(candidates, keys, strict=True):
            if clashing.isdisjoint(own):
                remaining.append(candidate)
            elif _moves(candidate):
                remaining.append(replace(candidate, questions=candidate.questions[1:]))
            elif clashing.intersection(own) <= move - elsewhere and asks_some(candidate.questions[0].front):
                remaining.append(candidate)  # who asks for all makes way
            else:
                front, fact = candidate.questions[0].front, candidate.fact
                refused.append(Refusal("two answers", fact.kind, front, fact.evidence.line))
        candidates = remaining


def _moves(candidate: Candidate) -> bool:
    """Whether there is another way to ask."""
    return next(islice(candidate.questions, 1, None), None) is not None


def _is_taken(front: str, backs: Iterable[str], taken: Mapping[str, Collection[str]]) -> bool:
    others = taken.get(digest(front), ())
    return any(other != digest(back) for back in backs for other in others)


def _drafts(
    document: Document,
    tree: Topic,
    candidates: Sequence[Candidate],
    lexicon: Lexicon | None,
    passing: Set[int],
) -> list[_Draft]:
    """One note a question, one a sentence with gaps, in the order of the facts."""
    drafts: dict[str, _Draft] = {}
    alternatives = Alternatives(candidates, lexicon)
    both_ways = [one for one in candidates if passing.isdisjoint(map(id, one.found))]
    turned = _turned(both_ways, document.language, lexicon)
    gaps = [one for one in candidates if one.questions[0].is_gap]
    sentence_of = {
        id(one): sentence for sentence in sentences(document, gaps, lexicon) for one in sentence.candidates
    }
    vague = {id(one) for one in gaps if id(one) not in sentence_of}
    for candidate in candidates:
        sentence = sentence_of.get(id(candidate))
        text = sentence.text if sentence else ""
        key = match_view(text) if text else candidate.key
        if sentence is None and id(candidate) in vague:
            continue
        number = sentence.number(candidate) if sentence else 0
        if key in drafts and sentence:
            drafts[key].facts += [(fact, number) for fact in candidate.found]
        elif key in drafts:
            told = _told_at(document, candidate.fact)
            anchor = _anchor(document, candidate, candidate.fact, text)
            drafts[key].add(candidate, told, anchor)
        else:
            asked = sentence.candidates if sentence else (candidate,)
            widest = max(asked, key=_evidence_length).fact
            form = _PLAIN if text else _form(candidate, alternatives, turned)
            note = _note(document, tree, asked, widest, text, form)
            facts = [(fact, number) for fact in candidate.found]
            drafts[key] = _Draft(note, facts, [_anchor(document, candidate, widest, text)])
    return list(drafts.values())


class _Form(NamedTuple):
    """What makes a note one with a number to type, a choice, or a question in both directions."""

    tolerance: str = ""
    options: tuple[str, ...] = ()
    reverse: Reverse | None = None


_PLAIN = _Form()


def _note(
    document: Document, tree: Topic, asked: Sequence[Candidate], widest: Fact, text: str, form: _Form
) -> Note:
    """A note for one question, or for the gaps of one text; its quote is the widest evidence."""
    question = asked[0].questions[0]
    return Note(
        id="",
        kind=CardKind(widest.kind.value),
        topic=_topic(tree, widest.evidence.line),
        front="" if text else question.front,
        back="" if text else question.back,
        text=text,
        sources=_sources(document, asked, widest),
        flags=tuple(dict.fromkeys(flag for one in asked for flag in one.flags)),
        tolerance=form.tolerance,
        options=form.options,
        reverse=form.reverse,
        rule=question.rule,
    )


def _anchor(document: Document, candidate: Candidate, fact: Fact, text: str) -> Anchor:
    if candidate.parts and fact.kind is not FactKind.COMPARISON:  # which its own words tell
        return joined_anchor(document, fact, candidate.parts)
    return sentence_anchor(document, fact) if text else fact_anchor(document, fact)


def _told_at(document: Document, fact: Fact) -> tuple[Source, ...]:
    """The quote of a fact; one for each line that it runs over."""
    return tuple(Source(document.name, place.line, quote) for place, quote in document.pieces(fact.evidence))


def _sources(document: Document, asked: Sequence[Candidate], widest: Fact) -> tuple[Source, ...]:
    """The quotes of a note: one, or that of each fact which its answer was put together of."""
    parts = [part for one in asked for part in one.parts] or [widest]
    beside = [fact for one in asked for fact in one.beside]
    return tuple(dict.fromkeys(told for part in (*parts, *beside) for told in _told_at(document, part)))


def _evidence_length(candidate: Candidate) -> int:
    return candidate.fact.evidence.end - candidate.fact.evidence.start


def _turned(
    candidates: Sequence[Candidate], language: Language, lexicon: Lexicon | None
) -> Mapping[str, str]:
    """The reversed questions that have but one answer, with it."""
    answers: dict[str, set[str]] = defaultdict(set)
    for candidate in candidates:
        fact = candidate.fact
        if candidate.questions[0].reverse:
            also = also_shortened(fact, lexicon, language)
            answers[candidate.questions[0].reverse].add(f"{fact.subject}{also}")
    return {question: next(iter(found)) for question, found in answers.items() if len(found) == 1}


def _form(candidate: Candidate, alternatives: Alternatives, turned: Mapping[str, str]) -> _Form:
    """How a candidate is asked: in both directions, as a number to type, or as a choice, where it can be."""
    fact, question = candidate.fact, candidate.questions[0]
    if question.reverse in turned:
        return _Form(reverse=Reverse(question.reverse, turned[question.reverse]))
    if off := tolerance(fact, question.back):
        return _Form(tolerance=off)
    return _Form(options=alternatives.options(candidate))


def _with_core(
    document: Document, drafts: Sequence[_Draft], notes: Sequence[Note], passing: Collection[int]
) -> tuple[Note, ...]:
    """The notes, those of the core with its tag."""
    taught = {name: note for note in notes for name in names_of(note)}
    place = {note.id: at for at, note in enumerate(notes)}
    ranked = [
        Ranked(
            min(rank_of(fact, in_passing=id(fact) in passing) for fact, _ in draft.facts),
            group_of(draft.facts[0][0], note.topic),
            len(note.card_ids()),
            tuple(place[term.id] for term in needed_terms(note, taught)),
        )
        for draft, note in zip(drafts, notes, strict=True)
    ]
    characters = sum(len(line.text.strip()) for line in document.lines if line.kind.carries_facts)
    chosen = core(ranked, characters)
    return tuple(replace(note, tags=(CORE,)) if at in chosen else note for at, note in enumerate(notes))


def _topic(tree: Topic, line: int) -> tuple[str, ...]:
    """The headings above a line; a title that owns the whole document says nothing and is left out."""
    path = tree.path_of(line)
    return path[1:] if len(tree.children) == 1 and len(path) > 1 else path
