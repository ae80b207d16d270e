"""Where the name before a bracket begins: `减少干扰素-γ(IFN-γ)` names 干扰素-γ.

The longest lexicon entry that ends at the bracket decides; where there is none, or where the abbreviation
is not that entry's, what stands behind the last function word or verb does. With a bare pattern, half of
the left edges are wrong (research (b) 8).
"""

from __future__ import annotations

import re

from sctui.lexicon.lexicon import Lexicon
from sctui.lexicon.misnomers import cell_left_out
from sctui.lexicon.term import TermKind
from sctui.text.brackets import is_balanced
from sctui.text.match_view import match_view
from sctui.text.patterns import HAN, SIGNS

_LONGEST = 24  # characters of a name
_STOP = re.compile(r"[,，。;；:：、!?！？()（）\[\]【】《》“”「」『』\"'‘’|…]")
_CUT = (
    r"以及|或者|涂抹?|大量的?|少量的?|[和与及或在对为如像将把使由从给被让令是了]|等(?![效级位渗])"
    r"|(?<![切定双轴径横纵单多取方趋逆正反内外])向|"
    r"(?<![神月痛闭绝停财已曾])经(?![皮颅鼻口食支肝颈尿阴胸股桡直导腹肛冠心脑血静动济验络典期历产])|遇到"
    r"|遭遇|患上|罹患|(?<!来源)(?<!衍生)(?<!源性)的|用(?!药|途|力)|包括|包含|例如|取自|来自|源自|分别|通过"
    r"|利用|采用|使用|应用|"
    r"分离(?!性)|结扎|建立|制备|检测|观察|(?:评价|评估)(?!测试|测验|量表|问卷|工具|指数|系统|标准)|探讨"
    r"|比较|治疗|接受|获得|联合|雾化型|工程化|输注(?!反应)|<:giving.zh>(?!物|后|排斥)|患者|患有|伴有|合并"
    r"|针对|关于|涉及|称为|即(?![刻时可])|"
    r"(?<!可)靠(?!近)|变成|变为|转[变化]为|改称|称作|叫做?|沉积|堆积|里面|"
    r"确诊为?|诊断为|可见|(?<![常罕少多意偏])见|显示|发现|表明|证实|导致|引起|引发|造成|并(?!发)|且|其中|其"
    r"|进行(?!性)|可(?!溶)(?:降解|吸收|注射)?|会|还|也|则|而|穿[越过透]|"
    r"(?<![功多潜全性])能(?!量|力)|不同|作为|属于|平均|血清|血浆(?!置换|交换|净化|透析|分离)|主要(?!组织)"
    r"|过度|活化的?|注射了|多种|某些|一种|一些|但是?|(?<![主重必需])要(?![素害])|做(?!功)|考虑|又(?!名|称)"
    r"|[又也亦俗简旧别或]被?[名称叫](?:[为作])?"
    r"|再(?!生|狭|通|灌|植|发|障)|"
    r"(?:常|多|少|罕|偶)见的?(?=[\u3400-\u9fff]{4})|(?:诱导|分化|转化|转变|发育|培养|养|长|变)[成为]"
    r"|[喷放吐排分]出|改[行做用]|借[助由]?(?=[\u3400-\u9fff]{3})|"
    r"含有?(?!量|氧|水|糖)|富含|[较更很]多的?|推估|预估|估[计算]|全[台国球](?!性)|我国|各[国地]|国内|单纯(?!疱疹|性)"
    r"|有(?:一个|一项)|(?<![即实定同计延准小])时(?![间程钟相空])|(?:血液?|尿液?|痰液?|房水|泪液)[中里]的?|"
    r"(?:细胞|治疗|对照|试验|实验|移植|联合|干预|观察|剂量|安慰剂)组(?![织胺])|"
    r"\d+(?:名|例|个(?!月)|位|只|项)"
)
_CUT_LOOSELY = _CUT.replace("(?<!来源)(?<!衍生)(?<!源性)的|", "")
_DENIES = re.compile("[没无未不]")
# what holds a name together, whatever stands between: `细胞制备场所` is one, `制备` no verb in it
_LOOSE_CUT = r"[和与及或在对为将把使由从向给被让令是了等到的]|形成|组成|构成"
# a kind of thing, and the name of none: `受体(RAGE)`
_GENERIC = re.compile(
    r"(?:该|此|这|本)?(?:受体|配体|复合物|复合体|场所|机构|中心|细胞|蛋白质?|因子|抗体|抗原|分子|基因|系统"
    r"|量表|评分|指数|"
    r"疾病|综合征|单位|治疗|疗法|技术|方法|药物|制剂|产品|凝胶|装置|单次价格|价格|费用|研究|试验)"
)
_KIND_OF_CELL = re.compile("(?:干|祖|前体|基质|体)?细胞")  # of which no short form tells no more
_INSTITUTION = re.compile(
    "(?:中心|机构|组织|协会|学会|联盟|局|指数|量表|问卷|清单)$"
)  # has many words to its letters
_A_LETTER = 3  # Chinese characters that a letter stands for, at most, where there are three letters
_ENDS_WRONG = re.compile(
    r"[性型的约于上下中后前时内]$|^[\d.%~-]+$|患者$|治疗$|研究$|试验组$|[过起下出上进][去来]$"
)
_SHORT_ENOUGH = 5  # characters of a name that any short form may have
_LONG, _OTHER_WORDING = (
    8,
    6,
)  # characters of a name that can be worded otherwise, and how many more it may have
_SHORTER = 6  # of one that has as many
_NUMBERING = re.compile(  # a time in front counts as one: `术后12个月`
    r"^(?:(?:[术術]|治[疗療]|移植|注射|[输輸]注)?[后後]?第?\s?\d+\s?(?:[个個]?月|[周週]|天|年|小[时時]"
    r"|分[钟鐘])[时時后後]?的?|[\d.、\s]+)+"
)
_OWN = re.compile("(?:[它其]们?|[该這这些此类類種种]{1,3}细胞)所?[^的]{0,4}的")  # `它们所来源的细胞外囊泡`
_MARKS = f" -–·•‧◇▲{SIGNS}"  # of a list
# `无效之第二至四级急性…`: what is left of a longer name
_BAD_START = re.compile(r"无效|[之所者级]|第[\d一二三四]")
_OF_NOUN = re.compile(  # `转运蛋白`: no deed, as is that of `激活蛋白激酶C`
    "(?:转运|结合|运输|趋化|抑制|传递)(?:蛋白|体(?![内外])|因子|剂|素|受体)|.{2}(?:剂|因子|素)"
)
_LATIN_HEAD = re.compile(r"[A-Za-z][A-Za-z-]+(?=[\u3400-\u9fff])")
_NO_NAMES = {TermKind.BOILERPLATE, TermKind.UNIT, TermKind.ACTION, TermKind.ATTRIBUTE}
_KINDS = tuple(kind for kind in TermKind if kind not in _NO_NAMES)


def name_before(text: str, end: int, abbreviation: str, lexicon: Lexicon) -> str:
    """The name that ends at column `end` of `text`; empty when its left edge is not clear.

    No space stands before `end`.
    """
    named = lexicon.lookup(abbreviation) or lexicon.lookup(abbreviation.removesuffix("s"))
    for name in sorted(named.names() if named else (), key=len, reverse=True):
        if HAN.search(name) and match_view(text[max(0, end - 60) : end]).endswith(match_view(name)):
            return text[end - len(name) : end]
    nearly = _nearly(text, end, named.names() if named else ())
    if nearly:
        return nearly
    known = _known(text, end, lexicon)
    cut = _after_cut(text, end, abbreviation, lexicon)
    little = known and not named and _is_too_short(known, abbreviation)
    if little or (known and _says_more(abbreviation, known, lexicon)):  # `eNSCs` are more than NSCs
        longer = _NUMBERING.sub("", cut)
        partly = known if named and known and cell_left_out(abbreviation, known, lexicon) else ""
        return longer if longer.endswith(known) and longer != known else partly
    if known and (cut == known or not cut.endswith(known) or len(cut) - len(known) > 6):
        return "" if len(abbreviation) > 2 and _KIND_OF_CELL.fullmatch(match_view(known)) else known
    long = not (known or named) and _is_too_long(cut, abbreviation)
    return "" if long else _without_whose(cut, named.names() if named else (), lexicon)


def _is_too_short(name: str, abbreviation: str) -> bool:
    """Whether a name has fewer characters than its short form has capitals: what is before `的` is its."""
    capitals = sum(char.isupper() for char in abbreviation)
    return abbreviation.isalpha() and capitals >= _A_LETTER and len(name) < min(capitals, _SHORT_ENOUGH)


def _is_too_long(name: str, abbreviation: str) -> bool:
    """Whether a name has more characters than its letters stand for: words before it were taken in."""
    letters = sum(char.isupper() for char in abbreviation)
    many = len(HAN.findall(name)) > _A_LETTER * letters
    return letters >= _A_LETTER and many and not _INSTITUTION.search(match_view(name))


def _without_whose(name: str, known: tuple[str, ...], lexicon: Lexicon) -> str:
    """A name without `自体` in front, where the term's own names say nothing of whose it is."""
    whose = lexicon.words.pattern("(?:<:whose.zh>)的?")
    told = whose.match(match_view(name))
    if not known or told is None or any(whose.match(match_view(one)) for one in known):
        return name
    return name[told.end() :]


def _nearly(text: str, end: int, names: tuple[str, ...]) -> str:
    """What stands there when it begins and ends as a long name of the term does: another wording of it."""
    for name in names:
        view, window = match_view(name), match_view(text[max(0, end - len(name) - _OTHER_WORDING) : end])
        if len(name) >= _LONG and window.endswith(view[-4:]) and view[:2] in window:
            return text[end - len(window) + window.rindex(view[:2]) : end]
        if len(name) >= _SHORTER and HAN.search(name) and _is_like(window[-len(name) :], view):
            return text[end - len(name) : end]
    return ""


def _is_like(said: str, name: str) -> bool:
    """Whether what is said is the name with a character or two put otherwise (`呈现` for `呈递`)."""
    alike = sum(one == two for one, two in zip(said, name, strict=False))
    return said[:2] == name[:2] and said[-2:] == name[-2:] and alike >= len(name) - 2


def _says_more(abbreviation: str, known: str, lexicon: Lexicon) -> bool:
    """Whether a short form is longer than that of the term it ends in."""
    term = lexicon.of(*_KINDS).lookup(known)
    short = abbreviation.removesuffix("s")
    shorts = {name for name in term.abbreviations if name.isascii()} if term else set()
    return short not in shorts and any(short.endswith(name) for name in shorts)


def _known(text: str, end: int, lexicon: Lexicon) -> str:
    names = lexicon.of(*_KINDS)
    for start in range(max(0, end - _LONGEST), end - 1):
        name = text[start:end]
        if name == name.strip() and HAN.search(name) and names.lookup(name) and not _inside_word(text, start):
            return name
    return ""


def _inside_word(text: str, start: int) -> bool:
    """Whether a Latin name begins in the middle of a word."""
    first, before = text[start], text[start - 1 : start]
    return first.isascii() and first.isalnum() and before.isascii() and (before.isalnum() or before == "-")


def _after_cut(text: str, end: int, abbreviation: str, lexicon: Lexicon) -> str:
    """What stands behind the last function word or verb; behind a function word where that is a mere kind."""
    name = _behind(text, end, abbreviation, lexicon, _CUT, TermKind.ACTION)
    if not _GENERIC.fullmatch(match_view(name)):
        if not (name and _is_too_short(name, abbreviation)):
            return name
        longer = _behind(text, end, abbreviation, lexicon, _CUT_LOOSELY)
        return longer if longer != name and not _DENIES.match(match_view(longer)) else ""
    name = _behind(text, end, abbreviation, lexicon, _LOOSE_CUT)
    return "" if _GENERIC.fullmatch(match_view(name)) else name


def _behind(text: str, end: int, abbreviation: str, lexicon: Lexicon, cut: str, *kinds: TermKind) -> str:
    """What stands behind the last of the words of `cut`, or of the lexicon's of some kinds."""
    start = max(0, end - _LONGEST - 8)
    view = match_view(text[start:end])
    edge = max((found.end() for found in _STOP.finditer(view)), default=0)
    # a word at the end is the name's own (`自体移植`)
    found = (one.end() for one in lexicon.words.pattern(cut).finditer(view, edge))
    edge = max([edge, *(at for at in found if at < len(view))])
    entities = lexicon.of(*_KINDS, *kinds).mentions(text[start:end])
    deeds = (m for m in entities if m.term.kind in kinds)
    edge = max([edge, *(m.end for m in deeds if not _OF_NOUN.match(view, m.start))])
    if start > 0 and edge == 0:
        return ""  # the name would be longer than any name is
    name = _NUMBERING.sub("", text[start + edge : end].strip(_MARKS))
    own = _OWN.match(match_view(name))
    name = name[own.end() :] if own else name
    if name.startswith("抗") and not abbreviation.lower().startswith("a"):
        name = name[1:]  # `抗双链DNA(dsDNA)抗体`: of what the antibody is
    head = _LATIN_HEAD.match(name)
    if head and name[0].lower() not in abbreviation.lower():  # `Rankin量表(mRS)`
        name = name[head.end() :].lstrip(" -")
    fits = len(HAN.findall(name)) >= 2 and len(name) <= _LONGEST and is_balanced(name)
    wrong = _ENDS_WRONG.search(match_view(name)) or _BAD_START.match(match_view(name))
    return name if fits and not wrong else ""
