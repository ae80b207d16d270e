"""The name of a site behind the title of its page: `… | 某某医院`, `…_某某百科`, `… - Some Clinic`."""

from __future__ import annotations

import re

from sctui.text.match_view import match_view

_SHORTEST = 4  # characters of a title that can do without what stands behind it
_WHOLE = 200  # characters of the longest title
_LONGEST = 24  # characters of a site's name
_SURE = r"医院|门诊部?|网站?|官网|频道|论坛|百科(?:全书)?|公众号|hospital|clinic|wikipedia|pubmed"
_SITE = (
    rf"{_SURE}|社区|医学中心|研究院|研究所|大学|学院|科普|新闻|资讯|日报|晚报|时报|健康报|杂志|在线|平台"
    r"|medical center|university|institute|news|journal|magazine|online|health|foundation|society|association"
)
_ENDS = re.compile(
    rf"(?:(?:\s*[|_]\s*|\s+[-–—·]\s+)[^|]{{0,{_LONGEST}}}?(?:{_SITE})|(?<![-–—])[-–—][^-–—\s]{{1,16}}(?:{_SURE}))"
    r"(?:\s?\([^()]{1,12}\))?$"
)
# behind a bar with blanks around it, or an underscore, any short name is that of a site
_BARRED = re.compile(rf"\s+\|\s+[^|,。!?]{{2,{_LONGEST}}}$|(?<=[\u3400-\u9fff?!])_[^_,。!?]{{2,{_LONGEST}}}$")
_NAMED = re.compile(  # a whole line that is the name of a site or a journal
    r".*(?:[^官]网站?|官网|频道|论坛|百科|公众号|社区|专区|博客|部落格|专栏)(?:\s+[a-z][\w-]*\.[a-z.]{{2,6}})?"
    r"|.*\b(?:blog|\w*wiki|\w+pedia)\b.*|.{2,24}\s[—–-]\s.*\b(?:news|magazine|portal)\b.*|.*\s\w[\w-]*\.(?:com|org|net|cn|tw|hk)"
)
# and one of an institute or a meeting, as titles may end, too
_HELD = re.compile(
    rf"[^:]*(?:{_SITE}|中心|年会|大会)"
    r"|.*\b(?:annual|joint|scientific|international) (?:meeting|sessions?|congress|conference)\b.*"
)
_IN_PATH = "»›>/》|｜"
_SIGNS = "|｜_＿-–—·－"


_PATH = re.compile(  # `Home » Heart » …`, `衛教園地 / 傷口中心 / …`, `健康島》…`, `藥師專欄|…`
    r"(?:[^|»›>/。,!?]{2,16}\s+[»›>]\s+){1,4}(?=[^»›>]{8})|(?:[^|»›>/。,!?]{2,16}\s+/\s+){2,4}(?=[^/]{8})"
    r"|[\u3400-\u9fff]{2,6}》(?=\S{6})|[\u3400-\u9fff]{0,6}(?:专栏|频道|专题|讲堂|课堂|科普|新知|健康|专区)\s*\|\s*(?=\S{6})"
)


def without_site(title: str) -> str:
    """A title without the names of sites behind it; as it stands when no title would be left.

    The path to its page, or the name of its column, in front of it is left out as well.

    A short last part behind ` | ` or `_` is such a name; behind a dash where it ends as names of sites do.
    """
    if len(title) <= _WHOLE and any(sign in title for sign in _IN_PATH):
        path = _PATH.match(match_view(title))
        title = title[path.end() :] if path else title
    while len(title) <= _WHOLE and any(sign in title for sign in _SIGNS):
        view = match_view(title)
        found = _ENDS.search(view, _SHORTEST) or _BARRED.search(view, _SHORTEST)
        if not found or not any(map(str.isalpha, title[: found.start()])):
            break
        title = title[: found.start()].rstrip()
    return title


def names_site(line: str, *, on_subject: bool) -> bool:
    """Whether a whole line ends as names of sites do or, without a subject, of institutes and meetings."""
    view = match_view(without_site(line))
    return _NAMED.fullmatch(view) is not None or (not on_subject and _HELD.fullmatch(view) is not None)
