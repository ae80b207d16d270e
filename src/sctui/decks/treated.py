"""The people whom a study is told to have treated beside a control group: not all that took part."""

from __future__ import annotations

import re

from sctui.model.fact import Fact
from sctui.text.match_view import match_view

_NUMBER = re.compile(r"\d[\d,]*")
_SENTENCE = re.compile(r"[^。;]*")
_SENTENCE_EN = re.compile(r"(?:[^.;]|\.(?=\d))*")
_DEED = r"[^,。;]{0,12}?(?:移植|输注|注射|治疗|疗法)术?"
_OBJECT = (
    r"对\s?{number}\s?[名例位个]?[^,。;]{{0,20}}?(?:患者|病人|患儿|儿童|女性|妇女|受试者|参与者)"
    r"(?:进行|实施|施行|开展|采用|给予|予以|行)了?(?P<deed>{deed})(?=[,后。;])"
)
_OBJECT_EN = (
    r"\b{number}\s(?:\w+\s)?patients\b[^,.;]{{0,60}}?\b"
    r"(?:received|underwent|were treated with)\s(?P<deed>[^,.;]+)"
)
_CONTROL = re.compile(r"对照组|\bcontrols?(?:\sgroup|\sarm|\spatients)?\b")
# those who were divided are all; a group that is counted tells how many there were
_ALL = re.compile(
    r"随机|分为|分成|分配|分组|对照组[^,。;]{0,4}\d+\s?[名例位]|\d+\s?[名例位][^,。;]{0,8}对照"
    r"|randomi[sz]|divided|assigned|\d+ (?:\w+ )?controls|control group \(n"
)


def deed_beside_control(fact: Fact, line: str) -> str:
    """What was done to the people whom a study's size counts, where a group without it is not counted.

    `对34例患者进行干细胞移植,相比于对照组`: 34 had the transplant, and how many took part is not told.
    Empty where the size is that of the study.
    """
    number = _NUMBER.match(fact.value)
    if fact.slot not in {"n", "made", "made_size"} or number is None:
        return ""
    told = line[fact.evidence.start :]
    view = match_view(told)
    if not _CONTROL.search(view):
        return ""
    for pattern, sentence in ((_OBJECT, _SENTENCE), (_OBJECT_EN, _SENTENCE_EN)):
        found = re.search(pattern.format(number=number[0], deed=_DEED), view)
        said = sentence.match(view, found.start()) if found else None
        if found and said and _CONTROL.search(view, found.end(), said.end()) and not _ALL.search(said[0]):
            return told[slice(*found.span("deed"))].strip()
    return ""
