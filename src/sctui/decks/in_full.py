"""What a study found, told whole: a part of what stands there is no answer to what was found."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import takewhile

from sctui.decks.rubric.measure import MAX_ANSWER, MAX_CHARACTERS, length
from sctui.model.document import Document, Span
from sctui.model.fact import Fact
from sctui.text import literal
from sctui.text.match_view import match_view
from sctui.text.patterns import HAN
from sctui.text.sentence import Piece, clauses, sentences

_SLOTS = frozenset({"safety", "adverse", "change_word"})
_IN_ENGLISH = frozenset({"safety", "change_word"})
_NONE = "(?:未|没有?|并?无|未曾)(?:再?(?:见|出现|发生|发现|观察到|看到|报告|报道))?"
_HARM = (
    "不良|副作用|副反应|并发症|毒性|死亡|去世|病故|猝死|排斥|排异|肿瘤|致瘤|感染|出血|血肿|疼痛|[头背腰腹胀肿骨关节]痛|发热|发烧|低热|寒战|恶心|呕吐"
    "|皮疹|荨麻疹|瘙痒|过敏|毛囊炎|红肿|肿胀|瘀青|瘀血|血栓|栓塞|骨折|穿孔|脱落|GVHD|异动症|疱疹|肺炎|尿路|癫痫|心律|心动过速|硬膜|脑膜|炎症?$"
)
_EVENT = re.compile(
    rf"{_NONE}|(?:{_HARM})[^,;]{{0,24}}\d|\d+(?:\.\d+)?\s?(?:例|人|名|位|件|%)[^,;]{{0,24}}(?:{_HARM})"
    "|(?:均|都|多数?|一般|大多|经[^,;]{1,8}后?)[^,;]{0,10}(?:缓解|消退|消失|恢复|好转|痊愈)"
    rf"|^(?:多|主要|大多|均|都)?[为是以][^,;]*(?:{_HARM})",
    re.IGNORECASE,
)
_GAIN = re.compile(
    "改善|提高|进步|评分|分数|生存率|缓解率|有效率|达到|显著(?!不良)|增加|升高|上升|下降|降低|差异"
)
_TRANSIENT = re.compile("(?:均|都|多数?|一般|大多|经)[^,;]{0,14}(?:缓解|消退|消失|恢复|好转|痊愈)$")
_LEAD = re.compile(
    r"[^没无未,:]{0,8}(?:安全性|不良反应|不良事件|副作用|并发症)(?:方面|部分|上|良好|较好)?\s?:\s*|(?:结果)?(?:[且并也亦但而]|结果)(?=没|无|未)"
)
# `严重感染23人(41.8%),包括…`: of what kind the events are that are listed
_KIND = re.compile(
    r"(?:^|[,，。;；:：])(?:出现|发生|有)?(?P<kind>(?!(?:不良|副)[^,，。;；:：]{0,4}\d)[^,，。;；:：()（）\d]{2,10}?)\s?(?:\d+\s?[例人名件位次])?"
    r"\s?(?:[(（][^()（）]*[)）])?[,，]?\s?(?:其中|主要)?包[括含]$"
)
_LISTS = re.compile("(?:其中|主要)?包[括含]")
_OF_ONE = re.compile(r"(?:^|[^\d])[1一]\s?[例名位人件]")
_GLOSS = re.compile(r"\s?[(（][^()（）]*[A-Za-z][^()（）]*[)）]")
_DETAIL = re.compile("[:：].*$")
_CITED = re.compile(r"(?:\s?\[[\d,–-]+\])+$")
_WHY = re.compile("(?:因为|由于|虽然|如果|若|只要)")  # a reason, and nothing that happened
# in front of what was seen in one person: a number, a time, a treatment, somebody's report
_NOT_SEEN = re.compile(
    r"\d|(?:[后時时前内中]|期间)[,，]?$|接受|治疗|移植|使用|报告|显示|表明|患者[,，]?$|^(?:一|但|而|此|因)"
)
_ENDS = " ,，;；。.、"


def told_whole(fact: Fact, document: Document) -> Fact | None:
    """The fact with all that its sentences tell of safety, or in English of how something changed.

    None where that is too much for a card.
    """
    if fact.slot not in _SLOTS or fact.answer is None:
        return fact
    text = document.lines[fact.answer.line - 1].text
    if fact.slot == "change_word" and fact.study and fact.study.get("kind") == "case" and HAN.search(text):
        return _with_clauses_before(fact, text)
    if not HAN.search(text):
        return _sentence(fact, text, fact.answer) if fact.slot in _IN_ENGLISH else fact
    if fact.slot == "change_word":
        return fact
    kind = _KIND.search(match_view(text[: fact.answer.start])) if fact.slot == "adverse" else None
    if kind:
        return replace(fact, slot="adverse_of", subject=text[slice(*kind.span("kind"))])
    return fact if fact.items else _all_seen(fact, text, fact.answer)


def _all_seen(fact: Fact, text: str, answer: Span) -> Fact | None:
    """The same of a Chinese text: all clauses on safety that stand together, without details if need be."""
    run = list(_run(text, answer))
    if fact.slot == "adverse" and any(_LISTS.match(match_view(one.text)) for one in run):
        return fact  # its kinds are another question
    if sum(not _is_transient(one.text) for one in run) < 2:
        return fact  # but that it passed
    place = Span(answer.line, run[0].start, run[-1].end)
    for left_out in (None, _TRANSIENT, _OF_ONE):
        said = "，".join(filter(None, (_said(one.text, left_out) for one in run)))
        if length(said) <= MAX_ANSWER and len(said) <= MAX_CHARACTERS:
            whole = Span(place.line, min(fact.evidence.start, place.start), max(fact.evidence.end, place.end))
            return replace(fact, value=said, answer=place, evidence=whole)
    return None


def _run(text: str, place: Span) -> Iterator[Piece]:
    """The clauses on safety that stand next to each other around an answer, in its sentence and the next."""
    pieces = [piece for sentence in sentences(text) for piece in clauses(sentence.text, sentence.start)]
    at = next((n for n, piece in enumerate(pieces) if piece.start <= place.start < piece.end), None)
    if at is None:
        return
    first = last = at
    while first and _is_of_safety(pieces[first - 1].text):
        first -= 1
    while first < at and _is_transient(pieces[first].text):
        first += 1  # what passed is told before
    while last + 1 < len(pieces) and _is_of_safety(pieces[last + 1].text):
        last += 1
    yield from pieces[first : last + 1]


def _is_of_safety(clause: str) -> bool:
    view = match_view(clause)
    return bool(_EVENT.search(view)) and not _GAIN.search(view) and not _WHY.match(view)


def _is_transient(clause: str) -> bool:
    return bool(_TRANSIENT.search(match_view(clause).strip(_ENDS)))


def _said(clause: str, left_out: re.Pattern[str] | None) -> str:
    """A clause as a part of an answer; empty for what is left out of one that would be too long."""
    lead = _LEAD.match(match_view(clause))
    said = _DETAIL.sub("", _GLOSS.sub("", clause[lead.end() :] if lead else clause)).strip(_ENDS)
    view = match_view(said)
    return "" if left_out and (left_out.search(view) or _is_transient(view)) else said


def _sentence(fact: Fact, text: str, place: Span) -> Fact | None:
    """An English finding with what its sentence says behind it (`improved with intrathecal cells only`)."""
    sentence = next((one for one in sentences(text) if one.start <= place.start < one.end), None)
    rest = text[place.end : sentence.end].strip(_ENDS) if sentence else ""
    if not sentence or not literal.search("[a-z]{2}", rest):
        return fact
    end = place.end + len(_CITED.sub("", text[place.end : sentence.end]).rstrip(_ENDS))
    if text[sentence.end - 1] == ";" and (more := literal.match(r"[^.;]*", text[sentence.end :])):
        end = sentence.end + more.end()  # `No deaths in the cell arm; two in the control arm.`
    if length(text[place.start : end]) > MAX_ANSWER:
        return None
    whole = replace(fact.evidence, end=max(fact.evidence.end, end))
    return replace(fact, value=text[place.start : end], answer=replace(place, end=end), evidence=whole)


def _with_clauses_before(fact: Fact, text: str) -> Fact:
    """What changed in one person, with what the clauses in front tell besides; no number, and no time."""
    sentence = next((one for one in sentences(text) if one.start <= fact.evidence.start < one.end), None)
    pieces = clauses(sentence.text, sentence.start) if sentence else ()
    before = [one for one in pieces if one.end <= fact.evidence.start]
    seen = list(takewhile(lambda one: not _NOT_SEEN.search(match_view(one.text)), reversed(before)))
    if not seen:
        return fact
    start = seen[-1].start
    told = text[start : fact.evidence.start] + fact.measure
    if length(f"{told}{fact.value}") > MAX_ANSWER:
        return fact
    return replace(fact, measure=told, evidence=replace(fact.evidence, start=start))
