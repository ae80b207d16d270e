"""Facts of one sentence that are asked by gaps become one cloze note, whose gaps are siblings."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from sctui.decks.candidate import Candidate
from sctui.decks.given import is_given
from sctui.decks.quoting import mended, standing_alone
from sctui.decks.rubric import Claim, failed_item, length
from sctui.decks.spelling import spelt
from sctui.decks.templates import GAP
from sctui.decks.vague import is_hoped
from sctui.lexicon.lexicon import Lexicon
from sctui.model.card import Note
from sctui.model.card import gaps as gaps_in
from sctui.model.document import Document, Span
from sctui.model.fact import FactKind
from sctui.text.match_view import match_view

_JOINS = re.compile(r"[和与與及、或并並且\s]*")
_MARK = re.compile(r"[,，;；]")  # between two clauses, each of which is a deed of its own
_AROUND = re.compile("(?P<before>[^…哪]*)…(?P<after>(?:的[^…哪（]*)?)(?:（(?P<count>[^（）]+)）)?")
_LONG, _STILL_LONG, _LEAST_HIDDEN = 12, 18, 2  # characters of an answer
_ENOUGH = 2  # gaps of a sentence, behind which those that ask for little are left out
_PROCESS = "什么过程"
_APART = 8  # characters between two gaps that are told together
_LONGEST_TOGETHER = 28


@dataclass(frozen=True, slots=True)
class Sentence:
    """A text with gaps, and for each gap, in the order of their numbers, the candidates that it asks for."""

    text: str
    gaps: tuple[tuple[Candidate, ...], ...]

    @property
    def candidates(self) -> tuple[Candidate, ...]:
        """All candidates that the text asks for."""
        return tuple(one for gap in self.gaps for one in gap)

    def number(self, candidate: Candidate) -> int:
        """The number of the gap that asks for a candidate."""
        return next(at for at, gap in enumerate(self.gaps, start=1) if any(one is candidate for one in gap))


def sentences(
    document: Document, candidates: Sequence[Candidate], lexicon: Lexicon | None = None
) -> Iterator[Sentence]:
    """Put candidates that are asked by a gap together where one's evidence holds the other's.

    The text is that of the longest evidence. A gap that could not stand in it as a card of its own (too long,
    or its answer can be read or guessed elsewhere in the sentence) keeps its own text. Neighbours that say
    little by themselves (`抑制凋亡并促进修复`) are one gap; what is too vague even so is in no sentence.
    """
    lines: dict[int, list[Candidate]] = defaultdict(list)
    for candidate in candidates:
        lines[candidate.fact.evidence.line].append(candidate)
    for on_line in lines.values():
        left = sorted(on_line, key=lambda one: _length(one.fact.evidence), reverse=True)
        while left:
            widest = left[0]
            group = [one for one in left if _fits(widest, one)]
            kept = _kept(document, widest, group)
            made = _gaps(document, widest, kept)
            gaps = [gap for gap in made if not _is_told(gap[0], widest, lexicon)]
            told = {
                id(one)
                for gap in made
                if gap not in gaps
                for one in gap[1]
                if one is not widest and _MARK.search(document.text(one.fact.evidence))
            }  # which its own sentence, where it has more than one clause, need not tell
            if gaps:
                text = _text(document, widest, [gap[0] for gap in gaps])
                yield Sentence(_spelt(standing_alone(text), widest), tuple(gap[1] for gap in gaps))
            left = [one for one in left if one not in kept or id(one) in told]


def _spelt(text: str, widest: Candidate) -> str:
    """A text with gaps and the names of its short forms, but for one that a gap asks for."""
    asked = [match_view(gap["answer"]) for gap in gaps_in(text)]
    names = [
        (short, name)
        for short, name in widest.questions[0].names
        if not any(match_view(name) in answer or answer in match_view(name) for answer in asked)
    ]
    return spelt(text, names)


def _length(span: Span) -> int:
    return span.end - span.start


def _fits(widest: Candidate, other: Candidate) -> bool:
    """Whether the other's evidence lies in the widest one's, and says no more or less surely."""
    outer, inner = widest.fact.evidence, other.fact.evidence
    return other is widest or (
        other.fact.answer is not None
        and other.fact.kind is widest.fact.kind
        and outer.start <= inner.start
        and inner.end <= outer.end
        and set(other.fact.flags) == set(widest.fact.flags)
        and outer.start <= other.fact.answer.start
    )


def _kept(document: Document, widest: Candidate, group: Sequence[Candidate]) -> list[Candidate]:
    """The candidates that can be gaps of one sentence, in the order of their places."""
    kept: list[Candidate] = [widest]
    for candidate in group:
        if candidate is widest or any(_overlap(candidate, other) for other in kept):
            continue
        if _pass(document, widest, [*kept, candidate]):
            kept.append(candidate)
    return sorted(kept, key=_place)


def _gaps(
    document: Document, widest: Candidate, kept: Sequence[Candidate]
) -> list[tuple[Candidate, tuple[Candidate, ...]]]:
    """What each gap holds, and the candidates it asks for: weak neighbours together, without the vague."""
    groups: list[list[Candidate]] = []
    for one in kept:
        if groups and _is_told_with(document, groups[-1], one):
            groups[-1].append(one)
        else:
            groups.append([one])
    gaps = [(_merged(document, group), tuple(group)) for group in groups]
    asked = [gap[0] for gap in gaps]
    if any(len(group) > 1 for group in groups) and not _pass(document, widest, asked):
        gaps = [(one, (one,)) for one in kept]
    told = [gap for gap in gaps if not gap[0].vague]
    return [gap for nth, gap in enumerate(told) if nth < _ENOUGH or not _is_weak(gap[0])]


def _is_weak(one: Candidate) -> bool:
    """Whether a gap behind others asks for no kind of thing: for a process, or what anyone would hope for."""
    fact = one.fact
    open_ = match_view(one.hint) == _PROCESS
    return fact.kind is FactKind.MECHANISM and (open_ or is_hoped(fact.value, None))


def _is_told(one: Candidate, widest: Candidate, lexicon: Lexicon | None) -> bool:
    """Whether the sentence that a gap is put into tells what it hides, though its own evidence does not."""
    place, front = one.fact.answer, widest.questions[0].front
    if one is widest or place is None or lexicon is None:
        return False
    rest = front.replace(GAP, widest.questions[0].back, 1).replace(one.fact.value, "，", 1)
    return is_given(one.fact.value, one.hint, rest, lexicon)


def _is_told_with(document: Document, group: Sequence[Candidate], one: Candidate) -> bool:
    """Whether a gap says too little beside its neighbour to be asked without it."""
    before, last, place = group[0].fact.answer, group[-1].fact.answer, one.fact.answer
    if before is None or last is None or place is None or not (group[-1].general and one.general):
        return False
    between = document.text(Span(last.line, last.end, place.start))
    if not group[0].deed and not _JOINS.fullmatch(between):
        return False  # `抑制[凋亡并促进修复]`: a verb in the gap, and one before it
    if _MARK.search(between):
        return False
    weak = all(each.vague or each.deed for each in (group[-1], one))
    return weak and place.start - last.end <= _APART and place.end - before.start <= _LONGEST_TOGETHER


def _merged(document: Document, group: Sequence[Candidate]) -> Candidate:
    """One candidate for neighbours, whose answer is all from the first of them to the last."""
    if len(group) == 1:
        return group[0]
    first, last = group[0].fact.answer, group[-1].fact.answer
    assert first is not None  # neighbours are found by their places
    assert last is not None
    place = Span(first.line, first.start, last.end)
    fact = replace(group[0].fact, answer=place, value=mended(document, place), items=())
    return replace(group[0], fact=fact, vague=False)


def _overlap(one: Candidate, other: Candidate) -> bool:
    a, b = one.fact.answer, other.fact.answer
    return a is None or b is None or (a.start < b.end and b.start < a.end)


def _pass(document: Document, widest: Candidate, kept: Sequence[Candidate]) -> bool:
    """Whether the cards of one sentence with a gap for each of the kept all pass the rubric."""
    order = sorted(kept, key=_place)
    cards = {card.id: card for card in Note("n", text=_text(document, widest, order)).cards()}
    quote = mended(document, widest.fact.evidence)
    for one in kept:
        card = cards.get(f"n#{order.index(one) + 1}")
        claim = Claim(quote, one.fact.flags, repaired=True, names_study=True)
        if card is None or failed_item(card.front, card.back, claim):
            return False
    return True


def _place(candidate: Candidate) -> int:
    return candidate.fact.answer.start if candidate.fact.answer else 0


def _text(document: Document, widest: Candidate, kept: Sequence[Candidate]) -> str:
    """The widest candidate's question with a numbered gap for each of the kept, in the order given."""
    front = widest.questions[0].front
    if len(kept) == 1 and kept[0] is widest:
        return front.replace(GAP, _gap(1, widest.questions[0].back, widest.hint), 1)
    evidence = widest.fact.evidence
    lead, _, tail = front.partition(GAP)
    answer = widest.fact.answer
    assert answer is not None  # a gap stands where an answer stands
    before = mended(document, Span(evidence.line, evidence.start, answer.start))
    behind = mended(document, Span(evidence.line, answer.end, evidence.end))
    words_before, at = len(lead) - len(before), evidence.start
    pieces: list[str] = []
    for number, candidate in enumerate(kept, start=1):
        place = candidate.fact.answer
        assert place is not None
        pieces += [
            mended(document, Span(evidence.line, at, place.start)),
            _gap(number, mended(document, place), candidate.hint),
        ]
        at = place.end
    pieces.append(mended(document, Span(evidence.line, at, evidence.end)))
    sentence = "".join(pieces)
    if before:  # a template may have begun the sentence with a small letter, behind words of its own
        sentence = lead[words_before : words_before + 1] + sentence[1:]
    return lead[: max(0, words_before)] + sentence + tail.removeprefix(behind)


def _gap(number: int, answer: str, hint: str) -> str:
    """A gap; of a long answer only what it does not show is hidden (`增加{{c1::A中B}}的比例`)."""
    before, after, shown = "", "", hint
    if length(answer) > _LONG and (around := _AROUND.fullmatch(hint)):
        before, after = around["before"], around["after"]
        rest = answer[len(before) : len(answer) - len(after)]
        short = len(rest) >= _LEAST_HIDDEN and length(rest) <= _STILL_LONG and "(" not in rest
        if short and answer == f"{before}{rest}{after}":
            answer, shown = rest, around["count"] or ""
        else:
            before = after = ""
    return f"{before}{{{{c{number}::{answer}{f'::{shown}' if shown else ''}}}}}{after}"
