"""Heads of tables that ask by themselves: for a yes or no, how soon, how long, how often, for a share."""

from __future__ import annotations

import re

from sctui.text.match_view import match_view

_SPAN = (
    r"(?:[\d数几一二两三四五六七八九十半]\s?个?(?:月|年|周|天|日|小时|分钟)|每[天日周月年]|[当隔次][天日]"
    r"|\b(?:hour|day|week|month|year)s?\b)"
)
_TIME = re.compile(rf"{_SPAN}|终身|终生|永久|\b(?:weekly|daily|monthly|lifelong|permanent)")
# a price that has no date is no knowledge, nor is how many there have been so far
_PRICE = re.compile(
    r".*(?:费用?|花费|价格|价钱|价位|报价|售价|单价|收费|参考价|多少钱|自费|医保|健保)(?:\s?\([^()]*\))?"
    r"|.*\b(?:prices?|costs?|fees?|charges?)\b.*"
)
_SO_FAR = re.compile(
    r"(?:已|目前|累计|至今)(?:有|经)?(?:报告|治疗|完成|报道|入组|应用)?(?:的)?(?:例数|人数|病例数?)"
)
_NO_KNOWLEDGE = re.compile(
    r"(?:就诊|所属|挂号)?科室|(?:健保|医保)(?:报销|给付)?|就诊科|分类号|编号|页码|词条.*|备注|说明|注释"
    r"|comments?|remarks?|notes?"
    r"|(?:代表|常见|市售)?(?:商品|产品|品牌|药物|研究|文献|例子|举例)(?:名称?)?(?:[/、](?:举例|商品|品牌"
    r"|产品))?|品名|厂商?|公司"
    r"|(?:example|brand|product|trade|maker|company|key (?:study|trial|reference)|references?)s?(?: names?)?"
    r"|(?:化名|代号|alias(?:es)?|pseudonyms?)"
    r"|(?:我们的|本站|编辑|综合|推荐)*(?:打分|评级|星级|推荐(?:指数|度|程度)|综合评分)"
    r"|(?:our|editors?'?s?) (?:ratings?|scores?|verdict|view)"
)  # of a page's box
_ASIDE = re.compile(r"\s*\([^()]*\)$")
# whose the cells are, which is guessed; from stock, which is no way to get them; how a thing is made, and not
# of what
_NO_ANSWER = (
    (
        re.compile(r"(?:细胞|主要|组织|供[体者])?来源|供[体者]|(?:cell )?(?:sources?|donors?)(?: of cells)?"),
        re.compile(
            r"(?:(?:自[体身]|(?:同种)?异[体基]因?|autologous|allogen(?:e?ic)|patients?|donors?|患者|供[体者]|或|和|均可"
            r"|都可|or|and)[\s/、,]*)+"
        ),
    ),
    (
        re.compile(
            r"(?:获取|取材|采集|取得|获得|来源)(?:方式|方法|途径|难度)?|(?:collection|harvest(?:ing)?|procurement)"
        ),
        re.compile(r"(?:现货|即用型?|现成|库存)(?:供应|可用)?|off[- ]the[- ]shelf"),
    ),
    (
        re.compile(r"(?:主要|有效)?(?:成分|组分|组成)|(?:main )?(?:composition|components?|ingredients?)"),
        re.compile(
            r".*(?:取材|培养|制备|分离|离心|扩增|\b(?:cultured?|harvest(?:ed)?|isolated|expanded)\b).*"
        ),
    ),
)
_HARM = re.compile(
    r"(?:(?:serious|main|common|typical|severe|key) )*"
    r"(?:adverse (?:events?|effects?|reactions?)|side[- ]effects?|s?aes?|toxicit(?:y|ies)|harms?)"
)
_STATUS = re.compile(
    r"(?:监管|审批|研究|临床|开发|研发|目前|上市|注册|批准)*的?(?:状态|现状|进展|进度|现况)"
    r"|(?:(?:regulatory|approval|development|clinical|current) )*status"
)
# what may be needed besides: `免疫抑制`, of which a cell tells when, or by whom
_NEEDED = re.compile(
    r"(?:免疫抑制剂?|抗排[斥异](?:药|治疗)?|配型|麻醉|住院|预处理|清髓|化疗|开刀|手术)(?:需求|要求)?"
)
_NEED = re.compile("需|不用|不必|可减|可免|避免")
_SITE = re.compile(
    r"(?:给药|注射|移植|植入|治疗|用药|作用|目标|靶)?部位"
    r"|(?:(?:target|injection|implantation|treatment) )?sites?"
)
_STAGE = re.compile(r"(?!.*(?:临床|研究|试验|开发|研发)).*(?:阶段|分期|期别)")  # of the disease
_IS_STAGE = re.compile(r"[ivxⅰ-ⅹ1-4]|期|早|晚|阶段|上市|批准|获批|核准|许可|注册|研究|临床|末")
_BARE_GRADE = re.compile(
    r"(?:[ivx]{1,4}[a-c]?|\d[a-c]?)(?:\s?[-~、/至到]\s?(?:[ivx]{1,4}[a-c]?|\d[a-c]?))?(?:以[上下])?"
)
_WHETHER = re.compile(
    r"(?:是否|能否|可否|是不是|要不要|需不需要|会不会|能不能|有没有|有无|是否需要).+?[吗么]?"
)
_YES_NO = re.compile(
    r"(?:通常|一般|大多|多半|多数?|可能|仍|都|均|也|常|有时)*"
    r"(?:是|否|有|无|要|不要|需要?|不需要?|不需|无需|不用|不必|会|不会|能|不能|可以?|不可以?|未见|没有|部分"
    r"|已?获批|未获批)"
    r"(?:\s?\([^()]*\))?"
    r"|(?:(?:usually|often|mostly|generally|sometimes) )?(?:partly|yes|no|none|(?:not )?(?:needed|required"
    r"|necessary))(?:\s?\([^()]*\))?"
    r"|[+✓√✔✗×-]+"
)
_LASTING = re.compile(
    r"(?:疗效|效果|药效|作用)?(?:能|可)?(?:维持|持续)(?:多久|多长时间|时间|期)?|(?:疗效|效果"
    r"|药效)能?(?:维持|持续)"
    r"|(?:lasts?|duration of (?:the )?(?:effect|action|benefit|response)|effect lasts)"
)
_PERSISTING = re.compile(
    r"(?:细胞|体内)?(?:存活|存留|驻留|滞留|留存)(?:多久|多长时间)?"
    r"|(?:cell )?(?:persists?|persistence|engraftment|survival)(?: in vivo)?"
)
_ONSET = re.compile(
    r"(?:多久|多长时间|何时|几时|什么时候)?(?:能|可|才)?(?:起效|见效|生效)(?:时间|所需时间)?"
    r"|onset(?: of (?:action|effect))?"
)
_OFTEN = re.compile(
    r"(?:给药|用药|治疗|注射|使用|施打|输注|服用)?(?:频率|频次)|(?:dosing |treatment )?frequency"
)
_SHARE = re.compile(  # of those who were treated so
    r"[约近<>≤≥~]{0,2}\s?\d+(?:\.\d+)?\s?%?(?:\s?[-~–—至到]\s?\d+(?:\.\d+)?)?\s?%\s?(?:以上|左右)?"
)
_BEFALLS = re.compile(
    r".*(?:痛|肿胀?|热|感染|出血|反应|事件|复发|缓解|改善|愈合|死亡|并发症|不良|副作用|排斥|血栓|有效|应答"
    r"|痒|呕吐|皮疹|头晕)"
    r"|.*\b(?:events?|pain|infections?|relapse|remission|response|death|bleeding|swelling|improvement|aes?)"
)
_COUNT_WITH_SHARE = re.compile(r"\d+\s?\(\d+(?:\.\d+)?\s?%\)")  # of a study's group, which no head names
_OF_TIME = (
    ("cell-lasting", _LASTING),
    ("cell-persisting", _PERSISTING),
    ("cell-onset", _ONSET),
    ("cell-often", _OFTEN),
)
# what compares a drug or an operation with cells: not how often it is taken, nor who sells it
_COMPARES = re.compile(
    r".*(?:作用|机[制理转]|原理|优点|优势|长处|缺点|劣势|不足|局限|短板|弊端|风险|副作用|不良|"
    r"并发症|适应|适用|特点|适合|疗效|效果|影响)"
    r"|.*\bacts? on\b"
    r"|.*\b(?:actions?|mechanisms?|advantages?|benefits?|pros|drawbacks?|disadvantages?|limitations?|cons"
    r"|risks?"
    r"|side effects?|adverse|complications?|indications?|effects?|efficacy|outcomes?)\b"
)


def slot_of_head(measure: str, value: str) -> str:
    """The slot of a cell whose head asks by itself; empty for any other head.

    `cell-dated`, `cell-sign` and `cell-unasked` have no template: an undated price is no knowledge, yes and
    no are guessed, and the rest is no name of an attribute (`Ctrl?`) or tells nothing (`III~IV`, of what?).
    """
    head, told = match_view(measure).strip(), match_view(value).strip()
    bare = head.rstrip(" ?")
    named = _ASIDE.sub("", bare)
    of_time = next((slot for slot, pattern in _OF_TIME if pattern.fullmatch(bare)), "")
    whether, asks = bool(_WHETHER.fullmatch(bare)), head.endswith("?")
    fitting = (
        ("cell-dated", _PRICE.fullmatch(bare) or _SO_FAR.fullmatch(bare)),
        ("cell-sign", is_sign(told)),
        ("cell-unasked", any(of.fullmatch(named) and no.fullmatch(told) for of, no in _NO_ANSWER)),
        ("cell-unasked", _NO_KNOWLEDGE.fullmatch(named) or (_STAGE.fullmatch(bare) and not _is_stage(told))),
        ("cell-whether", whether),
        ("cell-status", _STATUS.fullmatch(named) and _IS_STAGE.search(told)),
        ("cell-site", _SITE.fullmatch(named) and not is_time(told)),
        ("cell-need", _NEEDED.fullmatch(named) and _NEED.search(told)),
        (of_time, of_time and _TIME.search(told)),
        ("cell-unasked", of_time or asks or _COUNT_WITH_SHARE.fullmatch(told)),
        ("cell-share", _SHARE.fullmatch(told) and _BEFALLS.fullmatch(bare)),
    )
    return next((slot for slot, fits in fitting if fits), "")


def tells_harm(measure: str) -> bool:
    """Whether an English head names what harm a treatment does (`SAE`)."""
    return bool(_HARM.fullmatch(match_view(measure).strip()))


def is_sign(told: str) -> bool:
    """Whether a cell, in the match view, says yes or no, however often: half of that is guessed."""
    return bool(_YES_NO.fullmatch(told))


def is_time(told: str) -> bool:
    """Whether a cell, in the match view, tells a time."""
    return bool(_TIME.search(told))


def is_price(head: str) -> bool:
    """Whether a head, in the match view, asks what something costs."""
    return bool(_PRICE.fullmatch(head.strip()))


def _is_stage(told: str) -> bool:
    """Whether a cell tells a stage, and by which system: `ARCO I~II`, and not `III~IV`."""
    return bool(_IS_STAGE.search(told)) and not _BARE_GRADE.fullmatch(told)


def compares(measure: str) -> bool:
    """Whether a head tells what compares a drug or an operation: how it acts, what speaks for it."""
    return bool(_COMPARES.match(match_view(measure)))
