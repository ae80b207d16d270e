"""Carry out what is planned for decks, as the command line does in one act with its journal."""

from collections.abc import Mapping
from pathlib import Path

from sctui.decks.atomic_file import write_together
from sctui.decks.merge import MergeReport, plan_decks
from sctui.model.deck import Deck, Origin
from sctui.pipeline import Conversion, plan


def write(
    conversion: Conversion, file: Path, decks: Path, others: Mapping[str, Origin] | None = None
) -> MergeReport:
    """Do what `sctui.pipeline.plan` says."""
    report, files = plan(conversion, file, decks, others)
    write_together(files)
    return report


def write_decks(folder: Path, decks: Mapping[str, Deck]) -> MergeReport:
    """Do what `sctui.decks.merge.plan_decks` says."""
    report, files = plan_decks(folder, decks)
    write_together(files)
    return report
