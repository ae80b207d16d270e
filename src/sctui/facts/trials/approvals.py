"""Approvals of products: the product, the authority, the maker, and what it may be used for."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sctui.facts.trials.english_approvals import AUTHORITY, IN_A_COUNTRY, NOT_SOLD, english_approvals
from sctui.facts.trials.phrases import cell_phrases
from sctui.facts.trials.setting import Found, years
from sctui.facts.trials.statement import Statement
from sctui.text import literal
from sctui.text.patterns import HAN

_REGULATOR = re.compile(
    r"(?:美国)?(?:食品药品监督管理局\s?\(fda\)|fda)"
    r"|(?:中国)?国家药品监督管理局(?:药品审评中心(?:\(cde\))?)?|(?:国家)?药监局|nmpa|\bema\b"
    r"|欧洲药品管理局|欧盟委员会|药品审评中心(?:\s?\(cde\))?|日本厚生劳动省|厚生劳动省|pmda"
    r"|韩国食品药品安全部|mfds|卫生福利部|卫福部|食药署|tfda"
)
_PRODUCT = (
    r"(?P<a>[一-鿿]{2,12}(?:注射液|混悬液|冻干粉)(?:\(商品名[:：][^()]{1,16}\))?)"
    r"|“(?P<b>[^“”]{4,24}(?:注射液|<:agent.zh>|疗法))”"
    r"|(?:疗法|药物|产品|药品|批准了?(?:[^,。;]{1,20}?(?:公司|制药|生物|药业)的?|[一-鿿]{1,8}的)?"
    r"|approved)\s?(?!fda)(?P<c>[a-z][a-z-]{3,20}(?![a-z-])\??(?:®|™)?\s?(?:\([a-z][a-z0-9-]{4,40}\))?)"
    r"(?!\s?(?:公司|制药|生物|药业))"
    r"|[“「『](?P<d>[^“”「」『』,。]{2,16})[”」』](?=\s?(?:\((?:商品名|学名|[a-z])|附条件|有条件|治疗|用于|上市|[,。;]))"
)
_MAKER = re.compile(
    r"(?:^|[,。的由]|准许|批准)"
    r"(?P<maker>(?!由|附)(?:[一-鿿]{2,20}|[a-z][a-z .-]{2,24}?)\s?(?:公司|制药|生物|药业))"
    r"(?=的|研发|自主|开发|生产|申报)"
)
_APPLICANT = re.compile(
    r"(?:申报|研发|生产|申请|持有)(?:企业|公司|单位|机构|方|商|厂家|人)(?:为|是|:)\s?(?P<maker>[^,。;:]{3,30}(?:公司|生物|制药|药业|集团|研究院|研究所))"
)
_INDICATION = re.compile(
    r"(?:适应[症证]|适应病症|适用(?:人群|对象|范围))(?:为|是|包括|:)+\s?“?(?P<for>[^“”。;]{3,60}?)(?:”|$|[。;])"
)
_USED_FOR = (
    r"(?:用于治疗|用于|适用于(?:治疗)?)\s?(?P<for>[^,。;“”]{2,40}?(?:病|症|炎|征|衰竭|障碍|瘤|损伤"
    r"|<:ill.zh>)[^,。;“”]{0,10}?)(?:$|[,。;])"
)
_TRADE = re.compile(
    r"(?:商品名|商品名称|品牌名)(?:为|是|叫|:)?\s?[“\"「]?(?P<trade>[a-z][a-z0-9-]{2,24}|[^()“”\"「」,。;:的]{2,16})"
)
_KIND = re.compile(r"(?:附条件|有条件)(?:批准|上市|许可)|加速批准|紧急使用授权")  # what was granted
# how the application was reviewed
_REVIEW = re.compile(r"加速审批(?:程序)?|优先审评(?:审批)?(?:程序)?|突破性(?:疗法|治疗药物)认定")
_FIRST = re.compile(
    r"(?P<first>(?:全球|我国|国内|中国|台湾|香港|亚洲|欧洲|欧盟|日本|韩国|全国|美国|fda批准的|世界)?(?:首款|首个|第一款|第一个)[^,。;:“”]{4,30})"
)

# any authority, and what it does, by which a sentence on an approval is known
_AUTHORITY = re.compile(
    r"(?=[药欧厚食卫cefhmnpstu])(?:fda|卫生福利部|卫福部|食药署|卫生主管机关|药品监督管理局|药监局|nmpa|cfda|\bema\b|欧洲药品管理局|欧盟委员会|厚生劳动省|pmda"
    rf"|食品药品安全部|mfds|cde\b|{AUTHORITY})"
)
_APPROVED = re.compile(
    r"批准|获批|批件|准许|核准|核可|核予|核发|(?:附条件|有条件|上市)许可|\bapprov(?:ed|al)\b"
    r"|\bcleared by (?:the )?(?:u\.?s\.? )?fda\b"
)
_APPLIED = re.compile(  # what is hoped for, and not given yet
    r"(?:申请|申报|递交|提交|寻求|争取|有望|预计|期待|等待|尚待|拟|计划(?!获|经|已|通过|于)|未|不)[^,。;]{0,20}(?:批准|获批|上市|许可|核准)"
    r"|\b(?:appl(?:y|ied|ies|ying)|fil(?:ed|ing)|seek\w*|sought|await\w*|pending|hop\w+)\b[^,.;]{0,40}\bapprov(?:ed|al)\b"
)

_QUOTED = re.compile("[“「『][^“”「」『』]{2,20}[”」』]")
_TAKEN_BACK = re.compile(
    r"\b(?:authori[sz]ation|approval|licen[cs]e)\b[^.]{0,40}\b(?:withdrawn|revoked|refused|suspended)\b"
    r"|\bwithdr(?:ew|awn)\b[^.]{0,40}\b(?:market|authori[sz]|approval)"
)


def tells_approval(statement: Statement, *, dated: bool) -> bool:
    """Whether a sentence tells that somebody allowed a product to be sold; `dated` where it says when."""
    if not _APPROVED.search(statement.view):
        return False
    view = _APPLIED.sub("", statement.view)
    allowed = _AUTHORITY.search(view) or literal.search("上市|批准了|核准", view) or IN_A_COUNTRY.search(view)
    known = dated or cell_phrases(statement) or any(years(statement)) or _QUOTED.search(view)
    return bool(_APPROVED.search(view) and allowed and known and not NOT_SOLD.search(view))


def tells_refusal(statement: Statement) -> bool:
    """Whether a sentence tells that an authority did not, or not yet, let a product be sold."""
    view = statement.view
    return bool((_AUTHORITY.search(view) and NOT_SOLD.search(view)) or _TAKEN_BACK.search(view))


def approvals(statement: Statement) -> Iterator[Found]:
    """What a sentence on an approval says; values that touch lost characters are refused later."""
    if not HAN.search(statement.text):
        yield from english_approvals(statement)
        return
    view = statement.view
    regulator = _REGULATOR.search(view)
    if regulator:
        yield Found("regulator", statement.start + regulator.start(), statement.start + regulator.end())
    product = statement.words.pattern(_PRODUCT).search(view)
    if product:
        group = next(name for name in "abcd" if product[name])
        start = statement.start + product.start(group)
        cut = (
            literal.match(r".*(?:公司|生物|制药|研发的?|批准了?|的)(?=[^的])", product[group])
            if group == "a"
            else None
        )
        yield Found("brand", start + (cut.end() if cut else 0), statement.start + product.end(group))
    applicant = _APPLICANT.search(view)
    maker = None if applicant else _MAKER.search(view)
    if applicant:
        begin, end = applicant.span("maker")
        yield Found("maker", statement.start + begin, statement.start + end)
    if maker:
        at = literal.match(
            r"(?:.*(?:管理局|药监局|厚生劳动省|福利部|委员会|食药署|fda|ema|部))?(?:附条件|有条件)?(?:批准|核准"
            r"|准许)了?",
            maker["maker"],
        )
        yield Found(
            "maker",
            statement.start + maker.start("maker") + (at.end() if at else 0),
            statement.start + maker.end("maker"),
        )
    indication = _INDICATION.search(view) or statement.words.pattern(_USED_FOR).search(view)
    if indication:
        told = literal.sub("的(?:[^,。;的]{0,6})?(?:疗法|药物|药品|产品|注射液|制剂)$", "", indication["for"])
        begin = statement.start + indication.start("for")
        yield Found("indication", begin, begin + len(told))
    trade = _TRADE.search(view)
    if trade and product is None:  # a product told by its trade name alone
        yield Found("brand", statement.start + trade.start("trade"), statement.start + trade.end("trade"))
    elif trade:
        yield Found("trade", statement.start + trade.start("trade"), statement.start + trade.end("trade"))
    for slot, pattern in (("pathway", _KIND), ("review_path", _REVIEW)):
        if way := pattern.search(view):
            yield Found(slot, statement.start + way.start(), statement.start + way.end())
    first = _FIRST.search(view)
    if first:
        yield Found("first", statement.start + first.start("first"), statement.start + first.end("first"))
