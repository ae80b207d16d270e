"""What decides, besides log and time, where a rating leads; kept with every review, for exact replaying."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import Any

# FSRS-6's parameters for a learner who has none of their own yet (py-fsrs `scheduler.py`)
DEFAULT_PARAMETERS = (
    0.212, 1.2931, 2.3065, 8.2956, 6.4133, 0.8334, 3.0194, 0.001, 1.8722, 0.1666, 0.796,
    1.4835, 0.0614, 0.2629, 1.6483, 0.6014, 1.8729, 0.5425, 0.0912, 0.0658, 0.1542,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Preset:
    """How answers are turned into intervals.

    Args:
        parameters: the 21 weights of FSRS-6.
        desired_retention: probability of recall (0 to 1) at which a card falls due.
        learning_steps: seconds between the showings of a new card.
        relearning_steps: seconds between the showings of a forgotten card.
        maximum_interval: days.
        rollover_hour: local hour at which a study day begins (0 to 23).
        utc_offset_minutes: what local time is ahead of UTC at the moment of the answer.
        fuzz_seed: tells one learner's chance from another's; None leaves intervals as they are computed.
        buttons: 4, or 2 when only Again and Good were offered.
        pauses: planned breaks, each as the numbers of its first and last study day (days since 1970).
    """

    parameters: tuple[float, ...] = DEFAULT_PARAMETERS
    desired_retention: float = 0.9
    learning_steps: tuple[int, ...] = (60, 600)
    relearning_steps: tuple[int, ...] = (600,)
    maximum_interval: int = 36500
    rollover_hour: int = 4
    utc_offset_minutes: int = 0
    fuzz_seed: int | None = 0
    buttons: int = 4
    pauses: tuple[tuple[int, int], ...] = ()

    @property
    def preset(self) -> Preset:
        """These values alone, without those that a subclass adds."""
        return Preset(*(getattr(self, name) for name in _NAMES))

    def values(self) -> dict[str, Any]:
        """The values by name, as JSON knows them."""
        return {name: getattr(self, name) for name in _NAMES}

    @classmethod
    def from_values(cls, values: dict[str, Any]) -> Preset:
        """What `values` gave, once it went through JSON."""
        return cls(**{name: _kept(value) for name, value in values.items()})


def _kept(value: Any) -> Any:
    return tuple(_kept(item) for item in value) if isinstance(value, list) else value


_NAMES = tuple(field.name for field in fields(Preset))
