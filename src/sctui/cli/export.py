"""`sctui export`: decks as an Anki package, as text for Anki or people, or one card a line as JSON."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

import click

from sctui.cli.choosing import chosen_decks
from sctui.cli.main import Context
from sctui.cli.progress import Bar, followed
from sctui.decks.atomic_file import write_atomically
from sctui.decks.in_script import deck_in_script
from sctui.decks.jsonl import card_lines
from sctui.decks.library import LoadedDeck
from sctui.decks.values import shown
from sctui.i18n import N_, _
from sctui.model.deck import Deck
from sctui.text.plural import counted
from sctui.text.printable import one_line, printable
from sctui.text.script import Script

_FORMATS = ("jsonl", "apkg", "tsv", "markdown", "html")
_ALL = "all"  # scripts
_SUFFIXES = {"md": "markdown", "htm": "html"} | {name: name for name in _FORMATS}


@click.command()
@click.option(
    "--decks",
    metavar="DIR",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="Export the decks in this folder (default: the bundled decks and your own).",
)
@click.option(
    "--deck",
    "names",
    metavar="NAME",
    multiple=True,
    help="Only this deck and those below it; can be given again.",
)
@click.option("--format", "kind", type=click.Choice(_FORMATS), help="Default: what the name of FILE says.")
@click.option(
    "--script",
    type=click.Choice([*(script.value for script in Script), _ALL]),
    default=Script.AS_WRITTEN.value,
    show_default=True,
    help="The script of questions, answers and topics; quotes stay as they stand in the source. `all` gives"
    " an Anki package every script, and its cards a switch (a tap, or the key z).",
)
@click.option(
    "--with-history",
    is_flag=True,
    help="Give an Anki package what you learned as well: reviews, memory, due dates, suspended and flagged.",
)
@click.option(
    "--output", "-o", metavar="FILE", type=click.Path(path_type=Path), help="Default: standard output."
)
@click.pass_obj
def export(
    context: Context,
    decks: Path | None,
    names: tuple[str, ...],
    kind: str | None,
    script: str,
    output: Path | None,
    *,
    with_history: bool,
) -> None:
    """Write cards for Anki (-o FILE.apkg or .tsv), to read (.md), to print (.html), or as JSON lines.

    Import package or table again after an update: notes are updated in place and keep their history.
    What you learned stays with you, unless you say --with-history: a deck to share carries no one's reviews.
    """
    kind = _kind(kind, output)
    if with_history and kind != "apkg":
        raise click.UsageError(_("what you learned goes into Anki packages alone: -o FILE.apkg"))
    if script == _ALL and kind != "apkg":
        raise click.UsageError(_("all scripts go into Anki packages alone: -o FILE.apkg"))
    wanted = Script.AS_WRITTEN if script == _ALL else Script(script)
    with Bar(1, ("decks", "cards"), N_("Exporting")) as bar:
        bar.begin(output.name if output else "")
        bar.step("decks", 0, 1)
        chosen = chosen_decks(context.home.library if decks is None else (decks,), names)
        shown_decks = list(
            followed((deck_in_script(one.deck, wanted) for one in chosen), len(chosen), "decks", bar.step)
        )
        if kind == "apkg" and output is not None:
            from sctui.cli.export_package import export_package  # noqa: PLC0415 -- what is written loads when asked

            export_package(
                context.home,
                chosen,
                shown_decks,
                output,
                with_history=with_history,
                all_scripts=script == _ALL,
                progress=bar.step,
            )
        else:
            if kind == "markdown" and output is not None:
                from sctui.cli.pictures import with_pictures_beside  # noqa: PLC0415 -- as above

                shown_decks = with_pictures_beside(chosen, shown_decks, output)
            _write(_as_text(kind, shown_decks, chosen), output)
    if output is not None:
        cards = sum(1 for deck in shown_decks for _ in deck.cards())
        count = f"{counted(cards, 'card')}, {counted(len(shown_decks), 'deck')}"
        click.echo(one_line(f"{output}: {count}"), err=True)


def _as_text(kind: str, decks: Sequence[Deck], loaded: Sequence[LoadedDeck]) -> str:
    if kind == "tsv":
        from sctui.anki.tsv import tsv  # noqa: PLC0415 -- what is written loads when it is asked for

        return tsv(decks)
    if kind == "markdown":
        from sctui.decks.markdown_cards import markdown_cards  # noqa: PLC0415 -- see above

        return markdown_cards(decks)
    if kind == "html":
        from sctui.cli.pictures import pictures_of  # noqa: PLC0415 -- see above
        from sctui.decks.sheet import sheet  # noqa: PLC0415 -- see above

        return sheet(decks, pictures_of(loaded))
    return "".join(line for deck in decks for line in card_lines(deck))


def _kind(given: str | None, output: Path | None) -> str:
    suffix = output.suffix.lstrip(".").lower() if output else "jsonl"
    kind = given or _SUFFIXES.get(suffix)
    if kind is None:
        raise click.UsageError(
            _("name the file .jsonl, .apkg, .tsv, .md or .html, or give --format; not {output}").format(
                output=shown(str(output))
            )
        )
    if kind == "apkg" and output is None:
        raise click.UsageError(_("an Anki package needs a file: -o FILE.apkg"))
    return kind


def _write(text: str, output: Path | None) -> None:
    if output is not None:
        write_atomically(output, text.encode())
        return
    if sys.stdout.isatty():  # what stands in a card must not be obeyed by the terminal
        text = printable(text)
    sys.stdout.buffer.write(text.encode())
    sys.stdout.buffer.flush()
