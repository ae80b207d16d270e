"""What tells this machine from another one to which its home was copied."""

from __future__ import annotations

import hashlib
from pathlib import Path

from sctui.locations import Home

_BY_CHANCE = 1 << 40  # RFC 9562, 6.10: the multicast bit
_ID = Path("/etc/machine-id")  # machine-id(5)


def fingerprint(home: Home) -> str:
    """The same at every start of this machine with this home; another one for a copy elsewhere."""
    return hashlib.sha256(f"{_machine()} {home.folder.absolute()}".encode()).hexdigest()[:16]


def _machine() -> str:
    try:
        return _ID.read_text("ascii")
    except (OSError, UnicodeDecodeError):
        pass
    import platform  # noqa: PLC0415 -- where it is not needed, nobody waits for it
    import uuid  # noqa: PLC0415 -- as above

    node = uuid.getnode()
    # without a network there is no such number, but one that chance makes anew each time
    return platform.node() if node & _BY_CHANCE else f"{node:x}"
