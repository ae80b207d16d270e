"""A kept file in the ways in which it may be of no use."""

from pathlib import Path

SPOILT = ("cut", "changed", "another's", "empty", "a folder", "missing")


def spoil(file: Path, what: str) -> bytes:
    """Spoil a file in one of these ways; gives what stood in it."""
    data = file.read_bytes()
    file.unlink()
    if what == "a folder":
        file.mkdir()
    elif what != "missing":
        changed = data[:-9] + bytes([data[-9] ^ 1]) + data[-8:]
        others = {"cut": data[:-5], "changed": changed, "another's": b"x" + data, "empty": b""}
        file.write_bytes(others[what])
    return data
