"""What an answer must know of the database, remembered from when its card was asked.

An answer is waited for, so nothing is looked up for it once more where nobody has written since.
"""

from __future__ import annotations

from dataclasses import dataclass

from sctui.store.stamps import DEVICE_BITS

# the last key of all and the number of this device; the key of the card (None: it has none yet) and that of
# the entry that left the card in its state (None: it is new)
Standing = tuple[int, int, int | None, int | None]


@dataclass(slots=True)
class Foreseen:
    """Where the log ends, and where the card stands that was read last.

    A version says what we and what others have written. Where it is now what it was before the reading,
    nothing has changed.
    """

    _end: int = 0
    _end_at: object = None
    _card: str = ""
    _place: tuple[int | None, int | None] = None, None
    _place_at: object = None

    def answered(self, key: int, version: object) -> None:
        """An answer is the last entry of the log, with this key."""
        self._end, self._end_at = key, version

    def read(self, card: str, place: tuple[int | None, int | None], version: object) -> None:
        """A card's key and its state's entry were read; `version` was so before."""
        self._card, self._place, self._place_at = card, place, version

    def of(self, card: str, version: object) -> Standing | None:
        """What an answer to the card must know; None where it is not known, or no longer."""
        if card != self._card or version != self._place_at or version != self._end_at:
            return None
        return self._end, self._end & (1 << DEVICE_BITS) - 1, *self._place
