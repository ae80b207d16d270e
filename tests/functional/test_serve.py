"""The app in a browser: from this machine, by our own page; elsewhere only with the token. A client of ours asks."""

import asyncio
import os
import re
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import aiohttp
import pytest

from sctui.cli.web_server import reached_by

Serve = Callable[..., str]


@pytest.fixture
def serve(tmp_path: Path) -> Iterator[Serve]:
    """Starts the server; gives the address that it shows."""
    running: list[subprocess.Popen[str]] = []

    def begin(*options: str) -> str:
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            port = probe.getsockname()[1]
        call = [sys.executable, "-m", "sctui", "--home", str(tmp_path / "home"), "serve", "--port", str(port)]
        env = os.environ | {"PYTHONUNBUFFERED": "1", "TZ": "UTC"}
        running.append(subprocess.Popen([*call, *options], stdout=subprocess.PIPE, text=True, env=env))
        assert running[-1].stdout
        shown = running[-1].stdout.readline().strip()
        for _ in range(100):  # it listens a moment later
            with suppress(ConnectionRefusedError), socket.create_connection(("127.0.0.1", port)):
                break
            time.sleep(0.1)
        return shown

    yield begin
    for process in running:
        process.terminate()
        process.communicate(timeout=20)


async def status(client: aiohttp.ClientSession, address: str, **headers: str) -> int:
    async with client.get(address, headers=headers, allow_redirects=False) as answer:
        return answer.status


async def connects(client: aiohttp.ClientSession, address: str, **headers: str) -> bool:
    try:
        socket = await client.ws_connect(f"{address}ws", headers=headers)
    except aiohttp.WSServerHandshakeError:
        return False
    await socket.close()
    return True


async def test_the_app_is_drawn_in_the_browser_and_takes_keys(serve: Serve) -> None:
    address = serve()
    assert re.fullmatch(r"http://127\.0\.0\.1:\d+/", address)
    async with aiohttp.ClientSession() as client:
        async with client.get(address) as page:
            told = await page.text()
        assert address.replace("http", "ws") + "ws" in told
        from_where = re.findall(r'(?:href|src)="(https?://[^/"]+)', told)
        assert set(from_where) == {address.rstrip("/")}  # nothing of another site
        assert "focus" in told
        async with client.ws_connect(f"{address}ws?width=80&height=24") as socket:
            assert "All decks" in await _read_until(socket, "All decks")
            await socket.send_json(["stdin", "\r"])
            assert "Show the answer" in await _read_until(socket, "Show the answer")


async def _read_until(socket: aiohttp.ClientWebSocketResponse, words: str) -> str:
    text = ""
    async with asyncio.timeout(30):
        while words not in text:
            message = await socket.receive()
            if message.type is aiohttp.WSMsgType.BINARY:
                text += re.sub(r"\x1b\[[^a-zA-Z]*[a-zA-Z]", "", message.data.decode("utf-8", "replace"))
    return text


async def test_pages_of_other_sites_and_other_names_are_refused(serve: Serve) -> None:
    address = serve()
    async with aiohttp.ClientSession() as client:
        assert await status(client, address) == 200
        assert await status(client, address, Host="evil.example") == 403
        assert await status(client, address, Origin="http://evil.example") == 403
        assert not await connects(client, address, Origin="http://evil.example")
        assert not await connects(client, address, Host="evil.example")


async def test_another_address_asks_for_the_token(serve: Serve) -> None:
    shown = serve("--address", "0.0.0.0")  # noqa: S104 -- that it is guarded is what is tested
    found = re.fullmatch(r"(http://)[\d.]+(:\d+/)\?token=([\w-]{20,})", shown)
    assert found
    address, token = f"{found[1]}127.0.0.1{found[2]}", found[3]
    async with aiohttp.ClientSession(cookie_jar=aiohttp.CookieJar(unsafe=True)) as client:
        assert await status(client, address) == 401
        assert await status(client, f"{address}static/js/textual.js") == 401
        assert await status(client, f"{address}?token={token[:-1]}") == 401
        assert not await connects(client, address)
        assert await status(client, f"{address}?token={token}") == 302
        assert await status(client, address) == 200
        assert await connects(client, address)


@pytest.mark.parametrize("address", ["127.0.0.1", "::1", "10.1.2.3"])
def test_the_address_that_is_shown_is_the_one_that_is_listened_on(address: str) -> None:
    assert reached_by(address) == address


@pytest.mark.parametrize("everywhere", ["0.0.0.0", "::"])  # noqa: S104 -- nothing listens
def test_where_it_listens_everywhere_an_address_is_shown_that_others_can_ask_for(
    everywhere: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Asked:
        def __init__(self, *_kind: object) -> None:
            pass

        def __enter__(self) -> "Asked":
            return self

        def __exit__(self, *_: object) -> None:
            pass

        def connect(self, _address: object) -> None:
            pass

        def getsockname(self) -> tuple[str, int]:
            return "10.1.2.3", 50000

    monkeypatch.setattr(socket, "socket", Asked)
    assert reached_by(everywhere) == "10.1.2.3"
    monkeypatch.setattr(Asked, "connect", lambda *_: (_ for _ in ()).throw(OSError("unreachable")))
    assert reached_by(everywhere) == everywhere


@pytest.mark.parametrize(
    ("options", "told"),
    [(("--address", "everywhere"), "is no IP address"), (("--token", "short"), "too short")],
)
def test_what_cannot_be_served_is_said(options: tuple[str, ...], told: str) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "sctui", "serve", *options], capture_output=True, text=True, check=False
    )
    assert done.returncode == 1
    assert told in done.stderr
    assert "Traceback" not in done.stderr
