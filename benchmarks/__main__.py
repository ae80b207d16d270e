"""Run all benchmarks: `python -m benchmarks`, or `make bench`. Names of documents are for `convert`."""

from __future__ import annotations

import sys
from pathlib import Path

from benchmarks import (
    collection,
    convert,
    exam,
    first_frame,
    grade,
    loading,
    merging,
    packages,
    reading,
    scheduling,
    search,
)
from benchmarks.report import show

if __name__ == "__main__":
    show(
        [
            *first_frame.main(),
            *grade.main(),
            *loading.main(),
            *collection.main(),
            *search.main(),
            *scheduling.main(),
            *exam.main(),
            *convert.main([Path(name) for name in sys.argv[1:]]),
            *merging.main(),
            *packages.main(),
            *reading.main(),
        ]
    )
