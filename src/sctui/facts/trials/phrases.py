"""Noun phrases around lexicon terms: which cells, which disease, with the words that belong to them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from sctui.facts.trials.statement import Statement, kept
from sctui.lexicon.lexicon import Mention
from sctui.lexicon.term import TermKind
from sctui.model.quick import quick

_GIVEN = (TermKind.CELL, TermKind.TREATMENT)
_GLUE = re.compile(
    r"(?:组织)?(?:来源|源|衍生)?(?:性)?的?[\s/-]?|\s?(?:/|和|与|及|或|联合)\s?|[\s-]?derived\s|\s(?:and|or)\s"
)
# `诱导多能干细胞(iPSC)衍生神经前驱细胞`: what was given was made of the cells in front
_MADE_INTO = re.compile(
    r"\([a-z0-9 +-]{2,10}\)\s?(?:衍生|来源|分化|诱导)(?:而来|而成)?的?\s?"
    r"|\s?\([a-z0-9 +-]{2,10}\)[\s-]derived\s"
)
_MADE_BEHIND = re.compile(r"\)\s?(?:衍生|来源|分化|诱导)(?:而来|而成)?的?\s?[一-鿿]|\)[\s-]derived\s")
_LEFT = r"(?:(?:<:whose>|<:made>)\s?)+$"
MADE_OF = (
    r"(?:诱导)?(?:分化|制备|培养|衍生|制成)+(?:而来|而成|得到|出来?)?的[一-鿿]{0,8}?<:form>(?:薄片|片层|团)?"
)
_RIGHT = rf"(?:{MADE_OF}|(?:衍生的?|来源的?)?<:form>)(?:\([^)]{{1,12}}\))?"
_WHOSE = "<:whose>"
_ACTION = (
    r"(?:\([a-z][^()]{1,11}\))?\s?的?<:form.zh>?(?:临床)?(?:联合)?(?:混悬液|注射液|疗法|(?:静脉)?(?:输注"
    r"|<:giving.zh>|注射|干预|治疗)(?!组)(?:(?:治疗|疗法)(?!\S{0,12}(?:病|症|炎|障碍|衰竭)))?"
    r"|\s(?:infusions?|<:giving.en>|therapy|treatment|injections?))"
)
_ENDS_ACTED = r"(?:疗法|输注|治疗|therapy|<:giving>)$"
_MODIFIER = (
    r"(?:重度|中重度|中至重度|中度至重度|轻至中度|轻中度|中度|轻度|中严重|严重|重症|危重症?|难治性?"
    r"|顽固性|复发难治性?|复发缓解型|复发性|持续复发性|持续性"
    r"|慢性|急性|亚急性|进行性|进展性|进展型|活动性|活动期|中晚期|晚期|早期|终末期|新诊断的?|新发的?"
    r"|初发|继发进展型|原发进展型|继发性|原发性"
    r"|(?:类固醇|激素|糖皮质激素)(?:难治性?|耐药性?|抵抗性?|治疗失败|无效|无反应|不敏感|依赖性?)的?|失代偿(?:性|期)?|代偿期|特发性"
    r"|缺血性|出血性|闭塞性|病毒性|感染性|酒精性|药物性|放射性|创伤性|退行性|诱导性|医源性|先天性|遗传性|获得性"
    r"|弥漫性|局限性|双侧|单侧|化疗引起的|治疗引起的|复杂性?|老年|成人|儿童"
    r"|大疱性|萎缩性|渗出性|增殖性|瘢痕性|溃疡性|坏死性|硬化性|代谢性|血管性|早发性|感音神经性|传导性|[ivx]+(?:[-~/][ivx]+)?[级期型]|[12]型|<:site.zh>"
    r"|(?:refractory|active|progressive|moderate(?:-to-|\sto\s)severe|moderate|severe|chronic|acute"
    r"|early|advanced|relapsing"
    r"|established|complex|newly diagnosed|steroid-(?:refractory|resistant|dependent)|treatment-refractory"
    r"|decompensated"
    r"|<:site.en>)\s)"
)
_MODIFIERS = rf"(?:{_MODIFIER}(?:和|或|及|与|、)?\s?)+$"
_PEOPLE = re.compile(r"\s?(?:\([^()]{1,14}\))?\s?\??(?:的)?(?:患者|病人|女性|妇女|患儿|儿童|人群|受试者)")
_NAMED = re.compile(r"\s?\([^()]{1,14}\)")
_JOINED = re.compile(r"\s?(?:\([^()]{1,14}\))?\s?(?:、|和|与|及|以及|或|,\s|\sand\s|\sor\s)\s?")


@quick
@dataclass(frozen=True, slots=True)
class Phrase:
    """A phrase in a statement; `core` is where its terms begin, `action` where treatment words end."""

    start: int
    core: int
    end: int
    action: int
    source: bool = False  # whether a tissue is named
    acted: bool = False  # whether the phrase is a treatment and not cells alone
    drug: bool = False  # whether it is a drug, a device or an operation


@kept
def cell_phrases(statement: Statement) -> Iterator[Phrase]:
    """The cell products and other treatments named in a statement, with what is done with them."""
    for run in _runs(statement):
        if any(m.term.kind in _GIVEN for m in run) and not statement.renames(run[0].start):
            yield _cell(statement, run)


def _runs(statement: Statement) -> list[list[Mention]]:
    runs: list[list[Mention]] = []
    for mention in statement.terms(*_GIVEN, TermKind.SOURCE):
        between = statement.seen(runs[-1][-1].end, mention.start) if runs else None
        if between and _MADE_INTO.fullmatch(between):
            runs[-1].append(mention)
            continue
        behind = statement.seen(mention.end, statement.end)
        if between and between.strip() == "(" and _MADE_BEHIND.match(behind):
            continue  # a short form between the cells and what was made of them
        if between is not None and (
            not between or _GLUE.fullmatch(statement.words.pattern(_WHOSE).sub("", between))
        ):
            runs[-1].append(mention)
        else:
            runs.append([mention])
    return runs


def _cell(statement: Statement, run: list[Mention]) -> Phrase:
    core, end = run[0].start, run[-1].end
    words = statement.words
    left = words.pattern(_LEFT).search(statement.seen(statement.start, core))
    start = statement.start + left.start() if left else core
    right = words.pattern(_RIGHT).match(statement.seen(end, statement.end))
    end += right.end() if right else 0
    action = words.pattern(_ACTION).match(statement.seen(end, statement.end))
    tissue = any(m.term.kind is TermKind.SOURCE or m.term.attributes.get("tissue") for m in run)
    acted = bool(action or words.pattern(_ENDS_ACTED).search(statement.seen(start, end)))
    drug = all(m.term.kind is TermKind.TREATMENT for m in run)
    return Phrase(start, core, end, end + (action.end() if action else 0), tissue, acted or drug, drug)


def donor_of(statement: Statement, phrase: Phrase) -> tuple[int, int] | None:
    """Where the phrase says whose cells they are."""
    found = statement.words.pattern(_WHOSE).search(statement.seen(phrase.start, phrase.end))
    return (phrase.start + found.start(), phrase.start + found.end()) if found else None


def disease_phrases(statement: Statement) -> list[Phrase]:
    """The diseases named in a statement, with severity and, where it follows, the people who have it.

    `core` is the first term, `end` the end of the last term of a list, `action` the end of the people word.
    """
    found: list[Phrase] = []
    for mention in statement.terms(TermKind.DISEASE):
        if found and mention.start < found[-1].end:
            continue  # the abbreviation behind a name
        before = statement.seen(statement.start, mention.start)
        left = statement.words.pattern(_MODIFIERS).search(before[-40:])
        start = mention.start - (len(left[0]) if left else 0)
        rest = statement.seen(mention.end, statement.end)
        people, named = _PEOPLE.match(rest), _NAMED.match(rest)
        end = mention.end + (named.end() if named else 0)
        phrase = Phrase(start, mention.start, end, mention.end + people.end() if people else end)
        if (
            found
            and _JOINED.fullmatch(statement.seen(found[-1].end, start))
            and found[-1].action == found[-1].end
        ):
            phrase = Phrase(found[-1].start, found[-1].core, phrase.end, phrase.action)
            found.pop()
        found.append(phrase)
    return found
