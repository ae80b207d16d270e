"""The server behind `sctui serve`: textual-serve with a guard before every request.

A page of any site can send requests to this machine, so that "only from here" takes more than an address: the
name asked for must be this machine's (no DNS rebinding), and a page that connects must be our own (`Origin`).
"""

from __future__ import annotations

import hmac
import ipaddress
import logging
import re
import shlex
import socket
import sys
from collections.abc import Awaitable, Callable
from contextlib import suppress
from urllib.parse import urlsplit

import click
from aiohttp import web
from textual_serve.server import Server

from sctui.i18n import _
from sctui.locations import Home

_HERE = frozenset({"127.0.0.1", "localhost", "::1"})
_FROM_ELSEWHERE = re.compile(r"<link[^>]*https?://[^>]*fonts\.[^>]*>")
# keys are for the app as soon as it is seen; the page of textual-serve waits for a click
_FOCUS = """<script>
  window.addEventListener("load", () => {
    const focus = () => {
      const keys = document.querySelector(".xterm-helper-textarea");
      if (keys && document.activeElement === document.body) keys.focus();
    };
    new MutationObserver(focus).observe(document.body, {attributes: true, attributeFilter: ["class"]});
    window.addEventListener("focus", focus);
  });
</script>
</head>"""
# addresses for examples, which nobody has (RFC 5737, RFC 3849)
_ELSEWHERE = ((socket.AF_INET, "192.0.2.1"), (socket.AF_INET6, "2001:db8::1"))
_Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


def reached_by(address: str) -> str:
    """An address that one who is to be let in can ask for: that of this machine where it listens on all.

    Nothing is sent: a datagram's socket knows its own address as soon as it has one to send to.
    """
    if not ipaddress.ip_address(address).is_unspecified:
        return address
    family, elsewhere = _ELSEWHERE[":" in address]
    with suppress(OSError), socket.socket(family, socket.SOCK_DGRAM) as asked:
        asked.connect((elsewhere, 9))
        return str(asked.getsockname()[0])
    return address


class WebServer(Server):
    """Serves the app of a home.

    Args:
        home: the learner's folder.
        address, port: where to listen.
        token: what a browser must know; None for nothing.
        only_here: whether the address is this machine's own.
    """

    def __init__(self, home: Home, address: str, port: int, token: str | None, *, only_here: bool) -> None:
        command = shlex.join([sys.executable, "-m", "sctui", "--home", str(home.folder)])
        super().__init__(command, host=address, port=port, title="sctui")
        self._token = token
        self._names = _HERE | {address}
        self._only_here = only_here

    def initialize_logging(self) -> None:
        """Log nothing: what concerns the learner is shown in the browser.

        Apps end after the loop that started them; asyncio warns of that, and nobody waits for them any more.
        """
        logging.getLogger("asyncio").setLevel(logging.ERROR)

    async def on_startup(self, app: web.Application) -> None:  # noqa: ARG002 -- the interface of the base
        """Say where the app is."""
        host = reached_by(self.host)
        host = f"[{host}]" if ":" in host else host
        ask = f"/?token={self._token}" if self._token else "/"
        click.echo(f"http://{host}:{self.port}{ask}\n" + _("Ctrl+C ends it."))

    async def _make_app(self) -> web.Application:
        app = await super()._make_app()

        @web.middleware
        async def guard(request: web.Request, handler: _Handler) -> web.StreamResponse:
            return await self._guarded(request, handler)

        app.middlewares.append(guard)
        return app

    async def _guarded(self, request: web.Request, handler: _Handler) -> web.StreamResponse:
        """Let in who asks for this machine, from our own page, and knows the token."""
        host, origin = urlsplit(f"//{request.host}"), request.headers.get("Origin")
        if self._only_here and host.hostname not in self._names:
            raise web.HTTPForbidden(text="This address is served to this machine only.")
        if origin is not None and urlsplit(origin).netloc != request.host:
            raise web.HTTPForbidden(text="Pages of other sites may not connect.")
        if self._token and not self._knows(request.cookies.get(self._cookie, "")):
            return self._welcome(request)
        self.public_url = (
            f"{request.scheme}://{request.host}"  # the page connects to the name it was asked by
        )
        answer = await handler(request)
        if isinstance(answer, web.Response) and answer.content_type == "text/html" and answer.text:
            answer.text = _of_our_own(answer.text)
        return answer

    def _welcome(self, request: web.Request) -> web.StreamResponse:
        """Take the token from the address into a cookie, so that it stands in no history."""
        if not self._knows(request.query.get("token", "")):
            raise web.HTTPUnauthorized(text="Open the address with the token that `sctui serve` has shown.")
        answer = web.HTTPFound("/")
        answer.set_cookie(
            self._cookie, self._token or "", httponly=True, samesite="Strict", secure=request.secure
        )
        raise answer

    @property
    def _cookie(self) -> str:
        return f"sctui-{self.port}"

    def _knows(self, given: str) -> bool:
        """Whether the token is right, found out in a time that does not depend on where it is wrong."""
        return hmac.compare_digest(given.encode(), (self._token or "").encode())


def _of_our_own(page: str) -> str:
    """The page without the font that it would ask another site for, and wait for where that site is far."""
    return _FROM_ELSEWHERE.sub("", page).replace("</head>", _FOCUS, 1)
