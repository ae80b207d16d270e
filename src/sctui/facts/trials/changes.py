"""Results told in words: what rose or fell, what the treatment did, the conclusion, and how safe it was."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sctui.facts.trials.setting import Found
from sctui.facts.trials.statement import Statement
from sctui.text import literal
from sctui.text.match_view import match_view
from sctui.text.quantity import QuantityKind
from sctui.text.sentence import Piece

_LONGEST = 200  # characters of a clause that is still one statement
_LIST = 34  # characters of a list of measures that a question can hold
_ADVERB = (
    r"(?:均|都|也|反而|则|亦|随之|分别|可|(?<!功)能够?|仍|逐渐变\w|逐渐|逐步|持续|呈现?|有|得到|得以|出现|显示出?"
    r"|保持|较治疗前|较前|较基线|明显|显著|大幅|极大|轻度|自行|自然|一定|不同程度|有所|更|较大|进一步|顯著|全部|了"
    r"|的|地|程度)"
)
_DIRECTION = (
    r"(?:降低|下降|减少|减低|升高|上升|回升|增加|提高|提升|增多|改善|好转|缓解|恢复|延长|缩短|消失|消退|变[小大薄厚短长低高少多好差]"
    r"|减轻|加快|增强|增大|缩小|增厚|稳定|恶化|加重|进步|达标"
    r"|正常化|转阴|愈合|复苏|康复|再生|提升趋势|下降趋势)"
)
_STATE = (
    r"(?:反应良好|恢复良好|效果良好|疗效良好|疗效显著|效果显著|积极的?结果|积极的?效果|无(?:显著|明显"
    r"|统计学)?(?:差异|变化|异常)|没有(?:显著|明显)?(?:差异|变化)|未见(?:明显|显著)?(?:差异|变化|异常)"
    r"|未达到[^,。]{0,10}(?:差异|终点|显著性)|差异(?:无|没有|有|具有)(?:统计学)?(?:意义|显著性)|未复发"
    r"|无复发|无进展|显著(?:高|低|优)于(?:治疗前|对照组|安慰剂组)|(?:高|低|优)于治疗前)"
)
_NOBODY = re.compile("(?:都|也|均|全)(?:没|未)有?$")  # `运动一个都没恢复`
_THAT_ARM = re.compile("(?:^|[,:])(?:而|但|且)?[该此]组")  # of an arm that another sentence names
_SAYS_LITTLE = re.compile("(?:随之|[了的也都亦则 ])*")  # in front of how something changed
_STATIC = re.compile(rf"(?:{_STATE})$")
_AGAINST = re.compile("于(?P<whom>治疗前|对照组|安慰剂组)$")
_CHANGED = re.compile(
    rf"(?P<what>.*?)(?P<how>(?:并?(?:没有|未见?))?{_ADVERB}*(?:{_DIRECTION}(?:了|的?趋势)?"
    rf"|{_STATE}))(?:\((?:p\s?[<>=]\s?[\d.]+)\))?$"
)
LEAD = re.compile(
    r"^(?:.*?(?:结果|数据|研究|分析|随访|影像学|检查)?(?:显示|表明|发现|提示|证实|观察到|可见"
    r"|揭示|认为|看到|注意到)(?!出))?(?:目前)?(?:了|,)?\s?"
    r"(?:并且|而且|并|且|同时|此外|另外|其中|而|也|还|即|但是?|不过|然而|尽管|虽然|例如|像|如|可见|使得?|可使|能使"
    r"|其(?!他|它)|这些|该)*"
)
_EFFECT = re.compile(
    r"(?P<lead>.*?)(?P<how>(?:可以?|能够?|可能|有助于|有效地?|显著地?|明显地?|极大地?|大大|持续|进一步"
    r"|还能|还可|并|初步)*)(?P<verb>改善|增强|提高|降低|减少|恢复|促进|延缓|缓解|减轻|抑制(?!剂)|修复|增加"
    r"|逆转|重建|提升|预防|保护|实现|缩短|延长)(?:了)?(?P<object>(?!而|的|和|及|或|方面|趋势|效果|潜力|作用"
    r"|治疗)[^,。;“”《》]{2,40}?)(?:而(?:不|未|没有|无)[^,。;]*)?$"
)
_NO_OBJECT = re.compile(r"方面|发挥|表现|作用$|治疗|疗法|机制|^\s?\d(?!型)|^每[^,。]{0,6}\d")
_NEXT_VERB = re.compile(
    r"(?:、|并|和|以及)(?:改善|增强|提高|降低|减少|恢复|促进|延缓|缓解|减轻|抑制|修复|增加|重建|提升)"
)
_CAUSED = re.compile(
    rf"(?P<lead>.*?)(?:可以?|能够?)?(?:促使|使得?|令|让|导致)(?P<what>[^,。;]{{2,48}}?(?:{_DIRECTION}))$"
)
_ACTOR = "<:agent>|<:giving>|输注|治疗|疗法|药物|注射液|该|其|产品|干预|注射|therapy|treatment"
_FIRST_PROOF = re.compile(r"初步(?:证明|证实|表明|显示|提示)")  # of all that the sentence goes on to say
_TIME_ALONE = (
    r"(?:^|[:,])\s*(?P<when>在?(?:治疗|<:giving.zh>|注射|输注|干预|手术|术|给药)后"
    r"第?[\d一二两三四五六七八九十半]+个?(?:年|月|周|天)时?)[,:\s]*$"
)
_AFTER_TIME = (
    r"(?:在)?(?:[^,。]{0,12}?(?:治疗|<:giving.zh>|注射|输注|干预|随访"
    r"|术)?(?:第?[\d一二两三四五六七八九十、和]+(?:个月|年|周|天)|治疗|<:giving.zh>|干预|随访|期|月|年)(?:末"
    r"|后|内|时|期间)(?:的)?)(?=[^的第\d一两二三])"
)
_TIME_ONLY = re.compile(
    r"(?:在|于|皆|均|都|多数|大多数?|随访|术后|治疗后)*第?[\d一二两三四五六七八九十半]+\s?个?(?:年|月|周|天|日|小时)[内后时中]?"
)
_TIME_SPAN = re.compile(r"[\d一二两三四五六七八九十半]+\s?个?(?:小时|年|月|周|天|日)[内后时中]?")
_HEDGE = re.compile(r"可能|有望|或许|潜力|\bmay\b|\bmight\b|\bcould\b")
ASSOCIATED = re.compile(r"(?P<what>[^,。;]{2,30}?与[^,。;]{2,24}?(?:显著|密切|明显|呈?正|呈?负)*相关)$")
NOT_RESULT = re.compile(
    r"旨在|为了|以期|目的是|希望|需要|仍需|应当|应该|应予|尚需|如何|是否|目标|研究(?:了|评估)|评估了"
    r"|探讨|带来了?新?希望|提供了|有助于重建|积极作用|标志(?!物)|里程碑|意义|潜力|前沿|推进|挑战|方面的"
    r"|诱导缓解"
)


def changes(statement: Statement) -> Iterator[Found]:
    """Directions and states: `change_word` (a measure and how it went)."""
    for clause in statement.clauses:
        match = _CHANGED.fullmatch(_core(clause.text)) if len(clause.text) < _LONGEST else None
        if match is None or NOT_RESULT.search(clause.text) or not match["what"].strip():
            continue
        if statement.labels(clause) or _NOBODY.search(match["what"]) or _THAT_ARM.search(statement.view):
            continue
        if _numeric(statement, clause) or _CAUSED.fullmatch(_core(clause.text)):
            continue
        lead = LEAD.match(match["what"])
        start = clause.start + (lead.end() if lead else 0)
        what_end = clause.start + match.end("what")
        start = _after_time(statement, start, what_end)
        measure = literal.sub("(?:方面)?上$", "", statement.raw(start, what_end).strip(" 的,，、在"))
        measure = literal.sub("^[他她](?!们)", "患者", measure)
        if _TIME_SPAN.fullmatch(match_view(measure)) or not _is_measure(
            statement.seen(start, what_end).strip(" 的在")
        ):
            continue
        end = clause.start + match.end("how")
        flags = ("negated",) if literal.search("无|没有|未", match["how"]) else ()
        little = _SAYS_LITTLE.match(statement.seen(what_end, end))
        begin = what_end + (little.end() if little else 0)
        slot, measure, against = _asked(_short(measure), statement.raw(begin, end))
        yield Found(
            slot,
            begin,
            end,
            measure=measure,
            subject=against,
            evidence=proof(statement, clause),
            flags=flags,
        )


def _asked(measure: str, written: str) -> tuple[str, str, str]:
    """As what a result in words is asked for, of what, and compared with what."""
    how = match_view(written)
    if not _STATIC.search(how):
        return "change_word", measure, ""
    against = _AGAINST.search(how)
    if against:
        return "state_against", measure, written[slice(*against.span("whom"))]
    if literal.search("效果|疗效", how):
        return "state_effect", measure, ""
    if "异常" in how:
        return "state_result", measure, ""
    if literal.search("差异|变化", how):
        view = match_view(measure)
        differs = "差异" in how and bool(
            "组" in view[:12] or literal.search("与[^,。;]{1,10}组(?:相比|比较)?$", view)
        )
        return "state_differs" if differs else "state_change", measure, ""
    told = literal.search("(?:情况|病情|状况|状态)$", match_view(measure))
    return "state_plain" if told else "state", measure, ""


def _numeric(statement: Statement, clause: Piece) -> bool:
    """Whether a clause holds a result in numbers, which then says it all."""
    kinds = (QuantityKind.PERCENT, QuantityKind.FOLD, QuantityKind.PEOPLE)
    return "→" in clause.text or any(clause.start <= q.number < clause.end for q in statement.counted(*kinds))


def _core(text: str) -> str:
    return literal.sub(r"\((?:图|表|p\s?[<>=])[^()]*\)$", "", text).rstrip()


def _after_time(statement: Statement, start: int, end: int) -> int:
    """Skip `two years after treatment` in front of the measure."""
    match = statement.words.pattern(_AFTER_TIME).match(statement.seen(start, end))
    return start + match.end() if match and match.end() < end - start - 1 else start


def _is_measure(text: str) -> bool:
    if (
        len(text) < 2
        or _TIME_ONLY.fullmatch(text)
        or literal.search(
            r"[。;?]|(?:促使|导致|通过|能够|可以|可|(?<!功)能|使|将|来|以|从而|并|且|的|在|后|被|得|地|中|即|会)$",
            text,
        )
    ):
        return False
    return not literal.match(
        r"[^,。;]*(?:靠的?是|之所以|是因为|原因是)|(?:彼此|经|均|都|为|以|从而|来|进而|并|对|通过|使|用于|如|但|由于|因|以及|需|可|能)",
        text,
    ) or bool(literal.match("对每日", text))


def _short(measure: str) -> str:
    """A long list stands for itself by as many of its first members as a question can hold."""
    cuts = [cut.start() for cut in literal.finditer("、|以及", measure)]
    if len(cuts) < 2 or len(measure) <= _LIST:
        return measure
    end = max((cut for cut in cuts if cut <= _LIST), default=cuts[0])
    return f"{measure[:end]}等"


def effects(statement: Statement) -> Iterator[Found]:
    """What the treatment did: `effect` (verb and object), `caused` (what it made rise or fall)."""
    led = False
    for clause in statement.clauses:
        text = _core(clause.text)
        if NOT_RESULT.search(text) or statement.labels(clause) or statement.titled(clause.start):
            continue
        if len(text) >= _LONGEST:
            continue
        caused = _CAUSED.fullmatch(text)
        if caused and statement.words.pattern(_ACTOR).search(caused["lead"]):
            lead = LEAD.match(text)
            subject = statement.raw(
                clause.start + (lead.end() if lead else 0), clause.start + caused.end("lead")
            )
            yield Found(
                "caused",
                clause.start + caused.start("what"),
                clause.start + caused.end("what"),
                subject=subject.strip(),
                evidence=proof(statement, clause),
                flags=hedged(text),
            )
            led = True
            continue
        effect = _EFFECT.fullmatch(text)
        if effect is None or _numeric(statement, clause) or ASSOCIATED.search(text):
            led = led or bool(statement.words.pattern(_ACTOR).search(text))
            continue
        before = literal.sub(
            r"(?:[^,]*?(?:显示|表明|发现|证实|证明|提示))|[并且还也能可,，]|此外|同时|从而",
            "",
            effect["lead"],
        )
        if not (statement.words.pattern(_ACTOR).search(effect["lead"]) or (not before.strip() and led)):
            continue
        led = True
        found = _effect(statement, clause, effect)
        if found:
            yield found


def _effect(statement: Statement, clause: Piece, effect: re.Match[str]) -> Found | None:
    if _NO_OBJECT.search(effect["object"]):
        return None
    adverb = literal.search(r"(?:显著地?|明显地?|有效地?|大大|极大地?|持续|进一步)+$", effect["how"])
    start = clause.start + effect.start("verb") - (len(adverb[0]) if adverb else 0)
    end = clause.start + effect.end("object")
    several = _NEXT_VERB.search(effect["object"]) or effect["verb"] == "实现"
    return Found(
        "caused" if several else "effect",
        start,
        end,
        measure="" if several else statement.raw(clause.start + effect.start("object"), end),
        evidence=proof(statement, clause),
        flags=hedged(effect[0], statement.seen(statement.start, clause.end)),
    )


def hedged(text: str, sentence: str = "") -> tuple[str, ...]:
    """The flag of a claim that is made with reserve, in its own words or by a first proof of all it says."""
    return ("hedged",) if _HEDGE.search(text) or _FIRST_PROOF.search(sentence) else ()


def proof(statement: Statement, clause: Piece) -> tuple[int, int]:
    """The clause that proves a claim; a short one with the one in front, or with the time told there."""
    before = [c for c in statement.clauses if c.end <= clause.start]
    if before and clause.end - clause.start < 10 and clause.start - before[-1].end < 4:
        return before[-1].start, clause.end
    time = statement.words.pattern(_TIME_ALONE).search(statement.seen(statement.start, clause.start))
    return (statement.start + time.start("when") if time else clause.start), clause.end
