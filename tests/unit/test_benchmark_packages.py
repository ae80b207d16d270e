from pathlib import Path

from benchmarks.packages import _alone, _prepare


def test_each_case_does_what_it_measures(tmp_path: Path) -> None:
    _prepare(20, tmp_path)
    for name in ("ours", "anki", "anki legacy", "genanki"):
        figures = _alone(name, 20, tmp_path)
        assert figures["seconds"] > 0
        assert figures["bytes"] > 1000
    for name in ("import ours", "import anki"):
        assert _alone(name, 20, tmp_path)["seconds"] > 0
    (deck,) = tmp_path.glob("tmp*/decks/bench.yaml")
    assert deck.read_text(encoding="utf-8").count("- id: anki-") == 20
