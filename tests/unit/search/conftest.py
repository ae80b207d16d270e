from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from sctui.collection import Collection
from sctui.model.card import CardKind, Note, Source
from sctui.scheduler.settings import StudySettings
from sctui.scheduler.study_day import study_day
from sctui.search.index import CardIndex
from sctui.search.search import CardSearch
from tests.small_collection import NOON, cloze, collection_of

NOTES = {
    "免疫::狼疮": (
        Note(
            "hans",
            CardKind.TRIAL,
            ("疗效", "狼疮"),
            "多少名患者接受了干细胞移植?",
            "22名",
            sources=(Source("sle.md", 42, "共22名患者接受骨髓间充质干细胞移植"),),
            tags=("core",),
        ),
        Note(
            "hant",
            CardKind.TERM,
            ("背景",),
            "何謂幹細胞?",
            "能自我更新的細胞 (CD4⁺)",
            tags=("core-2", "考試"),
        ),
        Note("wide", CardKind.NOTE, ("背景",), "ＭＳＣ的剂量?", "2×10⁷/kg", flags=("damage:lost-exponent",)),
    ),
    "Other": (
        Note("sjogren", CardKind.MECHANISM, (), "Sjögren's syndrome: who named it?", "Henrik Sjögren"),
        Note("choice", CardKind.NOTE, (), "Which one (a or b)?", "this", options=("IL-6", "TNF-α")),
        cloze("gap", 2),
    ),
}
Find = Callable[..., list[str]]


@pytest.fixture
def collection(tmp_path: Path) -> Iterator[Collection]:
    made = collection_of(tmp_path, NOTES)
    yield made
    made.close()


@pytest.fixture
def find(collection: Collection) -> Find:
    return lambda query, order="added", *, downwards=False: found_in(
        collection, query, order, downwards=downwards
    )


def found_in(
    collection: Collection, query: str, order: str = "added", *, downwards: bool = False
) -> list[str]:
    settings = StudySettings()
    index = CardIndex(collection)
    for _ in index.work(NOON, settings):
        pass
    search = CardSearch(index, study_day(NOON, 0, settings.rollover_hour))
    return [index.ids[row] for row in search.find(query, order, downwards=downwards)]
