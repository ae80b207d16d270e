"""How many patients did something, and what part of them; and where a result told in numbers stands."""

from __future__ import annotations

import re
from dataclasses import replace

from sctui.facts.trials.durations import SMALL_TAIL
from sctui.facts.trials.measured import NO_COUNT, is_criterion
from sctui.facts.trials.people import NOUN, WORLD, people_predicate
from sctui.facts.trials.setting import Found
from sctui.facts.trials.sides import is_traditional
from sctui.facts.trials.statement import Statement
from sctui.text import literal
from sctui.text.match_view import match_view
from sctui.text.quantity import Quantity, QuantityKind
from sctui.text.sentence import Piece

WORDS_ONLY = re.compile(r"[^\s,，、的了在为是约与和及]")
TIME_CLAUSE = re.compile(
    r"(?:在?[^,。\d]{1,4}后)?(?:在?第)?\s?(?:\d{1,3}|[一二两三四五六七八九十半]{1,3})\s?个?(?:年|月|周|天)[时末]?"
)
_OF_PEOPLE = re.compile(rf"^\s?(?:以上)?的?\s?(?:[^,。;的]{{0,12}}?)?{NOUN}")
_OF_PEOPLE_EN = re.compile(
    r"^\sof\s(?:the\s|all\s)?(?:[\w-]+\s){0,3}?(?:patients|participants|subjects|women|men|children"
    r"|cases)\s(?P<did>[^,.;]{3,80})"
)
_HELD = re.compile(rf"(?P<did>[^,。;的]{{2,24}})的(?P<who>{NOUN})占(?:比)?(?:为|约|了)?\s?$")
_PARTED = re.compile(
    r"[(（][^()（）]*\d\s?[人名例位][^()（）]*[)）]$"
)  # of which so many, which give it away
_ASIDE = re.compile(
    r"(?<=[\u3400-\u9fff\d])[(（][^()（）]*[\u3400-\u9fff]{4,}[^()（）]*[)）]$"
)  # what was done about it
_NO_DEED = re.compile(
    r"but\b|[为為][一二三四1-4ⅰⅱⅲⅳ]级|均|都|由|差异|中|进行|占|的?研究|和\d|[^,。]*(?<![患与试愿加])者$"
)  # nothing that the counted did
_NONE = re.compile("[无未]|没有")  # `10位,无异常`: what was not seen in any of all
_THEY_ARE = re.compile("为|系|皆|多为")
_EVENT = re.compile(
    "(?:疼痛|发热|发烧|感染|出血|头痛|恶心|呕吐|皮疹|血栓|排斥|复发|死亡|骨折|脱落|水肿|积液|升高|下降)(?:者|共|有)?$"
)
_NO_WORDS = ("、", "(", ",")
_TAKEN_IN = re.compile(r"(?:治疗|纳入|招募|对|患者中的?其余|组各有?|组均有)\s?$")
_BEFALLS = re.compile(
    "(?:感染|发热|头痛|血栓|排斥|出血|效应|应答|反应|疼痛|呕吐|皮疹)$"
)  # what one has, and does not do
_HAPPENS = re.compile("出现|发生|有|无|未|没|报告|因")
_OCCURS = ("出现", "出現")
_WHO = re.compile("(?:的?(?:患者|病人)|者)$")
_SHARE_BEHIND = re.compile(r"\s?[(,]\s?占?\s?(?=\d+(?:\.\d+)?\s?%\s?[)(,;。]?)")
_FRACTION = re.compile(r"^\s?[(（]\s?\d+\s?/\s?\d+\s?[)）]\s?")  # `39.7%(23/58)患者`
_EACH = re.compile("分别|依次")  # `妊娠分别为3例、2例`: of which group each is, is told elsewhere
_OTHER_COUNT = re.compile(r"^[、,与和及].*\d\s?[例名人位]|^\d|^有\d")
_TOGETHER = re.compile(r"[^,]{0,8}[和与及][一二两三四五六七八九十]\s?[例名人位]")  # `两名中症和一名重症患者`
_AND_OTHERS = re.compile(r"[、,与和及]\s?(?:另有?)?\d+\s?[例名人位].*")  # `下腹痛、1例出血`
_COUNTED = re.compile(  # `51只眼`, `里又有8例复发`: other things, or others, are counted behind; `每组`, who
    r"\d\s?(?:[例名人位只髋膝眼侧足]|次(?!/))|^(?:就|太|才|者|输|打|每|年龄|可评估"
    r"|per (?:arm|group|cohort)\b|(?:for|in) each\b|[)）+−、-])|随机|分为|分成"
)
_PLANNED = ("计划", "计划做", "拟", "原定", "做到", "预计")
_PLANNED_EN = re.compile(r"\b(?:designed|meant|intended|supposed|planned|hoped) to \w+ (?:\w+ )?$")
_OPENS = re.compile(r"\s?[(,]\s?占?\s?")
_DID = re.compile(  # what stands in front of a count with its share: `12周完全愈合21人(56.8%)`
    r"(?:(?:第\s?)?\d{1,3}\s?个?(?:年|月|周|天)(?:时|后|末|内)?,?\s?)?(?:其中)?(?P<did>(?![^,;]*(?:组|再|另|男|女|因|均|[,;]))"
    r"[^,;。:()]{2,24}(?:\([a-z]{2,8}\))?(?<!其中)(?<!有)(?<!共)(?<!纳入)(?<!入组)(?<!完成)(?:者|的?(?:患者|病人))?)(?:有|为|共|共有|计|:)?\s?"
)
_FIRST_WORDS = re.compile("^(?:最后|最終|最终|一共|总共|總共|共|也|并|並|而)+")
_BEFELL_BEFORE = re.compile(  # `月经恢复19人`
    r"(?:第\s?)?(?:\d{1,3}\s?个?(?:年|月|周|天)(?:时|后|末|内)?)?(?:其中|另有?|有)?(?P<did>(?![^,;]*(?:组|再|男|女|因|均|评))[^,;。:()\d]{0,10}"
    r"(?:愈合|缓解|好转|复发|死亡|存活|治愈|痊愈|恢复|转阴|感染|发热|头痛|血栓|排斥|出血|妊娠|怀孕|分娩|活产|流产|呕吐|皮疹))(?:者|的)?(?:有|为|共有?)?"
)
# `LVEF≤40%的患者`, `HbA1c<7.0%`: who is meant, and no value that somebody had
BOUND = re.compile(r"[<>≥≤]\s?$")
_REACHES = ("达到", "達到")
_AMONG = re.compile(
    r"^\s?\d+\s?[例名位人](?:患者|病人|受试者|参与者)?(?:当中|之中|中|里),?"
)  # `15人当中有12人(80%)…`
_DID_BEHIND = re.compile(r"\s?[)]\s?(?:的?(?:患者|病人|受试者))?(?P<did>(?![为系均都组\d])[^,;。:()]{2,36})$")


def share(statement: Statement, quantity: Quantity) -> Found | None:
    """`27% of the patients were in remission`, `those in remission were 27%`."""
    clause = statement.clause_at(quantity.number)
    limit = BOUND.search(statement.seen(clause.start, quantity.start))
    if quantity.kind is not QuantityKind.PERCENT or limit:
        return None
    counted = _of_counted(statement, clause, quantity)
    if counted:
        return counted
    held = _HELD.search(statement.seen(clause.start, quantity.start))
    if held:
        did, who = (
            statement.raw(clause.start + held.start(name), clause.start + held.end(name))
            for name in ("did", "who")
        )
        return found_at(statement, "share", quantity, f"{who}{did}", quantity.end)
    after = statement.seen(quantity.end, clause.end)
    english = _OF_PEOPLE_EN.match(after)
    if english:
        end = quantity.end + english.end("did")
        return found_at(
            statement, "share", quantity, statement.raw(quantity.end + english.start("did"), end).strip(), end
        )
    if not _OF_PEOPLE.match(after):
        return None
    measure, end = people_predicate(statement, quantity, clause.end)
    measure = _FRACTION.sub("", measure)
    return None if _is_bare(measure) else found_at(statement, "share", quantity, measure, end)


def _of_counted(statement: Statement, clause: Piece, quantity: Quantity) -> Found | None:
    """`12周完全愈合21人(56.8%)`: the part of all that a count is, with what is told in front of the count."""
    before = [q for q in statement.quantities if q.end < quantity.start and q.kind is QuantityKind.PEOPLE]
    if not before or not _OPENS.fullmatch(statement.seen(before[-1].end, quantity.start)):
        return None
    told = _DID.fullmatch(statement.seen(clause.start, before[-1].start))
    if told is None or _AMONG.match(told["did"]) or NO_COUNT.search(told["did"]):
        return _of_counted_behind(statement, clause, before[-1], quantity)
    did = statement.raw(clause.start + told.start("did"), clause.start + told.end("did")).strip()
    did = _FIRST_WORDS.sub("", _WHO.sub("", did).removesuffix("的"))
    if _BEFALLS.search(match_view(did)) and not _HAPPENS.match(match_view(did)):
        did = f"{_OCCURS[is_traditional(statement)]}{did}"
    did = f"{_REACHES[is_traditional(statement)]}{did}" if is_criterion(did) else did
    return found_at(statement, "share", quantity, f"患者{did}", quantity.end)


def _of_counted_behind(
    statement: Statement, clause: Piece, counted: Quantity, quantity: Quantity
) -> Found | None:
    """`22人(34.4%)恢复月经`: the part of all that a count is, with what they did behind it."""
    did = _DID_BEHIND.match(statement.seen(quantity.end, clause.end))
    before = _AMONG.sub("", statement.seen(clause.start, counted.start))
    if did is None or before.strip(" 有共"):
        return None
    end = quantity.end + did.end("did")
    measure = f"患者{statement.raw(quantity.end + did.start('did'), end)}"
    return found_at(statement, "share", quantity, measure, end)


def _is_bare(measure: str) -> bool:
    """Whether the people are named but not what they did (`in 27% of patients, …`)."""
    if match_view(measure).startswith(("为", "患者为")):
        return False
    return not len(WORDS_ONLY.findall(literal.sub(rf"^[^,]{{0,14}}?{NOUN}", "", match_view(measure)))) > 1


def count(statement: Statement, quantity: Quantity) -> Found | None:
    """`5 patients reached remission`."""
    clause = statement.clause_at(quantity.number)
    if _is_no_count(statement, clause, quantity):
        return None
    measure, end = people_predicate(statement, quantity, clause.end)
    told_before = statement.seen(clause.start, quantity.start).strip(" (")
    alone = not statement.seen(quantity.end, clause.end).strip(" ()")
    befell = _BEFELL_BEFORE.fullmatch(told_before) if alone else None
    if befell:
        at = statement.seen(clause.start, quantity.start).find(befell["did"])
        did = statement.raw(clause.start + at, clause.start + at + len(befell["did"]))
        return found_at(statement, "count", quantity, f"患者{_FIRST_WORDS.sub('', did)}", quantity.end)
    if told_before and alone and end > clause.end:
        return None  # `呕吐3名,皆于3天内改善`: what they did stands in front
    measure = _ASIDE.sub("", _PARTED.sub("", measure))
    others = _AND_OTHERS.search(match_view(measure))
    if others:
        measure, end = measure[: others.start()], end - len(measure) + others.start()
    rest = literal.sub(rf"^[^,]{{0,14}}?{NOUN}", "", match_view(measure)).strip()
    several = _COUNTED.search(rest) or statement.seen(clause.start, quantity.start).endswith(_PLANNED)
    each = (
        several
        or _TOGETHER.match(match_view(measure))
        or _EACH.search(statement.seen(clause.start, quantity.start))
        or _OTHER_COUNT.search(rest)
    )
    if _is_bare(measure) or _NO_DEED.match(rest) or each or _is_anothers(statement, clause, quantity, rest):
        return None
    found = found_at(statement, "count", quantity, measure, end)
    noun = literal.match(NOUN, statement.seen(quantity.end, clause.end))
    return replace(found, end=quantity.end + noun.end()) if noun else found


def _is_no_count(statement: Statement, clause: Piece, quantity: Quantity) -> bool:
    """Whether people are not counted for what they did: the size of a group, a share, or everybody's."""
    if quantity.low is None or quantity.low < 2 or WORLD.search(statement.view):
        return True
    if statement.seen(quantity.start, quantity.end).startswith("n"):
        return True  # `n = 5` is the size of a group
    before = statement.seen(clause.start, quantity.start)
    if _TAKEN_IN.search(before) or _PLANNED_EN.search(before):
        return True
    # `痊愈21人(56.8%)`: what they did stands in front, and is told as a share
    return bool(_SHARE_BEHIND.match(statement.seen(quantity.end, clause.end)))


def _is_anothers(statement: Statement, clause: Piece, quantity: Quantity, rest: str) -> bool:
    """Whether the words behind a count are not what the counted did, but what was done next."""
    if rest.startswith(_NO_WORDS):
        return True
    parted = statement.seen(quantity.end, statement.end).lstrip().startswith(",")
    # `发烧7例,为输注相关`, `供区疼痛4例,未发生感染`: what befell them stands in front
    befell = _THEY_ARE.match(rest) or _EVENT.search(statement.seen(clause.start, quantity.start))
    return bool(parted and (befell or _NONE.match(rest)))


def found_at(
    statement: Statement, slot: str, quantity: Quantity, measure: str, end: int, begin: int | None = None
) -> Found:
    """A result with its clause, and the time before that, as its proof; `end` and `begin` widen it."""
    clause = statement.clause_at(quantity.number)
    tail = SMALL_TAIL.match(statement.view, quantity.end - statement.start)
    stop = quantity.end + (len(tail[0]) if tail else 0)
    begin = _time_before(statement, clause, begin)
    return Found(
        slot,
        quantity.start,
        stop,
        measure=_clean(measure),
        evidence=(
            min(clause.start, begin if begin is not None else clause.start),
            max(clause.end, end, stop),
        ),
    )


def _time_before(statement: Statement, clause: Piece, begin: int | None) -> int | None:
    """Where the time begins that stands as a clause of its own right before (`6个月时,47%的患者…`)."""
    before = next((c for c in reversed(statement.clauses) if c.end <= clause.start), None)
    return before.start if before and TIME_CLAUSE.fullmatch(before.text.strip(" ,")) else begin


def _clean(measure: str) -> str:
    text = literal.sub(r"\s?\[[\d,\s]+\]", "", measure).strip(" ,，、:：;；—")
    for opening, closing in ("()", "（）"):
        if text.count(opening) > text.count(closing):
            text = text[: text.rfind(opening)].rstrip()
    return text
