"""How decks are to be exported: what is asked before, one question after the other."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from sctui.i18n import N_, _
from sctui.text.script import Script
from sctui.tui.errands import Exporting
from sctui.tui.screens.ask import AskScreen
from sctui.tui.screens.path import PathScreen, first_folder

if TYPE_CHECKING:
    from textual.screen import Screen

    from sctui.tui.screens.base import DeskScreen

_NOT_IN_NAMES = '/\\:*?"<>|'


class Way(NamedTuple):
    """A way to export."""

    name: str
    suffix: str
    options: tuple[str, ...] = ()


_WAYS = (
    Way(N_("Anki package (.apkg)"), ".apkg"),
    Way(N_("Anki package with what you have learned (.apkg)"), ".apkg", ("--with-history",)),
    Way(N_("Table for Anki (.tsv)"), ".tsv"),
    Way(N_("Markdown, to read (.md)"), ".md"),
    Way(N_("Sheet, to print (.html)"), ".html"),
    Way(N_("JSON, a card a line (.jsonl)"), ".jsonl"),
)
_EVERY_SCRIPT = N_("all scripts, with a switch on each card")


async def asked_export(below: DeskScreen, deck: str | None) -> Exporting | None:
    """Ask, above a screen, how to export a deck, all of them for None; None where a question is left."""
    desk = below.desk
    name = desk.line(deck).replace("::", " › ") if deck else _("All decks")
    way = await _way(below, name)
    script = await _script(below, way, desk.settings.script) if way else ""
    file = await _file(below, f"{_file_name(name)}{way.suffix}") if way and script else None
    if not (way and file):
        return None
    return Exporting(file, (*way.options, f"--script={script}", *([f"--deck={deck}"] if deck else [])))


async def _ask(below: DeskScreen, screen: Screen[str]) -> str:
    answer: Any = await below.app.push_screen_wait(screen)
    return str(answer or "")


async def _chosen(below: DeskScreen, question: str, hint: str, choices: list[str]) -> str:
    return await _ask(below, below.ready(AskScreen).begin(question, hint, choices, only_choices=True))


async def _way(below: DeskScreen, name: str) -> Way | None:
    ways = {_(way.name): way for way in _WAYS}
    return ways.get(await _chosen(below, _("Export: {deck}").format(deck=name), "", list(ways)))


async def _script(below: DeskScreen, way: Way, own: Script) -> str:
    """The value of `--script`; the reader's own stands first."""
    scripts = {_(script.label): str(script) for script in (own, *Script)}
    if way.suffix == ".apkg":
        scripts[_(_EVERY_SCRIPT)] = "all"
    hint = _("The script of questions, answers and topics; quotes stay as they stand in the source.")
    return scripts.get(await _chosen(below, _("Script"), hint, list(scripts)), "")


async def _file(below: DeskScreen, name: str) -> Path | None:
    """Where to write; whether to replace a file that is there is asked as well."""
    suffix, before = Path(name).suffix, first_folder() + name
    while path := await _ask(
        below,
        below.ready(PathScreen).begin_at(_("Write to"), _("A file; Tab completes."), before, new=True),
    ):
        file = Path(path) if path.lower().endswith(suffix) else Path(path + suffix)
        if not file.exists() or await _may_replace(below, file):
            return file
        before = path
    return None


async def _may_replace(below: DeskScreen, file: Path) -> bool:
    replace = _("Replace it")
    asked = _("{name} is there already.").format(name=file.name)
    return await _chosen(below, asked, "", [replace, _("Choose another name")]) == replace


def _file_name(name: str) -> str:
    return "".join("-" if char in _NOT_IN_NAMES else char for char in name.replace(" › ", "-"))
