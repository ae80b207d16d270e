"""Fixed forms of Chinese clauses that state a mechanism without a verb of the lexicon: causes, properties.

Each form is a pattern on the match view of a clause. `s` is the subject where the form names it, `v` the
answer, `m` what is asked for. `disease` forms need a disease to speak of.
"""

from __future__ import annotations

import re

from sctui.facts.mechanisms.form import ADV as _ADV
from sctui.facts.mechanisms.form import Form
from sctui.facts.mechanisms.form import S as _S
from sctui.facts.mechanisms.form import V as _V
from sctui.facts.mechanisms.state_forms import STATE_FORMS

__all__ = ["FORMS", "Form", "forms_in"]

_DEGREE = r"(?:很|极为|极其|十分|非常|有[着著]|具有|起到了?|起着|起|有|是|都|均|也|着)*"


FORMS = (
    Form(
        "achieves",
        "起到|达到",
        re.compile(rf"{_S}(?:起到|达到)(?P<v>[^,;。]{{4,40}})的(?:效果|作用)$"),
        noun=False,
    ),
    Form(
        "secretes",
        "分泌的|释放的",
        re.compile(rf"^(?P<s>[^,;。:]{{2,28}}?)所?(?:分泌|释放)的{_V}等(?P<m>[^,;。的]{{2,8}})$"),
    ),
    Form(  # `X分泌的主要抗炎因子是A`
        "secretes",
        "分泌的|释放的|产生的",
        re.compile(
            rf"^(?P<s>[^,;。:]{{2,28}}?)所?(?:分泌|释放|产生)的(?P<m>(?:主要|关键|核心|最?重要|典型)*的?[^,;。的是有]{{2,12}})(?:主要)?(?:是|为|有|包括){_V}(?:等)?$"
        ),
    ),
    Form(  # `X分泌的抗炎因子以A为代表`
        "typified",
        "为代表",
        re.compile(
            rf"^(?P<s>[^,;。:]{{2,28}}?)所?(?P<m>(?:分泌|释放|产生|放出)的[^,;。的是有以]{{2,12}})以{_V}为代表$"
        ),
    ),
    Form(
        "property",
        "具有|具备|拥有",
        re.compile(
            rf"{_S}(?:是|为)(?:一[种类群])?(?:具有|具备|拥有){_V}的(?P<m>)[^,;。的]{{2,16}}(?:细胞|囊泡|颗粒)$"
        ),
    ),
    Form(  # `X将线粒体转移至Y`, `X向Y转移线粒体`
        "carries",
        "将|把",
        re.compile(
            rf"{_S}{_ADV}(?:将|把)(?:其|自身的?|它们的?)?(?P<v>[^,;。将把]{{2,24}}?)[“\"「『‘']?(?:转移|递送|传递|运送|转运|输送|运输|捐赠|捐|传送|传输|快递|移交|借|送|传|输)[”\"」』’']?"
            r"(?:至|到|给|进入?|入|向)[^,;。]{2,24}$"
        ),
    ),
    Form(
        "carries",
        "向",
        re.compile(
            rf"{_S}{_ADV}向[^,;。]{{2,20}}?(?:转移|递送|传递|运送|转运|输送|运输|捐赠|传送|传输|提供)了?(?:其|自身的?)?(?P<v>[^,;。]{{2,20}})$"
        ),
    ),
    Form(
        "found-in",
        "存在于|分布于",
        re.compile(
            rf"{_S}{_ADV}(?:广泛|普遍)?(?:地|的)?(?:存在|分布)于(?:于)?\s*{_V}(?:等)?(?:多种)?(?:组织|器官)*(?:之?[中内]|当中)?$"
        ),
    ),
    Form(
        "origin",
        "分离|提取|获得|获取",
        re.compile(
            rf"{_S}{_ADV}(?:不仅)?(?:可以?|能够?)?(?:从|由){_V}(?:等)?(?:多种)?(?:组织|器官)*中?(?:分离|提取|获得|获取|分离培养)(?:出来|得到|而来|而得|出)?$"
        ),
    ),
    Form(
        "property",
        "具|拥有",
        re.compile(
            rf"{_S}{_ADV}(?:具有|具备|拥有|具(?!体|有|备))(?:强大的|独特的|良好的|较强的|很强的)?{_V}(?:等)?"
            r"(?P<m>(?:的)?(?:有益|多种|独特的?)?(?:生物学)?(?:特性|特点|能力|功能|潜能|特征|作用|优势))?$"
        ),
    ),
    Form(
        "trait",
        "凭借其|由于其|因其|凭其",
        re.compile(
            rf"{_S}(?:凭借|由于|因|凭)其(?:强大的|独特的)?{_V}(?:等)?(?P<m>(?:的)?(?:有益|多种|独特的?)?(?:特性|特点|能力|功能|潜能))(?=$|,)"
        ),
    ),
    Form(
        "trait",
        "等特性|等特点|等能力|等功能",
        re.compile(r"其(?P<s>)(?:强大的|独特的)?(?P<v>[^,;。的]{4,40}?)等(?P<m>特性|特点|能力|功能)"),
    ),
    Form(
        "cause",
        "引起|导致|造成|诱发|引发|所致",
        re.compile(
            rf"{_S}(?:的(?:发生|发病))?(?:通常|主要|多|常)?(?:是|由是|是主要)?(?:主要)?由(?!于){_V}(?:共同|所|而)?(?:引起|导致|造成|诱发|引发|所致)的?$"
        ),
        disease=True,
    ),
    Form(
        "cause",
        "病因|原因|诱因",
        re.compile(
            rf"{_S}(?:的)?(?:但|已知|确切的?|主要|最常见|常见|根本|最主要)*的?(?P<m>病因|原因|诱因)(?:主要)?(?:是由于|是(?!否)|为|在于|包括|有){_V}(?:等)?$"
        ),
        disease=True,
    ),
    Form(
        "cause",
        "是由于",
        re.compile(rf"{_S}(?<!特征)(?<!特点)(?<!表现)(?:主要)?是由于{_V}(?:导致|引起|造成)[^,;。]+$"),
        disease=True,
    ),
    Form(
        "cause",
        "该病|该疾病|此病|此疾病|这种病|这种疾病",
        re.compile(
            rf"{_S}(?:例如|比如|如)?{_V}(?:等)?(?:都|均)?(?:有)?(?:可能|可)?会?(?:导致|引起|引发|诱发)(?:该|此|这种)(?:病|疾病)(?:的发生)?$"
        ),
        disease=True,
    ),
    Form(
        "feature",
        "特征|机制|表现|病理",
        re.compile(
            rf"{_S}(?:的)?(?P<m>(?:核心|主要|典型|本质|临床|病理|发病)+(?:特征|机制|表现|病理特征|病理|病理改变)|特征)(?:是|为|在于){_V}$"
        ),
        disease=True,
    ),
    Form(
        "feature",
        "特征|特点|改变|变化|表现",
        re.compile(
            rf"{_S}(?:是一种)?以{_V}为(?:主要|典型|特征性|突出|基本)?的?(?P<m>(?:临床|病理|病理学)?(?:特征|特点|改变|变化|表现))(?:的[^,;。]*)?$"
        ),
        disease=True,
    ),
    Form(
        "symptom",
        "丧失|出现|表现为|伴随|伴有",
        re.compile(
            rf"{_S}(?:患者|病人)?的?(?:体内|血清中?|血液中?)?(?:通常|常|往往|多)?(?:会|可能|可)*(?<![未无没])(?<!没有)(?P<m>丧失|出现|表现为|伴随[着著]?|伴有){_V}(?:等(?:症状|表现|并发症|不适|情况)?)?$"
        ),
        disease=True,
    ),
    Form(
        "pathology",
        "紊乱|失调|异常|障碍|缺陷|坏死|纤维化|破坏|失衡",
        re.compile(
            rf"{_S}是(?!由于)(?P<v>(?:患者)?(?:的)?[^,;。]{{4,30}}(?:紊乱|失调|异常|障碍|缺陷|坏死|纤维化|破坏|失衡))$"
        ),
        disease=True,
        noun=False,
    ),
    Form(
        "essential",
        "重要|关键",
        re.compile(rf"{_S}(?:的)?对(?:于)?{_V}(?:来说|而言)?{_DEGREE}(?:至关重要|重要|关键)(?:的?作用|的)?$"),
        noun=False,
    ),
    Form(
        "marker",
        "标志|诱因|原因|病因|前提|并发症|危险因素",
        re.compile(
            rf"{_S}是{_V}(?:等疾病|等)?[后後]?的(?:一个|一种|最)?(?:重要|主要|常见|关键|独立|致命|严重)?(?P<m>标志|诱因|原因|病因|前提|标志物|并发症|危险因素)$"
        ),
    ),
    Form(
        "used-for",
        "用于",
        re.compile(
            rf"{_S}{_ADV}(?:被)?(?<![作来本初])(?<!曾)(?<!曾经)(?<!过去)用于(?P<v>[^,;。的有了哪]{{2,20}}?)$"
        ),
        noun=False,
    ),
    Form(
        "harms",
        "造成|产生",
        re.compile(
            rf"{_S}{_ADV}(?:还|也)?(?:会|可|可能|能)?(?P<v>对[^,;。]{{2,20}}(?:造成|产生)(?:损伤|损害|破坏|影响))$"
        ),
        noun=False,
    ),
    Form(
        "kinds",
        "的",
        re.compile(
            r"(?P<s>)(?P<m>[^,;。:]{4,24}的[^,;。:的]{2,8}?)(?:主要)?(?:有|包括|为)(?P<v>[^,;。]{4,44}?)(?:等)?$"
        ),
    ),
    Form(
        "ways",
        "方法|方式|途径|手段",
        re.compile(
            r"(?P<s>)(?<![^,;。])(?:主要|常用|常见)的?(?P<m>(?:治疗|给药|移植)?(?:方法|方式|途径|手段))"
            r"(?:有|包括|为)(?P<v>[^,;。]{4,44}?)(?:等)?$"
        ),
    ),
    Form(
        "acts-on",
        "作用",
        re.compile(
            rf"{_S}对{_V}(?:均|都|也|还|则)*(?:有|具有|起到|起|发挥)(?:着|了)?(?:很好的|明显的|显著的|一定的|良好的)?(?P<m>抑制|保护|调节|修复|促进|支持)作用$"
        ),
    ),
    Form(
        "changes",
        "使|令|让",
        re.compile(
            rf"{_S}(?:使得?|令|让|可使|能使)(?P<v>[^,;。]{{2,30}}?)\s?(?:得到)?(?:明显|显著|大幅|逐渐|有效|短暂|一过性|过度|异常|持续|深度|彻底|完全|快速|迅速|大量|选择性|重新|有机会|得以|能够?)*(?:地)?"
            r"(?P<m>减少|降低|下降|增加|增多|升高|上升|提高|减轻|缓解|改善|恢复正常|恢复|耗竭|枯竭|耗尽|活化|激活|磷酸化)$"
        ),
    ),
    Form(
        "driven-by",
        "受",
        re.compile(
            rf"{_S}(?:主要)?受(?:到)?{_V}(?:等)?(?:所)?(?:的)?(?P<m>驱动|调控|调节|影响|抑制|刺激|诱导)$"
        ),
    ),
    Form(
        "damages",
        "损伤",
        re.compile(rf"{_S}{_ADV}(?:直接|间接|会|可|能|从而|进而|进一步|显著)损伤(?!了?的)了?{_V}$"),
    ),
    Form(
        "becomes",
        "变成|变为|转成|转为|成熟为",
        re.compile(
            rf"{_S}{_ADV}(?:进一步|逐渐|大量|会)*(?<![改演蜕叛翻转])(?:变成|变为|转成|转为|成熟为)(?!主){_V}$"
        ),
    ),
    Form(
        "origin",
        "源于|来自于|源自|取自|取材于|分离自",
        re.compile(rf"{_S}{_ADV}(?:来源于|来自于|源自于?|源于|起源于|取自|取材于|分离自){_V}$"),
    ),
    Form(
        "changes-how",
        "显著|明显|大幅|逐渐|进一步|快速|部分",
        re.compile(
            r"^(?P<s>[^,;。的]{2,24}?(?:水平|数量|功能|密度|体积|面积|表达|活性|浓度|评分|厚度))(?:也|均|都|则)?"
            r"(?P<v>(?:显著|明显|大幅|逐渐|进一步|快速|部分)(?:地)?(?:恢复|升高|降低|下降|增加|减少|改善|提高|上升|上调|下调|减小|增大|增厚)(?:正常)?)$"
        ),
        noun=False,
    ),
    Form(
        "implies",
        "意味|提示|说明|表明",
        re.compile(rf"{_S}^(?:这|也)?(?:意味[着著]|提示[着著]?|说明了?|表明了?){_V}(?P<m>)$"),
    ),
    Form(
        "binds",
        "结合",
        re.compile(rf"{_S}{_ADV}(?:[与跟]|[和同](?![^,;。]*[与跟])){_V}(?:相)?结合(?:后|,|$)"),
    ),
    Form(
        "role",
        "作用|角色",
        re.compile(
            rf"{_S}{_ADV}在(?![^,。;]{{0,20}}治疗[^中过方]){_V}(?:过程中|中|方面)(?:也|还|都)?(?:发挥|起到|起|扮演|具有)(?:着|了)?(?:[^,;。]{{0,6}}的?)?(?:关键|重要|核心|主要)?的?(?P<m>作用|角色)$"
        ),
    ),
    *STATE_FORMS,
)


_WORDS = sorted({word for form in FORMS for word in form.needs.split("|")}, key=len, reverse=True)
# at each place the longest word; the shorter ones that it begins with stand there as well
_PLACES = re.compile(f"(?=[{''.join({word[0] for word in _WORDS})}])(?=({'|'.join(_WORDS)}))")
_NEEDING = {
    word: frozenset(i for i, form in enumerate(FORMS) if word.startswith(tuple(form.needs.split("|"))))
    for word in _WORDS
}


def forms_in(view: str) -> list[Form]:
    """The forms that may match in a clause, given as its match view."""
    found: set[int] = set()
    for word in _PLACES.findall(view):
        found |= _NEEDING[word]
    return [FORMS[i] for i in sorted(found)]
