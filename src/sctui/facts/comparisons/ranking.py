"""Sentences that rank: what is better at what, what is used most, what acts this way rather than that."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sctui.facts.comparisons.conceded import find_conceded
from sctui.facts.comparisons.first_of_all import find_first_of_all
from sctui.facts.comparisons.states import find_states
from sctui.facts.comparisons.than import find_than
from sctui.lexicon.lexicon import Lexicon
from sctui.lexicon.term import TermKind
from sctui.model.document import Document, Line, LineKind, Span
from sctui.model.fact import Fact, FactKind
from sctui.model.topic import Topic
from sctui.text.brackets import is_balanced
from sctui.text.enumeration import members
from sctui.text.match_view import match_view
from sctui.text.sentence import Piece, clauses, sentences

_NAME = r"[^,;。:在]{2,24}?"
_BETTER = re.compile(
    rf"(?:[^,;。]{{0,8}}(?:证实|表明|显示|发现|证明|因此|所以),?)?(?P<subject>{_NAME})(?:相比于|相较于|相比|较之|与|比|较)"
    rf"(?P<against>{_NAME})(?:相比)?,?在(?P<aspects>[^,;。]{{2,60}}?)(?:等)?(?:方面|上|中)?(?:都|均)?(?:表现|显著|明显)?"
    r"(?P<value>更胜一筹|更优|更好|更佳|更具优势|更有优势|占优|优势明显)"
)
_MOST = re.compile(
    r"(?P<subject>[^,;。:是]{2,40})是(?:目前|现在|临床上|一种|一类)*"
    r"(?P<measure>[^,;。:]{0,24}?最(?:多|常见|常用|广泛|早|主要|重要|典型)的[^,;。:]{2,16})"
)
_RATHER = re.compile(
    r"(?P<subject>[A-Za-z][\w -]{1,40}?) (?:primarily |mainly |mostly |largely |chiefly )?"
    r"(?:exert (?:their|its) effects?|acts?|works?) (?:through|via|by) "
    r"(?P<value>[^,;.]{4,80}?),? rather than (?:by |through |via )?(?P<against>[^,;.]{4,80})"
)
_RATHER_ZH = re.compile(
    r"(?P<subject>[^,;。:]{2,20}?)(?:主要)?(?:并不是|不是|并非|并不)(?:主要|直接)?(?:通过|借助|依靠|依赖)(?P<against>[^,;。]{2,24}?)"
    r"(?:来)?(?:发挥|起)[^,;。]{0,4}作用,而是(?:主要)?(?:通过|借助|依靠|依赖)(?P<value>[^,;。]{2,16}?)"
    r"(?=[,;。]|$|来|以|发挥|起作用|调节|保护|促进|抑制|改善|减轻|修复|影响)"
)
# `与甲不同,乙主要靠…`: how the other one acts
_UNLIKE = re.compile(
    r"(?:与|和|不同于)\s?(?P<against>[^,;。]{2,24}?)\s?(?:的?(?:做法|方法|路线|思路))?不同(?:的是)?,"
    r"(?P<subject>[^,;。:它其这]{2,20}?)(?:主要|更多地?|多)?(?:靠|通过|依靠|依赖|经由|借助)"
    r"(?P<value>[^,;。:]{2,36}?)(?=发挥|起作用|来|[,;。:]|$)"
    r"|(?:unlike|in contrast to) (?P<against_en>[^,;.]{2,40})(?:, which [^,;.]{5,90})?, "
    r"(?P<subject_en>[^,;.]{3,40}?) (?:act|work|function|exert their effects?) "
    r"(?:mainly |largely |chiefly |mostly |primarily )?(?P<value_en>(?:by|through|via) [^,;.]{4,70})"
)
_STRONG = re.compile(
    r"(?:其中|而|但|同时)?(?P<subject>[^,;。:在]{2,24})在(?P<value>[^,;。]{2,40}?)(?:中|方面|上)"
    r"(?:更具优势|具有优势|更有优势|优势明显|优势突出|表现优异|表现突出|展现优势)"
)
_BETTER_THAN = re.compile("更[胜优好佳具有]|占优|优势")  # what `_BETTER` ends in
_RANKS = re.compile("最|优势|突出|优异")  # what `_MOST` and `_STRONG` cannot do without
_VAGUE = re.compile(r"[这其该它]|这些|上述|患者$")


def find_rankings(document: Document, tree: Topic, lexicon: Lexicon) -> Iterator[Fact]:
    """Facts of sentences that compare or put one first.

    Slots: `better-in`, `outcome`, `most`, `rather`, `unlike`, and those of `find_conceded`, `find_states`.
    """
    for line in document.lines:
        if not line.kind.carries_facts or line.kind in {LineKind.TABLE_ROW, LineKind.HEADING}:
            continue
        yield from find_states(line, lexicon)
        for sentence in sentences(line.text):
            view = match_view(sentence.text)
            yield from _better(line, sentence, view)
            yield from _rather(line, sentence, view)
            yield from _unlike(line, sentence, view, lexicon)
            yield from find_conceded(line, sentence, view, tree.path_of(line.number), lexicon)
            yield from find_first_of_all(line, sentence, view, lexicon)
            yield from find_than(line, sentence, view, lexicon)
            if _RANKS.search(view):
                for clause in clauses(sentence.text):
                    yield from _most(line, sentence, clause, lexicon)
                    yield from _strong(line, sentence, clause, lexicon)


def _better(line: Line, sentence: Piece, view: str) -> Iterator[Fact]:
    for found in _BETTER.finditer(view) if _BETTER_THAN.search(view) else ():
        subject, against = _text(sentence, found, "subject"), _text(sentence, found, "against")
        aspects = _text(sentence, found, "aspects")
        if any(_VAGUE.search(match_view(name)) for name in (subject, against)) or not is_balanced(aspects):
            continue
        evidence = _span(line, sentence, found.start("subject"), found.end())
        listed = members(aspects)
        yield Fact(
            FactKind.COMPARISON,
            "better-in",
            subject,
            aspects,
            evidence,
            _span(line, sentence, *found.span("aspects")),
            context=against,
            items=listed if len(listed) > 1 else (),
        )
        for aspect in listed:
            answer = _span(line, sentence, *found.span("value"))
            value = _text(sentence, found, "value")
            yield Fact(FactKind.COMPARISON, "outcome", subject, value, evidence, answer, aspect, against)


def _most(line: Line, sentence: Piece, clause: Piece, lexicon: Lexicon) -> Iterator[Fact]:
    found = _MOST.match(match_view(clause.text))
    if found is None:
        return
    start, end = found.span("subject")
    subject = clause.text[start:end]
    mentioned = lexicon.of(TermKind.CELL, TermKind.TREATMENT, TermKind.SOURCE, TermKind.DISEASE).mentions(
        subject
    )
    if not mentioned or mentioned[0].start > 0 or mentioned[-1].end != len(subject) or _VAGUE.search(subject):
        return
    base = sentence.start + clause.start
    yield Fact(
        FactKind.COMPARISON,
        "most",
        clause.text[slice(*found.span("measure"))],
        subject,
        Span(line.number, base + found.start(), base + found.end()),
        Span(line.number, base + start, base + end),
        measure=clause.text[slice(*found.span("measure"))],
    )


def _strong(line: Line, sentence: Piece, clause: Piece, lexicon: Lexicon) -> Iterator[Fact]:
    """`amniotic cells have the advantage in …`, where the clause begins with the cells."""
    found = _STRONG.fullmatch(match_view(clause.text).rstrip("。.;,，；"))
    if found is None:
        return
    subject = clause.text[slice(*found.span("subject"))]
    mentioned = lexicon.of(TermKind.CELL, TermKind.SOURCE).mentions(subject)
    if mentioned and mentioned[0].start <= 1 and mentioned[-1].end == len(subject):
        base = clause.start
        yield Fact(
            FactKind.COMPARISON,
            "strong-in",
            subject,
            clause.text[slice(*found.span("value"))],
            _span(line, sentence, base + found.start("subject"), base + found.end()),
            _span(line, sentence, base + found.start("value"), base + found.end("value")),
        )


def _rather(line: Line, sentence: Piece, view: str) -> Iterator[Fact]:
    told = list(_RATHER.finditer(sentence.text)) if "rather than" in sentence.text else []
    told += _RATHER_ZH.finditer(view) if ",而是" in view else ()
    for found in told:
        subject = _text(sentence, found, "subject").split(" that ")[-1]
        yield Fact(
            FactKind.COMPARISON,
            "rather",
            subject,
            _text(sentence, found, "value"),
            _span(line, sentence, found.end("subject") - len(subject), found.end()),
            _span(line, sentence, *found.span("value")),
            context=_text(sentence, found, "against"),
        )


def _unlike(line: Line, sentence: Piece, view: str, lexicon: Lexicon) -> Iterator[Fact]:
    found = _UNLIKE.search(view) if "不同" in view or "nlike" in view or "n contrast" in view else None
    if found is None:
        return
    end = "_en" if found["value_en"] else ""
    subject = _text(sentence, found, f"subject{end}")
    if not lexicon.of(TermKind.CELL, TermKind.TREATMENT, TermKind.SOURCE).mentions(subject):
        return
    yield Fact(
        FactKind.COMPARISON,
        "unlike",
        subject,
        _text(sentence, found, f"value{end}"),
        _span(line, sentence, *found.span()),
        _span(line, sentence, *found.span(f"value{end}")),
        context=_text(sentence, found, f"against{end}"),
    )


def _text(sentence: Piece, found: re.Match[str], group: str) -> str:
    return sentence.text[found.start(group) : found.end(group)].strip()


def _span(line: Line, sentence: Piece, start: int, end: int) -> Span:
    return Span(line.number, sentence.start + start, sentence.start + end)
