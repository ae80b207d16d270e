"""Words that narrow the question for a mechanism: which kind of thing, of what class, when it is seen."""

from __future__ import annotations

import re
from collections.abc import Callable

from sctui.decks.asked_kind import AskedKind, asks_kind
from sctui.decks.fields import Fields
from sctui.decks.hints import how_many, lists_some
from sctui.decks.split_list import some_of
from sctui.decks.templates import constant
from sctui.lexicon.lexicon import Lexicon
from sctui.lexicon.term import TermKind
from sctui.model.document import Document, LineKind
from sctui.model.fact import Fact, FactKind
from sctui.model.language import Language
from sctui.text.brackets import is_balanced
from sctui.text.enumeration import members
from sctui.text.match_view import match_view

_BY = "什么"
# what a way is called by its last word; the kinds of things are the lexicon's
_WAY = re.compile("(?:作用|机制|途径|方式)$")
_MANNER, _HOW = (
    re.compile("(?:旁|自)分泌|(?:细胞间|直接)?接触"),
    "什么方式",
)  # of all that cells do, and no pathway
# `免疫调节和免疫重建等机制`: what the list is of
_CLASS = re.compile(
    "等(?:多种|各种|多个|一些)?(?P<class>(?:作用|免疫|细胞)?(?:机制|途径|方式|作用|手段)|[^,，、。;；的等]{0,4}(?:分子|因子|通路|信号|蛋白))"
)
# the sentence behind says when a property shows itself, and how: `X具有Y性。当A时,X会B`
_SHOWN = (
    r"[。;]\s?(?:[^。;]{{2,24}}[。;]\s?)?(?:(?P<once>当?[^,。;]{{2,16}}时),)?"
    r"{subject}(?P<shown>(?:可以?|能够?|会|自发|主动)[^,。;]{{4,28}})[,。;]"
)
# `通过分化成X助力Y`: what it is for
_DONE = r"(?:通过|经由?)分化(?:为|成为?){value}(?P<done>(?:来|以)?[^,。;]{{4,24}})"
_MEASURED = re.compile("(?P<what>.+?)(?P<head>水平|数量|功能|密度|体积|面积|表达|活性|浓度|评分|厚度)")
_HOW_FAR = re.compile("^(?:显著|明显|大幅|逐渐|进一步|快速|部分)地?")
_ORGAN = "(?P<organ><:organ.zh>)的?(?:纤维化|炎症|硬化|瘢痕形成|水肿)"
_BRACKET = re.compile(r"\s*[(（][^()（）]*[)）]")
# `主要是由于`, `多通过`, `通常用于`
_OFTEN = re.compile(
    r"(?P<often>(?:主要|通常|一般|往往|常常?|大多|多)(?:可以?|能够?)?|(?<!不)(?:可以?|能够?))是?(?=由|因|通过|经|用于)"
)
_MAY = re.compile("可以|可(?![溶逆能])")
# by what cells play a part somewhere: `可通过分泌机制在甲、乙中发挥作用`
_THROUGH = re.compile(r"(?P<way>(?:通过|经由|借助)[^,，。;；]{2,24}?)在")
_UNCOUNTED = {"involves", "befalls"}  # parts of the body, and people
_TREATS = re.compile("治疗|疗法|移植|输注|疗效|注射")
_FOUR = 4  # members of a list that are all asked for
# a class that says so little of its members that a question has to tell what these are for
_WIDE = re.compile(
    "(?:关键|重要|多种|特定|的)*(?:(?:生物)?活性)?(?:分子|物质|介质|因子|(?:mi(?:cro)?)?rnas?)"
)
_TO_AIM = (
    r"\)?(?:等(?:多种|的)?{measure})?,?(?:(?:这些|上述)[^,;。]{{1,5}}(?:可以?|能够?|会)|[来以]|从而|进而)?"
)
_CLAUSE = re.compile("[^,;。]{4,30}")
_VERB = 8  # characters in which the verb of a clause begins and ends
_ALIKE = re.compile(  # what turned the same way, told before it
    r"(?:^|[,;。:])(?:像|如|例如)?(?P<what>[^,;。:的]{2,14}?)(?:水平|数量|功能|密度|浓度)(?:也|能|可|会)*(?:明显|显著)?"
    r"(?:提高|升高|增加|上升|恢复|改善)[^;。]*$"
)
_SIDE_EFFECTS = re.compile("副作用|不良反应")
_FARED = re.compile(
    "(?P<what>[^,、和与及甚至]{2,8}?)的?(?:恢复|改善|延长|缩短|再生|消失|升高|降低|形成)|怀孕|妊娠|产仔|生育|受孕"
)
_YOUNG = "生育"
_MAKES = re.compile(r"(?:[^:]*:)?(?P<who>[^,;:。]{2,16}?)(?:可以?|能够?|会)?(?P<did>分泌|释放|产生)")


def named(subject: str, lexicon: Lexicon | None) -> str:
    """What a question calls a disease that a text gives a wrong name: its abbreviation (`misnomer`)."""
    term = lexicon.of(TermKind.DISEASE).lookup(subject) if lexicon else None
    listed = term.attributes.get("misnomer", "").split(",") if term else ()
    pairs = (entry.strip().partition("=") for entry in listed)
    return next((short for short, _, name in pairs if name and name == match_view(subject)), subject)


def by(fact: Fact, kinds: AskedKind | None, language: Language) -> str:
    """By what kind of thing something is done (`哪种受体`, `哪两种作用`); `什么` where none is known."""
    if _MANNER.match(match_view(fact.value)):
        return constant(_HOW, language)
    told = kinds.of(fact.value) if kinds else ""
    if asks_kind(told):
        return told
    way = _WAY.search(match_view(fact.value))
    return f"{how_many(fact, language)}{fact.value[way.start() :]}" if way else constant(_BY, language)


def within(fact: Fact, disease: str, of_document: Fields) -> str:
    """In which disease a claim is true; of cells that line or heading say are given, in its treatment."""
    language = of_document.document.language
    before, behind = ("治疗", "时，") if disease and _is_treated(fact, of_document) else ("在", "中，")
    return f"{constant(before, language)}{disease}{constant(behind, language)}" if disease else ""


def _is_treated(fact: Fact, of_document: Fields) -> bool:
    lines = of_document.document.lines[: fact.evidence.line]
    heading = next((line.text for line in reversed(lines) if line.kind is LineKind.HEADING), "")
    told = _TREATS.search(match_view(f"{heading}\n{lines[-1].text}"))
    return bool(told) and of_document.is_cells(_BRACKET.sub("", fact.subject).removesuffix("s"))


def often(quote: str) -> str:
    """How often or how far a claim holds, as its clause says before the verb (`通常由…引起`)."""
    found = _OFTEN.search(match_view(quote))
    return quote[slice(*found.span("often"))] if found else ""


def will(fact: Fact, quote: str, language: Language) -> str:
    """Whether something can do a deed, where the clause of the answer says so, or will."""
    before = match_view(quote).partition(match_view(fact.value))[0]
    can = _MAY.search(before, max(map(before.rfind, ",;。")) + 1)
    return constant("会" if can is None else "可" if can[0] == "可" else "可以", language)


def way(quote: str) -> str:
    """By what something plays a part in what is asked for."""
    found = _THROUGH.search(match_view(quote))
    return quote[slice(*found.span("way"))] if found else ""


def some(fact: Fact, document: Document) -> str:
    """What a question says that asks for some of a list; nothing where all of it is asked for."""
    return "" if _is_four(fact, document) else some_of(fact, document.language)


def those(fact: Fact, document: Document) -> str:
    """How many of a list are asked for: `哪四种` of four that are all there are, else `哪些`."""
    return constant("哪四种" if _is_four(fact, document) else "哪些", document.language)


def _is_four(fact: Fact, document: Document) -> bool:
    counted = fact.kind is FactKind.MECHANISM and fact.slot not in _UNCOUNTED and len(fact.items) == _FOUR
    return counted and document.language.is_chinese and not any(lists_some(fact, document))


def traits(fact: Fact, language: Language) -> str:
    """How many traits are asked for; where each is that something is low (`低免疫原性`), that too."""
    low = all(member.startswith("低") for member in members(match_view(fact.value)))
    return f"{how_many(fact, language)}{constant('“低”的特性' if low else '特性', language)}"


def aim(fact: Fact, line: str, lexicon: Lexicon | None, language: Language) -> str:
    """What things of a wide class are made for (`来刺激血管生成`), as the line says right behind them."""
    if fact.answer is None or lexicon is None or not _WIDE.fullmatch(match_view(fact.measure)):
        return ""
    behind = line[fact.answer.end :]
    view = match_view(behind)
    lead = re.match(_TO_AIM.format(measure=re.escape(match_view(fact.measure))), view)
    start = lead.end() if lead else 0
    verbs = lexicon.of(TermKind.ACTION).mentions(behind[start : start + _VERB])
    clause = _CLAUSE.match(view, start)
    told = clause and verbs and not verbs[0].start and is_balanced(clause[0])
    return f"{constant('来', language)}{behind[start : clause.end()]}" if told and clause else ""


def besides(fact: Fact, line: str) -> str:
    """What else the sentence says has turned the same way (`除X外，`)."""
    before = line[: fact.answer.start] if fact.answer else ""
    before = before[: before.rfind(fact.subject)] if fact.subject in before else before
    found = _ALIKE.search(match_view(before))
    return f"除{before[slice(*found.span('what'))]}外，" if found else ""


def more(fact: Fact, line: str, language: Language) -> str:
    """That there are side effects, where the sentence tells them before another limitation."""
    start = fact.answer.start if fact.answer else 0
    before = match_view(line[:start])
    told = _SIDE_EFFECTS.search(before, before.rfind("。") + 1)
    return constant("除副作用外还", language) if told else ""


def fared(fact: Fact) -> str:
    """In what respects something was seen: what recovered, and whether there were young."""
    found = _FARED.finditer(match_view(fact.value))
    told = [fact.value[slice(*one.span("what"))] if one["what"] else _YOUNG for one in found]
    return "和".join(dict.fromkeys(told))


def maker(fact: Fact, line: str, is_cells: Callable[[str], bool]) -> str:
    """What cells make a molecule that is described in brackets (`甲细胞释放的`)."""
    place = fact.answer
    if fact.slot != "definition" or place is None:
        return ""
    view = match_view(line)
    start = max(view.rfind(mark, 0, place.start) for mark in ";。") + 1
    found = _MAKES.match(view, start, place.start)
    who = line[slice(*found.span("who"))] if found else ""
    return f"{who}{line[slice(*found.span('did'))]}的" if found and is_cells(who) else ""


def sort(fact: Fact, lexicon: Lexicon | None) -> str:
    """The noun that a description ends in (`分子`)."""
    found = lexicon.words.pattern("<:thing.zh>$").search(match_view(fact.value)) if lexicon else None
    return fact.value[found.start() :] if found else ""


def class_of(fact: Fact, line: str) -> str:
    """What a list that goes on is of, as the line says behind it."""
    found = _CLASS.match(match_view(line[fact.answer.end :])) if fact.answer else None
    return line[fact.answer.end :][slice(*found.span("class"))] if found and fact.answer else ""


def bare(fact: Fact) -> str:
    """The answer without what its brackets say besides."""
    return _BRACKET.sub("", fact.value)


def once(fact: Fact, line: str) -> str:
    """When a property shows itself."""
    return _of_sentence_behind(fact, line, "once")


def shown(fact: Fact, line: str) -> str:
    """How a property shows itself, as the sentence behind tells it."""
    return _of_sentence_behind(fact, line, "shown")


def _of_sentence_behind(fact: Fact, line: str, part: str) -> str:
    behind = line[fact.evidence.end :]
    pattern = _SHOWN.format(subject=re.escape(match_view(fact.subject)))
    found = re.match(pattern, match_view(behind)) if fact.subject else None
    return behind[slice(*found.span(part))] if found and found[part] else ""


def done(fact: Fact, quote: str) -> str:
    """What becoming something is for."""
    found = re.search(_DONE.format(value=re.escape(match_view(fact.value))), match_view(quote))
    return quote[slice(*found.span("done"))] if found else ""


def indicator(fact: Fact, kinds: AskedKind | None, language: Language) -> str:
    """Which kind of measure changed (`哪种激素的水平`)."""
    found = _MEASURED.fullmatch(match_view(fact.subject))
    told = kinds.of(_BRACKET.sub("", fact.subject[: found.end("what")])) if found and kinds else ""
    if found and asks_kind(told):
        return f"{told}{constant('的', language)}{fact.subject[found.start('head') :]}"
    return constant("哪项指标", language)


def turned(fact: Fact) -> str:
    """Which way a measure turned, without how far."""
    far = _HOW_FAR.match(match_view(fact.value))
    return fact.value[far.end() :] if far else fact.value


def organ(fact: Fact, lexicon: Lexicon | None) -> str:
    """The organ that an answer begins with, where what befalls it is suppressed (`肝脏纤维化`)."""
    if fact.slot != "acts-on" or match_view(fact.measure) != "抑制" or lexicon is None:
        return ""
    found = lexicon.words.pattern(_ORGAN).fullmatch(match_view(fact.value))
    return fact.value[: found.end("organ")] if found else ""
