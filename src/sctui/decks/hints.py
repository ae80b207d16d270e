"""What a gap shows in place of its answer: the verb of a whole deed, its head, or how many members it has."""

from __future__ import annotations

import re

from sctui.decks.templates import constant
from sctui.decks.vague import is_general
from sctui.lexicon.lexicon import Lexicon
from sctui.lexicon.term import TermKind
from sctui.model.fact import Fact
from sctui.model.language import Language
from sctui.text.match_view import match_view

_MANNER = re.compile(r"(?:可以?|能够?|会|显著|明显|有效|精准|特异性|快速|直接|间接|进一步|更好|最终)*地?")
# what makes a noun of the verb before it: `调节性T细胞`, `修复细胞`
_NOUN = re.compile(r"\s*(?:性|细胞|因子|蛋白|作用|能力|剂|的|cells?\b|factors?\b)")
_DESCRIBES = re.compile(r"[a-z]ed$")  # `increased levels`
# `A、B和C的数量`, `A在B、C和D积累`: not so many members as it seems
_OF_ALL = re.compile(r"的[^、和与及以]*$|在.*、.*(?:积累|沉积|聚集|浸润|表达)$")
# `卵巢细胞的凋亡`: of what is asked, and what happens there is shown
_HEAD = re.compile(
    r"(?P<what>[^、,，;；]{2,})的(?P<head>[^的、,，;；()（）和与以及]{0,4}"
    r"(?:凋亡|表达|活化|激活|增殖|分化|迁移|释放|分泌|产生|生成|形成|合成|再生|修复|水平|数量|升高|降低|极化|募集|浸润|沉积|积累|供应))"
)
_LONG_LIST = 4  # members from which a gap says how many there are
_MOST_VERB = 16  # characters in which the verb of an answer ends


def hint(fact: Fact, answer: str, lexicon: Lexicon | None, language: Language) -> str:
    """The hint of the gap that asks for a fact; empty where the sentence tells enough.

    A gap that holds a verb with its object (`改善血液供应`) shows the verb, or anything would fit; one that
    holds what happens to something (`卵巢细胞的凋亡`) shows what.
    """
    view = match_view(answer)
    if len(fact.items) >= _LONG_LIST and not _OF_ALL.search(view):
        return f"{len(fact.items)}{members_unit(language)}"
    verbs = lexicon.of(TermKind.ACTION).mentions(answer[:_MOST_VERB]) if lexicon else []
    manner = _MANNER.match(view)
    start = manner.end() if manner else 0
    whole = bool(verbs) and verbs[0].start == start and verbs[0].end < len(answer.strip())
    if whole and not _NOUN.match(view, verbs[0].end) and not _DESCRIBES.search(view[: verbs[0].end]):
        return f"{answer[: verbs[0].end]}…"
    head = _HEAD.fullmatch(view)
    if head and not fact.items and not is_general(answer[: head.end("what")], lexicon):
        return f"…{answer[head.start('head') - 1 :]}"
    return ""


def members_unit(language: Language) -> str:
    """What the members of a list are counted in."""
    return constant("项", language) if language.is_chinese else " items"
