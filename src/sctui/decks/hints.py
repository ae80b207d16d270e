"""What a gap shows in place of its answer: the verb of a whole deed, the kind of thing, or how many."""

from __future__ import annotations

import re
from functools import lru_cache

from sctui.decks.asked_kind import AskedKind, counted
from sctui.decks.templates import GAP, constant
from sctui.decks.typed_hints import typed
from sctui.lexicon.lexicon import Lexicon
from sctui.lexicon.term import TermKind
from sctui.model.document import Document
from sctui.model.fact import Fact, FactKind
from sctui.model.language import Language
from sctui.text.enumeration import members
from sctui.text.match_view import match_view

_MANNER = re.compile(
    r"(?:未能|无法|不能|没有|并未|未|不会?|可以?|能够?|会|显著|明显|有效|精准|特异性|快速|直接|间接|进一步|更好|最终)*地?"
)
# what makes a noun of the verb before it: `调节性T细胞`, `修复细胞`
_NOUN = re.compile(
    r"\s*(?:[性型]|(?:细胞|因子|蛋白)(?=$|[和与及、的到向转])|作用|能力|剂|的|cells?\b|factors?\b)"
)
_ARTICLE = re.compile(r"^(?:the|an?)\s", re.IGNORECASE)
_DESCRIBES = re.compile(r"[a-z]ed$")  # `increased levels`
_OF_PROTEINS = frozenset({"activates", "inhibits", "targets", "binds", "secretes", "releases", "damages"})
_FEW = 3  # members that a question counts
_REST = 3  # characters of an answer that are most of it
SO_ON = re.compile("等(?!级|效|位|渗|同|待|于)")  # and so on
# `恢复功能和实现怀孕`: two deeds, each with its verb
_SECOND_DEED = re.compile(
    r"(?:[和与及]|以及)(?:实现|达到|获得|改善|减少|减轻|促进|恢复|提高|增加|增强|降低|抑制|防止|预防|延缓|维持|保护)"
    r"(?=[\u3400-\u9fff]{2})"
)
_LIKE = re.compile(r"(?:例?如|such as|e\.g\.,?)\s?$")  # what stands behind are examples
_NEAR = 9  # characters of `such as `
_OPEN_END = re.compile(r"(?<![中同均平相优劣上下])等(?:\([^()]*\))?$")
_ABOUT = r"(?:约|大约|近|超过|至少|>|≥|about |over |some )?"
_COUNT = r"[\d.,]+(?:\s?[~～–至-]\s?[\d.,]+)?\s?"
_ONE = "[一二两三四五六七八九]"
_TENTHS = (
    rf"(?:{_ONE}(?:[~～–至到-]?{_ONE})?|\d)成[一二三四五六七八九半多]?|[三四五十百千]分之{_ONE}+|一半|半数"
)
_PART_OF = (
    r"(?:one|two|three|four|five|six|seven|eight|nine|\d+) (?:in|out of) (?:every )?[a-z\d,]+"
    r"|(?:a|one|two|three) (?:third|quarter|fifth)s?|half"
)
_AMOUNTS = tuple(  # of what an answer is, and what asks for it
    (re.compile(f"{_ABOUT}{pattern}"), chinese, english)
    for pattern, chinese, english in (
        (
            rf"(?:{_COUNT}|[一二两三四五六七八九十]+)(?:个?(?:天|日|周|月|年|小时|分钟)|(?:day|week|month|year|hour|minute)s?)",
            "多久",
            "how long",
        ),
        (r"第\s?\d+\s?个?(?:天|日|周|月|年|小时)", "何时", "when"),
        (r"[\d.]+%?(?:\s?[~～–至-]\s?[\d.]+)?\s?(?:[%‰]|per\s?cent)", "多少", "what share"),
        (
            r"[一二两三四五六七八九\d]+(?:[~～–至到-]?[一二两三四五六七八九]+)?成[一二三四五六七八九半多]?|[一二三四五六七八九十百千]+分之[一二三四五六七八九]+|一半|半数",
            "多少",
            "what share",
        ),
        (_PART_OF, "多少", "what share"),
        (rf"{_COUNT}(?:people |cases |live births )?per [a-z\d, -]+", "多少", "how many"),
        (rf"{_COUNT}[万亿]?(?:名|例|位|人)(?:患者)?", "多少人", "how many"),
        (
            r"[\d.×^~～–-]+\s?(?:[个颗粒]|mg|ml|μg|cells|m)?\s?(?:细胞)?(?:\s?/\s?\S{1,12})?",
            "多少",
            "how much",
        ),
    )
)
_COMMA = re.compile("[,，]")
_OTHERS = re.compile("(?:多种|各种|其[他它]|一系列)")  # of a list, what is not told one by one
_MOST_VERB = 16  # characters in which the verb of an answer ends


def shown_in_gap(fact: Fact, kinds: AskedKind | None, language: Language, sentence: str) -> str:
    """What the gap that asks for a fact in a sentence shows; what it shows gives nothing away."""
    before, _, behind = sentence.partition(GAP)
    shown = hint(fact.value, kinds, language, behind)
    if shown.startswith("which ") and _LIKE.search(before):  # others would be right as well
        return f"{shown.removeprefix('which ')}, for example"
    if kinds and fact.slot in _OF_PROTEINS:
        shown = _as_molecule(shown, kinds)
    shown = shown or amount_asked(fact.value, language)
    if kinds is None:
        return shown
    if gives_away(shown, fact.value, sentence):
        return kinds.happening
    return typed(shown, fact.value, kinds, before, behind)


def _as_molecule(shown: str, kinds: AskedKind) -> str:
    """What a gap shows; a molecule where a gene would be asked for: what that makes is inhibited."""
    words = [
        kinds.templates.gap(FactKind.MECHANISM, f"{TermKind.FACTOR.value}{ending}", kinds.language)
        for ending in (".gene", "")
    ]
    return words[1] if words[1] and shown == words[0] else shown


def hint(answer: str, kinds: AskedKind | None, language: Language, behind: str = "") -> str:
    """The hint of the gap that asks for a fact; empty where the sentence tells enough.

    A gap that holds a verb with its object (`改善血液供应`) shows the verb, or anything would fit; every gap
    shows the kind of thing that it asks for, or what happens to it (`…的凋亡`). `behind` stands behind it.
    """
    end = verb_end(answer, kinds.lexicon if kinds else None)
    if end and (second := _SECOND_DEED.search(match_view(answer), end)):
        return f"{answer[:end]}…{answer[second.start() : second.end()]}…"
    told = kinds.of(_ARTICLE.sub("", answer[end:].strip()), behind) if kinds else ""
    if not end:
        return told
    space = "" if language.is_chinese or not told else " "
    return f"{answer[:end]}{space}{told or '…'}"


def amount_asked(answer: str, language: Language) -> str:
    """What a gap over a length of time, a share, people or a dose shows; empty over anything else."""
    view = match_view(answer).strip()
    for amount, chinese, english in _AMOUNTS:
        if amount.fullmatch(view):
            return constant(chinese, language) if language.is_chinese else english
    return ""


def gives_away(shown: str, answer: str, sentence: str) -> bool:
    """Whether the rest of an answer, whose end is shown, stands in the sentence around the gap."""
    end = match_view(shown.removeprefix("…"))
    rest = match_view(answer).removesuffix(end)
    return shown.startswith("…") and len(rest) >= _REST and rest in match_view(sentence)


@lru_cache(maxsize=256)  # a gap and what it shows are asked for it by turns
def verb_end(answer: str, lexicon: Lexicon | None) -> int:
    """Where the verb ends that an answer begins with, which has an object behind it; 0 when it has none."""
    view = match_view(answer)
    verbs = lexicon.of(TermKind.ACTION).mentions(answer[:_MOST_VERB]) if lexicon else []
    manner = _MANNER.match(view)
    start = manner.end() if manner else 0
    if not verbs or verbs[0].start != start or verbs[0].end >= len(answer.strip()):
        return 0
    end = verbs[0].end
    first = lexicon.leading(answer[start:]) if lexicon else None
    if first and start + first.end > end:
        return 0  # `干扰素`: no verb, but a name that begins so
    end += view.startswith("了", end)
    describes = _DESCRIBES.search(view[:end]) and not _ARTICLE.match(view[end:].lstrip())
    return 0 if describes or _NOUN.match(view, end) else end


def lists_some(fact: Fact, document: Document) -> tuple[bool, bool]:
    """Whether `such as` stands before the answer, and whether `and so on` stands behind it."""
    if fact.answer is None:
        return False, goes_on(fact.value)
    if fact.kind is FactKind.COMPARISON and goes_on(fact.value):
        return False, True  # a cell, with all that stands in it
    line, place = document.lines[fact.answer.line - 1].text, fact.answer
    before, behind = line[max(0, place.start - _NEAR) : place.start], line[place.end : place.end + _NEAR]
    return bool(_LIKE.search(before)), bool(SO_ON.match(match_view(behind).lstrip()))


def goes_on(value: str) -> bool:
    """Whether an answer says itself that there is more (`骨、软骨等`)."""
    return bool(_OPEN_END.search(match_view(value)))


def names_others(value: str) -> bool:
    """Whether a list ends in whatever else there is (`A、B和多种并发症`)."""
    return any(map(_OTHERS.match, members(match_view(value))[-1:]))


def without_so_on(value: str) -> str:
    """An answer to a question for examples: that there are more need not be answered."""
    found = _OPEN_END.search(match_view(value))
    return value[: found.start()] + value[found.start() + 1 :] if found else value


def how_many(fact: Fact, language: Language) -> str:
    """How a question in Chinese asks for the members of an answer (`哪三种`); `哪些` for many, or untold."""
    count = len(members(match_view(fact.value)))
    told = count <= _FEW and not _COMMA.search(fact.value)
    if told and count > 1:
        return f"{constant('哪', language)}{counted(count, language)}{constant('种', language)}"
    return constant("哪种" if told else "哪些", language)
