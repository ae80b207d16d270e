"""Run all benchmarks: `python -m benchmarks`, or `make bench`."""

from __future__ import annotations

from benchmarks import convert, first_frame, grade

if __name__ == "__main__":
    for benchmark in (first_frame, convert, grade):
        benchmark.main()
