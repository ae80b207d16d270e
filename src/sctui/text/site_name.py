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
_SIGNS = "|｜_＿-–—·－"


def without_site(title: str) -> str:
    """A title without the names of sites behind it; as it stands when no title would be left.

    A short last part behind ` | ` or `_` is such a name; behind a dash where it ends as names of sites do.
    """
    while len(title) <= _WHOLE and any(sign in title for sign in _SIGNS):
        view = match_view(title)
        found = _ENDS.search(view, _SHORTEST) or _BARRED.search(view, _SHORTEST)
        if not found or not any(map(str.isalpha, title[: found.start()])):
            break
        title = title[: found.start()].rstrip()
    return title
