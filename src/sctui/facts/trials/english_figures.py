"""How figures are written in English results, as parts of patterns."""

from __future__ import annotations

import re

_SIGN = r"(?:[-\u2010-\u2015\u2212+]\s?)?"
NUMBER = rf"(?:{_SIGN}\d[\d,]*(?:[.·]\d+)?(?:\s?(?:±|\+/-)\s?\d+(?:[.·]\d+)?)?)"
UNIT = (
    r"(?:(?:\s?%|\s(?:percentage\s)?points?\b|[\s-]?(?:mm\s?hg|met(?:re|er)s?|feet|seconds?|percent|mg|kg|g|mm|cm|km|m|ml|l|ng|pg|µg|μg|iu|ms|db"
    r"|beats|units?|cells|letters"
    r"|episodes|months?|years?|weeks?|days?|hours?|minutes?|fold)\b)"
    r"(?:/\w+(?:\.\d+)?|\sper\s(?:[\d.,]+\s)?[a-z][\w-]*|\sa\s(?:day|week|month|year)\b)*"
    r"|\sper\s(?:[\d.,]+\s)?[a-z][\w-]*)"
)
FIGURE = rf"(?:{NUMBER}{UNIT}?(?![\w.]*\d))"
SHARE = rf"(?:{NUMBER}\s?%)"
BASELINE = r"(?:\s(?:at baseline|before (?:the )?(?:treatment|therapy|infusion|injection)))"
FROM_TO = re.compile(rf"(?:from\s)?{NUMBER}{UNIT}?(?:\s?\([^()]*\))?{BASELINE}?\sto\s{NUMBER}{UNIT}?")
BRACKET = r"(?:\s?[(\[][^()\[\]]*[)\]])"
TIME = (
    r"(?:\s(?:at|by)\s(?:(?:week|month|day|year)s?\s\d{1,3}"
    r"|(?:\d{1,3}|one|two|three|four|five|six|nine|twelve)\s(?:weeks?|months?|days?|years?))\b)"
)
VERSUS = r"(?:vs\.?|v\.?|versus|(?:as\s)?compared\s(?:with|to)|against)"
P_VALUE = re.compile(r"\bp\s?(?:value\s?)?[<>=≤≥]\s?0?[.·]\d+")
AMOUNT = (
    r"(?:(?:an?\s)?(?:mean|average|median|total)\s(?:of\s)?|an?\s|about\s|approximately\s"
    r"|around\s|nearly\s|only\s)*"
)
# `improved by a point in 50% of patients`: true of these alone, and how many they are is no score
OF_SOME = re.compile(r"\s(?:in|among)\s(?:about\s|only\s)?\d+(?:\.\d+)?(?:\s?%)?\sof\s")
