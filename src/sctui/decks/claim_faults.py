"""What keeps a claim from being asked at all: no name, nothing to know, or doubt that it is meant so."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence

from sctui.decks.cells import is_mere_worth
from sctui.decks.own_organ import is_own_organ
from sctui.decks.rubric.guessing import is_more_of_it
from sctui.decks.vague import is_vague
from sctui.lexicon.lexicon import Lexicon
from sctui.lexicon.term import TermKind
from sctui.model.fact import Fact, FactKind
from sctui.text.enumeration import members
from sctui.text.match_view import match_view

ALONE, OPEN, GUESSED = "does not stand alone", "gap fits too much", "answer can be guessed"
_ABILITY = re.compile("(?:能力|作用|潜能|过程)$")
_STORY = re.compile("了|大部分|发生")
_LOSS = re.compile("(?:减少|增加|下降|升高|缺乏|缺失|不足|异常|失调|突变|过度|受损|障碍)$")
_ANY_ILL = re.compile(r"疾病|病情|病症|(?:the )?(?:diseases?|disorders?|conditions?|illness)")
_ANY_TREATMENT = re.compile(
    r"(?:一般|常规|传统|保守|现有|对症)(?:的)?(?:治疗|疗法|药物)(?:方法|手段|方案)?"
    r"|.{0,12}最(?:重要|主要|常用|有效|常见|关键)的(?:治疗|疗法|药物)(?:方法|手段|方案|措施)?"
    r"|(?:一些|部分|许多|多种|各种|某些).{2,16}"
    r"|(?:conventional|standard|current|traditional) (?:treatments?|therap(?:y|ies))"
)
# what no lexicon has: macrophages are M0, M1 or M2, and NF-κB is p65, p50 …
_NO_SUCH = re.compile(
    r"(?<![a-z0-9])m(?![012](?!\d))\d+(?:型)?(?:巨噬| macrophage)"
    r"|巨噬细胞[^,;。]{0,4}胞吐|(?<![a-z])il-\d+ ?调节性t"  # they engulf; and no Treg is called by a cytokine
    r"|(?<![a-z])(?:[tb]|nk) ?细胞液|nf-?κb[ /]?p(?!(?:65|50|52|100|105)(?!\d))\d"
)
_SICK = re.compile("衰老|肿瘤|癌|患者|异常|病变|senescent|tumou?r|cancer|patient")
_HARM = re.compile(
    r"(?:促进|刺激|激活|加剧|加速|增强|诱导)了?(?:肝?星状细胞(?:的)?(?:活化|激活|增殖)|(?:[肝肺肾]脏?|心肌|组织)?纤维化|瘢痕形成"
    r"|肿瘤生长)"
    r"|(?:promot|stimulat|accelerat|increas)(?:es?|ed|ing)\s(?:the\s)?(?:activation of )?"
    r"(?:(?:hepatic )?stellate cells?|(?:\w+ )?fibrosis|scar formation|tumou?r growth)"
)
_HARMS = frozenset({"inhibits", "damages", "aggravates", "reduces", "causes", "leads-to", "downregulates"})
_FURTHERS = frozenset({"increases", "promotes", "activates", "upregulates", "induces"})
_UNWANTED = re.compile(
    r"风险|感染|再活化|再激活|副作用|肿瘤|癌|炎|纤维化|病毒|细菌|凋亡|瘢痕|损伤|复发|疼痛|排斥|衰老|氧化|进展|恶化|tumou?r|cancer|inflam|fibro|virus"
    r"|apopto|scar|injury|relapse|pain|reject|progress|oxidat"
)
_OURS = re.compile(r"我们的?|本院|本中心|本公司|our\b")
_ANY_CELL = re.compile("(?:任意|任何|所有|一切|各种各样).{0,6}(?:细胞|组织|器官)|any (?:type of )?cells?")
_TRAITS = frozenset({"property", "trait"})
_GOALS = frozenset({"differentiates", "migrates"})  # what something becomes, and where it goes
_NO_WAY = frozenset({"影响", "调节", "调控"})  # says not which way
_ANY_USE = re.compile(
    r"(?:临床|疾病|血液|再生|细胞|组织|相关|多种疾病的?|各种疾病的?)*(?:治疗|应用|医学|研究|修复)"
)
_STRANGE = re.compile("癌|杀手|感冒|黄金|天使")  # `绿色癌症`, of a disease that is none
_STATE_OF_SOME = re.compile("(?:低|高|过|异常|持续)+表达")  # in whom, is not told
_OF_SOME = re.compile("(?:通过|借助|经由?|利用)(?:低|异常)表达")  # whose, is not told
# a name that the source made up in quotation marks: any like it would fit
_COINED = re.compile(r"[“「『\"](?P<name>[^”」』\"]{3,})[”」』\"]")
_PROMISE = re.compile("从根(?:源|本)")
# when something comes, and that it is bad: `骨髓移植后的致命并发症`
_NO_DEFINITION = re.compile(
    r"(?:一种|一类|一个)?(?:[^,，]{2,16}[后中时期]的?)?(?:(?:常见|严重|致命|主要|重要|多发|罕见|危险|棘手|难治)性?的?)*"
    r"(?:并发症|后遗症|不良反应|副作用|疾病|病症?|问题|难题|挑战)"
    r"|(?:an? )?(?:(?:common|serious|severe|fatal|rare|major|life-threatening|devastating),? )*"
    r"(?:complication(?: (?:after|of|following) .*)?|disease|disorder|condition|problem)"
)
# what brackets behind a name say of it in passing: a molecule, as are all that act so
_ANY_MOLECULE = re.compile("(?:一种|一类)[^,，]*(?:分子|物质|成分)$")
# whom most diseases strike, and what every stem cell can do
_ANY_AGE = re.compile("(?:中|青|老|成)+年(?:人群?|患者)?")
_STEM_CELL, _STEMNESS = (
    "干细胞",
    re.compile("(?:自我更新|自我复制|多?向?分化|增殖)(?:的?(?:能力|潜能|特性))?"),
)
_TRAIT_WORDS = ("特性", "特点", "特征", "优点", "能力", "功能")
_OF_ALL_STEM_CELLS = "自我更新"  # which is what such cells are
_LEAST_PARTS = 3  # things that a part is played in, from which these tell something


def fault_of_claim(fact: Fact, quote: str, lexicon: Lexicon | None) -> str:
    """The item of the rubric that keeps a claim from being a card; empty for none.

    Its subject or its answer is no name, or it says of a treatment what cannot be meant. `quote` proves it.
    """
    return next((item for item, holds in _faults(fact, quote, lexicon) if holds), "")


def _faults(fact: Fact, quote: str, lexicon: Lexicon | None) -> Iterator[tuple[str, object]]:
    """Each item with whether it is failed; nobody looks behind the first that is."""
    value, subject, said = match_view(fact.value), match_view(fact.subject), match_view(quote)
    told = fact.kind is FactKind.MECHANISM
    story = told and "negated" in fact.flags
    yield OPEN, _ANY_ILL.fullmatch(value.strip()) or _ANY_CELL.search(value)
    yield OPEN, fact.slot in _GOALS and is_vague(fact.value)
    yield OPEN, fact.slot == "used-for" and _ANY_USE.fullmatch(value)  # `用于血液治疗`: which disease?
    yield OPEN, fact.slot == "driven-by" and match_view(fact.measure) in _NO_WAY
    yield ALONE, fact.slot == "via" and _STATE_OF_SOME.match(value)
    yield GUESSED, is_more_of_it(fact.subject, fact.value)
    yield GUESSED, fact.kind is FactKind.COMPARISON and is_mere_worth(fact.value)
    yield "name in doubt", fact.slot == "alias" and _is_nickname(fact)  # `不死的癌症`
    # `the loss of A cannot do B`: no limitation of a treatment, and no name to ask for one
    yield ALONE, story and _LOSS.search(subject)
    # `不抑制骨髓造血`: a merit, and no limitation
    yield "claim in doubt", story and fact.slot in _HARMS and not _UNWANTED.search(value)
    yield "claim in doubt", story and fact.slot in _FURTHERS and _UNWANTED.search(value)
    yield ALONE, fact.kind is FactKind.FIGURE and _OURS.match(match_view(fact.measure or fact.subject))
    yield "name in doubt", _NO_SUCH.search(said)
    yield "claim in doubt", told and _harms(fact, quote, lexicon)
    yield ALONE, _ANY_TREATMENT.fullmatch(subject)
    yield "cut text", fact.slot == "definition" and _ABILITY.search(value) and _is_cell(fact.subject, lexicon)
    yield ALONE, story and _STORY.search(subject)
    yield OPEN, fact.slot == "definition" and _NO_DEFINITION.fullmatch(value.strip())
    yield OPEN, fact.slot == "definition" and _ANY_MOLECULE.search(value) and f"({value.strip()}" in said
    yield OPEN, fact.slot in _TRAITS and _is_some_of_many(fact, lexicon)  # each text tells others
    yield GUESSED, fact.slot == "befalls" and _ANY_AGE.fullmatch(value)
    yield (
        GUESSED,
        fact.slot in _TRAITS and _STEM_CELL in subject and all(map(_STEMNESS.fullmatch, members(value))),
    )
    yield (
        GUESSED,
        fact.slot == "migrates"
        and lexicon is not None
        and is_own_organ(match_view(fact.value).strip(), fact.context, lexicon),
    )
    yield OPEN, fact.slot in _TRAITS and is_vague(fact.value)  # `plays a part in X`: so does much else
    yield GUESSED, fact.slot == "origin" and _names_origin(fact, lexicon)
    yield OPEN, told and _is_coined(fact.value, lexicon)
    yield ALONE, told and _OF_SOME.search(said)
    yield "slogan", told and _PROMISE.search(said)
    yield OPEN, fact.slot == "role" and len(fact.items) < _LEAST_PARTS
    # `糖尿病前期的糖尿病患病率`: the measure of another disease
    crossed = fact.kind is FactKind.FIGURE and fact.slot == "measure"
    yield "asks more than one thing", crossed and _names_two(fact.measure, lexicon)


def _is_cell(name: str, lexicon: Lexicon | None) -> bool:
    return lexicon is not None and lexicon.of(TermKind.CELL).lookup(name) is not None


def _is_some_of_many(fact: Fact, lexicon: Lexicon | None) -> bool:
    """Whether some traits are told of cells that have many (`间充质干细胞具有A、B和C特性`)."""
    view = match_view(fact.value)
    several = len(members(view)) > 1 and _OF_ALL_STEM_CELLS not in view
    some = several and match_view(fact.measure).endswith(_TRAIT_WORDS)
    return some and lexicon is not None and bool(_common(lexicon).fullmatch(match_view(fact.subject).strip()))


def _common(lexicon: Lexicon) -> re.Pattern[str]:
    return lexicon.words.pattern("<:common>")


def _names_origin(fact: Fact, lexicon: Lexicon | None) -> bool:
    """Whether the name of a thing says where it is from (`脐带干细胞`, of the cord of a newborn)."""
    if lexicon is None:
        return False
    found = lexicon.of(TermKind.SOURCE).mentions(fact.value)
    last = found[-1] if found else None
    at_end = last is not None and last.end == len(fact.value.rstrip())
    subject = lexicon.of(TermKind.SOURCE).mentions(fact.subject)
    return at_end and last is not None and any(one.term.key == last.term.key for one in subject)


def _is_coined(value: str, lexicon: Lexicon | None) -> bool:
    found = _COINED.search(value)
    return found is not None and not (lexicon and lexicon.lookup(found["name"]))


def _is_nickname(fact: Fact) -> bool:
    """Whether another name is what people call a thing, no name of it."""
    strange = _STRANGE.search(match_view(fact.value))
    return "的" in fact.value or bool(strange and strange[0] not in match_view(fact.subject))


def _harms(fact: Fact, quote: str, lexicon: Lexicon | None) -> bool:
    """Whether cells that heal are said to further a harm: most likely the wrong word of a translation."""
    if lexicon is None or not _HARM.search(match_view(quote)) or _SICK.search(match_view(fact.subject)):
        return False
    return bool(lexicon.of(TermKind.CELL).mentions(fact.subject))


def _names_two(measure: str, lexicon: Lexicon | None) -> bool:
    """Whether a measure joins two diseases with `的`."""
    head, joined_, rest = measure.partition("的")
    diseases = lexicon.of(TermKind.DISEASE) if lexicon and joined_ else None
    return diseases is not None and bool(diseases.mentions(head) and diseases.mentions(rest))


def frames_of(facts: Sequence[Fact], lexicon: Lexicon | None) -> Mapping[int, frozenset[str]]:
    """For each line the diseases that its claims are framed by."""
    found: dict[int, set[str]] = defaultdict(set)
    diseases = lexicon.of(TermKind.DISEASE) if lexicon else None
    for fact in facts if diseases else ():
        for place in fact.context.split(" · ") if fact.kind is FactKind.MECHANISM else ():
            term = diseases.lookup(place) if diseases else None
            if term:
                found[fact.evidence.line].add(term.key)
    return defaultdict(frozenset, {line: frozenset(keys) for line, keys in found.items()})


def answers_frame(fact: Fact, frames: Collection[str], lexicon: Lexicon | None) -> bool:
    """Whether the answer is but the disease that all around it speaks of."""
    if fact.kind is not FactKind.MECHANISM or not frames or lexicon is None:
        return False
    term = lexicon.of(TermKind.DISEASE).lookup(fact.value)
    return term is not None and term.key in frames
