"""What is given together, and the name it has from there on: `A和B的结合….这种双重细胞疗法…`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sctui.lexicon.lexicon import Lexicon
from sctui.model.document import Line, Span
from sctui.model.fact import Fact, FactKind
from sctui.text.match_view import match_view
from sctui.text.patterns import HAN

# how far the two may stand apart: they are in neighbouring sentences
_ZH = re.compile(
    r"(?:^|[,;。:])\s*(?P<value>(?P<one>[^,;。:]{2,24})(?:和|与|及|同)(?P<other>[^,;。:的]{2,20})的(?:结合"
    r"|组合|联合(?:应用|使用|治疗|移植)?))"
    r"[^。;]{0,80}[。;,]\s*[这该此]种?(?P<name>[^,;。的这该此]{3,14}(?:疗法|治疗|组合|方案))"
)
_EN = re.compile(
    r"\bthe combination of (?P<value>(?P<one>[a-z][^,;.]{2,50}) (?:and|with) (?P<other>[^,;.]{2,40}?))"
    r"(?=,|\s(?:is|are|was|has|can|may|could|uses?|combines?|exploits?|offers?|provides?|draws?)\s)"
    r"[^.]{0,160}\.\s+this (?P<name>[a-z][a-z -]{5,40}?(?:therapy|treatment|approach|combination))\b"
)
_NAME = r"[^的]*(?:<:agent>|<:subject>)"  # `双重细胞疗法` says of what, `联合疗法` does not


def find_named_combinations(line: Line, things: Lexicon) -> Iterator[Fact]:
    """Facts of the slots `definition` and `combines`: the name of known things that are given together."""
    view = match_view(line.text)
    slot, pattern = ("definition", _ZH) if HAN.search(view) else ("combines", _EN)
    for found in pattern.finditer(view):
        known = all(things.mentions(line.text[slice(*found.span(part))]) for part in ("one", "other"))
        if known and things.words.pattern(_NAME).search(found["name"]):
            yield Fact(
                FactKind.TERM,
                slot,
                line.text[slice(*found.span("name"))],
                line.text[slice(*found.span("value"))],
                Span(line.number, found.start("value"), found.end("name")),
                Span(line.number, *found.span("value")),
            )
