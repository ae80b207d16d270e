"""Sync by real servers on this machine: SFTP, WebDAV and S3, each with a passphrase, a wrong one, and when it is gone.

    pip install sshfs webdav4 s3fs wsgidav cheroot 'moto[server,s3]'
    python -m tests.sync_servers

`python -m tests.sync_servers serve KIND PORT FOLDER` is one of the servers. Run by hand: a test would need them all.
"""

import asyncio
import importlib
import os
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from click.testing import CliRunner, Result

from sctui.cli.commands import cli
from sctui.errors import SyncError
from sctui.locations import Home
from tests.unit.safety.conftest import answer, studied

PASSWORD = "hush"  # noqa: S105 -- of a server that lives for seconds
PLACES = {
    "sftp": ("", "/", "/new/deep"),
    "webdav": ("", "/", "/new/deep"),
    "s3": ("/cards", "/cards/new/deep"),
}


def serve_sftp(port: int, folder: str) -> None:
    asyncssh: Any = importlib.import_module("asyncssh")

    class Door(asyncssh.SSHServer):  # type: ignore[misc]  # not installed where types are checked
        def begin_auth(self, _user: str) -> bool:
            return True

        def password_auth_supported(self) -> bool:
            return True

        def validate_password(self, _user: str, password: str) -> bool:
            return password == PASSWORD

    def files(channel: Any) -> Any:
        return asyncssh.SFTPServer(channel, chroot=folder.encode())

    async def run() -> None:
        key = asyncssh.generate_private_key("ssh-ed25519")
        await asyncssh.create_server(Door, "127.0.0.1", port, server_host_keys=[key], sftp_factory=files)
        await asyncio.Event().wait()

    asyncio.run(run())


def serve_webdav(port: int, folder: str) -> None:
    app: Any = importlib.import_module("wsgidav.wsgidav_app")
    door = {"user_mapping": {"*": {"me": {"password": PASSWORD}}}}
    basic = {"accept_basic": True, "accept_digest": False, "default_to_digest": False}
    settings = {
        "provider_mapping": {"/": folder},
        "simple_dc": door,
        "http_authenticator": basic,
        "verbose": 0,
    }
    importlib.import_module("cheroot.wsgi").Server(("127.0.0.1", port), app.WsgiDAVApp(settings)).start()


def serve_s3(port: int, _folder: str) -> None:
    importlib.import_module("moto.server").ThreadedMotoServer("127.0.0.1", port).start()
    importlib.import_module("boto3").client("s3").create_bucket(Bucket="cards")
    time.sleep(10_000)


@contextmanager
def served(kind: str, port: int, folder: Path) -> Iterator[None]:
    command = [sys.executable, "-m", "tests.sync_servers", "serve", kind, str(port), str(folder)]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as server:
        try:
            for _ in range(600):
                with socket.socket() as door:
                    if door.connect_ex(("127.0.0.1", port)) == 0:
                        break
                time.sleep(0.1)
            time.sleep(1)  # a bucket is made once the door is open
            yield
        finally:
            server.kill()


def run(home: Home, address: str, secret: str) -> Result:
    return CliRunner().invoke(
        cli, ["--home", str(home.folder), "sync", address], env={"SCTUI_SYNC_PASSPHRASE": secret}
    )


def fails(home: Home, address: str, secret: str, told: str = "") -> None:
    done = run(home, address, secret)
    assert isinstance(done.exception, SyncError), (address, done.output, done.exception)
    assert told in done.exception.message, done.exception.message
    assert PASSWORD not in done.exception.message


def walk(address: str, folder: Path, secret: str) -> None:
    """Two machines meet at an address; with a passphrase, a wrong one and none send nothing."""
    homes = [Home(folder / name) for name in ("desk", "laptop")]
    answer(homes[0], "a", "b")
    for number, card in enumerate("xyz"):
        for home in homes:
            done = run(home, address, secret)
            assert done.exit_code == 0, (address, done.output, done.exception)
        answer(homes[number % 2], card)
        if secret:
            fails(homes[number % 2], address, "wrong", "passphrase")
            fails(homes[number % 2], address, "", "encrypted")
    for home in (*homes, homes[0]):
        assert run(home, address, secret).exit_code == 0
    assert studied(homes[0]) == studied(homes[1]) == set("abxyz")
    for home in homes:
        assert not any(PASSWORD.encode() in file.read_bytes() for file in home.folder.glob("collection.db*"))


def main() -> None:
    """All servers, all places; stops at the first fault."""
    os.environ.update(AWS_ACCESS_KEY_ID="k", AWS_SECRET_ACCESS_KEY=PASSWORD, AWS_DEFAULT_REGION="us-east-1")
    walks = [(kind, place, secret) for kind in PLACES for place in PLACES[kind] for secret in ("", "right")]
    for port, (kind, place, secret) in enumerate(walks, 8600):  # fsspec keeps what is connected to a port
        os.environ["AWS_ENDPOINT_URL"] = f"http://127.0.0.1:{port}"
        importlib.import_module("s3fs").S3FileSystem.clear_instance_cache()
        server = "s3:/" if kind == "s3" else f"{kind}://me:{PASSWORD}@127.0.0.1:{port}"
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            (folder / "served").mkdir()
            with served(kind, port, folder / "served"):
                walk(server + place, folder, secret)
                if kind != "s3":
                    fails(Home(folder / "desk"), server.replace(PASSWORD, "wrong") + place, secret)
            fails(Home(folder / "desk"), server + place, secret)
        print(f"{kind}://host{place}, {'sealed' if secret else 'open'}: sound", flush=True)  # noqa: T201 -- by hand


if __name__ == "__main__":
    if sys.argv[1:2] == ["serve"]:
        {"sftp": serve_sftp, "webdav": serve_webdav, "s3": serve_s3}[sys.argv[2]](
            int(sys.argv[3]), sys.argv[4]
        )
    else:
        main()
