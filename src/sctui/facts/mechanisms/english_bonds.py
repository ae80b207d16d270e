"""Forms of English clauses on what things are bound up with, each with words that it cannot do without."""

from __future__ import annotations

import re

_I = re.IGNORECASE
_END = r"(?=,(?!\d)|;|\.(?:\s|$)|$|\s(?:rather than|instead of|but|which|that|because|while|whereas)\s)"
# slot, words of which one is needed, form: `v` is the answer
BONDS = (
    (
        "related",
        (" linked ", " related ", " tied ", " associated ", " connected "),
        re.compile(
            r"\b(?:is|are)\s(?:closely|strongly|tightly|intimately)\s(?:linked|related|tied|associated|connected)"
            rf"\s(?:to|with)\s(?P<v>[^,;.]{{3,60}}?){_END}",
            _I,
        ),
    ),
    (
        "acts-through",
        (" through ", " via ", " by way ", " by means "),
        re.compile(
            r"\b(?:act|work)s?\s(?:(?:mainly|primarily|largely|mostly|chiefly|partly)\s)?"
            rf"(?:through|via|by way of|by means of)\s(?P<v>[^,;.]{{4,70}}?){_END}",
            _I,
        ),
    ),
    (
        "acts-at",
        (" acts on ", " act on "),
        re.compile(rf"\bacts?\son\s(?:the\s)?(?P<v>[^,;.]{{3,60}}?){_END}", _I),
    ),
    (
        "driver",
        (" driver",),
        re.compile(
            r"^(?P<v>[A-Z][^,;.]{3,60}?)\s(?:is|are)\s(?:an?\s|the\s)?(?:key|major|main|central|chief|primary"
            rf"|important|principal)\sdrivers?\sof\s(?:the\s)?(?P<s>[^,;.]{{3,50}}?){_END}"
        ),
    ),
    (
        "mediated-by",
        (" driven ", " orchestrated "),
        re.compile(
            rf"\b(?:is|are)\s(?:[a-z]+ly\s)?(?:driven|orchestrated)\sby\s(?P<v>[^,;.]{{2,60}}?){_END}", _I
        ),
    ),
)
