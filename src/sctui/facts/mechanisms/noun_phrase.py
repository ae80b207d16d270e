"""Noun phrases with clean edges: what may stand as the subject or the object of a mechanism."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from sctui.facts.mechanisms.passage import Passage
from sctui.model.quick import quick
from sctui.text.brackets import is_balanced
from sctui.text.enumeration import members

_LONGEST = 46
_LEAD = re.compile(
    r"(?:其(?=受体|配体)|您的|你的|我们的|了|着|著|到|出|的|一些|某些|相应的?|更多|[较更][少多]的?(?!能|种)|少量的?|大量的?(?=[^,;。的]{3})|那些|所有|\s|,|、|:|地)*(?:对[^,;。的]{2,16}的)?"
)
_LIKE = re.compile(r"(?:例如|诸如|比如|如(?!何|果)|像)")
_TAIL = re.compile(
    r"(?:[\s,，。;；:、.]|等处|以及|和|与|及|或|(?<![由未近])来|(?<![可难得所])以|而|并|且|(?<![预愈])后|(?<![同及即])时|"
    r"的时候|之后|的同时|的过程中|从而|进而|同时|等?(?:现象|情况)|的情况|等|的(?:能力|潜力|潜能|效果|目的|作用|积极作用)|"
    r"(?:都|均|也)?(?:极为|十分|非常|很|至关)(?:关键|重要)|\((?:图|表)\d+\))$"
)
# `那些可能损害X的Y`: Y
_THOSE = re.compile(r"(?:那些|某些|一些)?(?:可能|能够?|会)[^,;。的]{2,16}的(?P<n>[^,;。的]{2,20})$")
_AND_SO_ON = re.compile(r"等(?!级|效|位|渗|同|待)")
_CARRYING = re.compile("携带|富含|含有|载有|装载|带有")
_CLASS = re.compile(r"^(?P<name>[^()、,]{2,14}?)(?:如|例如|比如)(?P<list>.+?)(?P<tail>的[^的、()]{2,6})?$")
_CLASS_BRACKET = re.compile(
    r"^(?P<name>[^()、,]{2,14})\((?:如|例如|比如|包括)?(?P<list>[^()]+)\)(?P<tail>(?:的[^()的]{2,6})?)$"
)
_LIKE_BRACKET = re.compile(r"\((?:如|例如|比如|包括)")
_IS_CLASS = re.compile(
    r"^[^的在于、,]{2,14}(?:因子|细胞|分子|酶|蛋白|受体|基因|通路|疾病|激素|抗体|介质|标志物|物质|产物|rna|抗原)$"
)
_BAD = re.compile(
    r"[这该]|(?<!其)它(?!他)|(?<!尤)其(?![它他余中])|那些|我们|上述|此(?!外)|[?？!！%＜<>]|研究|试验|患者的?$|结果|数据|本文|"
    r"什么|是否|\d{4}年|的影响$"
)
_BAD_EDGE = re.compile(
    r"^(?:[的和与及等或在对从将把为被由于至达约近有是了]|以及|方面|进行|使|让|\d)|"
    r"(?:[和与及或的在对从将把为被由向于是]|以及|[通透]过|过度|如)$"
)
_HOLLOW = re.compile(
    r"(?:重要|关键|积极|主要|一系列|相关|治疗|有益|显著|良好|独特|最佳|有利|更多|多种|一定|的|和|与|、)*"
    r"(?:作用|效果|影响|优势|条件|环境|疗效|安全性|潜力|意义|价值|方法|机制|功能|治疗|发展|应用|研究|问题|方面|目标|进展|"
    r"产生|生成|形成|发生|出现|因素|原因|患者|损伤|损害|异常|信号|信息|症状|病情|疾病)?"
)
_HEAD = (
    r"(?:细胞|组织|器官|功能|损伤|水平|活性|因子|分子|能力|供应|反应|症状|通路|基因|蛋白|抗体|酶|沉积|生成|再生|增殖|分化|"
    r"凋亡|浸润|迁移|极化|平衡|耐受|应答|结构|数量|比例|发育|缺乏|缺失|缺陷|残疾|死亡|瘫痪|失明|坏死|变性|下降|减退|丢失|恶化|重塑|体积|面积|耗竭|衰退|衰竭|障碍|紊乱|失衡|异常|破坏|侵蚀|抵抗|"
    r"循环|释放|表达|产生|形成|合成|激素|水肿|纤维|胶原|基质|病变|疾病|感染|风险|发生率|疼痛|痛苦|胰岛素|激活|活化|代谢|"
    r"微环境|谱系|信号|<:form.zh>|突变|应激|血流|血管|卵泡|系统|屏障|完整性|通透性|进程|存活|存活率|溃疡|炎症|衰老|因素|治疗|"
    r"恢复|内皮|上皮|[黏粘]膜|内膜|角膜|视网膜|半月板|韧带|肌腱|滑膜|真皮|表皮|毛囊|骨骼|肌肉|关节|重建|重构|可塑性|传导|新生|愈合|修复|缺血|缺氧|梗死|梗塞|梗阻|狭窄|堵塞|钙化|斑块|血栓|积液|肿胀|僵硬|腹水|黄疸|出血|粘连|蛋白尿|尿蛋白|血糖|血压|血脂|截肢率|死亡率|病死率|排斥|毒性|病灶|反馈|丧失|畸形|困难|线粒体|粒线体|崩溃|失能|部位|偏移|对话|脂质|浓度|髓鞘|骨质|瘢痕|副作用|不良反应|损害|受体|酸|耐药|<:organ.zh>)$"
)
_MEMBERS = re.compile(
    r",\s?(?:例如|如(?!何|果|此|今|下)|比如|诸如|像|(?:主要|其中|常见的?)?包括|主要有)(?P<list>[^,;。]{2,60}?)"
    r"(?P<so>等(?:[^,;。、]{0,8})?)?(?=[,;。]|$)"
)
_MANY = re.compile("^(?:大量|多种|各种|一系列|许多|丰富|不同|多种多样|其他|某些|一些)的?")
_SERIAL = re.compile("帮忙|帮助|协助|让|令|使(?!用|馆)|把")  # `分泌A让B转为C`: what A does then


@quick
@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase in a line: where it stands, the class the text puts it in, its members if a list."""

    start: int
    end: int
    measure: str = ""
    items: tuple[str, ...] = ()


def trimmed(view: str, start: int, end: int) -> tuple[int, int]:
    """The stretch without particles, punctuation and half conjunctions at its edges."""
    found = _LEAD.match(view, start, end)
    start = found.end() if found else start
    while True:
        cut = _TAIL.search(view, start, end)
        if cut is None or cut.start() == end:
            return start, end
        end = cut.start()


def noun_phrase(passage: Passage, start: int, end: int) -> Phrase | None:
    """The phrase between two columns, a list in it found out; None when edges or content are unclear."""
    view = passage.view
    start, end = trimmed(view, start, end)
    like = _LIKE.match(view, start, end)
    start = like.end() if like else start
    those = _THOSE.match(view[start:end])
    start += those.start("n") if those else 0
    carrying = _CARRYING.match(view, start, end)  # `释放携带X等RNA的囊泡`: X
    start = carrying.end() if carrying and "等" in view[start:end] else start
    phrase = _and_so_on(passage, start, end) or _of_class(passage, start, end) or Phrase(start, end)
    if not is_noun_phrase(passage, phrase.start, phrase.end):
        return None
    listed = members(passage.line.text[phrase.start : phrase.end])
    return Phrase(phrase.start, phrase.end, phrase.measure, listed if len(listed) > 1 else ())


def is_noun_phrase(passage: Passage, start: int, end: int) -> bool:
    """Whether the stretch has clean edges, says something, and holds a known term or ends in a known head."""
    view = passage.view[start:end]
    if (
        not 2 <= len(view) <= _longest(passage, start, end)
        or not is_balanced(view)
        or _BAD.search(view)
        or _BAD_EDGE.search(view)
    ):
        return False
    if _HOLLOW.fullmatch(view):
        return False
    return bool(passage.entities(start, end)) or bool(passage.words.pattern(_HEAD).search(view))


def _longest(passage: Passage, start: int, end: int) -> int:
    """A list of known things may be longer than a phrase: its members have short forms in brackets."""
    return _LONGEST * 3 // 2 if len(passage.entities(start, end)) > 2 else _LONGEST


def with_members(passage: Passage, phrase: Phrase, end: int) -> tuple[Phrase, int]:
    """A class by the members that stand behind a comma (`分泌生长因子,如A和B`), and where these end."""
    found = _MEMBERS.match(passage.view, phrase.end) if phrase.end == end and not phrase.items else None
    name = _MANY.sub("", passage.view[phrase.start : phrase.end])
    if found is None or not _IS_CLASS.search(name):
        return phrase, end
    left, right = found.span("list")
    listed = members(passage.line.text[left:right])
    if len(passage.entities(left, right)) < len(listed) or not is_noun_phrase(passage, left, right):
        return phrase, end
    items = listed if len(listed) > 1 else ()
    return Phrase(left, right, passage.line.text[phrase.end - len(name) : phrase.end], items), found.end()


def _and_so_on(passage: Passage, start: int, end: int) -> Phrase | None:
    """`A、B和C等D`: the list, with D as its class."""
    view = passage.view
    found = next((f for f in _AND_SO_ON.finditer(view, start, end) if not passage.nested[f.start()]), None)
    if found is None or view[found.start() - 1] in "中同平相":
        return None
    name = view[found.end() : end].rsplit("的", 1)[-1].strip(" ,。;")
    inside = _of_class(passage, start, found.start())
    if inside:
        return inside
    text = passage.line.text[end - len(name) : end] if name and _IS_CLASS.search(name) else ""
    return Phrase(start, start + len(view[start : found.start()].rstrip()), text)


def _of_class(passage: Passage, start: int, end: int) -> Phrase | None:
    """`class如A和B(的…)`, `class(如A、B)`: the list, with its class."""
    view = passage.view[start:end]
    for pattern in (_CLASS_BRACKET, _CLASS):
        found = pattern.match(view)
        if found is None or not found["list"]:
            continue
        left, right = start + found.start("list"), start + found.end("list")
        while left < right and passage.view[left] == " ":
            left += 1
        name = view[: found.end("name")]
        if not _IS_CLASS.search(name) or (
            pattern is _CLASS_BRACKET and not _lists(passage, view, left, right)
        ):
            continue
        tail = (
            passage.line.text[start + found.start("tail") : start + found.end("tail")]
            if found["tail"]
            else ""
        )
        return Phrase(left, right, passage.line.text[start : start + found.end("name")] + tail)
    return None


def _lists(passage: Passage, view: str, start: int, end: int) -> bool:
    """Whether a bracket holds examples or members, and not the short form of what stands before it."""
    listed = members(passage.line.text[start:end])
    said = _LIKE_BRACKET.search(view) is not None
    return (said or len(listed) > 1) and len(passage.entities(start, end)) >= len(listed) / 2


def without_purpose(passage: Passage, phrase: Phrase) -> Phrase | None:
    """An object without what it then does (`分泌A让B转为C`); None where nothing is left."""
    serial = _SERIAL.search(passage.view, phrase.start, phrase.end)
    if serial is None or passage.mention_at(serial.start()):
        return phrase
    end = phrase.start + len(passage.view[phrase.start : serial.start()].rstrip(" 来去以并、,"))
    return replace(phrase, end=end, items=()) if end > phrase.start else None
