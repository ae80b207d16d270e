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
    from textual.app import App
    from textual.screen import Screen

    from sctui.tui.desk import Desk

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


async def asked_export(app: App[None], desk: Desk, deck: str | None) -> Exporting | None:
    """Ask how to export a deck, all of them for None; gives None where the learner leaves a question."""
    name = desk.line(deck).replace("::", " › ") if deck else _("All decks")
    way = await _way(app, name)
    script = await _script(app, way, desk.settings.script) if way else ""
    file = await _file(app, f"{_file_name(name)}{way.suffix}") if way and script else None
    if not (way and file):
        return None
    return Exporting(file, (*way.options, f"--script={script}", *([f"--deck={deck}"] if deck else [])))


async def _ask(app: App[None], screen: Screen[str]) -> str:
    answer: Any = await app.push_screen_wait(screen)
    return str(answer or "")


async def _way(app: App[None], name: str) -> Way | None:
    title = _("Export: {deck}").format(deck=name)
    ways = {_(way.name): way for way in _WAYS}
    return ways.get(await _ask(app, AskScreen(title, choices=list(ways), only_choices=True)))


async def _script(app: App[None], way: Way, own: Script) -> str:
    """The value of `--script`; the reader's own stands first."""
    scripts = {_(script.label): str(script) for script in (own, *Script)}
    if way.suffix == ".apkg":
        scripts[_(_EVERY_SCRIPT)] = "all"
    hint = _("The script of questions, answers and topics; quotes stay as they stand in the source.")
    return scripts.get(await _ask(app, AskScreen(_("Script"), hint, list(scripts), only_choices=True)), "")


async def _file(app: App[None], name: str) -> Path | None:
    """Where to write; whether to replace a file that is there is asked as well."""
    suffix, before = Path(name).suffix, first_folder() + name
    while path := await _ask(app, PathScreen(_("Write to"), _("A file; Tab completes."), before, new=True)):
        file = Path(path) if path.lower().endswith(suffix) else Path(path + suffix)
        if not file.exists() or await _may_replace(app, file):
            return file
        before = path
    return None


async def _may_replace(app: App[None], file: Path) -> bool:
    replace = _("Replace it")
    asked = _("{name} is there already.").format(name=file.name)
    choices = [replace, _("Choose another name")]
    return await _ask(app, AskScreen(asked, choices=choices, only_choices=True)) == replace


def _file_name(name: str) -> str:
    return "".join("-" if char in _NOT_IN_NAMES else char for char in name.replace(" › ", "-"))
