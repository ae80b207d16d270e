"""Facts become notes: a template is filled, the rubric decides, and no question has two answers."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from sctui.decks.identity import note_id
from sctui.decks.rubric import Refusal, failed_item
from sctui.decks.study_label import study_label
from sctui.decks.templates import Templates
from sctui.model.card import CardKind, Note, Source
from sctui.model.document import Document, Span
from sctui.model.fact import Fact, Study
from sctui.model.topic import Topic
from sctui.text.match_view import match_view

_GAP = "____"


@dataclass(frozen=True, slots=True)
class Generation:
    """The notes made from one document, and the cards that were refused."""

    notes: tuple[Note, ...]
    refused: tuple[Refusal, ...]


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A fact with the questions that could ask for it, the best first."""

    fact: Fact
    questions: tuple[tuple[str, str], ...]
    flags: tuple[str, ...]


def make_notes(
    document: Document, tree: Topic, facts: Sequence[Fact], templates: Templates, prefix: str
) -> Generation:
    """Make the notes of a document; `prefix` begins their ids.

    Every note quotes its evidence. A question that two facts answer differently is asked in the next way the
    templates know, and not at all when there is none.
    """
    studies = tuple({fact.study.key: fact.study for fact in facts if fact.study}.values())
    candidates: list[_Candidate] = []
    refused: list[Refusal] = []
    for fact in facts:
        made = _candidate(document, fact, studies, templates)
        if isinstance(made, Refusal):
            refused.append(made)
        else:
            candidates.append(made)
    kept, ambiguous = _unambiguous(candidates)
    refused += ambiguous
    return Generation(tuple(_merged(document, tree, kept, prefix)), tuple(refused))


def _candidate(
    document: Document, fact: Fact, studies: tuple[Study, ...], templates: Templates
) -> _Candidate | Refusal:
    line = fact.evidence.line
    damaged = [
        d
        for d in document.damage_at(fact.answer or fact.evidence)
        if fact.answer or _in_value(document, d.span, fact)
    ]
    if any(not d.safe for d in damaged):
        return Refusal("damaged answer", fact.kind, fact.subject or fact.measure, line)
    value = _repaired(document, fact) if damaged else fact.value
    quote = document.text(fact.evidence)
    fields = _fields(document, replace(fact, value=value), studies, quote)
    questions: list[tuple[str, str]] = []
    item, asked = "no template", ""
    for template in templates.of(fact.kind, fact.slot, fact.flags, document.language):
        filled = template.fill(fields, document.language)
        if filled is None:
            continue
        failed = failed_item(*filled, quote, repaired=bool(damaged))
        if failed is None:
            questions.append(filled)
        elif item == "no template":
            item, asked = failed, filled[0]
    if not questions:
        return Refusal(item, fact.kind, asked or fact.subject or fact.measure, line)
    return _Candidate(fact, tuple(questions), _flags(document, fact))


def _fields(document: Document, fact: Fact, studies: tuple[Study, ...], quote: str) -> Mapping[str, str]:
    study = ""
    if fact.study:
        study = study_label(fact.study, studies, document.language, without=(fact.slot,), answer=fact.value)
    return {
        "subject": fact.subject,
        "measure": fact.measure,
        "context": fact.context,
        "value": fact.value,
        "study": study,
        "quote": quote,
        "blank": _blank(fact, quote),
    }


def _blank(fact: Fact, quote: str) -> str:
    """The evidence with a gap where the answer stands; empty when the answer stands in several places."""
    if fact.answer is None or fact.answer.line != fact.evidence.line:
        return ""
    start, end = fact.answer.start - fact.evidence.start, fact.answer.end - fact.evidence.start
    return quote[:start] + _GAP + quote[end:] if 0 <= start < end <= len(quote) else ""


def _in_value(document: Document, span: Span, fact: Fact) -> bool:
    return document.text(span) in fact.value


def _repaired(document: Document, fact: Fact) -> str:
    """The answer with its safe repairs in place."""
    span = fact.answer
    if span is None:
        return fact.value
    text, offset = document.text(span), span.start
    for damage in sorted(document.damage_at(span), key=lambda d: d.span.start, reverse=True):
        start, end = max(0, damage.span.start - offset), min(len(text), damage.span.end - offset)
        text = text[:start] + (damage.repair or "") + text[end:]
    return text


def _flags(document: Document, fact: Fact) -> tuple[str, ...]:
    touched = document.damage_at(fact.evidence)
    in_answer = document.damage_at(fact.answer) if fact.answer else touched
    # a stray mark outside the answer costs nothing; a lost character in the quote is always said
    flags = [d.flag for d in touched if d in in_answer or not d.safe]
    return tuple(dict.fromkeys((*fact.flags, *flags)))


def _unambiguous(candidates: list[_Candidate]) -> tuple[list[_Candidate], list[Refusal]]:
    """Move facts that share a question but not its answer to their next question, until none do."""
    refused: list[Refusal] = []
    while True:
        answers: dict[str, set[str]] = defaultdict(set)
        for candidate in candidates:
            front, back = candidate.questions[0]
            answers[match_view(front)].add(match_view(back))
        clashing = {front for front, backs in answers.items() if len(backs) > 1}
        if not clashing:
            return candidates, refused
        remaining: list[_Candidate] = []
        for candidate in candidates:
            front = candidate.questions[0][0]
            if match_view(front) not in clashing:
                remaining.append(candidate)
            elif len(candidate.questions) > 1:
                remaining.append(replace(candidate, questions=candidate.questions[1:]))
            else:
                refused.append(
                    Refusal("two answers", candidate.fact.kind, front, candidate.fact.evidence.line)
                )
        candidates = remaining


def _merged(document: Document, tree: Topic, candidates: list[_Candidate], prefix: str) -> Iterator[Note]:
    """One note a question; what is said twice is one note with both sources."""
    notes: dict[str, Note] = {}
    for candidate in candidates:
        (front, back), fact = candidate.questions[0], candidate.fact
        source = Source(document.name, fact.evidence.line, document.text(fact.evidence))
        key = match_view(front)
        if key in notes:
            old = notes[key]
            sources = old.sources if source in old.sources else (*old.sources, source)
            notes[key] = replace(
                old, sources=sources, flags=tuple(dict.fromkeys((*old.flags, *candidate.flags)))
            )
            continue
        kind = CardKind(fact.kind.value)
        notes[key] = Note(
            id=note_id(prefix, kind, front),
            kind=kind,
            topic=_topic(tree, fact.evidence.line),
            front=front,
            back=back,
            sources=(source,),
            flags=candidate.flags,
        )
    yield from notes.values()


def _topic(tree: Topic, line: int) -> tuple[str, ...]:
    """The headings above a line; a title that owns the whole document says nothing and is left out."""
    path = tree.path_of(line)
    return path[1:] if len(tree.children) == 1 and len(path) > 1 else path
