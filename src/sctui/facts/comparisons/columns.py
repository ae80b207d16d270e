"""What a column asks for: how much, how long, how it is done, for whom, in which phase."""

from __future__ import annotations

import re

from sctui.facts.comparisons.cell_text import cleaned
from sctui.facts.comparisons.empty_cells import is_bare_praise, is_number, says_too_little
from sctui.facts.comparisons.heads import compares, is_sign, is_time, slot_of_head, tells_harm
from sctui.lexicon.lexicon import Lexicon
from sctui.lexicon.term import TermKind
from sctui.text import literal
from sctui.text.column_head import (
    tells_for_whom,
    tells_how,
    tells_how_many_come,
    tells_until,
    tells_what_comes,
    tells_what_suits,
)
from sctui.text.match_view import match_view
from sctui.text.patterns import HAN

_THINGS = (TermKind.CELL, TermKind.TREATMENT, TermKind.SOURCE, TermKind.DISEASE, TermKind.FACTOR)
_BRACKET = re.compile(r"\s*[(（][^()（）]*[)）]")
_DEGREE = re.compile(
    r"(?:极|很|较|最|中)?(?:高|低|强|弱|好|差|快|慢|大|小|多|少|中等?|一般|容易|困难|简便|方便|有限)"
    r"|[有无微]创|(?:绝对|相对|明显|显著|轻度|严重)?(?:缺乏|不足|过多|抵抗|升高|增高|降低|减低|正常|异常"
    r"|消瘦|肥胖)|随.{1,6}(?:下降|升高|增加|减少)"
    r"|(?:very |relatively |moderately )?"
    r"(?:low|high|easy|good|poor|strong|weak|fast|slow|great|broad|wide|few)(?:er|est)?"
    r"|limited|moderate|easier|better|worse|unaffected|difficult|more|many"
)
_LONG = re.compile(r"(?:时间|周期|时长|疗程|期限)$|\b(?:time|duration|period|stay)$")
_TIME = re.compile(r"[\d数几]\s?(?:个月|年|周|天|日|小时|分钟|months?|years?|weeks?|days?|hours?|minutes?)")
_AMOUNT = re.compile(r".*(?<![质容])量")
_COUNTED = re.compile(r".*(?:量|率|比例|数|浓度|费用|价格|粒径|直径)")
_LESS = "(?:少于|低于|不足|不到|小于|高于|超过|多于|大于|至少|最多)"
_NUMBER = re.compile(rf"(?:{_LESS}|[约<>≥≤~])*\s?[\d数几]|固定\s?\d")
_OF_NUMBER = re.compile(r".*(?:细胞|例|人|次|颗粒|粒子|颗)数")  # of which an answer tells how many
_PERCENT = re.compile(rf"(?:{_LESS}|[约近<>≤≥~])*\s?\d+(?:\.\d+)?\s?%?(?:\s?[-~–—至到]\s?\d+(?:\.\d+)?)?\s?%")
_MEASURED = re.compile(
    rf"(?:{_LESS}|[约近<>≥≤~])*\s?\d+(?:\.\d+)?(?:\s?[-~–—至到]\s?\d+(?:\.\d+)?)?\s?(?:mm|cm|[μµu]m|nm"
    rf"|m[lg]|k?g|分|倍|例|层|个百分点)"
    r"(?:左右|以上|以下)?"
)
_OUTCOME_ZH = re.compile(r"(?:临床)?(?:妊娠|怀孕|活产|生育|复发|生存|存活|转归|预后|排斥反应|恢复)")
_WORRY = re.compile(r"(?:主要|最大)?的?(?:担心|顾虑|忧虑)(?:的?问题)?")
_CLASS = re.compile(r"surgical|surgery|mechanical|medical|drugs?|cells?|cell therapy|手术|药物|细胞|物理")
_NONE = re.compile(r"[无没不](?!固定)")
_NOBODY = re.compile(r"(?:目前|暂|尚)?(?:仅|只)?限?(?:于)?(?:临床)?(?:试验|研究)")  # no people
_STAGE = re.compile(
    r"(?:临床|研究|试验|开发|研发|所处|的)*(?:阶段|分期)"
    r"|(?:clinical |trial |development |current )*(?:phase|stage)"
)
_OF_DISEASE = re.compile(
    r"障碍|难点|挑战|目标|靶点|准备|对象|机[制理转]|剂量|用量|给药|给予|途径|疗程|限制|局限|适合|适用"
    r"|好处|短板|弊端|长处|疑虑|起效|见效|维持|持续|频率|频次|次数|作用|原理|风险|副作用|不良|并发症|疗效"
    r"|效果|疼|痛|肿|停药|阶段|分期"
    r"|证据|依据|毒性|目的|预处理|问题|疑虑|风险|现状|免疫抑制|抗排异|抗排斥|年龄|负重|无发作|保髋|妊娠"
    r"|怀孕|活产|厚度?|增厚"
    r"|反应率|缓解率|有效率|应答率|生存|复发|死亡|(?<![a-z])(?:orr|os|pfs|neda|response|survival|relapse"
    r"|remission|mortality|deaths?)\b"
    r"|\b(?:acts? on|given|evidence|limits?|trials|candidates?|targets?|aim|conditioning|infections?"
    r"|healing|obstacle|hurdle|challenge|toxicit|drawback|disadvantage)"
    r"|\b(?:advantage|benefit|concern|harm|mechanism|dose|dosage|route|regimen|administ|limitation|suit"
    r"|action|risk|persist|onset|last"
    r"|side effect|adverse|complication|efficacy|effect|outcome)"
)
# what becomes of those who are treated with something
_OUTCOME = re.compile(
    r"(?:[\w-]+ ){0,3}(?:deaths?|mortality|survival|relapses?|remissions?|responses?|orr|os|pfs|neda|events?"
    r"|healing|closure|recovery|conditioning|toxicit(?:y|ies)|concerns?|worr(?:y|ies)|[\w-]+ (?:needed"
    r"|required))"
    r"(?: rates?)?(?: (?:reported|seen|observed|achieved))?(?: (?:at|by|after"
    r"|within) [^()]*)?(?: \([^()]*\))?"
)
# of what patients feel, or can do, on which a treatment has its effect
_AFFECTED = re.compile(
    r"(?:[\w-]+ )?(?:pain|symptoms?|memory|cognition|fertility|mobility|vision|fatigue|sleep|strength|mood"
    r"|quality of life|spasticity"
    r"|continence)"
    r"|(?:疼痛|疼|痛|症状|记忆力?|认知|生育力?|视力|疲劳|睡眠|肌力|生活质量|痉挛|月经|[肝肾心肺]功能"
    r"|卵巢功能|mri上.{2,6}变化)(?:的?(?:影响|变化|作用))?"
)
_MADE = re.compile(r"(?:[\w-]+ ){1,3}(?:formed|made|produced|secreted|released)")
# what is done to that which the column names: `不影响`, `delayed`
_EFFECT = re.compile(
    r"(?:[无没](?:有)?(?:直接|明显|显著)?(?:影响|作用)|不影响|(?:可|能|会)?(?:延[迟缓长]|加[快速重剧]|促进"
    r"|抑制|升高|降低|减少"
    r"|增加|减轻|改善|缩短))|.*[↑↓]|no (?:known |direct )?(?:effects?|change|difference|benefit)\b|(?:not "
    r"|un)(?:affected|changed)"
    r"|(?:not )?(?:delay|reduc|increas|improv|suppress|lower|worsen|slow|rais)\w*\b"
)
_SHORT_EFFECT = 6  # characters in Chinese, words in English
_EFFECT_OF = re.compile(r"(?:effects?|impact|influence) of\b", re.IGNORECASE)  # on what, the row says
_ON_WHAT = re.compile(r"^[在对于与]|用$")
_NO_NOUN = re.compile(  # a head that is no noun
    r"^(?:when|why|how|where|who)$"
    r"|^(?:not|can|does|is|has|needs?|requires?|slows?|absorbs?|affects?|works?|makes?|gives?|change) "
    r"|^(?:off|free of|without) |^[a-z -]+ (?:for|from|to|on|in|every|by|with|of|after|before|when)$"
)
_APPROVED = re.compile(r"(?:[\w-]+ )?(?:indications?|approvals?|wait(?:ing time)?)(?: so far)?")
_EVIDENCE = re.compile(
    r"(?:[\w-]+ ){0,2}(?:evidence|trials|rcts?|studies)(?: level| quality| so far)?"
    r"|(?:最好的?|现有的?|临床|目前的?|主要的?|研究)*(?:证据|依据)(?:情况|现状)?"
)
# `standard` is no evidence, and how well known a treatment is nothing of it
_NO_EVIDENCE = re.compile(
    r"(?:standard|routine|established|usual|common)(?: care| practice| of care)?|(?:常规|标准|成熟"
    r"|常用)(?:治疗|疗法|医疗|手术)?(?:/.*)?"
)
_GIVEN = re.compile(r"(?:how )?given|administered|administration|how (?:it is )?given|dosing")
_ACTS_ON = re.compile(r"acts? on|works? on")
_YES_AND = re.compile(r"(?:yes|no|是|否),\s?\S")  # `yes, 60 days`: half of it is guessed
_CONCERN = re.compile(r"\b(?:concerns?|risks?|worr(?:y|ies))\b")
_FEW = re.compile("(?:few|some|several|many|rare)(?: reported)?")
_SUITED = re.compile(
    r"(?:best |most )?suit(?:ed|able)(?: to| for)?|best for"
    r"|who (?:it )?(?:suits|is for)|(?:best |ideal |typical |suitable )?candidates?"
)
_AGE = re.compile(
    r"(?:patient |suitable )?ages?(?: groups?| range| limits?)?|(?:适[合用宜])?(?:病人"
    r"|患者)?(?:的)?年龄(?:限制|范围|要求|段)?"
)
_ASKS = re.compile(r".*(?:怎么|如何|怎样|哪[来里裡儿些种]|在哪|用在哪|多久|多少|什么|谁).*")
_PER = re.compile(r"[a-z][a-z -]*(?:s|cells|dose)\s?(?:/|per )\s?[a-z]+")
_NO_PATIENTS = re.compile(
    r"(?:clinical )?trials?(?: participants| patients| only)?|research only|any\b.*|all(?: ages)?"
    r"|case reports?.*|investigational"
    r"|experimental|anyone|不限|都可以?|均可|皆可"
)
# a noun of a deed, or of the life of a patient: no attribute of what is given
_UNASKED = re.compile(r"storage|shipping|handling|thawing|pregnancy|driving|work|travel|insurance")

# what heads the attributes of a table: `给予方式`, `参考费用`, `time in hospital`
_ATTRIBUTE = re.compile(
    r".*(?:方式|方法|途径|部位|时间|周期|时长|时机|期限|疗程|次数|频率|费用|价格|成本|人群|对象|人数|例数"
    r"|规模|风险|优[点势]|长处|缺点|劣势|短板"
    r"|局限性?|限制|不足|机制|机理|原理|来源|供者|剂量|用量|水平|阶段|分期|事项|适应[症证]|禁忌[症证]?|公司"
    r"|厂商|机构|特[点征]|创伤|排异|排斥"
    r"|难度|效果|疗效|效率|证据|等级|类型|类别|数量|要求|条件|程度|能力|潜[能力]|稳定性|安全性|可及性"
    r"|[效率比]率|审批|监管|状态|现状)"
    r"|.*\b(?:time|stay|wait(?:ing)?|price|costs?|risks?|worr(?:y|ies)|concerns?|sources?|routes?|doses?"
    r"|dosage|mechanisms?|company|maker|sponsor"
    r"|stage|phase|advantages?|benefits?|drawbacks?|disadvantages?|limitations?|death|mortality|survival"
    r"|type|indications?|targets?|evidence"
    r"|hospital|from|by|use[ds]?|effects?|status|setting|schedule|duration|regulation|approval|patients"
    r"|size|availability)"
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
    if refused := _not_asked(view, told, measure):
        return refused
    if is_degree(value):
        return "cell-degree"
    asked = slot_of_head(measure, value) or _by_column(view, told)
    if asked and not (asked == "cell-effect" and _EFFECT_OF.match(subject)):
        return asked if asked != "cell-number" or _is_thing(subject, lexicon) else "row-number"
    if view.startswith("对") and not view.endswith(("作用", "影响")):
        return "cell-toward"
    acts = HAN.search(view) and lexicon.of(TermKind.ACTION).mentions(cleaned(measure))
    if literal.match(r"[在对于与]", view) or any(m.start == 0 for m in acts or ()):
        return "cell-adverbial"
    return "cell" if _is_thing(subject, lexicon) else "row"


def _not_asked(view: str, told: str, measure: str) -> str:
    """The slot of a cell that no card asks: yes or no, which are guessed, or too little; empty for others."""
    none = _OF_NUMBER.fullmatch(view) and _NONE.match(told)
    if is_sign(told) or none or (tells_for_whom(view) and _NOBODY.fullmatch(told)):
        return "cell-sign"
    little = (says_too_little(told) and told not in {"more", "fewer"}) or (
        is_bare_praise(told) and compares(measure)
    )
    little = little or (tells_harm(measure) and is_degree(told))  # low, of whatever
    return "cell-unasked" if little else ""


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
        ("cell-until", tells_until(view) and is_time(told)),
        ("cell-unasked", tells_until(view)),
        ("cell-long", _LONG.search(view) and _TIME.search(told)),
        ("cell-stage", _STAGE.fullmatch(view)),
        (
            "cell-unasked",
            _UNASKED.fullmatch(view)
            or ((_SUITED.fullmatch(view) or _AGE.fullmatch(view)) and _NO_PATIENTS.fullmatch(told)),
        ),
        ("cell-unasked", _YES_AND.match(told) or (_CONCERN.search(view) and _FEW.fullmatch(told))),
        ("cell-suited", _SUITED.fullmatch(view)),
        ("cell-age", _AGE.fullmatch(view)),
        ("cell-fits", tells_what_suits(view)),
        ("cell-comes", tells_what_comes(view)),
        ("cell-reach", tells_how_many_come(view) and is_number(told)),
        ("cell-unasked", tells_how_many_come(view)),
        ("cell-per", _PER.fullmatch(view) and is_number(told)),
        ("cell-effect", _AFFECTED.fullmatch(view) and not is_number(told)),
        ("cell-with", _OUTCOME.fullmatch(view)),
        ("cell-harm", tells_harm(view)),
        ("cell-by", _MADE.fullmatch(view)),
        ("cell-unasked", _EVIDENCE.fullmatch(view) and _NO_EVIDENCE.fullmatch(told)),
        ("cell-evidence", _EVIDENCE.fullmatch(view)),
        ("cell-for-it", _APPROVED.fullmatch(view)),
        ("cell-given", _GIVEN.fullmatch(view)),
        ("cell-acts", _ACTS_ON.fullmatch(view)),
        ("cell-effect", _is_of_effect(view, told)),
        ("cell-unasked", _NO_NOUN.search(view)),
        ("cell-for", tells_for_whom(view)),
        ("cell-taken", tells_how(view) and view.startswith(("取材", "取样", "采样"))),
        ("cell-how", tells_how(view)),
        ("cell-number", _COUNTED.fullmatch(view) and _NUMBER.match(told)),
        ("cell-number", HAN.search(view) and _PERCENT.fullmatch(told)),  # `第28天ORR`
        ("cell-number", HAN.search(view) and _MEASURED.fullmatch(told)),
        ("cell-outcome", _OUTCOME_ZH.fullmatch(view)),
        ("cell-worry", _WORRY.fullmatch(view)),
        ("cell-unasked", compares(view) and _CLASS.fullmatch(told)),
        ("cell-amount", _AMOUNT.fullmatch(view)),
        ("cell-asks", HAN.search(view) and _ASKS.fullmatch(view)),
    )
    return next((slot for slot, fits in fitting if fits), "")
