"""Encryption with a passphrase: scrypt for the key, AES-256-GCM for the bytes, both from `cryptography`."""

from __future__ import annotations

import hashlib
import os

from sctui.errors import SyncError
from sctui.i18n import _

_SALT, _NONCE = 16, 12
# RFC 7914's parameters for interactive use, as `cryptography` advises: 64 MB and about 0.1 s
_COST, _BLOCK, _LANES = 1 << 16, 8, 1


class Cipher:
    """Seals and opens bytes. Keys are derived once for each salt; a device's name gives its salt.

    Raises:
        SyncError: when the library is not installed.
    """

    def __init__(self, passphrase: str) -> None:
        try:
            from cryptography.hazmat.primitives.ciphers.aead import AESGCM  # noqa: PLC0415 -- an extra
        except ImportError:
            raise SyncError(
                _("encryption needs the package `cryptography`"), hint=_("pip install 'sctui[sync]'")
            ) from None
        self._aead = AESGCM
        self._passphrase = passphrase.encode()
        self._keys: dict[bytes, bytes] = {}

    def seal(self, data: bytes, device: str) -> bytes:
        """The bytes encrypted: salt, nonce, ciphertext."""
        salt = hashlib.sha256(f"sctui {device}".encode()).digest()[:_SALT]
        nonce = os.urandom(_NONCE)
        return salt + nonce + self._aead(self._key(salt)).encrypt(nonce, data, salt)

    def open(self, data: bytes) -> bytes:
        """The bytes as they were.

        Raises:
            SyncError: when the passphrase is another one.
        """
        from cryptography.exceptions import InvalidTag  # noqa: PLC0415 -- an extra

        salt, nonce, rest = data[:_SALT], data[_SALT : _SALT + _NONCE], data[_SALT + _NONCE :]
        try:
            return bytes(self._aead(self._key(salt)).decrypt(nonce, rest, salt))
        except InvalidTag:
            raise SyncError(
                _("the passphrase is not the one of the target"), hint=_("Nothing was changed.")
            ) from None

    def _key(self, salt: bytes) -> bytes:
        if salt not in self._keys:
            self._keys[salt] = hashlib.scrypt(
                self._passphrase, salt=salt, n=_COST, r=_BLOCK, p=_LANES, dklen=32, maxmem=256 << 20
            )
        return self._keys[salt]
