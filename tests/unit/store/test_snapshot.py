from pathlib import Path

import pytest

from sctui.errors import DamagedError
from sctui.store.database import connect
from sctui.store.snapshot import copy_database, examine, prove, renew_indexes
from sctui.store.store import Store
from tests.small_collection import NOON
from tests.unit.store.answers import FIRST, of


@pytest.fixture
def copy(file: Path, store: Store, tmp_path: Path) -> Path:
    """A copy of a database with a few pages of answers."""
    for number in range(300):
        store.record(of(f"card-{number}", FIRST))
    store.undo(lambda _: True, NOON)
    target = tmp_path / "copy.db"
    copy_database(file, target, durable=False)
    return target


def test_a_copy_is_proved_without_a_byte_of_it_changing(copy: Path) -> None:
    before = copy.read_bytes()
    assert prove(copy, copy, indexes=True) == prove(copy, copy, indexes=False) == examine(copy)
    assert prove(copy, copy, indexes=False).reviews == 300
    assert copy.read_bytes() == before


def test_a_page_that_was_lost_is_found(copy: Path) -> None:
    connection = connect(copy)
    (page,) = connection.execute(
        "SELECT pageno FROM dbstat WHERE name = 'reviews' AND pagetype = 'leaf' LIMIT 1"
    ).fetchone()
    connection.close()
    data = bytearray(copy.read_bytes())
    data[4096 * (page - 1) : 4096 * page] = bytes(4096)
    copy.write_bytes(data)
    for indexes in (True, False):
        with pytest.raises(DamagedError):
            prove(copy, copy, indexes=indexes)
    assert copy.read_bytes() == data


def test_an_index_that_lacks_a_row_is_found(copy: Path) -> None:
    connection = connect(copy)
    connection.execute("PRAGMA writable_schema = ON")
    connection.execute("CREATE INDEX lacking ON reviews (card) WHERE card > 10")
    connection.execute(
        "UPDATE sqlite_schema SET sql = 'CREATE INDEX lacking ON reviews (card)' WHERE name = 'lacking'"
    )
    connection.close()
    with pytest.raises(DamagedError):
        prove(copy, copy, indexes=True)
    before = prove(copy, copy, indexes=False)  # the rows are all there
    renew_indexes(copy)
    assert examine(copy) == before
