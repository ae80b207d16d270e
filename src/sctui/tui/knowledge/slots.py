"""The slots of a study record: what a reader calls them, and in which order they are read."""

from __future__ import annotations

from collections.abc import Mapping

from sctui.i18n import N_, _
from sctui.model.knowledge import Record, Told

# heading -> slot -> label; the order is that of reading: what was asked, of whom, how, with which result
GROUPS: Mapping[str, Mapping[str, str]] = {
    N_("The study"): {
        "condition": N_("Disease"),
        "indication": N_("Indication"),
        "product": N_("Product"),
        "cell_source": N_("Cells"),
        "donor": N_("Donor"),
        "brand": N_("Brand"),
        "trade": N_("Trade name"),
        "maker": N_("Maker"),
        "phase": N_("Phase"),
        "design": N_("Design"),
        "type": N_("Kind of work"),
        "n": N_("Participants"),
        "studies": N_("Studies in it"),
        "groups": N_("Groups"),
        "arm": N_("Arm"),
        "arm_size": N_("Arm"),
        "arm_of": N_("Arm"),
        "case": N_("Patient"),
        "age": N_("Age"),
        "sex": N_("Sex"),
        "beside": N_("Given with it"),
        "comparator": N_("Comparator"),
        "dose": N_("Dose"),
        "doses": N_("Doses"),
        "interval": N_("Interval"),
        "course": N_("Course"),
        "route": N_("Route"),
        "followup": N_("Follow-up"),
        "followups": N_("Follow-up"),
        "when": N_("Time point"),
    },
    N_("Results"): {
        "endpoint": N_("Primary endpoint"),
        "outcome": N_("Outcome"),
        "change": N_("Change"),
        "change_word": N_("Change"),
        "share": N_("Share"),
        "count": N_("Patients"),
        "count_of": N_("Patients"),
        "state": N_("State"),
        "effect": N_("Effect"),
        "caused": N_("Effect"),
        "duration": N_("Duration"),
        "risk": N_("Risk"),
        "hazard": N_("Risk"),
        "verdict": N_("Verdict"),
        "proved": N_("Shown"),
        "conclusion": N_("Conclusion"),
    },
    N_("Safety"): {
        "safety": N_("Safety"),
        "adverse": N_("Adverse events"),
        "common_events": N_("Most common"),
    },
    N_("Regulators"): {
        "regulator": N_("Regulator"),
        "approved": N_("Approved"),
        "approved_age": N_("For the age of"),
        "dose_advised": N_("Dose on the label"),
        "interval_advised": N_("Interval on the label"),
        "route_advised": N_("Route on the label"),
        "permitter": N_("Regulator"),
        "permitted": N_("Trials allowed"),
        "pathway": N_("Pathway"),
        "first": N_("First"),
    },
    N_("Publication"): {
        "name": N_("Name of the study"),
        "title": N_("Title"),
        "author": N_("First author"),
        "journal": N_("Journal"),
        "year": N_("Year"),
        "registry": N_("Registry"),
        "site": N_("Site"),
        "sites": N_("Sites"),
        "country": N_("Country"),
        "press": N_("Told by the press"),
    },
}
OTHERS = N_("Also told")
_LABELS = {slot: label for slots in GROUPS.values() for slot, label in slots.items()}
_HEADINGS = {slot: heading for heading, slots in GROUPS.items() for slot in slots}
_ORDER = {slot: place for place, slot in enumerate(_LABELS)}
_SILENT = frozenset({"kind", "topic"})  # these only sort a record


def label(slot: str) -> str:
    """What a slot is called: `Participants` for `n`; a slot not known here goes by its own name."""
    known = _LABELS.get(slot) or _LABELS.get(slot.partition("_")[0])
    return _(known) if known else slot.replace("_", " ").capitalize()


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


def told_in_full(told: Told) -> str:
    """A value with what it is true of: `84%  5-year survival, treated, at 5 years, against 60%, p<0.05`."""
    told_of = [told.measure, told.arm, told.time]
    told_of += [told.interval] if told.interval else []
    told_of += [f"vs {told.versus}"] if told.versus else []
    told_of += [told.p if told.p[:1] in "pP" else f"p {told.p}"] if told.p else []
    rest = ", ".join(part for part in told_of if part)
    return f"{told.value}  {rest}" if rest else told.value
