import sqlite3
from contextlib import closing

import pytest

from sctui.store.files import keep_content, read_content


@pytest.mark.parametrize("size", [0, 10, (2 << 20) - 1, 2 << 20, 5_000_000])
def test_a_file_of_any_size_is_given_back(size: int) -> None:
    data = b"".join(number.to_bytes(4, "big") for number in range(size // 4 + 1))[:size]
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.execute("CREATE TABLE contents (sha256 TEXT PRIMARY KEY, data BLOB)")
        digest = keep_content(connection, data)
        assert keep_content(connection, data) == digest
        assert read_content(connection, digest) == data
        assert connection.execute("SELECT count(*) FROM contents").fetchone() == (1,)
