"""Lines that tell of the page and not of its subject: when, where, by whom, in which journal it came out."""

from __future__ import annotations

import re

from sctui.documents.sheet import weight
from sctui.text.match_view import match_view
from sctui.text.site_name import without_site

_CLOCK = r"\d{4}\s*[-/.年]\s*\d{1,2}\s*[-/.月]\s*\d{1,2}日?"
_DATED = re.compile(
    rf"(?:.{{0,30}}\s)?{_CLOCK}(?:\s+\d{{1,2}}:\d{{2}}(?::\d{{2}})?)?(?:(?:\s+\S{{1,12}}){{0,3}}|[\u3400-\u9fff]{{4,24}})"
)
_CLOCKED = re.compile(rf".{{0,30}}{_CLOCK}(?:\s+|(?<=日))\d{{1,2}}:\d{{2}}.{{0,40}}")
_MONTH = "(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*"
_MONTH_OF_YEAR = re.compile(r"(?:19|20)\d{2}\s?年\s?\d{1,2}\s?月(?:\s?(?:第\s?\d+\s?期|刊|号))?")
_DAY = re.compile(
    rf"(?:published|accepted|received|updated)?:?\s*(?:\d{{1,2}}\s+{_MONTH}|{_MONTH}\s+\d{{1,2}},?)\s+\d{{4}}(?:\s+\d{{1,2}}:\d{{2}})?"
)
# two authors and more, with the numbers of where they work
_HELD = re.compile(  # `Lisbon, 12-15 October 2022`, below a meeting's name
    r"[a-z .'-]{2,30}(?:,\s[a-z .'-]{2,30})?,\s"
    rf"(?:\d{{1,2}}(?:\s?[-–]\s?\d{{1,2}})?\s{_MONTH}|{_MONTH}\s\d{{1,2}}(?:\s?[-–]\s?\d{{1,2}})?,?)\s\d{{4}}"
)
_HAN_NAMES = re.compile(r"[\u3400-\u9fff]{2,4}[\d*]*(?:\s?[,、]\s?[\u3400-\u9fff]{2,4}[\d*]*)+")
# `王小明 李华 张伟`: with blanks between them words are names when each begins with a surname
_SURNAMES = frozenset(
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪"
    "范金石廖贾夏韦付方白邹孟熊柏纪祝游詹岳翁毕耿焦骆裴冉左洪温安符柴华倪尚童盛章凌鲁卓屈柯管涂蓝甘鲍裘綦宁费殷乔谷舒邢欧阮樊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤丛"
)
# `冯思源1  柏立群1,2  纪 春 和1△`: each with the number of where they work
_NUMBERED_NAMES = re.compile(
    r"(?:[\u3400-\u9fff](?:\s?[\u3400-\u9fff]){1,3}\s?[\d¹²³⁴-⁹][\d¹²³⁴-⁹,*#△▲†‡]*(?:[,、\s]\s*|$)){2,}"
)
_HAN_NAME = re.compile(r"[\u3400-\u9fff]{2,3}[\d*,]*")
_MOST_FOREIGN = 1 / 3  # share of names whose surname is none of these
_AFFILIATION = re.compile(
    r"(?:\d{1,2}\s?|[a-f]\s|[*†‡§]\s?)?(?:the\s)?(?:departments?|divisions?|faculty|school|college|institutes?|cent(?:er|re)s?"
    r"|laborator(?:y|ies)|university|hospital)\s(?:of|for)\s[^,.:?]+(?:,\s[^,:?]+){1,6}"
)
_WORKING_GROUP = re.compile(  # who wrote a guideline
    r"(?:the\s)?(?:[a-z'-]+\s){0,5}"
    r"(?:working (?:group|party)|task force|study group|expert (?:panel|group)|committee)"
    r"(?:\s(?:on|of|for)\s[a-z' -]{3,60})?"
)
_INSTITUTE = re.compile(
    r"(?:\d{4}-\d{2}-\d{2})?[^,。;:!?]{2,40}"
    r"(?:学会|学会[^,]{1,10}分会|学组|协会|委员会|专家组|协作组|医院|大学|学院|研究所|研究院|实验室|编辑部|杂志社)"
    r"|\(.*(?:医院|大学|学院|研究所|研究院|中心)[^()]*\)"
    r"|[^,。;:!?]{0,12}(?:综合|整理|连线|特约)报[导道]"
)
_ADDRESS = r"[^。;:!?]*(?:医院|大学|学院|研究所|研究院|中心|公司|[^,]科|[^,]系)[^。;:!?]{0,24}\d{6}[.)]?"
_POSTAL = re.compile(rf"{_ADDRESS}(?:;\s*{_ADDRESS})*")
_ISSUE = re.compile(
    r"《?[^,。;:!?]{2,20}》?[\s,.]*\d{4}\s?年(?:\s?\d{1,2}\s?月)?[\s,]*(?:第?\s?\d+\s?卷)?[\s,]*第?\s?\d+\s?[期卷].{0,70}"
)
_HAN_ISSUE = re.compile(  # `某某通讯 第88期`, `某某评论 2023; 15(2): 77–84 专题`
    r"[\u3400-\u9fff]{2,16}(?:通讯|杂志|学报|月刊|季刊|周刊|双周刊|专刊|会刊|电子报)\s?[^,。;:!?]{0,12}第\s?\d+\s?[期号].{0,30}"
    r"|[\u3400-\u9fff]{2,20}\s(?:19|20)\d{2}\s?[;,]\s?\d+\s?\(\d+\)\s?:\s?\d+.{0,30}"
)
# `Cell Reports volume 6, Article number: 58 (2021)`, `Lancet. 2018 Sep 29;392(10152):1000-10. doi: 10.1016/…`
_VOLUME = re.compile(
    r"(?=.*(?:article|pages?|number|issue|no\.|\())[a-z][^。:;!?]{2,70},?\s(?:vol\.|volume)\s?\d+.{0,70}"
)
_CITED = re.compile(
    rf"(?:\d{{1,4}}[.)]\s+)?[a-z][^。;!?]{{2,80}}[.,]\s*(?:19|20)\d{{2}}(?:\s+{_MONTH}(?:-[a-z]+)?(?:\s+\d{{1,2}})?)?\s?"
    r"[;:]\s?\d+(?:\s?\([^)]{1,12}\))?(?:\s?:\s?[a-z]{0,2}\d[\w-]*)?(?:[.;]\s?.{0,120})?"
)
_NUMBERED_ISSUE = re.compile(  # `Annals of Something 2023; 12(3): 214-229`
    r"[a-z][^。;!?]{4,80}\s(?:19|20)\d{2};\s?\d+(?:\s?\(\d+\))?:\s?[a-z]?\d+.{0,20}"
)
# `健康 > 新闻 > 新知`, in the first lines
_CRUMBS = re.compile(
    r"(?=.*(?:首页|主页|新闻|资讯|频道|专栏|栏目|百科|健康|位置|问答|\b(?:home|news|health)\b))"
    r"[^>›»。]{1,20}(?:\s?[>›»]{1,2}\s?[^>›»。]{1,20}){2,6}"
    r"|[^>›»▶。]{1,12}(?:\s?[›»▶]\s?[^>›»▶。]{1,12}){3,6}|(?:▶\s?[^▶。,]{1,10}\s*){2,4}"
)
_BY = re.compile(
    rf"(?:by\s+(?=[\u3400-\u9fff])|(?:文|撰文|采访整理|采访|整理|出处|记者|编辑|作者)\s*[/|]).{{0,60}}"
    r"|[【\[(〔]?(?:特约|实习|本报|健康)?(?:记者|编译)\s?[\u3400-\u9fff]{2,8}\s?[/、,]?\s?[\u3400-\u9fff]{0,8}报[导道][】\])〕]?"
    rf"(?:\s?{_CLOCK}.{{0,20}})?"
    rf"|\.?\s*\d{{4}}[\s,]+{_MONTH}.*doi\s*:.*"
    r"|(?:open access|(?:research|review|original|clinical) (?:article|paper|trial)|article)\b"
    r"[^|]{0,30}\|.{1,40}"
)
_ABOUT = re.compile(
    r"\((?:收稿日期|修回日期|本文编辑|责任编辑|编辑)\s*:.{1,40}\)"
    r"|[【\[]\s?(?:关键词|关键字|key\s?words|中图分类号|作者单位)\s?[】\]].+"
    r"|[^,。;:]{0,6}(?:电话|热线|传真|邮编)\s*:\s*[\d(+].*|(?:[咨谘]询|服务|预约|联络)(?:专线|热线|电话)\s*:.+"
    r"|(?:电话|传真|(?:在线)?(?:出版|发表|发布|更新)(?:日期|时间)|引用本文|作者简介|第一作者|e-?mail|issn|pmc?id)\s*:.+"
    r"|(?:有用|有帮助|赞同?|支持|踩|举报)\s?\(\d+\)|[\u3400-\u9fff]{2,4}\s+(?:副?主任|主治|住院)医师(?:\s[^。]{0,60})?"
    r"|(?:上班|服务|门诊|看诊|营业|办公|咨询|挂号)时间\s*:.{1,60}"
    r"|[^。:;!?]{1,24}(?:人气|留言)\s?\(\d.*|(?:关键词|中图分类号)\s+\S.{0,80}"
    r"|(?:浏览|阅读|点击|访问)(?:数|量|次数)\s*:\s*\d[\d,]*|(?:(?:浏览|阅读|点击|点赞|在看|收藏|评论|留言|转发)\s?\d[\d.,]*\s?[万w+]*\s*)+"
    r"|(?:关键词|关键字|key\s?words|中图分类号|文献标[志识]码|文章编号|收稿日期|修回日期|接受日期|基金项目|通讯作者|作者单位"
    r"|原标题|原文标题|责任编辑)\s*:.+"
)
_NAME = r"(?:[A-Z][\w'’.-]*|van|von|der|den|de|da|di|del|la|le|bin|al)"
_NAMES = re.compile(
    rf"{_NAME}(?:\s+{_NAME}){{1,4}}[\d*†‡,\s]*"
    rf"(?:\s*(?:,\s*(?:and\b|&)|,|;|&|\band\b)\s*{_NAME}(?:\s+{_NAME}){{1,4}}(?:\s?[\d*†‡]+,?)*)+"
    r"(?:,?\s*et al)?\s*[.,]?"
)
_WITH_WORKPLACE = re.compile(
    rf"{_NAME}(?:\s+{_NAME}){{1,3}}(?:,\s*{_NAME}(?:\s+{_NAME}){{1,3}})+\.\s+"
    r"[A-Z][^.]*(?:Hospital|University|Institute|College|School|Center|Centre|Department)[^.]*\.?"
)
# `Bee A(1), Cee-Dee BC(1)(2).`
_WITH_INITIALS = r"[A-Z][\w'’-]+(?:\s[A-Z][\w'’-]+)?\s[A-Z]{1,3}(?:\s(?:Jr|Sr|3rd))?(?:\(\d{1,3}\))*[*#†]?"
_SHORT_NAMES = re.compile(rf"{_WITH_INITIALS}(?:[,;]\s+{_WITH_INITIALS})+(?:[,;]?\s+et al)?\.?")
_CHANNEL = re.compile(
    r"[\u3400-\u9fff]{2,8}(?:日报|晚报|时报|早报|频道|网站|论坛|百科|公众号|(?<!通)讯)|[\u3400-\u9fff]{2,6}(?<![联特络元])网"
)
_COLUMN = re.compile(  # in which part of a journal it stands
    r"[·•.]\s*(?:[\u3400-\u9fff]{2,8})\s*[·•.]|(?:短篇)?论著|综述|述评|专家论坛|标准与规范"
)
_SPEAKER = re.compile(
    r"(?:主讲人?|讲者|演讲人|汇报人|报告人|讲师|译者|编译|审校|座长|chairs?|moderators?)\s*:.{1,80}"
)
_MADE = re.compile(  # by whom and when a page was made
    r"(?:供稿|审核|审阅|审稿|撰写|制作单位|(?:文件)?编号|制订日期|修订日期|版本号?|版本日期|最[后近]更新|整理|采写|撰稿)\s*:.{1,80}"
    r"|(?:.{1,24}\s)?(?:字[级号]\s*:|版本号?\s*:|更新于).{1,40}"
    r"|(?:posted |written )?by\s(?!(?:the\s)?(?:day|week|month|year|\d|contrast|comparison|then|now"
    r"|far|design)\b|(?:us|[a-z-]{3,})ing\s[^.]{20,}\.$)[^.!?:;]{2,40}(?:,|\||·|\son\s\d).{0,60}"
    r"|[^.!?;]{0,60}\b\d+\s?min(?:ute)?s?\sread\b.{0,40}"
    r"|(?:health|science|medical|senior|staff)\s(?:correspondent|reporter|editor|writer)"
    r"|(?:中文名|外文名|英文名|别名|又名|别称|(?:英文)?缩写|简称|就诊科室|医学专科|多发群体|传染性)\s+\S.{0,60}"
    r"|(?:[\u3400-\u9fff]{2,4}\s+(?:综述|述评|审校|校对|编译|译|摄|整理)\s*){1,3}"
    r"|(?:clinicaltrials\.gov (?:id|identifier)|sponsors?|collaborators?|last update|study start)\s.{1,60}"
    r"|from\s(?:the\s)?(?:[\w-]+\s){0,3}(?:\w*wiki\w*|\w+p(?:a?e)dia)\b.{0,60}|category:\s[^.!?]{2,60}"
    r"|[^。!?]{1,40}\s(?:撰文|编印|采写|记者|文)\s?[:(][^。!?]{1,30}"
    rf"|(?:更新|日期|时间)\s*:\s*{_CLOCK}.{{0,60}}"
)
_PUBLISHED = re.compile(
    r"(?:first |last )?(?:published|updated|posted)(?: on| online)?:?\s+"
    rf"(?:\d{{1,2}}\s+{_MONTH}|{_MONTH}\s+\d{{1,2}},?)\s+\d{{4}}.{{0,80}}"
)
_AROUND_TITLE = (
    _PUBLISHED,
    _COLUMN,
    _SPEAKER,
    _MADE,
    _NUMBERED_NAMES,
    _POSTAL,
    _ISSUE,
    _HAN_ISSUE,
    _VOLUME,
    _CITED,
    _NUMBERED_ISSUE,
    _CRUMBS,
    _BY,
    _HELD,
    _WORKING_GROUP,
    _HAN_NAMES,
    _AFFILIATION,
)
_SHORT = 40.0


def tells_of_page(view: str) -> bool:
    """Whether a line, wherever it stands, is a moment, or says by a label what the page is (`关键词:…`)."""
    return any(pattern.fullmatch(view) for pattern in (_CLOCKED, _DAY, _ABOUT))


def is_short_names(text: str) -> bool:
    """Whether a text is the names of authors with their initials, as databases have them."""
    return _SHORT_NAMES.fullmatch(text) is not None


def _are_spaced_names(view: str) -> bool:
    names = view.split()
    if len(names) < 2 or not all(map(_HAN_NAME.fullmatch, names)):
        return False
    return sum(name[0] not in _SURNAMES for name in names) <= _MOST_FOREIGN * len(names)


def is_byline(text: str) -> bool:
    """Whether a line, blanks at its ends taken off, is a date, the names of authors, or where they work."""
    view = match_view(text)
    if weight(view) <= _SHORT and (
        _DATED.fullmatch(view)
        or _MONTH_OF_YEAR.fullmatch(view)
        or _CHANNEL.fullmatch(view)
        or _INSTITUTE.fullmatch(without_site(view))
    ):
        return True
    if any(pattern.fullmatch(view) for pattern in _AROUND_TITLE):
        return True
    if is_short_names(text) or _are_spaced_names(view):
        return True
    if _WITH_WORKPLACE.fullmatch(text):
        return True
    return bool(_NAMES.fullmatch(text)) and text.count(",") + text.count(";") + text.count("&") >= 1
