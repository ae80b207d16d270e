"""In which frame a claim is true: of a disease, in models alone, or of cells in general."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from sctui.facts.mechanisms.claim import Claim
from sctui.facts.mechanisms.passage import Passage, turns_to_models
from sctui.lexicon.lexicon import Mention
from sctui.lexicon.term import Term, TermKind
from sctui.text.enumeration import members
from sctui.text.match_view import match_view
from sctui.text.sentence import sentences

_PATIENTS = re.compile(
    r"患者|病人|(?:一般|普遍|通常)认为|临床(?!前)|受试者|人体|patients?\b|clinical|\btrials?\b|\bhumans?\b|\bpeople\b|volunteers"
)
# `实验数据表明`: said of the one sentence, where no patients are spoken of
_EXPERIMENT = re.compile(
    r"(?<!临床)实验(?:性)?(?:数据|结果|研究|证据)?(?:也|还|均|都|已)?(?:表明|显示|证实|证明|发现|提示)"
    r"|\bexperiment(?:s|al (?:data|results|studies|evidence))\s(?:show|suggest|indicate|demonstrate|reveal)"
)
# slots that tell what cells are, wherever they are
_ALWAYS = {"property", "trait"}
ACTS_BY = "acts-by"  # the same of cells that have many, in the disease that a text treats by these
_TRAITS = re.compile("(?:的)?(?:有益|多种|独特的?)?(?:生物学)?(?:特性|特点|特征|优势|优点|能力|功能)")
_COMMON = "(?:[^,;。]{1,4}的)?<:common>"
_STEMNESS = "自我更新"  # which is what such cells are, in any disease
_ALWAYS_OF_CELLS = {"origin", "found-in", "kinds", "used-for"}
_OF_CELLS_ALONE = {"differentiates", "migrates"}  # where the text is not on one disease
_OF_CELLS = re.compile(
    r"(?:具有|具备|拥有|(?<!没)有着?)[^,;。]{2,40}?(?:能力|潜能|潜力|特性|特征|特点)(?=[,;。]|$)|是一[种类群][^,;。]{0,16}细胞"
    r"|\b(?:have|has|share|possess(?:es)?|exhibits?)\b[^.;]{0,40}\b(?:abilit(?:y|ies)|capacit(?:y|ies)|potential|propert(?:y|ies))\b"
    r"|\b(?:is|are)\s(?:an?\s|the\s)?(?:type|kind|class|group|population|multipotent|pluripotent|adult stem)"
)
# the model or circumstance in front of a clause: what follows is true there, and maybe not elsewhere
_CONDITION = re.compile(
    r"(?:^|[,;:])\s*(?:但|然而|不过|而)?(?P<in>随着[^,;:。]{2,14}(?:发展|进展|加重|恶化|延长)|[在于][^,;:。]{0,20}(?:(?:诱导|所致|引起|构建)的[^,;:。]{1,12}|模型|条件|环境)[中下里]?|在[^,;:。]{2,20}(?:大鼠|小鼠|动物|兔|猪|猴|犬)(?:体内)?中),\s*$"
)
# the patients of whom a whole sentence is true: `复发缓解型MS(RRMS)患者中,`
_OF_PATIENTS = re.compile(r"(?:^|[,;:。])\s*在?(?P<who>[^,;:。]{2,30}?)(?:患者|病人)(?:的?体内|中)+,")
_IS_OF_CLASS = re.compile(
    r"[^,;。]{2,24}是一[种类组个][^,;。]{2,24}(?:病|炎|症|疾患|障碍),(?=会|可|能|是?由于|主要|常|易|导致|引起)"
)
# `在渐冻症中抑制X`: what follows is said of that disease
_IN_DISEASE = re.compile(r"在(?P<d>[^,;:。在]{2,16}?)(?:患者|病人)?(?:的?体内)?中\s*$")
_REPORTED = re.compile(
    "(?:有(?:报道|研究|学者|人|观点)(?:称|认为|推测)|据报道|(?:,|研究|结果)提示|理论上(?:讲|说|来说)?),?$"
)
_GIVEN = "^(?:注射|输注|植入|给予)|(?:<:giving.zh>|注射|输注)$"  # a treatment, and no cells by themselves
_LONGEST_REPORT = 8  # characters of such words; more are not looked at, for lines may be long
_GROWTH = "恶性肿瘤"
_CLASS = "疾病"  # ends the name of a class of diseases, and of no one disease
_GERM = re.compile(r"CoV-?\d*$|\bvirus(?:es)?$|病毒$|^[a-z]+ic$")  # and `diabetic`, in whom it is
_DONORS = re.compile("(?:患者|病人)?(?:供者|供体|捐赠者?|来源)| donors?")  # whose cells are sick
_ANY_STEM_CELL, _NO_CELLS = "干细胞", {"vesicle", "product"}
_SHORT_FORM = re.compile(r"\([a-z][a-z0-9-]{2,14}\)")
_EDGES, _LONGEST_MADE = "的 ,;。:", 6  # how a thing was made, before its name
_AT_START = 16  # characters of a passage in which it says what it is about


@dataclass(frozen=True, slots=True)
class Heard:
    """A disease that the text spoke of: its name as written, and the key of its term."""

    name: str = ""
    key: str = ""


NOTHING = Heard()


@dataclass(frozen=True, slots=True)
class Stretch:
    """A sentence: where it starts and ends, whether it speaks of models itself, or goes on about them."""

    start: int
    end: int
    names_models: bool
    in_models: bool


def stretches(passage: Passage) -> list[Stretch]:
    """The sentences of a passage; it is on models from one that names them to one on patients."""
    models, found = False, []
    for sentence in sentences(passage.line.text):
        view = passage.view[sentence.start : sentence.end]
        names = turns_to_models(view) >= 0
        models = names or (models and not _PATIENTS.search(view))
        experiment = bool(_EXPERIMENT.search(view)) and not _PATIENTS.search(view)
        found.append(Stretch(sentence.start, sentence.end, names or experiment, models))
    return found


def is_general(passage: Passage, claim: Claim, stretch: Stretch) -> bool:
    """Whether a claim tells what a thing is or can do wherever it is: no disease, and no model, frames it.

    So does all of a sentence on cells that begins so: `X has the ability of A, and does B`. But what cells
    can do is told of the one disease that label and headings name, where they name one.
    """
    if passage.words.pattern(_GIVEN).search(match_view(claim.subject)):
        return False
    named_in = (kinds for name, kinds in passage.kinds.items() if name in claim.subject)
    kinds = frozenset[TermKind]().union(*named_in)
    if TermKind.DISEASE in kinds:
        return False
    if claim.slot in _ALWAYS:
        return True
    if TermKind.CELL not in kinds:
        return False
    said = _OF_CELLS.search(passage.view, stretch.start, stretch.end)
    named = any(passage.named_diseases(stretch.start, stretch.end))
    if claim.slot in _ALWAYS_OF_CELLS:
        return True
    of_one = bool(passage.topics) and not match_view(passage.topics[0]).endswith(_CLASS)
    return not of_one and (claim.slot in _OF_CELLS_ALONE or (bool(said) and not named))


def with_condition(passage: Passage, stretch: Stretch, start: int) -> int:
    """Where a claim starts with the model or circumstance right in front of it (`在X诱导的Y中,`)."""
    before = passage.view[stretch.start : start]
    found = _IN_DISEASE.search(before)
    if found and any(passage.named_diseases(*(stretch.start + at for at in found.span("d")))):
        return stretch.start + found.start()
    found = _CONDITION.search(before) if before else None
    return stretch.start + found.start("in") if found else start


def past_class(passage: Passage, start: int, value: int) -> int:
    """Where a claim starts behind a clause that tells but the class of its subject (`X是一种常见的病,`)."""
    found = _IS_OF_CLASS.match(passage.view, start, value)
    return found.end() if found else start


def as_reported(passage: Passage, start: int) -> int:
    """Where the words begin that say, right before a claim, that it is but reported or suggested; else -1."""
    found = _REPORTED.search(passage.view, max(0, start - _LONGEST_REPORT), start)
    return found.start() if found else -1


def patients_class(passage: Passage, stretch: Stretch, evidence: tuple[int, int]) -> str:
    """Whose patients a claim speaks of, where its own sentence names but a class of diseases before it."""
    if "患者" not in passage.view[slice(*evidence)]:
        return ""
    named = {passage.line.text[m.start : m.end] for m in passage.named_diseases(stretch.start, evidence[0])}
    return named.pop() if len(named) == 1 else ""


def patients_frame(passage: Passage, column: int) -> str:
    """The one disease of the patients in whom the sentence up to a column says that things are so."""
    start = max(passage.view.rfind("。", 0, column) + 1, passage.body)
    found = list(_OF_PATIENTS.finditer(passage.view[start:column]))
    if not found:
        return ""
    who = found[-1]
    named = list(passage.named_diseases(start + who.start("who"), start + who.end("who")))
    keys = {mention.term.key for mention in named}
    return passage.line.text[named[0].start : named[0].end] if len(keys) == 1 else ""


def disease_before(passage: Passage, column: int, heard: Heard) -> Heard:
    """The one disease that a passage speaks of before a column; `heard` where it names none, else nothing.

    A class of diseases (`自身免疫性疾病`) is none: what is true of it is true of one of them.
    """
    before = (m for m in passage.firsts if m.end <= column)
    named = [m for m in before if not (_is_class(m.term) or _DONORS.match(passage.view, m.end))]
    if not named:
        return heard
    keys = {mention.term.key for mention in named}
    if len(keys) > 1:
        return NOTHING
    names = [_as_illness(m, passage.line.text) for m in named]
    if heard.key in keys or names[0] in heard.name:
        names.append(heard.name)
    return Heard(max(names, key=lambda name: (not name.isascii(), len(name))), keys.pop())


def treated_by_traits(passage: Passage, claim: Claim, heard: Heard) -> str:
    """The one disease that a text is on, where some traits are told of cells that have many."""
    told = passage.view[slice(*claim.value)] if claim.slot in _ALWAYS else ""
    several = len(members(told)) > 1 and _TRAITS.fullmatch(match_view(claim.measure))
    if not several or _STEMNESS in told:
        return ""
    if not passage.words.pattern(_COMMON).fullmatch(match_view(claim.subject).strip()):
        return ""
    if passage.topics:
        return "" if match_view(passage.topics[0]).endswith(_CLASS) else passage.topics[0]
    return disease_before(passage, claim.evidence[0], heard).name


def _is_class(term: Term) -> bool:
    """Whether a term is of a class of diseases, as 疾病 at its end tells, or of any growth."""
    return term.zh.endswith(_CLASS) or term.zh == _GROWTH


def _as_illness(mention: Mention, text: str) -> str:
    """A disease as written; by its own name where what brings it is written (`SARS-CoV-2`)."""
    name = text[mention.start : mention.end]
    germ = _GERM.search(name)
    return (mention.term.en if name.isascii() else mention.term.zh) if germ else name


def named_cells(passage: Passage, before: Mapping[str, str]) -> dict[str, str]:
    """The cells that a text has named so far, by their keys; vesicles have no name here."""
    found = dict(before)
    for one in passage.entities(0, len(passage.view)):
        if one.term.kind is TermKind.CELL and one.term.zh != _ANY_STEM_CELL:
            vesicle = one.term.attributes.get("class", "") in _NO_CELLS
            name = "" if vesicle else passage.line.text[one.start : one.end]
            found.setdefault(one.term.key, name)
    return found


def only_cells(named: Mapping[str, str]) -> str:
    """The cells that a text has named, where they are of one kind, whatever vesicles it has named as well."""
    names = [name for name in named.values() if name]
    return names[0] if len(names) == 1 else ""


def introduced_by_name(passage: Passage, before: str) -> str:
    """The cells, or what is made of them, that a text last gave a short form in brackets."""
    found = before
    for one in passage.entities(passage.body, len(passage.view)):
        short = _SHORT_FORM.match(passage.view, one.end)
        if one.term.kind is TermKind.CELL and short and not passage.nested[one.start]:
            start = max(passage.view.rfind(mark, 0, one.start) for mark in _EDGES) + 1
            near = one.start - start <= _LONGEST_MADE
            found = passage.line.text[start if near else one.start : one.end]
    return found


def begins_with(passage: Passage) -> str:
    """The disease that is the first word of a passage; empty where it begins otherwise."""
    first = next(passage.named_diseases(passage.body, len(passage.view)), None)
    return passage.line.text[first.start : first.end] if first and first.start == passage.body else ""


def or_begun(passage: Passage, heard: Heard, begun: str) -> Heard:
    """The disease that was heard of, else the one a text began with, where this passage names no other.

    A class of diseases is none to go on about.
    """
    begins = bool(begun) and not passage.named and not match_view(begun).endswith(_CLASS)
    return Heard(begun) if begins and not heard.name else heard


def disease_told(passage: Passage, heard: Heard) -> Heard:
    """The disease that the next passage may go on about: the one this passage names at its start."""
    found = disease_before(passage, len(passage.view), heard)
    named = passage.named_diseases(0, passage.body + _AT_START)
    return found if found.key == heard.key or any(m.term.key == found.key for m in named) else NOTHING
