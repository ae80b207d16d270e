"""Where and when a study was told: year, journal, title, authors, hospital, registry, phase and design."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from sctui.facts.trials.stages import trial_phases
from sctui.facts.trials.statement import Statement, kept
from sctui.model.quick import quick
from sctui.text import literal
from sctui.text.patterns import HAN
from sctui.text.quantity import QuantityKind


@quick
@dataclass(frozen=True, slots=True)
class Found:
    """A value found in a statement: columns of the value, columns of what proves it, and what it says.

    `value` stands for the text when that is not simply what is written; `label` marks values that only help
    to name the study and are not asked for. `arm`, `versus` (with `other`, the arm that it is of) and `p` are
    given where the rule knows them.
    """

    slot: str
    start: int
    end: int
    measure: str = ""
    value: str = ""
    evidence: tuple[int, int] | None = None
    flags: tuple[str, ...] = ()
    items: tuple[str, ...] = ()
    subject: str = ""
    label: bool = False
    arm: str = ""
    versus: str = ""
    p: str = ""
    other: str = ""


_PRESS = re.compile(
    r"新闻稿|新闻报道|新闻发布会|媒体报道|通稿|(?:据|根据)[^,。;《]{1,14}?(?:报道|消息)"
    r"|(?:公司|生物|医药|药业|制药|集团)[^,。;]{0,6}?(?:宣布|公布|披露|公告)"
    r"|\bpress releases?|\bnews (?:reports?|releases?|conference)|\bmedia reports?"
    r"|\baccording to (?:the )?(?:company|press|media)"
    r"|\bthe company (?:announced|said|reported)"
)
_REGISTRY = re.compile(
    r"(?<![a-z0-9])(?:nct\d{8}|chictr[-\w]{8,}|isrctn\d{8}|eudract[\s:]?\d{4}-\d{6}-\d\d|umin\d{9}"
    r"|ctri/\d{4}/[\d/]+)\b"
)
_PLANNED = re.compile(  # a phase that is still to come is not this study's
    r"(?:将|拟|计划|即将|准备)[^,。;]{0,8}$|\b(?:for|into|towards?|warrants?|supports?|justif\w+|before|future|next|subsequent|planned|planning|upcoming|plans?)"
    r"\s(?:(?:an?|the)\s)?(?:[\w-]+\s)?$"
)
_UNTIL = re.compile(
    r"(?:截至|截止到?|[至到])\s?$"
)  # to when one searched or followed, and not when one told of it
_ENDS = re.compile(  # `2022年6月至2023年1月`: for so long people were taken in
    r"\s?(?:至|到|[-~–—])\s?(?:(?:19|20)\d\d\s?年?(?:\s?\d{1,2}\s?月)?|\d{1,2}\s?月)"
)
_TO_COME = re.compile(  # `a 600-patient phase 3 trial is being planned`
    r"(?:[\w-]+\s){0,6}?(?:trial|study)\s(?:[\w-]+\s){0,4}?(?:is|are|was)\s(?:now\s)?(?:being\s)?"
    r"(?:planned|prepared|expected|due)\b|(?:is|are)\s(?:now\s|already\s)?(?:under\s?way|ongoing|recruiting|planned|next|to\sfollow)\b|[^,。;]{0,12}(?:试验|研究)[^,。;]{0,6}(?:计划|筹备|拟|将|即将|预计)"
)
_OF_PART = re.compile(r"(?:阶段|部分|\bpart [a-d1-4])\s?[(,]\s?$")  # `第一阶段(I期)`: of a part of the study
_STANDING = re.compile(
    r"\b(?:remains?|still|stands?) (?:at|in) $|(?:停留在|仍处于|尚处于|还在)\s?$"
)  # a product, and no study
_NO_CONTROL = re.compile(
    r"\bwithout (?:a )?controls?(?: groups?| arms?)?\b|\bno control (?:group|arm)\b"
    r"|(?:没有?|未|无)设?置?对照组?"
)
_FREE = ("无对照", "無對照")
_WEAK = re.compile(r"pilot(?: (?:trial|study))?|open-label|先导(?:性)?(?:研究|试验)?|单中心")
_RANDOMISED = re.compile(r"randomi[sz]ed")
_MONTH = r"(?:january|february|march|april|may|june|july|august|september|october|november|december)"
_YEAR_EN = re.compile(
    rf"\b(?:in|on|published in|since)\s((?:\d{{1,2}}\s)?(?:{_MONTH}\s)?(?:\d{{1,2}},\s)?(?:19|20)\d\d)\b"
    r"|\(((?:19|20)\d\d)(?=[),;])"
)
_JOURNAL_IN = re.compile(
    r"《([^《》]{2,80})》\s?(?:\([^()]{2,40}\))?\s?(?:期刊|杂志|学报|上|刊|月刊|周刊|发布|发表|期)|(?:发表|刊发|刊登|登载"
    r"|发布)(?:于|在|到)\s?《([^《》]{2,80})》|(?:期刊|杂志|学报)\s?《([^《》]{2,80})》"
)
_WORDS = r"[a-z][a-z&.:-]{0,24}(?:\s[a-z&][a-z&.:-]{0,24}){0,7}"
_JOURNAL_BARE = re.compile(
    rf"(?:^|[,。:在于])\s?({_WORDS}(?=\s?(?:期刊|杂志|学报))|[一-鿿]{{2,14}}?(?:杂志|学报))\s?(?:期刊"
    rf"|杂志|学报)?上?"
)
_JOURNAL_IN_PLAIN = re.compile(
    rf"在\s?({_WORDS})\s?上?(?:发表|刊发|刊登|报道|报告)|(?:发表|刊发|刊登)(?:于|在)\s?({_WORDS})(?=[,。)]|\s?$|\s?[上的])"
)
_JOURNAL_EN = re.compile(
    r"\b(?:published|appeared) in (?:the )?([a-z&]{2,24}(?: [a-z&]{2,24}){0,7}?)(?=,|\.| in | on | an? "
    r"| \(|$)"
)
_PUBLISHING = re.compile(r"期刊|杂志|学报|发表|刊|登载|发布|《|published|appeared")
_TITLE = re.compile(
    r"(?:一篇|题为|名为|标题为|题目为|题目是|关于)\s?[“”\"「《](?P<a>[^“”\"」《》]{6,160})[“”\"」》]"
    r"|《(?P<b>[^《》]{8,80}(?:共识|指南|研究|分析|综述|试验|方法|进展|疗效|安全性))》"
)
_NAME = r"[a-z][a-zà-ÿ'’-]{1,24}"
_MARK = r"(?P<mark>\[[\d,、~–-]{1,9}\])?"  # of what is cited
_AUTHOR = re.compile(
    rf"(?:(?<![一-鿿])(?:在|据|如|由))?(?P<zh>(?:(?:(?<![一-鿿])|(?<=[在据如由]))[一-鿿]{{1,3}}?"
    rf"|{_NAME}(?:\s{_NAME})?))\s?等(?:人|学者)?{_MARK}(?=的?[,\s]?(?:研究"
    rf"|证明|证实|发现|报道|报告|时间|首次|最早|对|在|将|给|的|通过|采用|于|观察|比较|\())"
    rf"|(?P<en>{_NAME})\s(?:et al|and colleagues|and co-?workers)"
)
_BEHIND_AUTHORS = ("等", "et al", "and co")  # what `_AUTHOR` cannot do without
_PLACE_END = (
    r"(?:医院|医学中心|研究中心|治疗中心|临床中心|大学|研究所|研究院|医学院|学院|医疗中心|诊所)"
    r"(?:附属[一-鿿]{0,6}?医院|医院|医学院|医学中心)?"
)
_SITE = re.compile(
    rf"(?:^|[,。:;在由于]|(?<=[日月年]))(?P<site>(?:(?!发表|接受|治疗了|一项|患者|连续|纳入|入选"
    rf"|研究显示|(?:研究|试验|项目)[由在])[一-鿿·]){{2,24}}?{_PLACE_END}"
    r"(?:第[一二三四五六七八九十\d]{1,2}(?:附属)?(?:临床)?医学(?:中心|院|部))?"
    rf"(?:(?:(?!的)[一-鿿]{{0,8}}?(?:内科|外科|科(?!研|学|技)|治疗中心|研究中心|学院|实验室|研究组|团队"
    rf"|附属[一-鿿]{{0,8}}医院))|(?:和|与|、"
    rf"|联合)[一-鿿]{{2,14}}?{_PLACE_END}(?:[一-鿿]{{0,8}}学院)?)*)"
)
_SITE_EN = re.compile(  # names of places begin with capitals, so the text itself is read
    r"\b(?:at|in|from) (?:the )?(?P<site>(?:[A-Z][\w&.'-]+ (?:of )?){1,6}"
    r"(?:Hospital|Medical Cent(?:er|re)|University|Institute|Clinic)\b(?: of [A-Z]\w+)?)"
)
_OF_A_SCALE = re.compile(r"[^,。;]{0,8}(?:指数|评分|量表|问卷)")  # `… Universities Arthritis Index`
_SITE_LEAD = re.compile(
    "(?:作者|研究者|研究人员|团队)?(?:是|为|在|由|于|来自|出自|如|据)+|(?:国[内外](?=[一-鿿]{4}))"
)
_SITE_TAIL = re.compile("(?:[一-鿿]{2,3}(?:教授|主任|医师|医生|博士|院士))?的?(?:研究)?(?:人员|团队|学者)$")
# told, and not named
_NOWHERE = re.compile(
    "[一两二三四五六七八九十\\d][家所个](?:医院|大学|机构|研究|医学中心|中心)|^(?:我|本院|我院|本中心|我中心|本校|我校|我们)|^[该此]|问清|询问|咨询"
)
LANDS = (
    r"(?:中国|美国|英国|法国|德国|日本|韩国|伊朗|印度|西班牙|意大利|瑞典|瑞士|荷兰|比利时"
    r"|丹麦|挪威|芬兰|奥地利|波兰|捷克|葡萄牙|希腊|以色列|土耳其|埃及|沙特阿拉伯|约旦|伊拉克|巴西|阿根廷|智利"
    r"|墨西哥|加拿大|澳大利亚|新加坡|马来西亚|泰国|越南|印度尼西亚|俄罗斯|乌克兰|南非)"
)
_COUNTRY = re.compile(
    rf"(?:^|[,。:日月年]|来自|由)(?P<land>{LANDS})"
    r"(?:的?(?:一个)?(?:科研|研究)?(?:人员|团队|小组|学者|科学家)|的?一[家所个](?=医院|公司|大学|机构|研究所))"
)
_DESIGN_WORD = (
    r"(?:随机|双盲|单盲|三盲|(?:安慰剂|假手术|假注射|空白|阳性|载体)对照|对照|开放标签|开放性?|非盲|多中心|单中心|单臂|平行|交叉|前瞻性"
    r"|回顾性|非随机|剂量递增|自身对照|先导|探索性|观察性|队列|横断面|(?:结局)?(?:评估者|评价者|观察者)(?:设?盲|盲法))"
)
_DESIGN = re.compile(
    rf"(?<![非无未])(?<!没有){_DESIGN_WORD}(?:[、,\s/]*(?:和|及|的|临床)?\s?{_DESIGN_WORD})*(?:的?(?:临床)?(?:试验|研究))?"
    r"|(?:(?:系统(?:性)?(?:综述|评价|回顾))(?:和|与|及))?(?:荟萃|统合|meta\s?)分析|系统(?:性)?(?:综述|评价"
    r"|回顾)(?:[和与及](?:荟萃|统合|meta\s?)分析)?"
    r"|(?:研究|文献)?综述|专家共识|诊疗指南|病例报告|病例系列"
    r"|\b(?:(?:randomi[sz]ed|(?:double|single|triple|observer|assessor|evaluator)-(?:blind|mask)(?:ed)?|(?:placebo|sham|saline|vehicle|active)-controlled|controlled|open-label(?:l?ed)?"
    r"|multicent(?:er|re)|single-cent(?:er|re)|single-arm"
    r"|prospective|retrospective|pilot|crossover|parallel(?:-group)?|non-randomi[sz]ed|dose-escalation"
    r"|cohort)(?:,?\s(?:and\s)?|$|(?=[.,;)])))+(?:(?:clinical\s)?(?:trial|study))?"
    r"|\b(?:systematic review(?: and meta-analysis)?|meta-analysis|case report|case series)\b"
)


def foreign_title(statement: Statement, column: int) -> bool:
    """Whether a column is in a quoted title of another script than the sentence: no words of an answer."""
    if not statement.titled(column):
        return False
    near = statement.seen(max(statement.start, column - 6), column + 6)
    return not HAN.search(near) and bool(HAN.search(statement.view))


@kept
def registry(statement: Statement) -> Iterator[Found]:
    """Registry numbers, as ClinicalTrials.gov and its sisters write them."""
    for match in _REGISTRY.finditer(statement.view):
        yield Found("registry", statement.start + match.start(), statement.start + match.end())


def years(statement: Statement) -> Iterator[Found]:
    """Years and dates; the first is the study's."""
    for quantity in statement.counted(QuantityKind.DATE):
        if not _UNTIL.search(statement.seen(quantity.start - 6, quantity.start)):
            lasting = _ENDS.match(statement.seen(quantity.end, statement.end))
            end = quantity.end + (lasting.end() if lasting else 0)
            yield Found("year", quantity.number, end, label=bool(lasting))
    for match in _YEAR_EN.finditer(statement.view):
        group = 1 if match[1] else 2
        yield Found("year", statement.start + match.start(group), statement.start + match.end(group))


@kept
def journals(statement: Statement) -> Iterator[Found]:
    """The journal, with or without its title marks."""
    if not _PUBLISHING.search(statement.view):
        return
    for pattern in (_JOURNAL_IN, _JOURNAL_IN_PLAIN, _JOURNAL_BARE, _JOURNAL_EN):
        for match in pattern.finditer(statement.view):
            group = next(i for i in range(1, (match.lastindex or 1) + 1) if match[i])
            start, end = match.span(group)
            text = statement.view[start:end]
            if not literal.fullmatch(
                r"(?:国际|国内|该|学术|医学|权威|著名|核心|相关|同名|顶级|国际知名|国际顶级|期刊|杂志)+\s?",
                text,
            ):
                trimmed = len(text) - len(text.lstrip())
                yield Found(
                    "journal", statement.start + start + trimmed, statement.start + start + len(text.rstrip())
                )
                return


def titles(statement: Statement) -> Iterator[Found]:
    """The title of a paper, when it is quoted."""
    match = _TITLE.search(statement.view)
    if match:
        group = "a" if match["a"] else "b"
        yield Found("title", statement.start + match.start(group), statement.start + match.end(group))


@kept
def authors(statement: Statement) -> Iterator[Found]:
    """The first author, before `等人` or `et al.`; only used to name the study."""
    told = any(word in statement.view for word in _BEHIND_AUTHORS)
    match = _AUTHOR.search(statement.view) if told else None
    if match:
        group = "zh" if match["zh"] else "en"
        start = statement.start + match.start(group)
        end = statement.start + (match.start("mark") if match["mark"] else match.end())
        yield Found("author", start, end if group == "zh" else statement.start + match.end(group), label=True)


def press(statement: Statement) -> Iterator[Found]:
    """That a newspaper or the maker itself told of it; says what the record rests on, and is not asked."""
    match = _PRESS.search(statement.view)
    if match:
        yield Found("press", statement.start + match.start(), statement.start + match.end(), label=True)


def sites(statement: Statement) -> Iterator[Found]:
    """The hospital or institute."""
    english = _SITE_EN.search(statement.text)
    if english:
        yield Found("site", statement.start + english.start("site"), statement.start + english.end("site"))
        return
    match = _SITE.search(statement.view)
    if (
        match
        and not _OF_A_SCALE.match(statement.view, match.end("site"))
        and not _NOWHERE.search(match["site"])
    ):
        start, end = match.span("site")
        lead, tail = _SITE_LEAD.match(match["site"]), _SITE_TAIL.search(match["site"])
        start, end = start + (lead.end() if lead else 0), end - (len(tail[0]) if tail else 0)
        yield Found("site", statement.start + start, statement.start + end)


def countries(statement: Statement) -> Iterator[Found]:
    """The country of researchers whose institute is not named (`Japanese scientists`)."""
    match = _COUNTRY.search(statement.view)
    if match:
        yield Found("country", statement.start + match.start("land"), statement.start + match.end("land"))


def phase(statement: Statement) -> Iterator[Found]:
    """The phase of the trial."""
    for start, end in trial_phases(statement):
        before, behind = statement.seen(statement.start, start), statement.seen(end, statement.end)
        planned = _PLANNED.search(before) or _STANDING.search(before) or _OF_PART.search(before)
        planned = planned or _TO_COME.match(behind.lstrip())
        if foreign_title(statement, start) or planned:
            continue
        yield Found("phase", start, end)


def designs(statement: Statement) -> Iterator[Found]:
    """Randomised, double-blind, open-label, meta-analysis …, as one stretch where they stand together."""
    free = _NO_CONTROL.search(statement.view)
    for match in _DESIGN.finditer(statement.view):
        text = literal.sub(r"\sand$", "", match[0].rstrip(" ,、"))
        if foreign_title(statement, statement.start + match.start()):
            continue
        if text in ("对照", "开放", "开放性", "交叉", "平行", "controlled", "parallel", "队列", "cohort"):
            continue
        end = statement.start + match.start() + len(text)
        alone = bool(_RANDOMISED.fullmatch(text))  # `were randomised 1:1`: a deed, and one mark of a design
        value = f"{match[0].rstrip(' ,')}, {free[0]}" if free and _WEAK.fullmatch(text) else ""
        yield Found("design", statement.start + match.start(), end, value=value, label=alone)
        free = None
    if free:  # that nobody was compared is how a study was made
        start, end = statement.start + free.start(), statement.start + free.end()
        value = "" if free[0].isascii() else _FREE["對" in statement.text]
        yield Found("design", start, end, value=value)


def tells_design(statement: Statement) -> bool:
    """Whether a sentence tells how a study was made and counts nobody (`Phase 2b, double-blind.`)."""
    return bool(any(designs(statement)) or any(trial_phases(statement))) and not statement.counted(
        QuantityKind.PEOPLE
    )
