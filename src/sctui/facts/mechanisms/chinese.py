"""Chinese sentences, clause by clause: forms first, then verbs with their objects."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sctui.facts.enumeration import members
from sctui.facts.mechanisms.claim import Claim
from sctui.facts.mechanisms.forms import FORMS, Form
from sctui.facts.mechanisms.noun_phrase import Phrase, is_noun_phrase, noun_phrase, trimmed
from sctui.facts.mechanisms.passage import Passage
from sctui.facts.mechanisms.predicate import Predicate, predicates
from sctui.facts.mechanisms.speaker import Found, Speaker, find_subject, skip_connectives
from sctui.lexicon.term import TermKind
from sctui.text.sentence import Piece, clauses, sentences

_PROMOTIONAL = re.compile(
    r"希望|前景|福音|里程碑|重大突破|曙光|新方向|热点|意义重大|重要意义|积极意义|广阔|捷报|新思路|新策略|必将|造福|价值|趋势"
)
_HEDGE = re.compile(r"可能|或许|有望|潜在|似乎|推测|潜力")
_FIGURES = re.compile(r"\d+(?:\.\d+)?\s*(?:%|名|例|倍|iu|ml|mg)|p\s*[<=]|平均")
_COPULA = re.compile(r"是|为|具有|具备|拥有|称为")
_VIA = re.compile(r"(?:通过|借助|利用)(?P<by>[^,;。]{2,30}?)(?:来|以|从而|进而)?(?:有效|显著|间接|直接)?$")
_AND_SO_ON = re.compile(r"等?(?:多?(?:种|个|条)?(?:机制|途径|方式|手段))$")
_LONGEST = 56  # characters of evidence that still make a question


def read_chinese(passage: Passage) -> Iterator[Claim]:
    """The claims of a passage, in the order of the text."""
    speaker = Speaker(passage.actor)
    for sentence in sentences(passage.line.text[passage.body :]):
        for clause in clauses(sentence.text, sentence.start + passage.body):
            yield from _clause(passage, speaker, clause)


def _clause(passage: Passage, speaker: Speaker, clause: Piece) -> Iterator[Claim]:
    _, end = trimmed(passage.view, clause.start, clause.end)
    start = skip_connectives(passage.view, clause.start, end)
    verbs = list(predicates(passage, start, end))
    copula = _COPULA.search(passage.view, start, end)
    heads = [p.start for p in verbs[:1]] + ([copula.start()] if copula else [])
    silent = _PROMOTIONAL.search(passage.view, start, end) or _FIGURES.search(passage.view, start, end)
    formed = False
    if not silent:
        for claim in _forms(passage, speaker, start, end):
            formed = True
            yield claim
    if not heads:
        return
    subject = find_subject(passage, speaker, start, min(heads))
    if silent or not subject.subject or (formed and not _still_verbal(verbs)):
        return
    for verb in verbs:
        yield from _verb(passage, speaker, subject, verb, end)
    if verbs:
        yield from _via(passage, subject, start, verbs[0], end)


def _still_verbal(verbs: list[Predicate]) -> bool:
    return any(verb.relation in {"differentiates", "causes"} for verb in verbs)


def _verb(passage: Passage, speaker: Speaker, subject: Found, verb: Predicate, end: int) -> Iterator[Claim]:
    phrase = noun_phrase(passage, verb.end, verb.object_end)
    if phrase is None or not verb.relation:
        return
    _remember(passage, speaker, phrase)
    flags = []
    value = (phrase.start, phrase.end)
    if verb.negation >= 0:
        value, flags = (verb.negation, phrase.end), ["negated"]
    if _HEDGE.search(passage.view, subject.start, verb.start) or _HEDGE.search(passage.view, phrase.end, end):
        flags.append("hedged")
    evidence = _evidence(subject.start, verb.start, phrase.end, end)
    if evidence[0] <= value[0] and value[1] <= evidence[1]:
        yield Claim(
            verb.relation, subject.subject, value, evidence, phrase.measure, phrase.items, tuple(flags)
        )


def _evidence(subject: int, verb: int, value_end: int, end: int) -> tuple[int, int]:
    """The clause from its subject on; when that is too long to be asked, from the verb to the answer."""
    if end - subject <= _LONGEST:
        return subject, end
    return (subject, value_end) if value_end - subject <= _LONGEST else (verb, value_end)


def _via(passage: Passage, subject: Found, start: int, verb: Predicate, end: int) -> Iterator[Claim]:
    """`X通过A来促进B`: A is how X does it."""
    found = _VIA.search(passage.view[start : verb.start])
    phrase = noun_phrase(passage, verb.end, verb.object_end)
    if found is None or phrase is None or verb.negation >= 0:
        return
    left, right = start + found.start("by"), start + found.end("by")
    left, right = trimmed(passage.view, left, right)
    cut = _AND_SO_ON.search(passage.view[left:right])
    right = left + cut.start() if cut else right
    if is_noun_phrase(passage, left, right):
        done = passage.line.text[verb.start : phrase.end]
        listed = members(passage.line.text[left:right])
        yield Claim(
            "via",
            subject.subject,
            (left, right),
            _evidence(min(subject.start, left), left, phrase.end, end),
            done,
            listed if len(listed) > 1 else (),
        )


def _forms(passage: Passage, speaker: Speaker, start: int, end: int) -> Iterator[Claim]:
    for form in FORMS:
        found = form.pattern.search(passage.view[start:end])
        if found is None:
            continue
        subject = find_subject(passage, speaker, start, start + max(found.end("s"), found.start()))
        left, right = trimmed(passage.view, start + found.start("v"), start + found.end("v"))
        if not subject.subject or not _fits(passage, form, subject, left, right):
            continue
        measure = found.groupdict().get("m") or ""
        if measure:
            measure = passage.line.text[start + found.start("m") : start + found.end("m")].removeprefix("的")
        listed = members(passage.line.text[left:right])
        flags = ("hedged",) if _HEDGE.search(passage.view, start, left) else ()
        evidence = _evidence(subject.start, left, right, end)
        yield Claim(
            form.slot,
            subject.subject,
            (left, right),
            evidence,
            measure,
            listed if len(listed) > 1 else (),
            flags,
        )
        return


def _fits(passage: Passage, form: Form, subject: Found, left: int, right: int) -> bool:
    if form.disease and not _is_disease(passage, subject.subject):
        return False
    if not is_noun_phrase(passage, left, right):
        return False
    return not form.noun or not passage.view[left:right].startswith(("治疗", "临床", "有"))


def _is_disease(passage: Passage, subject: str) -> bool:
    return subject == passage.disease or any(
        m.term.kind is TermKind.DISEASE and passage.line.text[m.start : m.end] in subject
        for m in passage.mentions
    )


def _remember(passage: Passage, speaker: Speaker, phrase: Phrase) -> None:
    """Keep lists of factors and pathways, for `these molecules` and `these pathways`."""
    kinds = {m.term.kind for m in passage.entities(phrase.start, phrase.end)}
    text = passage.line.text[phrase.start : phrase.end]
    if kinds == {TermKind.FACTOR}:
        speaker.factors = text
    elif TermKind.PATHWAY in kinds:
        speaker.pathways = text if passage.view[phrase.start : phrase.end].endswith("通路") else f"{text}通路"
