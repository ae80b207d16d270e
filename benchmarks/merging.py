"""Linking the records of many documents: time for each record at 100, 300 and 1,000 documents.

Documents are made up as a library has them: ten studies each, of a hundred diseases, some of them told by
several documents in other words. Work that grew with the square of the records would take ten times as long a
record at 1,000 documents as at 100. Last measured, by seconds of the processor: 1.0, 1.2 and 1.5 times, 1.1 s
for 1,000.
"""

from __future__ import annotations

from collections.abc import Iterator
from random import Random
from time import process_time

from benchmarks.report import Row
from sctui.model.knowledge import Evidence, Record, Told
from sctui.records.merging import merge_records

_SIZES = (100, 300, 1000)
_STUDIES = 10  # told by each document
_SHARED = 0.2  # of the studies are told by another document as well
_GATE = 2.5  # times as long a record at 1,000 documents as at 100
_RUNS = 3


def main() -> list[Row]:
    """Measure linking and merging at each size; the gate is on the growth of the time for one record."""
    rows: list[Row] = []
    first = 0.0
    for size in _SIZES:
        records = list(_library(size))
        taken = min(_time(records) for _ in range(_RUNS)) / len(records)
        first = first or taken
        joined = len(records) - len(merge_records(records))
        figures = (
            f"{taken * 1e6:.0f} µs a record, {taken * len(records):.2f} s, {joined} of {len(records)} joined"
        )
        gate = _GATE if size == _SIZES[-1] else None
        rows.append(Row(f"merging {size} documents", figures, taken / first, gate))
    return rows


def _time(records: list[Record]) -> float:
    started = process_time()
    merge_records(records)
    return process_time() - started


def _library(documents: int) -> Iterator[Record]:
    chance = Random(documents)  # noqa: S311 -- made-up studies, the same at each run
    told: list[dict[str, str]] = []
    for document in range(documents):
        for number in range(_STUDIES):
            if told and chance.random() < _SHARED:
                study = dict(chance.choice(told))
                study.pop(chance.choice(sorted(study)))  # told in part
            else:
                study = _study(chance)
                told.append(study)
            yield _record(f"{document}.md", number, study)


def _study(chance: Random) -> dict[str, str]:
    disease = f"area{chance.randrange(20)}/disease{chance.randrange(100)}"
    return {
        "n": str(chance.choice((10, 20, 30, 40, 60, chance.randrange(5, 400)))),
        "year": str(chance.randrange(2005, 2026)),
        "disease": disease,
        "tissue": chance.choice(("cord", "marrow", "fat", "amnion", "blood")),
        "cell": "mesenchymal",
        "donor": chance.choice(("autologous", "allogeneic")),
        "dose": f"{chance.choice((1, 2, 5))}e+0{chance.choice((6, 7, 8))}",
        "route": chance.choice(("iv", "local", "intrathecal", "joint")),
        "result": f"{chance.randrange(100, 999) / 10:g}%",
    }


def _record(document: str, number: int, study: dict[str, str]) -> Record:
    told = tuple(
        Told(facet, value, Evidence(document, number + 1, 0, len(value), value))
        for facet, value in study.items()
    )
    return Record(f"{document}-{number}", "trial", told, tuple(sorted(study.items())))
