"""What a package tells Anki of a card's memory."""

import json

from sctui.model.preset import Preset
from sctui.model.review import MemoryState, Rating
from sctui.scheduler.fsrs6 import review
from sctui.transfer.learned import learned

AT = 1_750_000_000_000


def test_how_steeply_a_card_is_forgotten_goes_along() -> None:
    """Anki takes the curve of FSRS-5 for a card that does not say; the last of our parameters is that of FSRS-6."""
    usual = Preset()
    steep = Preset(parameters=(*usual.parameters[:-1], 0.4567))
    for preset, decay in ((usual, 0.154), (steep, 0.457)):
        state = review(MemoryState("a"), Rating.EASY, AT, preset)
        data = json.loads(learned(["a"], {"a": state}, {}, [], preset, AT).standings["a"].data)
        assert data["decay"] == decay
        assert data["dr"] == preset.desired_retention
