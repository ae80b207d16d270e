"""Patterns of English mechanism sentences: fixed forms, where objects stop, what leads a clause in."""

from __future__ import annotations

import re

_I = re.IGNORECASE
_END = r"(?=,|;|\.(?:\s|$)|$)"
_LIST_END = r"(?=;|\.(?:\s|$)|$)"
_AUX = (
    r"(?:can|may|might|could|will|would|also|does|do|did|not|has|have|been|is|are|was|were|thus|thereby|then"
    r"|further|[a-z]+ly)"
)
# slot, form: `v` is the answer
FORMS = (
    (
        "feature",
        re.compile(
            r"\b(?:pertains to|refers to|is defined as)\s+(?:the\s+)?"
            rf"(?P<v>[^,;.]{{4,90}}?)(?=\sin\s|{_END})",
            _I,
        ),
    ),
    ("feature", re.compile(rf"\bcharacteri[sz]ed by\s+(?P<v>[^,;.]{{4,110}}?){_END}", _I)),
    (
        "risk",
        re.compile(
            r"\bincreas(?:es?|ing) the risk of\s+(?:[a-z ]{4,30}, (?:including|such as)\s+)?"
            rf"(?P<v>[^;.]{{4,110}}?){_LIST_END}",
            _I,
        ),
    ),
    (
        "property",
        re.compile(
            r"\b(?:shares?|have|has|possess|possesses) the (?:ability|capacity|potential) (?:of|for|to)\s+"
            rf"(?P<v>[^,;.]{{4,80}}?){_END}",
            _I,
        ),
    ),
    (
        "role",
        re.compile(rf"\bplay(?:s|ing|ed)? an? (?:[a-z]+ )?role in (?:the )?(?P<v>[^,;.]{{4,80}}?){_END}", _I),
    ),
)
LEAD_IN = re.compile(
    r"(?:(?:notably|however|moreover|furthermore|additionally|in addition|therefore|thus|currently|recently"
    r"|so far|overall|in contrast|for example|in particular),?\s+"
    r"|[^,;]{0,60}?\b(?:show(?:s|n|ed)?|demonstrate[sd]?|indicate[sd]?|found|report(?:s|ed)?|suggest(?:s|ed)?"
    r"|reveal(?:s|ed)?)\s+that\s+)+",
    _I,
)
# a name, perhaps its short form, then an apposition between commas
APPOSITION = re.compile(
    r"(?P<s>[A-Za-z][^,;.()]{2,60}?)\s*(?:\([^()]*\))?,\s+(?:an?|the|one of)\s[^,;.]{4,80},\s", _I
)
BEFORE_VERB = re.compile(rf"(?:\s*\b{_AUX}\b)+\s*$", _I)
PRONOUN = re.compile(r"(?:it|they|which|that|who|these cells|this therapy|this treatment|and|but|to|)$", _I)
STOP = re.compile(
    r"[;]|\.(?:\s|$)|,\s+(?:which|who|whereas|while|but|suggesting|leading|resulting|leaving|providing|playing|rather"
    r"|thus|thereby)\b|\s(?:by|through|via|rather than|but|which|that|because|while|whereas|when|after)\s",
    _I,
)
CLAUSE_END = re.compile(
    r"[;]|\.(?:\s|$)|,\s+(?:which|who|suggesting|indicating|rather|but|while|whereas)\b|\s(?:but)\s", _I
)
JOINED = re.compile(r"(?:,?\s+and|,)\s+(?:thus |thereby |then |also |further )?$", _I)
NEGATED = re.compile(r"\b(?:(?:does|do|did|can|could|will)\s+not|cannot|never)\s*$", _I)
HEDGED = re.compile(r"\b(?:may|might|could|potential(?:ly)?|possibly|suggest(?:s|ed|ing)?|likely)\b", _I)
FIGURES = re.compile(r"\d+(?:\.\d+)?\s*%|\bp\s*[<=]|\bn\s*=", _I)
# `the most common treatment is X`: X is what the next clause's `it` means
MAIN = re.compile(
    r"\b(?:most common|main|first-line|standard|major|only) \w+ (?:is|are|was) (?P<s>[a-z][^,;.()]{3,50}?)"
    r"\s*(?:\([^()]*\))?(?=[,;.])",
    _I,
)
POINTS = re.compile(
    r"\b(?:it|its|they|their|this|these|those|we|our|stud(?:y|ies)|results?|findings?)\b|[?%]", _I
)
ARTICLE = re.compile(r"(?:the|a|an|both|of|to)\s+", _I)
LOOSE_END = re.compile(r"(?:[\s,;.]+|\s(?:and|or|of|in|with|the|by|to|thus|thereby))$", _I)
BY = re.compile(rf"\s(?:by|through|via)\s+(?P<v>[^,;.]{{4,70}}?)(?=,|\sand\s[a-z]+ing\s|{_END})", _I)
