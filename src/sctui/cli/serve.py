"""`sctui serve`: the app in a browser, on this machine; elsewhere only for those who know a token."""

from __future__ import annotations

import ipaddress
import secrets

import click

from sctui.cli.main import Context
from sctui.errors import SctuiError
from sctui.i18n import N_, _

_PORT = 8000


class ServeError(SctuiError):
    """The app cannot be served."""

    title = N_("Serve")


@click.command(short_help="Use the app in a browser.")
@click.option("--port", type=click.IntRange(1, 65535), default=_PORT, show_default=True, help="Port.")
@click.option(
    "--address",
    metavar="IP",
    default="127.0.0.1",
    show_default=True,
    help="Address to listen on. Any other than this machine's own asks for a token.",
)
@click.option(
    "--token",
    metavar="TEXT",
    help="What a browser must know; one is made where it is needed and none is given.",
)
@click.pass_obj
def serve(context: Context, port: int, address: str, token: str | None) -> None:
    """Serve the app to browsers, each tab an app of its own on the same decks. Ctrl+C ends it.

    Connections are not encrypted: let others in only on networks you trust, or behind a proxy with TLS.
    """
    try:
        local = ipaddress.ip_address(address).is_loopback
    except ValueError:
        raise ServeError(
            _("`{address}` is no IP address").format(address=address), hint=_("Write one such as 127.0.0.1.")
        ) from None
    if token is not None and len(token) < 8:
        raise ServeError(_("the token is too short"), hint=_("Give at least 8 characters, or none at all."))
    if token is None and not local:
        token = secrets.token_urlsafe(16)
    try:
        from sctui.cli.web_server import WebServer  # noqa: PLC0415 -- needs the extra `serve`
    except ImportError as error:
        raise ServeError(
            _("`{name}` is missing").format(name=error.name),
            hint=_("Install what it needs: pip install 'sctui[serve]'"),
        ) from None
    WebServer(context.home, address, port, token, only_here=local).serve()
