"""Facts become notes: a template is filled, the rubric decides, and no question has two answers."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from sctui.decks.cloze import cloze_text
from sctui.decks.identity import digest, note_id
from sctui.decks.rubric import Refusal, failed_item
from sctui.decks.study_label import StudyNames
from sctui.decks.templates import Templates
from sctui.model.card import CardKind, Note, Source
from sctui.model.document import Document, Span
from sctui.model.fact import Fact
from sctui.model.topic import Topic
from sctui.text.match_view import match_view

_HARMLESS = frozenset({"wording"})  # damage that leaves the meaning as it was
_GAP = "____"
_NOTHING: Mapping[str, Collection[str]] = {}
_LONGEST_SET = 4  # members of a list that one card may ask for


@dataclass(frozen=True, slots=True)
class Generation:
    """The notes made from one document, the cards that were refused, and which note asks for which fact."""

    notes: tuple[Note, ...]
    refused: tuple[Refusal, ...]
    asked: tuple[tuple[Fact, str], ...] = ()


@dataclass(frozen=True, slots=True)
class _Question:
    """One way to ask for a fact: front and back, or a text with gaps."""

    front: str
    back: str
    text: str = ""

    @property
    def key(self) -> str:
        """What two questions have in common when a learner would take them for the same."""
        return match_view(self.text or self.front)


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A fact with the questions that could ask for it, the best first."""

    fact: Fact
    questions: tuple[_Question, ...]
    flags: tuple[str, ...]


def make_notes(
    document: Document,
    tree: Topic,
    facts: Sequence[Fact],
    templates: Templates,
    prefix: str,
    taken: Mapping[str, Collection[str]] = _NOTHING,
) -> Generation:
    """Make the notes of a document; `prefix` begins their ids.

    Every note quotes its evidence. A question that two facts answer differently is asked in the next way the
    templates know, and not at all when there is none. So is one that other documents answer differently:
    `taken` gives the digests of the answers by that of the question.
    """
    studies = {fact.study.key: fact.study for fact in facts if fact.study}
    names = StudyNames(tuple(studies.values()), document.language)
    candidates: list[_Candidate] = []
    refused: list[Refusal] = []
    for fact in facts:
        made = _candidate(document, fact, names, templates)
        if isinstance(made, Refusal):
            refused.append(made)
        else:
            candidates.append(made)
    kept, ambiguous = _unambiguous(candidates, taken)
    refused += ambiguous
    notes = tuple(_merged(document, tree, kept, prefix))
    asked = tuple((candidate.fact, _id(candidate, prefix)) for candidate in kept)
    return Generation(notes, tuple(refused), asked)


def _candidate(
    document: Document, fact: Fact, names: StudyNames, templates: Templates
) -> _Candidate | Refusal:
    line = fact.evidence.line
    damaged = [
        d
        for d in document.damage_at(fact.answer or fact.evidence)
        if fact.answer or document.text(d.span) in fact.value
    ]
    if any(not d.safe and d.kind not in _HARMLESS for d in damaged) or (damaged and not fact.answer):
        return Refusal("damaged answer", fact.kind, fact.subject or fact.measure, line)
    value = _mended(document, fact.answer) if damaged and fact.answer else fact.value
    quote = _mended(document, fact.evidence)
    if len(fact.items) > _LONGEST_SET:  # a longer list is not one answer
        questions, item, asked = _gaps(fact, quote)
    else:
        fields = _fields(document, replace(fact, value=value), names, quote)
        questions, item, asked = _asked(
            document, fact, fields, templates, repaired=bool(damaged) or "derived" in fact.flags
        )
    if not questions:
        return Refusal(item, fact.kind, asked or fact.subject or fact.measure, line)
    return _Candidate(fact, questions, _flags(document, fact))


def _asked(
    document: Document, fact: Fact, fields: Mapping[str, str], templates: Templates, *, repaired: bool
) -> tuple[tuple[_Question, ...], str, str]:
    """Every template that can be filled and passes; else what the first one failed, and its question."""
    questions: list[_Question] = []
    item, asked = "no template", ""
    for template in templates.of(fact.kind, fact.slot, fact.flags, document.language):
        filled = template.fill(fields, document.language)
        if filled is None:
            continue
        failed = failed_item(*filled, fields["quote"], repaired=repaired)
        if failed is None:
            questions.append(_Question(*filled))
        elif item == "no template":
            item, asked = failed, filled[0]
    return tuple(questions), item, asked


def _gaps(fact: Fact, quote: str) -> tuple[tuple[_Question, ...], str, str]:
    """A cloze of the evidence with a gap for each member of a long list."""
    text = cloze_text(_sentence(fact, quote, quote), fact.items)
    if not text:
        return (), "list cannot be split", quote
    for card in Note(id="", text=text).cards():
        failed = failed_item(card.front, card.back, quote)
        if failed:
            return (), failed, quote
    return (_Question("", "", text),), "", ""


def _fields(document: Document, fact: Fact, names: StudyNames, quote: str) -> Mapping[str, str]:
    study = ""
    if fact.study:
        study = names.label(fact.study, without=(fact.slot,), answer=fact.value)
    return {
        "subject": fact.subject,
        "measure": fact.measure,
        "context": fact.context,
        "value": fact.value,
        "study": study,
        "quote": quote,
        "blank": _blank(document, fact),
        "sentence": _sentence(fact, quote, _blank(document, fact)),
    }


def _blank(document: Document, fact: Fact) -> str:
    """The evidence with a gap where the answer stands; empty when that is not one place in it."""
    answer, evidence = fact.answer, fact.evidence
    if answer is None or answer.line != evidence.line:
        return ""
    if not evidence.start <= answer.start < answer.end <= evidence.end:
        return ""
    before = Span(evidence.line, evidence.start, answer.start)
    after = Span(evidence.line, answer.end, evidence.end)
    return _mended(document, before) + _GAP + _mended(document, after)


def _sentence(fact: Fact, quote: str, blank: str) -> str:
    """The clause with its gap, and its subject before it where the clause leaves it out."""
    if not blank or not fact.subject or match_view(fact.subject) in match_view(quote):
        return blank
    space = " " if fact.subject[-1].isascii() and blank[0].isascii() else ""
    return f"{fact.subject}{space}{blank}"


def _mended(document: Document, span: Span) -> str:
    """What stands at a span, with its safe repairs in place."""
    text = document.text(span)
    for damage in sorted(document.damage_at(span), key=lambda d: d.span.start, reverse=True):
        if damage.safe:
            start, end = max(0, damage.span.start - span.start), min(len(text), damage.span.end - span.start)
            text = text[:start] + (damage.repair or "") + text[end:]
    return text


def _flags(document: Document, fact: Fact) -> tuple[str, ...]:
    touched = document.damage_at(fact.evidence)
    in_answer = document.damage_at(fact.answer) if fact.answer else touched
    # a stray mark outside the answer costs nothing; a lost character in the quote is always said
    flags = [d.flag for d in touched if d in in_answer or not d.safe]
    return tuple(dict.fromkeys((*fact.flags, *flags)))


def _unambiguous(
    candidates: list[_Candidate], taken: Mapping[str, Collection[str]]
) -> tuple[list[_Candidate], list[Refusal]]:
    """Move facts that share a question but not its answer to their next question, until none do."""
    refused: list[Refusal] = []
    while True:
        answers: dict[str, set[str]] = defaultdict(set)
        for candidate in candidates:
            question = candidate.questions[0]
            answers[question.key].add(match_view(question.back))
        clashing = {front for front, backs in answers.items() if len(backs) > 1}
        if taken:
            clashing |= {front for front, backs in answers.items() if _is_taken(front, backs, taken)}
        if not clashing:
            return candidates, refused
        remaining: list[_Candidate] = []
        for candidate in candidates:
            question = candidate.questions[0]
            if question.key not in clashing:
                remaining.append(candidate)
            elif len(candidate.questions) > 1:
                remaining.append(replace(candidate, questions=candidate.questions[1:]))
            else:
                refused.append(
                    Refusal("two answers", candidate.fact.kind, question.front, candidate.fact.evidence.line)
                )
        candidates = remaining


def _is_taken(front: str, backs: Iterable[str], taken: Mapping[str, Collection[str]]) -> bool:
    others = taken.get(digest(front), ())
    return any(other != digest(back) for back in backs for other in others)


def _merged(document: Document, tree: Topic, candidates: list[_Candidate], prefix: str) -> Iterator[Note]:
    """One note a question; what is said twice is one note with both sources."""
    notes: dict[str, Note] = {}
    for candidate in candidates:
        question, fact = candidate.questions[0], candidate.fact
        source = Source(document.name, fact.evidence.line, document.text(fact.evidence))
        if question.key in notes:
            old = notes[question.key]
            sources = old.sources if source in old.sources else (*old.sources, source)
            notes[question.key] = replace(
                old, sources=sources, flags=tuple(dict.fromkeys((*old.flags, *candidate.flags)))
            )
            continue
        notes[question.key] = Note(
            id=_id(candidate, prefix),
            kind=CardKind(fact.kind.value),
            topic=_topic(tree, fact.evidence.line),
            front=question.front,
            back=question.back,
            text=question.text,
            sources=(source,),
            flags=candidate.flags,
        )
    yield from notes.values()


def _id(candidate: _Candidate, prefix: str) -> str:
    question = candidate.questions[0]
    return note_id(prefix, CardKind(candidate.fact.kind.value), question.text or question.front)


def _topic(tree: Topic, line: int) -> tuple[str, ...]:
    """The headings above a line; a title that owns the whole document says nothing and is left out."""
    path = tree.path_of(line)
    return path[1:] if len(tree.children) == 1 and len(path) > 1 else path
