"""Labels in front of a text that something else than a colon parts from it."""

from __future__ import annotations

import re

from sctui.text.numbering import NumberStyle, parse_numbering
from sctui.text.patterns import BRACKETED_LABEL

_NUMBERED = {NumberStyle.DECIMAL, NumberStyle.DOT, NumberStyle.BRACKETS, NumberStyle.HAN_BRACKETS}
# `1.1 星状细胞的活化  星状细胞是…`, as journals set the headings of their smallest sections
_SPACED = re.compile(r"(?P<label>[^。.:：;；,，!！?？]{2,30}?)[ \u3000]{2,}(?=\S.{24,}[。.)）\]］]\s*$)")
# `1.1 一般资料 研究纳入…`, the same in the text of a PDF, where one blank is left
_ONE_BLANK = re.compile(
    r"(?P<label>[\u3400-\u9fffA-Za-z()（）/-]{2,14})[ \u3000](?=[\u3400-\u9fff][^ ].{24,}[。.)）\]］]\s*$)"
)
# `Results. Sixty patients …`
_PART = re.compile(
    r"(?P<label>(?:Background|Introduction|Objectives?|Aims?|Purpose|Rationale|Design|Setting|Methods?|Results?|Findings"
    r"|Conclusions?|Interpretation|Discussion|Comments?|Patients|(?:Patients|Materials?|Subjects) and methods"
    r"|Main outcome measures?))\.\s+(?=[A-Z0-9\"“])",
    re.IGNORECASE,
)
# `目的　观察…`, as abstracts begin their parts without a colon
_OPENED = re.compile(
    r"\s*(?P<label>摘[ \u3000]?要|背景|目的|方法|[结結]果|[结結][论論])[ \u3000]+(?=\S.{24})"
)
_ASKED = re.compile(
    r"\s*(?:问|問|Q\d{0,2})\s?[:：]\s?(?P<label>[^?？。]{2,40}[?？])\s*(?:答|A\d{0,2})\s?[:：]\s*(?=\S)"
)


def run_in_label(text: str) -> re.Match[str] | None:
    """The label that a text begins with, as the group `label`; its match ends where what it labels begins.

    `【目的】观察…`, `问:…? 答:…`, `Results. Sixty …`, and `1.1 title  text` with wide blanks between.
    """
    for pattern in (BRACKETED_LABEL, _ASKED, _PART, _OPENED):
        if match := pattern.match(text):
            return match
    numbering = parse_numbering(text) if " " in text or "\u3000" in text else None
    if numbering is None or numbering.style not in _NUMBERED:
        return None
    spaced = _SPACED.match(text, numbering.end)
    return spaced or (_ONE_BLANK.match(text, numbering.end) if numbering.depth > 1 else None)
