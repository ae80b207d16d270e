"""What one run has compiled and leaves for the next, in files beside the compiled modules."""

from __future__ import annotations

import marshal
import sys
import zlib
from pathlib import Path
from typing import Any

from sctui import __version__


def kept_file(name: str) -> Path | None:
    """Where something of this installation is kept; nowhere where Python keeps no compiled modules either."""
    cached = __spec__.cached if not sys.dont_write_bytecode else None
    return Path(cached).with_suffix(f".{name}") if cached else None


def read_kept(file: Path) -> dict[Any, Any]:
    """What stands in a file; nothing for one that is missing, broken, or another interpreter's."""
    try:
        data, head = file.read_bytes(), _head()
        check, body = data[len(head) : len(head) + 4], memoryview(data)[len(head) + 4 :]
        if not data.startswith(head) or zlib.crc32(body).to_bytes(4, "big") != check:
            return {}
        return dict(marshal.loads(body))  # noqa: S302 -- whoever can write it can write modules of ours as well
    except (OSError, ValueError, EOFError, TypeError):
        return {}


def packed(values: dict[Any, Any]) -> bytes:
    """What is to stand in the file for these values; such as `marshal` takes."""
    data = marshal.dumps(values)
    return _head() + zlib.crc32(data).to_bytes(4, "big") + data


def _head() -> bytes:
    """What tells files apart that another version, or another interpreter, has written."""
    return f"sctui {__version__}, {sys.version}, {sys.byteorder}\n".encode()
