"""Clauses without a known verb: they may name who the next clauses speak of, or make it doubtful."""

from __future__ import annotations

import re

from sctui.facts.mechanisms.passage import Passage
from sctui.facts.mechanisms.speaker import (
    PRONOUN,
    SAME,
    TREATED,
    Found,
    Speaker,
    find_subject,
    is_list,
    name_between,
)
from sctui.lexicon.term import TermKind
from sctui.text.brackets import BRACKET_AT_END, is_balanced
from sctui.text.match_view import match_view
from sctui.text.patterns import HAN, LATIN

_IF = re.compile(r"如果|若|一旦|假如|当")
_FRAME = re.compile(
    r"^(?:靠|凭|在|当|对|随着|通过|透过|利用|根据|除|与|为|经|将|使|让|有|达到|达成|展现|发挥|起|做)|(?:中|下|时|方面|来说|而言)$"
)
_MOVED = r"(?:将|把)(?P<s>[^,;。]{2,24}?)(?:<:giving.zh>|注射|输注|植入|注入|递送)"
_STATE = re.compile(
    r"(?:(?:遭受?到?|受到?|被)(?:了)?(?:严重|广泛|大量|持续)?(?:破坏|损伤|损害|攻击|侵蚀)|死亡|丢失|上调|下调|升高|降低|减少|增多|增加|缺乏|缺失|不足|异常|失衡|失调|紊乱|障碍|受损|增生|衰老|突变|下降|产生|浸润|缺陷|丧失|暴露|重编程|(?:持续|异常|过度|[高低过])表达|坏死|变性|纤维化|萎缩|硬化|增厚|沉积|脱落|凋亡|减退|释[放出]|涌入|内流|堆积|积聚|耗竭|激活|活化)$"
)
_GENE_CHANGE = re.compile(r"(?:过表达|沉默|敲除|敲低)")
_UNDER = re.compile(r"^(?P<s>[^,;。]{2,40}?)在[^,;。]{2,24}(?:刺激|作用|诱导|影响|介导|条件|环境|微环境)下$")
_BRACKET = re.compile(r"^\s*\([^()]*\)")
_BY_ALONE = re.compile(r"[^,;。]{2,28}?(?P<by>[通透]过|借助|经由|[藉借]由)[^,;。]+$")
_OF_THERAPY = r"疗法|治疗(?=作为|在|对)|<:giving.zh>(?=后|在|作为|对)"
_CLASS_BEFORE = re.compile(r"[\u3400-\u9fff]{0,6}(?:产物|因子|蛋白|药物?|毒素|酶|激素|分子|抗体|受体|肽)\s?")
_OF_CELL = re.compile(r"(?:来源|衍生|分泌|释放|产生|携带)的")
# what may stand behind a name that a clause is about: anything else makes the name part of a longer one
_GOES_ON = re.compile(
    r"\s*(?:主要|处在|占据?|扮演|属于|位于|负责|碰到|遇到|来到|抵达|接触|感受到|受到|在|于|治疗[^,;。]{2,20}机制|广泛|继续|的?(?:病因|发病|病程)|持续|作为|过度|异常|大量|迅速|快速|迁移|发生|出现|存在|处于|进入|到达|穿过|能够?|可以?|会|将|也|还|则|均|都|不|未|"
    r"自己|本身|其实|并[不未没非]|是|有|具|已|被|受|与|因|由|对|为|浸润|聚集|识别|结合|经|缺|过|再|进一步)"
)
# `应用支架, 募集细胞`: who does it is not told, and it is not who was spoken of
_USES = re.compile(r"(?:联合|直接)?(?:应用|采用|使用)")
_TREATS = re.compile(
    r"(?:采?用|使用|应用|给予|予以?|以|经)(?P<s>[^,;。]{2,24}?)(?:来|进行)?治疗(?P<d>[^,;。的]{2,20}?)(?:患者|病人)?(?:时|后)?"
)
# `用T细胞制备CAR-T, 瞄准CD19`
_MADE_OF = re.compile(
    r"[^,;。]{0,6}?[用以由将把][^,;。]{2,20}?(?:制备|制成|制作|改造|加工)(?:成|出|为|而成)?(?P<s>[^,;。]{2,16})"
)
# `A和B可相互作用`: whatever these are, the next clause speaks of them
_OTHERS = re.compile(r"(?P<s>[\u3400-\u9fff]{2,16}?)(?:可以?|能够?|会)?(?:相互|互相|协同|共同)")
_ROUSED = re.compile(r"(?:过度|异常|持续|大量|也|随之|被|[,，\s])*(?:活化|激活)[\s,，。;；、]*\Z")
_LEADS = re.compile(r"使(?!用)|令|让")
_BARE = 4  # characters of a deed without what it was done with
_OTHER = re.compile(r"[^\d,;。]{5,}")
_AT_START = 8  # characters before a thing that a clause still begins with
_OWN_SUBJECT = 8  # Chinese characters of a clause that says whom it is about
_LONGEST_STATE = 24  # characters, a Latin word counts two
_JOIN = re.compile(r"\s*(?:[、/和与及]|以及)\s*")
_NAMES = {TermKind.DISEASE, TermKind.CELL, TermKind.IMMUNE, TermKind.FACTOR}
_EDGE = " ,，。;；、"
# `全能细胞出现在卵裂球`: things of a kind that no lexicon has by this name
_FOUND_IN = (
    r"(?P<s>[^,;。:的]{1,8}?(?:<:thing.zh>))(?:主要|只|仅|多|广泛)?(?:出现|存在|位|分布|见|产生)[在于]"
)
# `脂肪组织里聚集着大量巨噬细胞,它们…`
_HOLDS = re.compile(
    r"[^,;。:]{2,20}[里中内上]会?(?:聚集|浸润|存在|堆积|潜伏|驻留|挤满|布满|充满|含|有)[了着有]?(?:大量|许多|很多|不少|一些)?的?(?P<s>[^,;。:的]{2,16})"
)
_UNSURE = re.compile(r"可能(?!性)|或许|有望")
_MAY_ALL = re.compile(r"(?<![不许])可(?:以)?[通透]过[^。]*;\s*$")  # `可通过A做B;做C`: one 可 for all
_SETS_TO_WORK, _CELLS, _NEXT = {"activates", "recruits"}, {TermKind.CELL, TermKind.IMMUNE}, 12


def hear(passage: Passage, speaker: Speaker, start: int, end: int) -> None:
    """Take in a clause without a known verb.

    `活化的T细胞迁移至胰岛, 分泌…` is about T cells from there on; `X表达下调, 破坏…` about that state; a
    condition, or a subject that cannot be named, silences the passage.
    """
    view = passage.view[start:end].strip(_EDGE)
    if PRONOUN.match(view):
        _set(speaker, speaker.subject if passage.words.pattern(SAME).match(view.split("的")[0]) else "")
    elif _IF.match(view):
        _set(speaker, "")
    elif moved := passage.words.pattern(_MOVED).match(view):
        _set(speaker, name_between(passage, start + moved.start("s"), start + moved.end("s")), start)
    elif treated := passage.words.pattern(TREATED).match(view):
        bare = treated.end("by") <= _BARE  # `移植后这些前体长出轴突`: they do
        spoken = "" if bare and _OTHER.match(view, treated.end("by") + 1) else speaker.subject
        _set(speaker, name_between(passage, start, start + len(view)) or spoken, start)
    elif by := _BY_ALONE.match(view):
        find_subject(passage, speaker, start, start + by.start("by"))
        if speaker.subject and not by.start("by"):
            speaker.before = start  # `通过A,把B变成C`: by what
    elif under := _UNDER.match(view):
        _set(speaker, name_between(passage, start, start + under.end("s")), start)
    elif _GENE_CHANGE.match(view):
        _set(speaker, _state(passage, start, end), start)
    elif treats := _treats(passage, view, start):
        _set(speaker, treats, start)
    elif _USES.match(view):
        _set(speaker, "")
    elif named := _names_who(passage, view):
        _set(speaker, name_between(passage, start + named.start("s"), start + named.end("s")), start)
    else:
        _hear_thing(passage, speaker, view, start, end)


def _treats(passage: Passage, view: str, start: int) -> str:
    """With what a clause says that a disease is treated (`用X治疗D, 可以…`)."""
    found = _TREATS.fullmatch(view)
    if found is None or not any(passage.named_diseases(start + found.start("d"), start + found.end("d"))):
        return ""
    return name_between(passage, start + found.start("s"), start + found.end("s"))


def _names_who(passage: Passage, view: str) -> re.Match[str] | None:
    """The thing (`s`) of which a clause says where it is, or what it does together with others."""
    found = passage.words.pattern(_FOUND_IN).match(view) or _HOLDS.fullmatch(view)
    return found or _OTHERS.match(view) or _MADE_OF.fullmatch(view)


def _hear_thing(passage: Passage, speaker: Speaker, view: str, start: int, end: int) -> None:
    """Take in a clause that begins with a thing; other words that begin a sentence are what it is about."""
    inside = passage.entities(start, end)
    if is_list(passage, view, start) and not _FRAME.search(view):
        _set(speaker, name_between(passage, start, end), start)
    elif inside and inside[0].start - start <= _AT_START and not _FRAME.search(view):
        named = _state if is_state(view) else _begins_with
        _set(speaker, named(passage, start, end), start)
    elif speaker.ends[:1] == (end,) and len(HAN.findall(view)) >= _OWN_SUBJECT:
        _set(speaker, "")


def after_verb(passage: Passage, speaker: Speaker, start: int, end: int) -> None:
    """Take in a clause whose verb has no object: `Let-7f表达下调` is what the next clause speaks of."""
    state = _state(passage, start, end) if is_state(passage.view[start:end].rstrip(_EDGE)) else ""
    _set(speaker, state, start)


def is_state(text: str) -> bool:
    """Whether a text names a state: `功能缺陷(如FOXP3表达下调)`: a bracket at the end does not count."""
    return bool(_STATE.search(BRACKET_AT_END.sub("", match_view(text))))


def _set(speaker: Speaker, subject: str, said: int = -1) -> None:
    speaker.subject, speaker.said = subject, said if subject else -1


def _state(passage: Passage, start: int, end: int) -> str:
    bracket = BRACKET_AT_END.search(passage.view[start:end].rstrip(_EDGE))
    end = start + bracket.start() if bracket else end
    roused = _ROUSED.search(passage.view, start, end)
    if roused:  # `A使T细胞过度活化,释放B`: it is they who release it
        led = _LEADS.search(passage.view, start + 2, roused.start())
        return name_between(passage, led.end() if led else start, roused.start())
    led = _LEADS.search(passage.view, start + 4, max(start + 4, end))
    end = led.start() if led else end  # `A使B紊乱`: what leads to B is spoken of
    text = passage.line.text[start:end].strip(_EDGE)
    said = passage.view[start:end].strip(_EDGE)
    length = len(HAN.findall(said)) + 2 * len(LATIN.findall(said))
    fits = 4 <= length <= _LONGEST_STATE and is_balanced(text) and not PRONOUN.search(said)
    return text if fits and passage.entities(start, end) else ""


def _begins_with(passage: Passage, start: int, end: int) -> str:
    """The thing, or the list of things, that the clause begins with."""
    found = passage.entities(start, end)
    first = last = found[0]
    for mention in found[1:]:
        between = passage.view[last.end : mention.start]
        if not _JOIN.fullmatch(between) and not _OF_CELL.fullmatch(between):
            break
        last = mention
    before, after = passage.view[start : first.start], passage.view[last.end : end]
    known = first.term.kind in _NAMES and last.term.kind in _NAMES
    after = _BRACKET.sub("", after)
    therapy = passage.words.pattern(_OF_THERAPY).match(after)
    end_of_name = last.end + (therapy.end() if therapy else 0)
    after = after[therapy.end() :] if therapy else after
    if (
        known
        and (not before or before.endswith("的") or _CLASS_BEFORE.fullmatch(before))
        and (not after.strip() or _GOES_ON.match(after))
    ):
        return passage.line.text[start:end_of_name]
    return ""


def is_one_of_two(view: str, start: int) -> bool:
    """Whether a clause speaks of the first or the second of two that were told before (`前者…, 后者…`)."""
    last = view.startswith("后者", start) and "前者" in view[:start]
    return last or view.startswith(("前者", "两者"), start)


def is_relayed(passage: Passage, said: int, start: int) -> bool:
    """Whether what is left out before a claim says that cells were set to work: it is they who do it."""
    return 0 <= said < start and any(
        verb.term.attributes.get("relation") in _SETS_TO_WORK
        and not passage.view.startswith("的", verb.end)  # `活化的T细胞分泌A,诱导B`: they do
        and any(
            thing.term.kind in _CELLS for thing in passage.entities(verb.end, min(start, verb.end + _NEXT))
        )
        for verb in passage.actions(said, start)
    )


def hedged_before(passage: Passage, speaker: Speaker, subject: Found) -> bool:
    """Whether the sentence was unsure of its subject's deeds before: `X可能通过A, 改善B`."""
    if not subject.named and _MAY_ALL.search(passage.view[: subject.start]):
        return True
    return 0 <= speaker.said < subject.start and bool(
        _UNSURE.search(passage.view, speaker.said, subject.start)
    )
