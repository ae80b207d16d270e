"""How many have something, get it or live with it: shares and rates that stand beside no measure."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sctui.facts.trials.statement import Statement
from sctui.text.patterns import HAN

_SIGNS = re.compile("[成%‰]|分之|半")
_ONE, TO = "[一二两三四五六七八九]", "[~～–至到-]"
SHARE = (
    rf"(?:(?<![<>≥≤.\d])\d+(?:\.\d+)?%?(?:{TO}\d+(?:\.\d+)?)?\s?[%‰]|{_ONE}(?:{TO}?{_ONE})?成{_ONE}?(?:半|多)?"
    rf"|\d成|[三四五十百千]分之{_ONE}(?:{TO}{_ONE})?|半数|一半)"
)
_WORDS = rf"(?:{_ONE}(?:{TO}?{_ONE})?成{_ONE}?(?:半|多)?|[三四五十百千]分之{_ONE}(?:{TO}{_ONE})?|半数|一半)"
_ABOUT = (
    r"(?:约为?|大约|大概|将近|近|接近|超过|不到|不足|高达|达到?|可达|仅|只|更|有|为|是|在|已|也|都|均)*\s?"
)
_RATE = (
    "(?:患病率|盛行率|发病率|发生率|病死率|死亡率|致残率|截肢率|存活率|生存率|复发率|治愈率|溶栓率|无发作率|检出率"
    "|敏感性|特异性|机率|几率|概率|占比)"
)
_WHO = (
    "(?:患者|病人|病患|病例|存活者|幸存者|幸存的?人|携带者|女性|男性|妇女|儿童|孩子|婴儿|老人|成人|老年人"
    "|青壮年|人群|人|家庭)"
)
_HAVE = "(?:会|可|能|有|将|出现|发生|遗留|属于|属|为|是|因|患|合并|伴|需|死于|对|来自|存在|留下)"
_CHINESE = re.compile(
    rf"{_RATE}[^,;。:\d%成]{{0,16}}?{_ABOUT}(?P<a>{SHARE})"
    rf"|(?P<b>{SHARE})(?:左右|上下|以上|以下)?的?[^,;。:\d()]{{0,12}}?{_WHO}[^,;。:\d()]{{0,6}}?{_HAVE}"
    rf"|占(?:了|到)?(?:其中|全部|所有|全体|总|[^,;。:\d]{{2,12}}的){_ABOUT}(?P<c>{SHARE})"
    rf"|占(?:了|到)?{_ABOUT}(?P<g>{_WORDS})"
    rf"|{_WHO}中?,?{_ABOUT}(?P<d>{SHARE})(?:左右|上下|以上)?(?:会|属于|为|是|有|出现|合并|因|在)"
    rf"|正常(?:人|值|水平)的{_ABOUT}(?P<e>{SHARE})"
    rf"|{_ABOUT}(?P<f>{SHARE})(?:左右|上下|以上)?(?:为|由|是)[^,;。:\d%成]{{2,16}}(?:引起|诱发|导致|所致|造成|型)"
)
_SOME = (
    "(?:an estimated |about |around |roughly |approximately |some |nearly |almost |up to |over |more than "
    "|less than |fewer than |only )?"
)
_FEW = "two|three|four|five|six|seven|eight|nine|ten|twenty"
NUMBER = r"\d[\d,]*(?:\.\d+)?(?:\s?(?:[-–]|to)\s?\d[\d,]*(?:\.\d+)?)?"
PART = (
    rf"(?:(?:\d+(?:\.\d+)?\s?%\s?(?:[-–]|to)\s?)?{NUMBER}\s?(?:%|per ?cent)"
    rf"|(?:one|{_FEW}|\d+) (?:in|out of) (?:every )?(?:{_FEW}|\d[\d,]*)"
    r"|(?:a|one|two|three) (?:third|quarter|fifth)s?|half)"
)
_PER = (
    rf"{NUMBER} (?:people |cases |live births )?per (?:million|thousand|[\d,]+)"
    r"(?: (?:people|births|person-years))?(?: (?:per|a) year)?"
)
_SPAN = rf"{NUMBER} (?:days|weeks|months|years|hours)"
_MEASURE = r"\b(?:prevalence|incidence|lifetime risk|mortality|frequency|sensitivity|specificity)\b"
_BEFALLS = (
    r"\b(?:affects?|strikes?|occurs? in|develops? in|(?:is|are) (?:found|seen|present|fatal) in|accounts? for"
    r"|makes? up|kills?)\s"
)
_PEOPLE = (
    r"(?:(?:frail|older|affected|untreated) )?"
    r"(?:people|patients|cases|women|men|children|adults|infants|recipients|survivors)\b"
)
_ENGLISH = re.compile(
    rf"{_MEASURE}[^,;.\d%]{{0,70}}?\s{_SOME}(?P<a>{PART}|{_PER})"
    rf"|{_BEFALLS}{_SOME}(?P<b>{_PER}|{PART})"
    rf"|(?:^|(?<=[,;:.] ))(?P<begin>{_SOME}{_SOME}(?P<c>{PART}) (?:of )?{_PEOPLE})"
    rf"|\b(?:median survival|half-life|life expectancy)\b[^,;.\d]{{0,40}}?\s{_SOME}(?P<d>{_SPAN})",
    re.IGNORECASE,
)

# in whom, when or under which condition, in front of a comma
_LED_BY = re.compile(
    r"(?:^|[;:] )(?:without|with|in|among|after|before|within|during|if|when|by|of|even|for|at|on|once|unless"
    r"|worldwide|globally|untreated|because|following)\b[^.;:]{2,80}, $",
    re.IGNORECASE,
)


def shares(statement: Statement) -> Iterator[tuple[int, int, int]]:
    """Where the figures stand that tell how many of somebody have something, get it, or live so long.

    Start and end of each, and where what it tells begins; 0 where that is the sentence or the clause.
    """
    view = statement.view
    pattern = _ENGLISH if not HAN.search(view) else _CHINESE if _SIGNS.search(view) else None
    for found in pattern.finditer(view) if pattern else ():
        name = next(name for name, value in found.groupdict().items() if value and name != "begin")
        if view[: found.start(name)].count("(") > view[: found.start(name)].count(")"):
            continue  # in brackets it says of what else
        begin = statement.start + found.start("begin") if found.groupdict().get("begin") else 0
        if begin and _LED_BY.search(view[: found.start("begin")]):
            begin = 0  # `Without treatment, half of …`
        yield statement.start + found.start(name), statement.start + found.end(name), begin
