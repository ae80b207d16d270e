"""What tells one study from another, in a form that does not depend on script, language or wording.

Each facet is read from the slots of a record: numbers through their quantities, names through the lexicon.
A facet with nothing certain in it (a dose whose exponent is lost, `infusion` without a way) is left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from sctui.lexicon.diseases import disease_paths
from sctui.lexicon.lexicon import Lexicon
from sctui.lexicon.term import TermKind
from sctui.model.knowledge import Told
from sctui.records.names import bare, cells_in
from sctui.text import literal
from sctui.text.match_view import match_view
from sctui.text.quantity import Quantity, QuantityKind, quantities

Facet = tuple[str, str]

# the slots that each facet is read from; what a merged record disagrees on is shown from these
SLOTS: dict[str, tuple[str, ...]] = {
    "registry": ("registry",),
    "title": ("title",),
    "name": ("name",),
    "author": ("author",),
    "n": ("n",),
    "studies": ("studies",),
    "year": ("year", "approved", "permitted"),
    "disease": ("condition", "indication"),
    "tissue": ("product", "reviewed", "received", "cell_source"),
    "cell": ("product", "reviewed", "received", "cell_source"),
    "donor": ("donor", "product", "reviewed", "received", "cell_source"),
    "dose": ("dose",),
    "route": ("route",),
    "phase": ("phase",),
    "site": ("site",),
    "brand": ("brand", "trade"),
    "case": ("case",),
    "result": ("outcome", "change", "share", "duration"),
}
_ROMAN = {"i": "1", "ii": "2", "iii": "3", "iv": "4", "ⅰ": "1", "ⅱ": "2", "ⅲ": "3", "ⅳ": "4"}
_ROMAN |= {han: str(number) for number, han in enumerate("一二三四", start=1)} | {
    str(n): str(n) for n in range(1, 5)
}
_PHASE = re.compile(r"iv|i{1,3}|[ⅰⅱⅲⅳ1-4一二三四]")
_PER = re.compile(r"(?:/|每|per\s?)\s?(?P<unit>kg|公斤|千克|kilogram|\d*\s?ml|毫升)")
_VOLUME = re.compile(r"(?P<n>\d+(?:\.\d+)?)\s?(?:ml|毫升)")
_UNSPECIFIC = frozenset({"general"})  # the lexicon's class of `stem cells`, which says nothing
_SPLIT = re.compile(r"[^a-z0-9㐀-鿿]+")


def identity_of(told: Iterable[Told], lexicon: Lexicon, topic: str = "") -> tuple[Facet, ...]:
    """The facets of a record, sorted, each value once.

    Args:
        told: what is told of the study.
        topic: the disease of the heading above it, where no slot names one.
    """
    by_slot: dict[str, list[Told]] = {}
    for one in told:
        by_slot.setdefault(one.slot, []).append(one)
    found: set[Facet] = set()
    for facet, slots in SLOTS.items():
        for slot in slots:
            for one in by_slot.get(slot, ()):
                found.update(_facets(facet, one, lexicon))
    if topic and not any(facet == "disease" for facet, _ in found):
        found.update(("disease", path) for path in diseases(topic, lexicon))
    return tuple(sorted(found))


def _facets(facet: str, told: Told, lexicon: Lexicon) -> Iterator[Facet]:
    text = told.value
    if facet in ("n", "studies"):
        yield from ((facet, f"{q.low:g}") for q in quantities(text)[:1] if q.low)
    elif facet == "year":
        yield from (("year", year) for year in literal.findall(r"(?:19|20)\d\d", text)[:1])
    elif facet == "disease":
        yield from (("disease", path) for path in diseases(text, lexicon))
    elif facet in ("tissue", "cell"):
        yield from _cells(facet, text, lexicon)
    elif facet == "donor":
        yield from (("donor", name) for name in lexicon.words.named("whose", match_view(text)))
    elif facet == "dose":
        yield from (("dose", dose) for dose in doses(text))
    elif facet == "route":
        terms = (mention.term for mention in lexicon.of(TermKind.ROUTE).mentions(text))
        yield from (("route", term.key) for term in terms if term.attributes.get("class"))
    elif facet == "phase":
        yield from (("phase", _ROMAN[p]) for p in _PHASE.findall(match_view(text)))
    elif facet == "result":
        yield from (("result", value) for value in results(text))
    elif bare(text):
        yield (
            facet,
            _SPLIT.sub("", match_view(literal.sub("等.*|et al.*", "", text) if facet == "author" else text)),
        )


def diseases(text: str, lexicon: Lexicon) -> Iterator[str]:
    """Every disease in a text as the path from the general to the special (`糖尿病/1型糖尿病`)."""
    return ("/".join(path) for path in disease_paths(text, lexicon))


def _cells(facet: str, text: str, lexicon: Lexicon) -> Iterator[Facet]:
    tissue, cell = cells_in(text, lexicon)
    if facet == "tissue" and tissue:
        yield "tissue", tissue
    if facet == "cell" and cell and cell.attributes.get("class", "general") not in _UNSPECIFIC:
        yield "cell", cell.attributes["class"]


def doses(text: str) -> Iterator[str]:
    """Doses by number: `1e+06/kg`, `2e+07/20ml`, `5e+07`, `40ml`; none where digits were lost."""
    view = match_view(text)
    for quantity in quantities(text):
        if quantity.kind is QuantityKind.POWER and quantity.low:
            unit = per_what(view[quantity.end :])
            yield f"{quantity.low:g}{f'/{unit}' if unit else ''}"
        elif quantity.kind is QuantityKind.MEASURE and view[quantity.number - 1 : quantity.number] != "/":
            volume = _VOLUME.match(view, quantity.number)
            if volume:
                yield f"{float(volume['n']):g}ml"


def per_what(text: str) -> str:
    """What a dose is per: `kg`, `20ml`, … ; empty when it is told in all."""
    per = _PER.search(match_view(text))
    unit = literal.sub("公斤|千克|kilogram", "kg", per["unit"].replace("毫升", "ml")) if per else ""
    return unit.replace(" ", "")


def results(text: str) -> Iterator[str]:
    """The figures of a result that hardly two studies share: with a decimal, or no round number."""
    for quantity in quantities(text):
        if quantity.low is None or quantity.low != quantity.high or not _is_telling(quantity):
            continue
        unit = "%" if quantity.kind is QuantityKind.PERCENT else ""
        yield f"{quantity.low:g}{unit}"


def _is_telling(quantity: Quantity) -> bool:
    if quantity.kind is QuantityKind.TIME or quantity.low is None:
        return False
    return quantity.low % 1 != 0 or (quantity.low > 10 and quantity.low % 5 != 0)
