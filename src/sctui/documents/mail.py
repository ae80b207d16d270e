"""The head of a mail that was saved as text: who wrote when to whom, and on what."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import takewhile

from sctui.documents.sheet import Sheet
from sctui.model.document import Line, LineKind
from sctui.text.match_view import match_view

_FIELD = re.compile(
    r"(?:from|to|cc|date|sent|reply-to|(?P<subject>subject|主题|主旨)|发件人|寄件者|收件人|收件者|抄送|发送时间|日期|寄件日期)\s*:\s*\S"
)
_FEWEST = 2
_ANSWERS = re.compile(r"(?:(?:re|fwd?|aw|wg|回复|答复|转发)\s*[:：]\s*|\[[^\[\]]{1,20}\]\s*)+", re.IGNORECASE)


def mark_mail(sheet: Sheet) -> None:
    """Class the fields on the first lines of a mail as bylines."""
    views = enumerate(sheet.views)
    fields = [i for i, _ in takewhile(lambda at: not at[1] or _FIELD.match(at[1]), views) if sheet.views[i]]
    if len(fields) >= _FEWEST:
        sheet.mark_all(fields, LineKind.BYLINE)


def subject_of(lines: Iterable[Line]) -> str:
    """What the head of a mail says it is on; empty for no mail."""
    for line in takewhile(lambda line: line.kind in {LineKind.BYLINE, LineKind.BLANK}, lines):
        field = _FIELD.match(match_view(line.text.strip()))
        if field and field["subject"]:
            subject = line.text.strip()[field.end("subject") :].lstrip(" :：")
            return _ANSWERS.sub("", subject, count=1) or subject
    return ""
