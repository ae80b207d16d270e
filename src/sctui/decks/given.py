"""Whether what a gap hides can be told from what stands around it, by whoever has not read the source."""

from __future__ import annotations

import re
from itertools import takewhile

from sctui.decks.asked_kind import asks_kind
from sctui.decks.own_organ import disease_areas, is_own_organ, organ_areas
from sctui.decks.rubric.answer import letters, letters_of
from sctui.decks.templates import GAP
from sctui.decks.vague import says_too_little
from sctui.lexicon.lexicon import Lexicon
from sctui.lexicon.term import TermKind
from sctui.text.match_view import match_view
from sctui.text.patterns import HAN

# words that tell nothing of their own, before and behind what an answer names
_BEFORE = re.compile(
    r"(?:(?:改善|缓解|减轻|促进|提高|增强|恢复|维持|保护|修复|重建|调节|调控|保障)(?!性)|患者|机体|身体|体内|内源性|自身|自体"
    r"|受损|损伤|病变|局部|整体|正常|原有|的)+"
)
_REGROWS = re.compile("哪种细胞的(?:再生|修复|增殖|存活)$")  # what anyone would want
_GROWING = re.compile("^发育中?的?(?=[^,，的]{2})")  # `发育卵泡`: what it is of is named
_OF_IT = "保护|介导|诱导|引起|造成|功能|状态|情况|体内|正常|异常|过度|持续|进一步|的"
_BEHIND = rf"(?:<:thing>|细胞|{_OF_IT})+$"
_STATE = re.compile(rf"(?:{_OF_IT})+$")  # what may stand behind a name of one letter (`β细胞`)
_SMALL = r"(?:the|an?|of|in|and|or|its|their|normal|injured|damaged|affected|diseased|<:head.en>)"
_HELPED = re.compile("(?:缓解|改善|减轻|治疗|治愈)[,，]")  # the disease is what is left out
_OF_A_BODY = (TermKind.PROCESS, TermKind.FACTOR, TermKind.IMMUNE, TermKind.CELL)
_KIND = re.compile("哪|which")  # a kind is asked for, if behind a verb
_STOCK = re.compile(
    r"(?:(?:患者|机体|组织|内源性|自身|局部|受损|正常|功能|结构|完整性|稳定性?|健康|紊乱|异常|受损|活力)(?:[和与及、]|以及|的)*)+"
)
_ORGANS_CELLS = re.compile("(?:.*的)?(?P<organ>[肝肾心肺脑])(?:脏|肌)?(?:实质)?细胞")
_OWN = re.compile("(?:针对)?自身(?:组织|器官|抗原)*的?(?:抗体|组织|抗原)?$")
_AUTOIMMUNE = "自身免疫"
_OF_KIND = re.compile("哪[^的…]*的(?=.)")  # `哪种细胞的凋亡`: an end is shown
_LEAST = 2  # characters of a name
_LEAST_SHOWN = 4  # characters of which all but one are shown
_LEAST_TOLD = 4  # characters behind a kind's noun that a gap shows (`免于凋亡`)
_LONGEST_CLAUSE = 14  # Han characters behind a verb, where no kind of thing tells what is asked for
_WORD = re.compile(r"[a-z0-9-]+")


def says_little(answer: str, shown: str, front: str, lexicon: Lexicon | None) -> bool:
    """Whether a gap says too little to be a card by itself: it names nothing, or nothing that is not told."""
    if says_too_little(answer, front, lexicon) or _is_clause(answer, shown) or _is_shown(answer, shown):
        return True
    return lexicon is not None and is_given(answer, shown, front.replace(GAP, "，"), lexicon)


def _is_clause(answer: str, shown: str) -> bool:
    """Whether all that a gap shows is a verb, of a clause that nobody could say in the source's words."""
    return shown.endswith("…") and len(HAN.findall(hidden(answer, shown))) > _LONGEST_CLAUSE


def _is_shown(answer: str, shown: str) -> bool:
    """Whether a gap shows its answer but for a word (`哪种细胞转化为抗炎型X`, of `促炎型X`)."""
    rest, told = match_view(hidden(answer, shown)), match_view(shown)
    return (
        asks_kind(shown)
        and len(rest) >= _LEAST_SHOWN
        and any(
            sum(a != b for a, b in zip(rest, told[at:], strict=False)) <= 1
            for at in range(len(told) - len(rest) + 1)
        )
    )


def hidden(answer: str, shown: str) -> str:
    """What of an answer a gap does not show: all but the beginning and the end that both have."""
    told, view = _OF_KIND.sub("…", match_view(shown)), match_view(answer)
    start = _alike(told, view)
    end = _alike(told[start:][::-1], view[start:][::-1])
    # a noun that asks for a kind (`哪种激素`) is no part of the answer
    end = 0 if asks_kind(told[start:]) and end < _LEAST_TOLD else end
    rest = answer[start : len(answer) - end].strip()
    return rest.removesuffix("的") if "…" in told else rest


def _alike(one: str, other: str) -> int:
    """How many characters two texts begin with that are the same."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))


def is_given(answer: str, shown: str, sentence: str, lexicon: Lexicon) -> bool:
    """Whether a gap hides nothing that a learner had to know.

    What it hides stands in its sentence, is the disease that got better, or but the organ of the disease that
    the sentence is on (`神经功能` after a stroke), or comes of what it tells (`血液供应` of new vessels).

    Args:
        answer: all that the gap holds.
        shown: what it shows in place of it.
        sentence: what stands around it, its frame too.
        lexicon: knows organs (words of the class `organ`, with the `area` of their diseases), and what comes
            of what (`follows`).
    """
    rest = hidden(answer, shown)
    if _is_stock(rest, shown, sentence):
        return True
    if "疾病" in match_view(shown) and _HELPED.search(match_view(sentence)):
        return True
    if not HAN.search(rest):
        return _is_read(rest, sentence, lexicon) or _is_organ(match_view(rest), sentence, lexicon)
    if _REGROWS.search(match_view(shown)) and _is_own_cell(match_view(rest), sentence, lexicon):
        return True
    named = (_GROWING if _KIND.search(shown) else _BEFORE).sub("", match_view(rest))
    whole = letters_of(_STATE.sub("", named))
    said = letters_of(lexicon.words.pattern(_BEHIND).sub("", named))
    said = said if len(said) >= _LEAST else whole
    if len(said) >= _LEAST and said in letters(sentence):
        return True
    by_its_end = not asks_kind(shown) and _is_organ(whole, sentence, lexicon)
    return by_its_end or _follows(answer, sentence, lexicon)


def _is_stock(rest: str, shown: str, sentence: str) -> bool:
    """Whether only words are hidden that go with anything (`功能和完整性`), or what the sentence is on.

    `自身抗体` of autoimmunity, and the `肝细胞` that bring back the liver.
    """
    view = match_view(rest).strip()
    cells = _ORGANS_CELLS.fullmatch(view)
    if cells and f"{cells['organ']}功能" in match_view(sentence):
        return True
    if _OWN.match(view) and _AUTOIMMUNE in match_view(sentence):
        return True
    return bool(_STOCK.fullmatch(view)) and not asks_kind(shown)


def _is_read(rest: str, sentence: str, lexicon: Lexicon) -> bool:
    """Whether every English word that tells something stands in the sentence (`ovarian`, of an ovary)."""
    small = lexicon.words.pattern(_SMALL)
    words = [word for word in _WORD.findall(match_view(rest)) if not small.fullmatch(word)]
    return bool(words) and set(words) <= set(_WORD.findall(match_view(sentence)))


def _is_own_cell(name: str, sentence: str, lexicon: Lexicon) -> bool:
    """Whether a cell is called by the organ of the disease that the sentence is on (`肝细胞`)."""
    found = lexicon.words.pattern("(?P<organ><:organ>).{0,3}细胞").fullmatch(name)
    return found is not None and is_own_organ(found["organ"], sentence, lexicon)


def _is_organ(core: str, sentence: str, lexicon: Lexicon) -> bool:
    """Whether an organ alone is hidden, of a disease that the sentence names, or of none that it names."""
    areas = organ_areas(core, lexicon)
    if not areas:
        return False
    named = disease_areas(sentence, lexicon)
    return not named or bool(areas & named)


def _follows(answer: str, sentence: str, lexicon: Lexicon) -> bool:
    """Whether the answer names what comes of, or goes with, something which the sentence tells."""
    causes = {
        cause.strip()
        for mention in lexicon.of(TermKind.PROCESS, TermKind.FACTOR).mentions(answer)
        for cause in mention.term.attributes.get("follows", "").split(",")
    } - {""}
    return bool(causes) and any(
        mention.term.key in causes for mention in lexicon.of(*_OF_A_BODY).mentions(sentence)
    )
