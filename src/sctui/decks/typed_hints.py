"""What a gap shows is told by kind where only an end was shown: `哪种细胞的凋亡` for `…凋亡`."""

from __future__ import annotations

import re

from sctui.decks.asked_form import asked_noun
from sctui.decks.asked_kind import AskedKind, asks_kind, counted
from sctui.decks.templates import constant
from sctui.model.fact import FactKind
from sctui.model.language import Language
from sctui.text.enumeration import members
from sctui.text.match_view import match_view
from sctui.text.patterns import HAN

# what a gap shows: its verb, and how its answer ends, with how many things that is said of
_END = re.compile(r"(?P<verb>[^…]*)…(?P<end>的?[^…（）的]+)(?:（[^（）]*）)?")
_NO_KIND = re.compile("过程|作用|状态|疾病|组织|治疗|器官|部位")  # which say of no thing what it is
_RESISTED = "抵抗"  # `胰岛素抵抗`: a name of its own
_ANY_GENE, _GENES = re.compile("[个個](?=基因)"), re.compile("[^a-z0-9]+")  # `修复基因`: a class of genes
_ASIDE = re.compile(r"[(（][^()（）]*[)）]")
_BETWEEN = re.compile("[/平失]")  # `Th1/Th2的平衡`: of two
_SEVERAL = re.compile("(?P<verb>[^哪…]*)哪(?P<count>[一二两三四五六七八九])(?:项|个过程|方面)")
_ITEMS = re.compile(r"which (\d) items")
_COUNTED = re.compile("[两兩三四五]个?個?[\u3400-\u9fff]{2,4}$")  # `A和B两个靶点`
_ENDS = re.compile("…[^…]*…")  # of two things
_CLASS_BEHIND = re.compile(
    "等[^,，。;；]{0,3}(?:器官|组织|特性|机制|因素|部位|能力|症状|方面|途径|手段|功能|副作用|反应|并发症)|现象"
)
_ANY = re.compile("早期|晚期|慢性|急性|过早|的")
_STATE = re.compile(
    "功能|能力|水平|数量|活性|结构|完整性|比例|浓度|症状|风险|平衡|失衡|供应|屏障|微环境|效果|作用|程度"
)
_SHORT = 2  # characters before an end that anyone would put there (`血管生成`)
_VERB_BEFORE = (3, 2, 1)  # characters of the verb before a gap


def typed(shown: str, answer: str, kinds: AskedKind, before: str, behind: str) -> str:
    """What a gap shows, with the kind of thing in it where that is known; else as it is.

    Args:
        shown: the end of the answer, or how many things it is.
        answer: all that the gap holds.
        kinds: knows kinds of things.
        before: what stands before the gap in its sentence, whose verb may tell what is asked for.
        behind: what stands behind it, which may name the class.
    """
    if not kinds.language.is_chinese:
        items = _ITEMS.fullmatch(shown)
        told = _by_verb(before.strip().rpartition(" ")[2], "several", kinds) if items else ""
        return told.replace("{n}", items[1]) if items and told else shown
    return _in_chinese(shown, answer, kinds, before, behind) or shown


def _in_chinese(shown: str, answer: str, kinds: AskedKind, before: str, behind: str) -> str:
    """What a gap shows in Chinese, told by kind; empty where no more is known than that."""
    several, counted_as = _SEVERAL.fullmatch(match_view(shown)), _COUNTED.search(answer)
    if several and counted_as:
        return f"{constant('哪', kinds.language)}{counted_as[0]}"
    if several or _ENDS.search(shown):
        count = (
            several["count"] if several else counted(len(members(match_view(answer))), Language.SIMPLIFIED)
        )
        verb = several["verb"] if several else ""
        told = _of_class(match_view(before + verb), match_view(behind), count, kinds)
        return f"{verb}{told}" if told else ""
    if not shown:
        return _by_verb(match_view(before).strip(), "single", kinds)
    found = _END.fullmatch(shown)
    hidden = _what(found, answer) if found else ""
    if found is None or (told := _of_thing(found, hidden, kinds)):
        return told if found else ""
    short = len(_ANY.sub("", match_view(hidden))) <= _SHORT and HAN.search(hidden)
    return kinds.happening if short and not (found["verb"] or _STATE.search(match_view(shown))) else ""


def _of_class(before: str, behind: str, count: str, kinds: AskedKind) -> str:
    """How several things are asked for by what stands around them; empty where that tells nothing."""
    words = _by_verb("classed" if _CLASS_BEHIND.match(behind) else before.strip(), "several", kinds)
    return words.replace("{n}", counted("一两三四五六七八九".index(count) + 1, kinds.language))


def _by_verb(before: str, name: str, kinds: AskedKind) -> str:
    """What the templates ask for behind the verb that a text ends in; empty where they know none."""
    verbs = (before, *(before[-size:] for size in _VERB_BEFORE))
    told = (kinds.templates.gap(FactKind.MECHANISM, f"{name}.{verb}", kinds.language) for verb in verbs)
    return next(filter(None, told), "")


def _what(found: re.Match[str], answer: str) -> str:
    """What of an answer stands between the verb and the end that a gap shows."""
    rest = answer[len(found["verb"]) :].strip()
    return rest[: max(0, rest.rfind(found["end"].removeprefix("的")))].removesuffix("的").strip()


def _of_thing(found: re.Match[str], what: str, kinds: AskedKind) -> str:
    """The kind of thing of which the end of an answer is said (`哪两种细胞的过度活化`); empty for none."""
    verb, end = found["verb"], found["end"].removeprefix("的")
    if not what or end == _RESISTED or (_BETWEEN.search(end) and "/" in what):
        return ""
    told = kinds.of(what)
    told = typed(told, what, kinds, "", "") if "…" in told else told
    no_kind = not asks_kind(told) or _NO_KIND.search(match_view(told))
    if no_kind or asked_noun(told) == match_view(what) or end in told:
        return ""
    if _GENES.fullmatch(_ASIDE.sub("", match_view(what))):
        told = _ANY_GENE.sub(constant("类", kinds.language), told)
    return f"{verb}{told}{'' if '的' in told or not HAN.search(end) else '的'}{end}"
