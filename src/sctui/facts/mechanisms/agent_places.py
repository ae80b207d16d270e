"""Where the molecules and cells stand before an answer that a claim is told of in particular."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sctui.facts.mechanisms.claim import Claim
from sctui.facts.mechanisms.listening import is_state
from sctui.facts.mechanisms.passage import Passage
from sctui.lexicon.term import TermKind
from sctui.text.enumeration import members
from sctui.text.match_view import match_view

Place = tuple[int, int]

_EXAMPLES = re.compile(
    r"\(\s?(?:例?如|尤其是|特别是|包括|主要是|such as|e\.g\.,?|including|especially)\s?"
    r"(?P<v>[^()]{2,60}?)等?\)"
)
# all that a text tells of a class, in brackets behind it: `促炎因子(IL-1、GM-CSF)`
_MEMBERS = re.compile(
    r"(?:因子|介质|分子|激素|抗体|蛋白|受体|酶|基因|通路|rnas?|cytokines?|factors?|mediators?|chemokines?)\s?"
    r"\((?!例?如|包括|such|e\.g)(?P<v>[^()]{4,40})\)"
)
# plain things of a class that brings something about: `环境因素(如高糖、高脂饮食)`
_PLAIN_EXAMPLES = re.compile(r"(?:因素|诱因|应激|毒素|病原体|病毒|细菌|药物)\(例?如(?P<v>[^()]{4,30}?)等?\)")
_PLAIN = re.compile(r"[\u3400-\u9fff]{2,8}")
_DESCRIBED = re.compile(r".{2,24}(?:基因|蛋白|受体|因子|酶|抗体|激素)\s?")  # `蛋白酪氨酸磷酸酶基因PTPN22`
_AMOUNT = (
    r"(?:的?(?:异常|持续|过度|高|低|基因|mrna|蛋白)*(?:表达|水平|活性|浓度|含量|信号)量?)?"
    r"(?:的?(?:显著|明显|持续))?"
)
_TURNED = re.compile(
    rf"{_AMOUNT}(?:的?(?:上调|下调|升高|降低|下降|增高|增加|减少|缺乏|缺失|不足|突变|过表达|沉默|缺陷)|[高低]表达"
    r"|的?(?:抑制|失活|激活|活化)(?=[),;。]|$))"
    r"|(?:expression )?(?:is |are )?(?:up|down)-?regulat(?:ed|ion)\b"
    r"|\s(?:loss|deficiency|overexpression|mutations?)\b"
)
_OF_A_CLASS = re.compile(r"等[^,;。()等]{2,16}?(?=上调|下调|升高|降低|增加|减少|的?(?:异常|高|低|过)?表达)")
_SWITCHED = re.compile(
    r"(?:过表达|沉默|敲除|敲低|敲减|抑制|阻断|(?:overexpress|silenc|delet|block)ing |knocking (?:out|down) "
    r"|(?:loss|lack|deficiency|absence|overexpression|deletion|silencing) of )$"
)
_SWITCHED_NAME = re.compile(r"基因|的?表达|[后可或和与,)]|\s")
_GENE = re.compile("基因")
# a bracket that tells of which molecule, or what was done to it: `(如FOXP3表达下调)`, `(抑制PRMT1基因)`
_TELLS_WHICH = re.compile(
    r"\((?:例?如|比如|特别是|尤其是|包括|such as |e\.g\.,? |过表达|沉默|敲[除低减]|抑制|阻断)"
)
_BEGINS = re.compile(
    r"(?:^|[,;。:(（如]|中的?|的|患者|体内|血清|血浆|血液|脑脊液|滑液|关节液|局部|组织|细胞|及|和|与|而|(?:micro|mi|lnc)rna|基因|蛋白)\s?$"
)
# whose it is, or how much of it there is: `外泌体携带的miR-21抑制X`, `过量的IgG诱导X`
_WHOSE = re.compile(
    r"(?:分泌|释放|释出|产生|表达|携带|富含|含有|装载|递送|来源|外泌体[内中]|囊泡[内中])的\s?$"
    r"|(?:-(?:derived|secreted|released)|\b(?:exosomal|vesicular|secreted|released))\s$"
)
_MADE_BY = re.compile(
    r"\s(?:secreted|released|produced|made|carried|delivered|expressed)\s(?:by|in|from|on)\s"
)
_TOO_MUCH = re.compile(
    r"(?:过量|过多|异常|增多|升高|高水平)的\s?$|缺乏$"
    r"|\b(?:excess(?:ive)?|too much|elevated|raised|mutant|mutated)\s$"
)
_UNDER = re.compile(r"在\s?$|\b(?:in (?:response to|the presence of)|under the influence of)\s(?:the\s)?$")
_UNDER_END = re.compile(
    r"的?(?:过度|持续|共同|异常)?(?:刺激|作用|诱导|介导|影响|存在|驱动|调控)(?:之?下|时)|[\s,]"
)
_RNA = re.compile(r"mi(?:cro)?r|let-7|rna", re.IGNORECASE)
# a class, which is no name
_ANY = re.compile(
    r"(?:抗炎|促炎|致炎|炎[症性]|生长|细胞|趋化|营养|信号|转录|相关|特异性|自身|生物活性|多种)*"
    r"(?:因子|介质|分子|蛋白质?|激素|抗体|抗原|酶|受体|基因|通路)|(?:micro|mi|lnc|circ|m|si)?rnas?"
    r"|(?:growth |pro-?inflammatory )?(?:factors?|cytokines?|proteins?|enzymes?|receptors?|antibod(?:y|ies))"
)
# cells whose state brings something about: `调节性T细胞(Treg)功能缺陷`
_CELLS_TURNED = re.compile(
    r"(?:\s?\([^()]*\))?(?:的|几乎|完全|大量|过度|异常|持续|显著|明显|功能|数量|比例|过早|严重|选择性|进行性)*"
    r"(?:缺失|减少|增多|缺陷|衰老|失调|受损|活化|激活|凋亡|耗竭|下降|升高|不足|浸润|丢失|死亡|丧失|衰竭|坏死)"
    r"(?:\([^()]*\))?"
)
_ANY_CELLS = re.compile("(?:免疫|靶|干|体|成熟|功能|受损|损伤|炎症|组织|周围|患者|造血干)?细胞")
_TELLS_MORE = {"undergoes"}  # in brackets behind what happened
_BRINGS_ABOUT = {"causes", "leads-to", "aggravates", "damages", "reduces", "inhibits"}
_JOIN = re.compile(r"\s*(?:、|/|和|与|及|以及|,|and)\s*")
_NAME = re.compile(r"(?=[A-Za-z-]*[A-Z0-9])[A-Za-z][A-Za-z0-9αβγδκ/-]{2,}")
_MOLECULES = {TermKind.FACTOR, TermKind.PATHWAY}
_CELLS = {TermKind.CELL, TermKind.IMMUNE}


def agent_places(passage: Passage, claim: Claim) -> Iterator[Place]:
    """Where molecules stand before an answer that are told in particular, and cells whose state it is."""
    view, start = passage.view, claim.evidence[0]
    end = claim.evidence[1] if claim.slot in _TELLS_MORE else claim.value[0]
    for pattern, fits in ((_EXAMPLES, are_named), (_MEMBERS, _are_several), (_PLAIN_EXAMPLES, _are_plain)):
        for found in pattern.finditer(view, start, end):
            if fits(passage, *found.span("v")):
                yield found.span("v")
    ends = _subject_end(passage, claim)
    for left, right in _runs(passage, start, end):
        if _ANY.fullmatch(view, left, right):
            continue
        if passage.nested[left] and not _TELLS_WHICH.match(view, max(start, view.rfind("(", start, left))):
            continue
        if _is_told(view, start, left, right) or (
            _is_whose(view, start, left, right, ends) and _is_told_apart(passage, claim, left, right)
        ):
            gene = _GENE.match(view, right, end)
            yield left, gene.end() if gene else right
    if claim.slot in _BRINGS_ABOUT and is_state(claim.subject) and ends >= 0:
        yield from _cells(passage, ends - len(claim.subject), ends)


def are_named(passage: Passage, start: int, end: int) -> bool:
    """Whether each member of a list names a molecule, with nothing but what that is before its name."""
    ends = {right: left for left, right in _runs(passage, start, end)}
    joined = _joined(passage, start, end)
    if joined:
        return True
    at = start
    for name in members(passage.line.text[start:end]):
        left = passage.line.text.index(name, at)
        at = left + len(name)
        first = ends.get(at, -1)
        if first < left or (first > left and not _DESCRIBED.fullmatch(passage.view, left, first)):
            return False
    return True


def _joined(passage: Passage, start: int, end: int) -> bool:
    """Whether molecules and what joins them are all that stands between two columns."""
    found, at = molecules(passage, start, end), start
    for left, right in found:
        if at > start and not _JOIN.fullmatch(passage.view[at:left]):
            return False
        if at == start and passage.view[start:left].strip():
            return False
        at = right
    return bool(found) and not passage.view[at:end].strip()


def _are_several(passage: Passage, start: int, end: int) -> bool:
    return _joined(passage, start, end) and len(members(passage.line.text[start:end])) > 1


def _are_plain(passage: Passage, start: int, end: int) -> bool:
    listed = members(passage.view[start:end])
    return len(listed) > 1 and all(map(_PLAIN.fullmatch, listed))


def _is_told(view: str, start: int, left: int, right: int) -> bool:
    """Whether a molecule is said to be switched, too much, too little, or there where something is so."""
    before = view[start:left]
    of_class = _OF_A_CLASS.match(view, right)
    if _TURNED.match(view, of_class.end() if of_class else right) and _BEGINS.search(before):
        return True
    if _SWITCHED.search(before) and _SWITCHED_NAME.match(view, right):
        return True
    return bool(_TOO_MUCH.search(before) or (_UNDER.search(before) and _UNDER_END.match(view, right)))


def _is_whose(view: str, start: int, left: int, right: int, ends: int) -> bool:
    """Whether a molecule is who acts, and the text says by whom it is made or handed on."""
    return (right == ends and bool(_WHOSE.search(view[start:left]))) or (
        left == start and right < ends and bool(_MADE_BY.match(view, right))
    )


def _is_told_apart(passage: Passage, claim: Claim, left: int, right: int) -> bool:
    """Whether what a molecule does is told so that no other would do: to which other one, or by which RNA."""
    if _RNA.search(passage.view, left, right):
        return True
    others = passage.entities(*claim.evidence)
    return any(one.term.kind in _MOLECULES and not left <= one.start < right for one in others)


def _subject_end(passage: Passage, claim: Claim) -> int:
    """The column behind the subject where the evidence names it before the answer; else -1."""
    at = passage.view.find(match_view(claim.subject), claim.evidence[0], claim.value[0])
    return at + len(claim.subject) if at >= 0 else -1


def _cells(passage: Passage, start: int, end: int) -> Iterator[Place]:
    """The cells whose state the subject between two columns is, where they are of one kind."""
    for one in passage.entities(start, end):
        named = one.term.kind in _CELLS and not passage.nested[one.start]
        if named and not _ANY_CELLS.fullmatch(passage.view[one.start : one.end]):
            if _CELLS_TURNED.fullmatch(passage.view, one.end, end):
                yield one.start, one.end
            return


def _runs(passage: Passage, start: int, end: int) -> Iterator[Place]:
    """Molecules that stand one beside the other, as one."""
    at: Place | None = None
    for left, right in molecules(passage, start, end):
        if at and _JOIN.fullmatch(passage.view[at[1] : left]):
            at = at[0], right
            continue
        if at:
            yield at
        at = left, right
    if at:
        yield at


def molecules(passage: Passage, start: int, end: int) -> list[Place]:
    """Where molecules are named: those of the lexicon, and names that are written like one (`SNHG1`)."""
    known = [(m.start, m.end) for m in passage.entities(start, end) if m.term.kind in _MOLECULES]
    taken = [(m.start, m.end) for m in passage.between(start, end)]
    written = [
        found.span()
        for found in _NAME.finditer(passage.line.text, start, end)
        if not any(left < found.end() and found.start() < right for left, right in taken)
    ]
    return sorted([*known, *written])
