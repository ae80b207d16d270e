"""The table of usual characters."""

from sctui.text.usage import character_cost, followers


def test_usual_characters_cost_less() -> None:
    assert character_cost("的") < character_cost("确") < character_cost("痍")


def test_usual_pairs() -> None:
    assert followers("确")["保"] < character_cost("保")
    assert followers("干")["细"] < 3
    assert "痍" not in followers("干")
    assert followers("�") == {}
