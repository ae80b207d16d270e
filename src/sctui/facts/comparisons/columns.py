"""What a column asks for: how much, how long, how it is done, for whom, in which phase."""

from __future__ import annotations

import re

from sctui.facts.comparisons.cell_text import cleaned
from sctui.facts.comparisons.heads import compares, slot_of_head
from sctui.lexicon.lexicon import Lexicon
from sctui.lexicon.term import TermKind
from sctui.text import literal
from sctui.text.column_head import tells_for_whom, tells_how
from sctui.text.match_view import match_view
from sctui.text.patterns import HAN

_THINGS = (TermKind.CELL, TermKind.TREATMENT, TermKind.SOURCE, TermKind.DISEASE, TermKind.FACTOR)
_BRACKET = re.compile(r"\s*[(（][^()（）]*[)）]")
_DEGREE = re.compile(
    r"(?:极|很|较|最|中)?(?:高|低|强|弱|好|差|快|慢|大|小|多|少|中等?|一般|容易|困难|简便|方便|有限)|[有无微]创|(?:绝对|相对|明显|显著|轻度|严重)?(?:缺乏|不足|过多|抵抗|升高|增高|降低|减低|正常|异常|消瘦|肥胖)|随.{1,6}(?:下降|升高|增加|减少)"
    r"|(?:very |relatively |moderately )?(?:low|high|easy|good|poor|strong|weak|fast|slow|great|broad|wide)"
    r"(?:er|est)?|limited|moderate|easier|better|worse|unaffected|difficult"
)
_SIGN = re.compile(r"yes|no|none|partly|有|无|是|否|不?要|不?需要|不用|不?会|不?能|[+✓√✔✗×-]+", re.IGNORECASE)
_LONG = re.compile(r"(?:时间|周期|时长|疗程|期限)$|\b(?:time|duration|period|stay)$")
_TIME = re.compile(r"[\d数几]\s?(?:个月|年|周|天|日|小时|分钟|months?|years?|weeks?|days?|hours?|minutes?)")
_AMOUNT = re.compile(r".*(?<![质容])量")
_COUNTED = re.compile(r".*(?:量|率|比例|数|浓度|费用|价格|粒径|直径)")
_LESS = "(?:少于|低于|不足|不到|小于|高于|超过|多于|大于|至少|最多)"
_NUMBER = re.compile(rf"(?:{_LESS}|[约<>≥≤~])*\s?[\d数几]|固定\s?\d")
_OF_NUMBER = re.compile(r".*(?:细胞|例|人|次|颗粒|粒子|颗)数")  # of which an answer tells how many
_PERCENT = re.compile(rf"(?:{_LESS}|[约近<>≤≥~])*\s?\d+(?:\.\d+)?\s?%?(?:\s?[-~–—至到]\s?\d+(?:\.\d+)?)?\s?%")
_NONE = re.compile(r"[无没不](?!固定)")
_NOBODY = re.compile(r"(?:目前|暂|尚)?(?:仅|只)?限?(?:于)?(?:临床)?(?:试验|研究)")  # no people
_STAGE = re.compile(
    r"(?:临床|研究|试验|开发|研发|所处|的)*(?:阶段|分期)"
    r"|(?:clinical |trial |development |current )*(?:phase|stage)"
)
_OF_DISEASE = re.compile(
    r"障碍|难点|挑战|目标|靶点|准备|对象|机[制理转]|剂量|用量|给药|给予|途径|疗程|限制|局限|适合|适用"
    r"|好处|短板|弊端|长处|疑虑|起效|见效|维持|持续|频率|频次|次数|作用|原理|风险|副作用|不良|并发症|疗效|效果|疼|痛|肿|停药|阶段|分期"
    r"|反应率|缓解率|有效率|应答率|生存|复发|死亡|(?<![a-z])(?:orr|os|pfs|neda|response|survival|relapse|remission|mortality|deaths?)\b"
    r"|\b(?:acts? on|given|evidence|obstacle|hurdle|challenge|toxicit|drawback|disadvantage)"
    r"|\b(?:advantage|benefit|concern|harm|mechanism|dose|dosage|route|regimen|administ|limitation|suit|action|risk|persist|onset|last"
    r"|side effect|adverse|complication|efficacy|effect|outcome)"
)
# what becomes of those who are treated with something
_OUTCOME = re.compile(
    r"(?:[\w-]+ ){0,3}(?:deaths?|mortality|survival|relapses?|remissions?|responses?|orr|os|pfs|neda|events?"
    r"|pain|toxicit(?:y|ies)|concerns?|worr(?:y|ies)|[\w-]+ (?:needed|required))"
    r"(?: rates?)?(?: \([^()]*\))?"
)
_MADE = re.compile(r"(?:[\w-]+ ){1,3}(?:formed|made|produced|secreted|released)")
# what is done to that which the column names: `不影响`, `delayed`
_EFFECT = re.compile(
    r"(?:[无没](?:有)?(?:直接|明显|显著)?(?:影响|作用)|不影响|(?:可|能|会)?(?:延[迟缓长]|加[快速重剧]|促进|抑制|升高|降低|减少"
    r"|增加|减轻|改善|缩短))|no (?:known |direct )?effects?\b|(?:not |un)(?:affected|changed)"
    r"|(?:delay|reduc|increas|improv|suppress|lower|worsen|slow)\w*\b"
)
_SHORT_EFFECT = 6  # characters in Chinese, words in English
_ON_WHAT = re.compile(r"^[在对于与]|用$")
_NO_NOUN = re.compile(  # a head that is no noun
    r"^(?:when|why|how|where|who)$"
    r"|^(?:not|can|does|is|has|needs?|requires?|slows?|absorbs?|affects?|works?|makes?|gives?|change) "
    r"|^[a-z -]+ (?:for|from|to|on|in|every|by|with|of|after|before|when)$"
)
_EVIDENCE = re.compile(
    r"(?:[\w-]+ )?(?:evidence|indications?|approvals?|wait(?:ing time)?)(?: level| so far)?"
)
_GIVEN = re.compile(r"(?:how )?given|administered|administration|how (?:it is )?given|dosing")
_ACTS_ON = re.compile(r"acts? on|works? on")
_YES_AND = re.compile(r"(?:yes|no|是|否),\s?\S")  # `yes, 60 days`: half of it is guessed
_CONCERN = re.compile(r"\b(?:concerns?|risks?|worr(?:y|ies))\b")
_FEW = re.compile("(?:few|some|several|many|rare)(?: reported)?")
_SUITED = re.compile(
    r"ages?(?: groups?| range)?|(?:best |most )?suit(?:ed|able)(?: to| for)?|best for"
    r"|who (?:it )?(?:suits|is for)"
)
_NO_PATIENTS = re.compile(r"(?:clinical )?trials?(?: participants| patients| only)?|research only")
# a noun of a deed, or of the life of a patient: no attribute of what is given
_UNASKED = re.compile(r"storage|shipping|handling|thawing|pregnancy|driving|work|travel|insurance")

# what heads the attributes of a table: `给予方式`, `参考费用`, `time in hospital`
_ATTRIBUTE = re.compile(
    r".*(?:方式|方法|途径|部位|时间|周期|时长|时机|期限|疗程|次数|频率|费用|价格|成本|人群|对象|人数|例数|规模|风险|优[点势]|长处|缺点|劣势|短板"
    r"|局限性?|限制|不足|机制|机理|原理|来源|供者|剂量|用量|水平|阶段|分期|事项|适应[症证]|禁忌[症证]?|公司|厂商|机构|特[点征]|创伤|排异|排斥"
    r"|难度|效果|疗效|效率|证据|等级|类型|类别|数量|要求|条件|程度|能力|潜[能力]|稳定性|安全性|可及性|[效率比]率|审批|监管|状态|现状)"
    r"|.*\b(?:time|stay|wait(?:ing)?|price|costs?|risks?|worr(?:y|ies)|concerns?|sources?|routes?|doses?|dosage|mechanisms?|company|maker|sponsor"
    r"|stage|phase|advantages?|benefits?|drawbacks?|disadvantages?|limitations?|death|mortality|survival|type|indications?|targets?|evidence"
    r"|hospital|from|by|use[ds]?|effects?|status|setting|schedule|duration|regulation|approval|patients|size|availability)"
)


def is_attribute(text: str, lexicon: Lexicon) -> bool:
    """Whether a cell names something that the things compared have: a respect, and no thing."""
    bare = match_view(_BRACKET.sub("", text)).strip()
    known = lexicon.of(TermKind.ATTRIBUTE).lookup(bare)
    return bool(known or _ATTRIBUTE.fullmatch(bare)) or tells_how(bare) or tells_for_whom(bare)


def is_degree(text: str) -> bool:
    """Whether a cell says how much (`high (non-invasive)`): neighbours may well say the same."""
    return bool(_DEGREE.fullmatch(match_view(_BRACKET.sub("", text)).strip()))


def is_of_disease(measure: str) -> bool:
    """Whether what a column tells of a treatment is true for one disease: dose, route, mechanism, limits."""
    return bool(_OF_DISEASE.search(match_view(measure)))


def slot_of(subject: str, measure: str, value: str, lexicon: Lexicon) -> str:
    """How a cell is asked: by the shape of its column, its value and its row."""
    view, told = match_view(cleaned(measure)).rstrip(":"), match_view(value).strip()
    none = _OF_NUMBER.fullmatch(view) and _NONE.match(told)
    if _SIGN.fullmatch(value.strip()) or none or (tells_for_whom(view) and _NOBODY.fullmatch(told)):
        return "cell-sign"  # no card has a template for it: yes and no are guessed
    if is_degree(value):
        return "cell-degree"
    if asked := slot_of_head(measure, value) or _by_column(view, told):
        return asked if asked != "cell-number" or _is_thing(subject, lexicon) else "row-number"
    if view.startswith("对") and not view.endswith(("作用", "影响")):
        return "cell-toward"
    if literal.match(r"[在对于与]", view) or any(
        m.start == 0 for m in lexicon.of(TermKind.ACTION).mentions(cleaned(measure))
    ):
        return "cell-adverbial"
    return "cell" if _is_thing(subject, lexicon) else "row"


def _is_thing(subject: str, lexicon: Lexicon) -> bool:
    return bool(lexicon.of(*_THINGS).mentions(subject))


def _is_of_effect(view: str, told: str) -> bool:
    """Whether a cell says in a word what becomes of that which its column names (`病毒清除`: `延迟`)."""
    short = len(told) <= _SHORT_EFFECT if HAN.search(told) else len(told.split()) < _SHORT_EFFECT
    other = _ATTRIBUTE.fullmatch(view) or compares(view) or _ON_WHAT.search(view)
    return short and not other and bool(_EFFECT.match(told))


def _by_column(view: str, told: str) -> str:
    """The slot of a column that says what sort of answer it has; empty for any other."""
    fitting = (
        ("cell-long", _LONG.search(view) and _TIME.search(told)),
        ("cell-stage", _STAGE.fullmatch(view)),
        (
            "cell-unasked",
            _UNASKED.fullmatch(view) or (_SUITED.fullmatch(view) and _NO_PATIENTS.fullmatch(told)),
        ),
        ("cell-unasked", _YES_AND.match(told) or (_CONCERN.search(view) and _FEW.fullmatch(told))),
        ("cell-suited", _SUITED.fullmatch(view)),
        ("cell-with", _OUTCOME.fullmatch(view)),
        ("cell-by", _MADE.fullmatch(view)),
        ("cell-for-it", _EVIDENCE.fullmatch(view)),
        ("cell-given", _GIVEN.fullmatch(view)),
        ("cell-acts", _ACTS_ON.fullmatch(view)),
        ("cell-effect", _is_of_effect(view, told)),
        ("cell-unasked", _NO_NOUN.search(view)),
        ("cell-for", tells_for_whom(view)),
        ("cell-taken", tells_how(view) and view.startswith(("取材", "取样", "采样"))),
        ("cell-how", tells_how(view)),
        ("cell-number", _COUNTED.fullmatch(view) and _NUMBER.match(told)),
        ("cell-number", HAN.search(view) and _PERCENT.fullmatch(told)),  # `第28天ORR`
        ("cell-amount", _AMOUNT.fullmatch(view)),
    )
    return next((slot for slot, fits in fitting if fits), "")
