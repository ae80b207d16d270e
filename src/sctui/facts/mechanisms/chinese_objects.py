"""Objects of Chinese verbs: where they end, whether their verb is asked too, and what is kept in mind."""

from __future__ import annotations

import re

from sctui.facts.mechanisms.noun_phrase import Phrase
from sctui.facts.mechanisms.passage import Passage
from sctui.facts.mechanisms.predicate import Predicate
from sctui.facts.mechanisms.speaker import Found, Speaker
from sctui.lexicon.term import TermKind
from sctui.text.enumeration import members
from sctui.text.match_view import match_view

_IS_ONE = re.compile(r"是(?:一[种类群个组]|(?:目前|迄今|现今|已知)*的?[唯惟]一)")  # `是一种能分化为A的B`
# `X是促进A的关键因子`
_KEY = re.compile("的[^,;。的]{0,6}(?:因子|分子|蛋白|细胞|通路|激素|物质|介质|酶|基因|受体|力量|步骤|环节)$")
_MANNER = re.compile(r"(?:特异性|选择性|有效|显著|明显|高效|快速|更好)地?$")
_BECAME = re.compile("(?:转化|转变|分化|极化|转|变)[为成]")
_HAS = re.compile(r"具有|具备|拥有|有")
_ABILITY = re.compile(r"的(?:功能|能力|潜能|潜力|作用|效果)")
_TO = re.compile(r"[至到](?!达)|给|进入")
_WHITHER = {"carries", "mobilizes"}
_PAIR = 2


def with_verb(
    passage: Passage, subject: Found, verb: Predicate, value: tuple[int, int], proof: tuple[int, int]
) -> tuple[int, int]:
    """An effect is asked with its verb (`恢复X`), where enough of the sentence is left to tell which one."""
    manner = _MANNER.search(passage.view, subject.start, verb.start)
    start = manner.start() if manner else verb.start
    left = start - proof[0] + proof[1] - value[1] - (len(subject.subject) if subject.named else 0)
    if match_view(subject.subject).endswith(passage.view[proof[0] : start].strip()):
        return value  # all that is said of the subject would be asked at once
    doubled = any(action.end == verb.start for action in passage.actions(subject.start, verb.start))
    return (start, value[1]) if left >= 4 and not doubled else value


def object_end(passage: Passage, start: int, verb: Predicate) -> int:
    """Where the object ends when the clause speaks of `the ability to …`, or tells where it goes."""
    ability = _ABILITY.search(passage.view, verb.end, verb.object_end)
    if ability and _HAS.search(passage.view, start, verb.start):
        return ability.start()
    is_what = passage.view.endswith("是", start, verb.start) and _KEY.search(passage.view, 0, verb.object_end)
    if is_what or _IS_ONE.search(passage.view, start, verb.start):
        last = passage.view.rfind("的", verb.end, verb.object_end)
        return last if last > verb.end else verb.object_end
    goal = _TO.search(passage.view, verb.end, verb.object_end) if verb.relation in _WHITHER else None
    return goal.start() if goal else verb.object_end


def remember(passage: Passage, speaker: Speaker, phrase: Phrase) -> None:
    """Keep lists of factors and pathways, for `these molecules`, and what something was done to."""
    kinds = {m.term.kind for m in passage.entities(phrase.start, phrase.end)}
    text = passage.line.text[phrase.start : phrase.end]
    became = _BECAME.search(passage.view[phrase.start : phrase.end])
    listed = members(text)
    of_two = listed[-1] if len(listed) == _PAIR and kinds == {TermKind.FACTOR} else ""
    speaker.latter = of_two if len(listed) > 1 else text[became.end() :] if became else text
    if kinds == {TermKind.FACTOR}:
        speaker.factors = text
    elif TermKind.PATHWAY in kinds:
        speaker.pathways = text if passage.view[phrase.start : phrase.end].endswith("通路") else f"{text}通路"
