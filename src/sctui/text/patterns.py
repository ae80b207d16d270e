"""Patterns that several stages read by, so that they agree on what a heading, a citation or a letter is."""

from __future__ import annotations

import re

HAN = re.compile(r"[\u3400-\u9fff]")
LATIN = re.compile(r"[a-z0-9.+-]+")  # a Latin word or number in the match view
CITATION = re.compile(r"[\[［]\s*\d[\d\s,，、;–-]*[\]］]")  # `[4,23,25,]`
SENTENCE_END = re.compile(r"[。；;.!！?？:：”\"）)\]】]$")
BARS = "|｜│┃║"  # between the cells of a table's row
SIGNS = "●○■□◆◇▪▶►➢➤‣⦁◎★☆※"  # that stand before headings as well as before items
BRACKETED_LABEL = re.compile(  # `【目的】观察…`, but no agency before its news
    r"[*\s]*【(?P<label>[^【】]{2,12})(?<!报道)(?<!报导)(?<!讯)(?<!电)】\s*(?=[^\s】:：*])"
)
MARKDOWN_HEADING = re.compile(r"\s{0,3}(?P<marks>#{1,6})\s+(?P<title>\S.*?)(?:\s+#+)?\s*")
MARKDOWN_FENCE = re.compile(r"\s{0,3}(?:```|~~~)")
# in the match view: `1. Journal. 2020 Aug;8(8):1-9. doi: …`, above an abstract in a database's list
CITED_ABSTRACT = re.compile(r"\d{1,4}\.\s+[a-z].{1,100}\.\s*(?:19|20)\d{2}\b.{0,20}(?:[;:.]|doi)")
