"""A segment: a piece of one device's log as a file that is written once and never changed.

The first line names the format, the SHA-256 of all that follows, and how that is packed; then come the
entries as JSON, compressed, and encrypted where a passphrase is given. A segment that is cut short or changed
is told by its sum.
"""

from __future__ import annotations

import hashlib
import json
import zlib
from dataclasses import dataclass
from typing import Any

from sctui.errors import SyncError
from sctui.i18n import _
from sctui.sync.cipher import Cipher

_FORMAT = b"sctui-segment-1"
_PLAIN, _SEALED = b"plain", b"sealed"


@dataclass(frozen=True, slots=True)
class Segment:
    """The entries with stamps up to `last` that a device gave out under a number; and decks with them."""

    device: str
    sequence: int
    last: int
    entries: list[Any]


class TornError(Exception):
    """A segment that is not whole, or not yet."""


def packed(segment: Segment, cipher: Cipher | None) -> bytes:
    """The file of a segment."""
    text = json.dumps([segment.device, segment.sequence, segment.last, segment.entries], ensure_ascii=False)
    body = zlib.compress(text.encode())
    if cipher:
        body = cipher.seal(body, segment.device)
    mode = _SEALED if cipher else _PLAIN
    return b" ".join((_FORMAT, _sum(mode, body), mode)) + b"\n" + body


def unpacked(data: bytes, cipher: Cipher | None) -> Segment:
    """The segment in a file.

    Raises:
        TornError: when the file is not whole.
        SyncError: when it is encrypted and cannot be read, or of a newer format.
    """
    head, _newline, body = data.partition(b"\n")
    words = head.split(b" ")
    if len(words) == 3 and words[0].startswith(b"sctui-segment-") and words[0] != _FORMAT:
        raise SyncError(_("a newer sctui wrote to the target"), hint=_("Update sctui. Nothing was changed."))
    if len(words) != 3 or words[0] != _FORMAT or _sum(words[2], body) != words[1]:
        raise TornError
    if words[2] == _SEALED:
        if cipher is None:
            raise SyncError(
                _("the target is encrypted"), hint=_("Set SCTUI_SYNC_PASSPHRASE, or use --passphrase.")
            )
        body = cipher.open(body)
    return Segment(*json.loads(zlib.decompress(body)))


def _sum(mode: bytes, body: bytes) -> bytes:
    return hashlib.sha256(mode + b"\n" + body).hexdigest().encode()
