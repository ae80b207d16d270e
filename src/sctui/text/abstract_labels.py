"""The labels of a structured abstract on one line: `Background: … Methods: …`, `目的:…方法:…`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

_FEWEST = 3  # labels of one abstract
_LABEL = re.compile(
    r"(?:(?<=^)|(?<=[.。;；!?)\]])\s*)(?=(?:background|introduction|context|objectives?|aims?|purpose|design|setting|participants"
    r"|interventions?|(?:(?:materials?|patients|subjects) and )?methods?|main outcome measures?|measurements?"
    r"|(?:main )?results?|findings|(?:discussion/)?conclusions?|interpretation|funding|trial registration"
    r"|背景|目的|(?:材料|对象|對象|资料|資料)?[与與和]?方法|[结結]果|[结結][论論]|讨论|討論)\s?[:：])",
    re.IGNORECASE,
)


def abstract_parts_of(text: str) -> Sequence[str]:
    """The parts of an abstract, each with its label; the text itself when it is no such abstract."""
    found = list(_LABEL.finditer(text))
    if len(found) < _FEWEST:
        return [text]
    edges = [0, *(match.start() for match in found if match.start()), len(text)]
    parts = (text[start:end].strip() for start, end in pairwise(edges))
    return [part for part in parts if part]
