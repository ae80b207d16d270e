"""English sentences: active clauses with a verb of the lexicon, the subject carried over to later verbs."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from sctui.facts.mechanisms import english_forms as forms
from sctui.facts.mechanisms.claim import Claim
from sctui.facts.mechanisms.english_bonds import BONDS, BOUND, as_asked, names_thing
from sctui.facts.mechanisms.english_led import led_by
from sctui.facts.mechanisms.english_passive import passive
from sctui.facts.mechanisms.english_phrase import (
    in_long_way,
    members_of,
    parts_of_way,
    past_amount,
    trimmed,
    turned_into,
    until_next_deed,
    until_other_clause,
    until_pronoun,
    until_same_form,
    values,
    without_pronoun,
)
from sctui.facts.mechanisms.english_subject import Speaker, begin, listen
from sctui.facts.mechanisms.english_verbs import acting_verbs
from sctui.facts.mechanisms.passage import Passage, turns_to_models
from sctui.lexicon.lexicon import Mention
from sctui.text.brackets import BRACKET_AT_END, is_balanced
from sctui.text.enumeration import members
from sctui.text.sentence import Piece, sentences

_LONGEST_SENTENCE = 1200  # characters; what is longer is no sentence
_LONGEST_ANSWER = 110
_SHORT = 3  # characters of what is too short to be a name that no lexicon has
_MOST_WORDS = 27  # of a question
_EFFECTS = {"improves", "restores", "prevents", "protects", "regulates", "repairs"}
_TELLING = 16  # characters beside the subject that make a gap without its verb clear
_NOT_DONE = re.compile(r"\b(?:rather than|instead of|without)\s(?:\w+\s){0,2}$", re.IGNORECASE)
# `cells engineered to produce X restore Y`: what was done to them
_MADE_TO = re.compile(
    r"(?<!\bis )(?<!\bare )(?<!\bwas )(?<!\bwere )(?<!\bbeen )\b(?:engineered|modified|designed|programmed"
    r"|induced|forced|transduced|primed|trained|stimulated|edited)\sto\s$"
)
_NAMED_OBJECT = {"carries", "secretes", "expresses", "produces", "lacks"}  # things, which the lexicon knows
_MAKES = {*_NAMED_OBJECT, "activates", "upregulates", "differentiates"}  # `secrete A, which …`: A does it
_MAKES_WHICH = {"secretes", "carries", "produces"}
_CARGO = r"\b(?:<:cargo.en>)\b"
_RISK = re.compile(
    r"\b(?:risks?|dangers?|burden|costs?|advantages?|benefits?)\b"
)  # `carry a higher risk of X`
_COMPARED = re.compile(r"\b(?:less|more|fewer)\b.*\bthan\b|\scompared (?:with|to)\s")  # told by comparisons
_PEOPLE = re.compile(r"\bin (?:boys|girls|patients|people|humans|children|adults|infants|men|women)\b")
_ADVERB = re.compile(r"(?:(?:also|then|thus|thereby|further|[a-z]+ly)\s)?")
_PARTICIPLE = re.compile(r"(?: \([^()]*\))?,?\s\S+ing\s(?:the\s|an?\s)?")
_STATE = re.compile(r"\s(?:into|towards?)\s(?:an?|the)\s")  # `push X into a Y state`
_GOAL = re.compile(r"\s(?:in)?to(?:wards?)?\s|\sacross\s")
# `A depletes B, and lack of B inhibits C`: a clause with a subject of its own
_OWN_CLAUSE = re.compile(r",\s+(?:(?:and|but|while|whereas)\s+)?(?P<s>[^,;]{2,60})$")


@dataclass(frozen=True, slots=True)
class _Mark:
    """Where a sentence states something: a verb of the lexicon, or a fixed form with its slot."""

    start: int
    verb: Mention | None = None
    slot: str = ""
    form: re.Match[str] | None = None


def read_english(passage: Passage, speaker: Speaker) -> Iterator[Claim]:
    """The claims of a passage, in the order of the text; `speaker` is who it speaks of, and is kept up."""
    for sentence in sentences(passage.line.text[passage.body :]):
        piece = Piece(sentence.text, sentence.start + passage.body, sentence.end + passage.body)
        if len(piece.text) > _LONGEST_SENTENCE:
            continue
        made = (claim for claim in _sentence(passage, speaker, piece) if _is_clean(passage, claim))
        yield from led_by(passage, piece, list(made))


def _is_clean(passage: Passage, claim: Claim) -> bool:
    text = passage.line.text[slice(*claim.value)]
    bad = forms.POINTS.search(text) or forms.PRAISE.search(text)
    short = len(text) <= _SHORT and not passage.entities(*claim.value)
    fits = not short and len(text) <= _LONGEST_ANSWER and is_balanced(text) and not bad
    told = "negated" in claim.flags or not forms.FINITE.search(text)
    if forms.MANNER.match(text) or _COMPARED.search(text) or _is_mixed(passage, claim, text):
        return False
    if (
        forms.HOLLOW.fullmatch(text)
        or forms.BROKEN.search(text)
        or forms.POINTED.search(claim.subject)
        or "et al" in claim.subject
    ):
        return False
    said = passage.line.text[claim.evidence[0] : claim.value[0]]
    if said.startswith(claim.subject) and _PARTICIPLE.fullmatch(said, len(claim.subject)):
        return False  # `cells up-regulating X`, of which more is told elsewhere
    if _begins_with_another_deed(passage, claim) or (claim.slot in _NAMED_OBJECT and text in said):
        return False
    bound = claim.slot in BOUND and not names_thing(passage, claim)
    if claim.slot in _NAMED_OBJECT and not (
        (passage.entities(*claim.value) and not _RISK.search(text))
        or passage.words.pattern(_CARGO).search(text.lower())
    ):
        return False
    return not bound and fits and told and bool(claim.subject) and claim.subject.lower() not in text.lower()


def _is_mixed(passage: Passage, claim: Claim, text: str) -> bool:
    """Whether people are what an answer ends in whose sentence has told of animals."""
    told = passage.view[claim.evidence[0] : claim.value[0]]
    return bool(_PEOPLE.search(text)) and turns_to_models(told) >= 0


def _begins_with_another_deed(passage: Passage, claim: Claim) -> bool:
    """Whether what would be shown begins with a verb before the claim's own: nobody does what it says."""
    verbs = passage.actions(claim.evidence[0], claim.value[0])
    finite = verbs and _ADVERB.fullmatch(passage.view, claim.evidence[0], verbs[0].start)
    word = passage.view[verbs[0].start : verbs[0].end] if finite else ""  # `Activated cells secrete X`
    return bool(word) and len(verbs) > 1 and not word.endswith(("ing", "ed"))


def _sentence(passage: Passage, speaker: Speaker, piece: Piece) -> Iterator[Claim]:
    fixed = [
        _Mark(piece.start + m.start(), slot=slot, form=m)
        for slot, form in forms.FORMS
        for m in form.finditer(piece.text)
    ]
    fixed += [
        _Mark(piece.start + m.start(), slot=slot, form=m)
        for slot, words, form in BONDS
        if any(word in piece.text for word in words)
        for m in form.finditer(piece.text)
    ]
    spans = [(piece.start + mark.form.start(), piece.start + mark.form.end()) for mark in fixed if mark.form]
    verbs = [
        _Mark(verb.start, verb)
        for verb in acting_verbs(passage, piece)
        if not any(left <= verb.start < right for left, right in spans)
    ]
    marks = sorted([*fixed, *verbs], key=lambda mark: mark.start)
    begin(passage, speaker, piece)
    # what is not known teaches nothing, nor what is so where something lacks
    if forms.UNKNOWN.search(piece.text) or piece.text.startswith("Without "):
        return
    for number, mark in enumerate(marks):
        listen(passage, speaker, piece, mark.start, marks[number - 1].start if number else -1)
        if mark.verb and not in_long_way(passage.line.text, mark.start, piece):
            yield from _turned(passage, speaker, piece, mark.verb)
            yield from _verbal(passage, speaker, piece, mark.verb, marks)
        elif mark.form:
            if "s" in mark.form.re.groupindex:  # the form names what it is about
                before = mark.form.start("s") < mark.form.start("v")
                speaker.subject = mark.form["s"].strip()
                speaker.said = piece.start if before else piece.start + mark.form.start("v")
            if "d" in mark.form.re.groupindex:  # `… contribute to the disease`
                speaker.subject, speaker.said = passage.disease, piece.start
            for value in values(
                passage.line.text, mark.slot, *(piece.start + at for at in mark.form.span("v"))
            ):
                told = mark.form["m"] if "m" in mark.form.re.groupindex else ""
                slot, measure = as_asked(mark.slot, told)
                yield _claim(passage, speaker, slot, value, piece, measure=measure)
    yield from _passives(passage, speaker, piece, spans)


def _verbal(
    passage: Passage, speaker: Speaker, piece: Piece, verb: Mention, marks: list[_Mark]
) -> Iterator[Claim]:
    text, relation = passage.line.text, verb.term.attributes.get("relation", "")
    stop = forms.STOP.search(text, verb.end, piece.end)
    end = stop.start() if stop else piece.end
    for mark in marks:
        between = text[verb.end : mark.start]
        if verb.end < mark.start < end and (between.endswith(" to ") or forms.JOINED.search(between)):
            end = mark.start
            break
        own = _OWN_CLAUSE.search(between) if mark.verb and verb.end < mark.start < end else None
        finite = own and not passage.view[mark.start : end].split()[0].endswith("ing")
        if own and finite and passage.entities(verb.end + own.start("s"), mark.start):
            end = verb.end + own.start()
            break
    toward = _GOAL if relation in {"carries", "recruits"} else _STATE if relation == "induces" else None
    goal = toward.search(text, verb.end, end) if toward else None
    end = goal.start() if goal else end
    end = until_same_form(passage.view, (verb.start, verb.end), end)
    setting = forms.SETTING.search(text, verb.end, end)
    start, end = trimmed(text, verb.end, setting.start() if setting else end)
    end = until_other_clause(passage, start, end)
    start, end = members_of(passage, start, end, piece.end)
    start = past_amount(text, start, end) if relation in _NAMED_OBJECT else start
    clause = forms.CLAUSE_END.search(text, end, piece.end)
    measured = forms.STUDIED.search(text, verb.end, clause.start() if clause else piece.end)
    if not relation or measured or forms.FIGURES.search(text[start:end]):
        return
    if _NOT_DONE.search(text, piece.start, verb.start) or _MADE_TO.search(text, piece.start, verb.start):
        return  # `rather than contributing to X`: what does act is told beside it
    negated = forms.NEGATED.search(text[piece.start : verb.start])
    value = (start, end)
    if negated:
        value = (piece.start + negated.start(), end)
    claim = _claim(passage, speaker, relation, value, piece, flags=("negated",) if negated else ())
    left = claim.evidence[1] - claim.evidence[0] - (end - verb.start) - len(speaker.subject)
    said = text[claim.evidence[0] : verb.start].strip()
    alone = bool(said) and speaker.subject.endswith(said)  # the whole predicate would be asked at once
    tells = left >= _TELLING and claim.evidence[0] <= verb.start and not alone
    if relation in _EFFECTS and not negated and tells:
        claim = replace(claim, value=(verb.start, end))  # an effect is asked with its verb
    yield claim
    if relation in _MAKES and not negated and passage.entities(start, end):
        speaker.made, speaker.made_end = BRACKET_AT_END.sub("", text[start:end]), end
    by = forms.BY_LIST.match(text, end, piece.end) or forms.BY.match(text, end, piece.end)
    if (
        by
        and " by " in text[end : by.start("v")]
        and forms.NOUN_BEFORE_BY.search(text, 0, end)
        and not forms.GERUND_FIRST.match(by["v"])
    ):
        return  # `resist infection by X`: X infects
    if by and not forms.BY_HOW_MUCH.match(by["v"]) and not any(mark.start == by.start("v") for mark in marks):
        left, right = trimmed(text, by.start("v"), until_next_deed(passage, *by.span("v")))
        yield _claim(passage, speaker, "via", (left, right), piece, measure=text[verb.start : end])
        for part in parts_of_way(text, left, right):
            yield _claim(passage, speaker, "by", part, piece)


def _turned(passage: Passage, speaker: Speaker, piece: Piece, verb: Mention) -> Iterator[Claim]:
    """Into which others, or which kind of themselves, a verb turns the cells that are its object."""
    into = turned_into(passage, verb, piece.end)
    untrue = (forms.NEGATED, _NOT_DONE, _MADE_TO)
    said = passage.line.text[piece.start : verb.start]
    if into and not any(told.search(said) for told in untrue):
        yield _claim(passage, speaker, "induces", into, piece)


def _passives(
    passage: Passage, speaker: Speaker, piece: Piece, told: Sequence[tuple[int, int]]
) -> Iterator[Claim]:
    """Claims in the passive, but those that a fixed form has `told`."""
    for verb in passage.actions(piece.start, piece.end):
        if any(left <= verb.start < right for left, right in told):
            continue
        found = passive(passage, verb, piece.start, piece.end)
        relation = verb.term.attributes.get("relation", "")
        if (
            found is None
            or found.negated
            or not relation
            or not _fits(passage.line.text, found.value[0], found.end)
        ):
            continue
        flags = ("hedged",) if forms.HEDGED.search(passage.line.text[piece.start : found.end]) else ()
        yield Claim(relation, found.subject, found.value, (found.value[0], found.end), "", (), flags)
        speaker.subject, speaker.said = found.subject, -1


def _claim(
    passage: Passage,
    speaker: Speaker,
    slot: str,
    value: tuple[int, int],
    piece: Piece,
    *,
    measure: str = "",
    flags: tuple[str, ...] = (),
) -> Claim:
    text = passage.line.text
    starts = (speaker.said, speaker.before, speaker.head, value[0])
    start = next(at for at in starts if 0 <= at <= value[0] and (_fits(text, at, value[1]) or at == value[0]))
    lead = forms.LEAD.search(text, 0, start) if start == speaker.said else None
    if lead and _fits(text, lead.start("lead"), value[1]):
        start = lead.start("lead")
    start = without_pronoun(passage, start, value[0])
    rest = forms.CLAUSE_END.search(text, value[1], piece.end)
    if rest and slot in _MAKES_WHICH and rest.start() == value[1] and forms.WHICH.match(text, value[1]):
        rest = forms.WHICH_END.search(text, rest.end(), piece.end)  # `A, which does B`: else any would fit
    whole = rest.start() if rest else piece.end
    end = until_pronoun(text, value[1], whole) if _fits(text, start, whole) else value[1]
    names = members(text[slice(*value)])
    if forms.HEDGED.search(text[piece.start : value[1]]):
        flags = (*flags, "hedged")
    return Claim(slot, speaker.subject, value, (start, end), measure, names if len(names) > 1 else (), flags)


def _fits(text: str, start: int, end: int) -> bool:
    """Whether a stretch is short enough to be asked."""
    return len(text[start:end].split()) <= _MOST_WORDS
