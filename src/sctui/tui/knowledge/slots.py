"""The slots of a study record: what a reader calls them, and in which order they are read."""

from __future__ import annotations

from collections.abc import Mapping

from sctui.model.knowledge import Record, Told

# heading -> slot -> label; the order is that of reading: what was asked, of whom, how, with which result
GROUPS: Mapping[str, Mapping[str, str]] = {
    "The study": {
        "condition": "Disease",
        "indication": "Indication",
        "product": "Product",
        "cell_source": "Cells",
        "donor": "Donor",
        "brand": "Brand",
        "trade": "Trade name",
        "maker": "Maker",
        "phase": "Phase",
        "design": "Design",
        "type": "Kind of work",
        "n": "Participants",
        "studies": "Studies in it",
        "groups": "Groups",
        "arm": "Arm",
        "arm_size": "Arm",
        "arm_of": "Arm",
        "case": "Patient",
        "age": "Age",
        "sex": "Sex",
        "comparator": "Comparator",
        "dose": "Dose",
        "doses": "Doses",
        "interval": "Interval",
        "course": "Course",
        "route": "Route",
        "followup": "Follow-up",
        "followups": "Follow-up",
        "when": "Time point",
    },
    "Results": {
        "outcome": "Outcome",
        "change": "Change",
        "change_word": "Change",
        "share": "Share",
        "count": "Patients",
        "count_of": "Patients",
        "state": "State",
        "effect": "Effect",
        "caused": "Effect",
        "duration": "Duration",
        "risk": "Risk",
        "hazard": "Risk",
        "verdict": "Verdict",
        "proved": "Shown",
        "conclusion": "Conclusion",
    },
    "Safety": {"safety": "Safety", "adverse": "Adverse events"},
    "Regulators": {
        "regulator": "Regulator",
        "approved": "Approved",
        "approved_age": "For the age of",
        "permitter": "Regulator",
        "permitted": "Trials allowed",
        "pathway": "Pathway",
        "first": "First",
    },
    "Publication": {
        "title": "Title",
        "author": "First author",
        "journal": "Journal",
        "year": "Year",
        "registry": "Registry",
        "site": "Site",
        "sites": "Sites",
        "country": "Country",
    },
}
OTHERS = "Also told"
_LABELS = {slot: label for slots in GROUPS.values() for slot, label in slots.items()}
_HEADINGS = {slot: heading for heading, slots in GROUPS.items() for slot in slots}
_ORDER = {slot: place for place, slot in enumerate(_LABELS)}
_SILENT = frozenset({"kind", "topic"})  # these only sort a record

_OUTCOMES = ("outcome", "change", "share", "count", "effect", "change_word", "caused", "state", "verdict")


def label(slot: str) -> str:
    """What a slot is called: `Participants` for `n`; a slot not known here goes by its own name."""
    return _LABELS.get(slot) or _LABELS.get(slot.partition("_")[0]) or slot.replace("_", " ").capitalize()


def heading(slot: str) -> str:
    """The part of a record under which a slot is shown."""
    return _HEADINGS.get(slot) or _HEADINGS.get(slot.partition("_")[0]) or OTHERS


def in_reading_order(record: Record) -> list[tuple[str, list[Told]]]:
    """What a record tells, under the headings it has something for."""
    parts: dict[str, list[Told]] = {name: [] for name in (*GROUPS, OTHERS)}
    for told in record.told:
        if told.slot not in _SILENT:
            parts[heading(told.slot)].append(told)
    for values in parts.values():
        values.sort(key=lambda told: _ORDER.get(told.slot, len(_ORDER)))
    return [(name, values) for name, values in parts.items() if values]


def main_outcome(first: Mapping[str, Told]) -> Told | None:
    """The result to show for a record of which there is room for one; `first` is its first value by slot."""
    return next((first[slot] for slot in _OUTCOMES if slot in first), None) or first.get("safety")


def told_in_full(told: Told) -> str:
    """A value with what it is true of: `84%  5-year survival, treated, at 5 years, against 60%, p<0.05`."""
    told_of = [told.measure, told.arm, told.time]
    told_of += [f"vs {told.versus}"] if told.versus else []
    told_of += [told.p if told.p[:1] in "pP" else f"p {told.p}"] if told.p else []
    rest = ", ".join(part for part in told_of if part)
    return f"{told.value}  {rest}" if rest else told.value
