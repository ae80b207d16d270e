"""The guide says what the program does, and its pictures show Chinese as a terminal does."""

import re
from pathlib import Path

from rich.cells import cell_len

from docs.list_keys import page
from sctui.config import Settings, read_settings
from sctui.tui.actions import of
from sctui.tui.card_text import FLAGS
from sctui.tui.knowledge.record_query import parse

DOCS = Path(__file__).parents[2] / "docs"
GUIDE = (DOCS / "guide.md").read_text("utf-8")
PLACED = re.compile(r'textLength="([\d.]+)"[^>]*>([^<]*[一-鿿][^<]*)</text>')
CELL = 12.2


def test_the_settings_shown_are_all_there_are_with_their_defaults(tmp_path: Path) -> None:
    shown = re.search(r"```toml\n(.*?)```", GUIDE, re.DOTALL)
    assert shown
    config = tmp_path / "config.toml"
    config.write_text(shown[1], "utf-8")
    assert read_settings(config) == Settings(theme="textual-dark")


def test_the_page_on_scheduling_tells_every_other_setting(tmp_path: Path) -> None:
    blocks = re.findall(r"```toml\n(.*?)```", (DOCS / "scheduling.md").read_text("utf-8"), re.DOTALL)
    keys = re.findall(r"^#? ?\[*(\w+)(?: =|\]|\.)", GUIDE + "\n".join(blocks), re.MULTILINE)
    assert set(keys) >= set(Settings.__dataclass_fields__)
    for number, block in enumerate(blocks):
        config = tmp_path / f"{number}.toml"
        config.write_text(block, "utf-8")
        settings = read_settings(config)
        if number == 0:  # the first block shows the defaults
            assert settings == Settings()


def test_the_page_of_keys_is_that_of_the_registry() -> None:
    assert (DOCS / "keys.md").read_text("utf-8") == page()  # made by `make pictures`


def test_every_mark_is_told() -> None:
    for flag, (words, _, _) in FLAGS.items():
        assert re.search(rf"^\| {words} \|.*`{flag}(:…)?` \|$", GUIDE, re.MULTILINE)


def test_every_key_of_the_footer_is_told() -> None:
    for action in of("study"):
        if action.label:
            assert action.key.capitalize() in GUIDE or f"`{action.key}`" in GUIDE


def test_every_screen_of_what_is_known_is_told_with_its_key() -> None:
    for name in ("trials", "compare", "mechanisms", "overview"):
        (action,) = (action for action in of("library") if action.id == f"library.{name}")
        assert f"### {name.capitalize()}: `{action.key}`" in GUIDE


def test_the_searches_shown_are_understood() -> None:
    shown = re.findall(r"`([^`]+)`", GUIDE.split("| typed after")[1].split("A record begins")[0])
    assert shown
    for text in shown:
        query = parse(text)
        assert not query.faults, text
        assert query.tests, text


def test_every_picture_is_there_and_gives_han_characters_two_cells() -> None:
    pictures = re.findall(r"\]\((images/\w+\.svg)\)", GUIDE)
    assert pictures
    for picture in pictures:
        placed = PLACED.findall((DOCS / picture).read_text("utf-8"))
        assert placed
        for length, text in placed:
            assert abs(float(length) - CELL * cell_len(text)) < 0.1
