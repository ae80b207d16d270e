"""What an answer must know of the database, remembered from when its card was asked.

An answer is waited for, so nothing is looked up for it once more where nobody has written since.
"""

from __future__ import annotations

from sctui.store.stamps import DEVICE_BITS

# the last key of all and the number of this device; the key of the card (None: it has none yet) and that of
# the entry that left the card in its state (None: it is new)
Standing = tuple[int, int, int | None, int | None]


class Foreseen:
    """Where the log ends, and where the card stands that was read last.

    Two versions say what we and what others have written. Where both are now what they were before a reading,
    nothing has changed since.
    """

    def __init__(self) -> None:
        self._end = 0
        self._card: str | None = None
        self._standing: Standing = 0, 0, None, None
        self._ours: object = None
        self._others: object = None

    def answered(self, key: int, ours: object, others: object) -> None:
        """An answer is the last entry of the log, with this key."""
        self._end, self._card, self._ours, self._others = key, None, ours, others

    def read(self, card: str, place: tuple[int | None, int | None], ours: object, others: object) -> None:
        """A card's key and its state's entry were read; the versions were these before."""
        is_end_known = ours == self._ours and others == self._others
        self._card = card if is_end_known else None
        self._standing = self._end, self._end & _DEVICE, *place

    def of(self, card: str, ours: object, others: object) -> Standing | None:
        """What an answer to the card must know; None where it is not known, or no longer."""
        if card != self._card or ours != self._ours or others != self._others:
            return None
        return self._standing


_DEVICE = (1 << DEVICE_BITS) - 1
