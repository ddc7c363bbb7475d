"""How a value is sealed: AES-256-GCM for one place only, with marks that tell a wrong key from damage before it is tried.

form (1 byte) · key number (1) · key fingerprint (4) · nonce (12) · ciphertext and tag · CRC-32 of all that (4)
"""

import secrets
import zlib
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Self

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

KEY_BYTES = 32
FINGERPRINT, NONCE, TAG, CHECKSUM = 4, 12, 16, 4
HEADER = 2 + FINGERPRINT
SHORTEST = HEADER + NONCE + TAG + CHECKSUM
_WRAPPED = 9  # the form of a key sealed under another key


class VaultError(Exception):
    """A sealed value cannot be read. Never names the value."""


class WrongKey(VaultError):
    """Sealed under another SECRET_KEY; nothing is broken, and the right key opens it."""


class Damaged(VaultError):
    """Broken, cut short, tampered with, or taken from another place."""


class KeyDestroyed(VaultError):
    """Its person was forgotten; nobody can open it again."""


@dataclass(frozen=True, slots=True)
class DataKey:
    """One key and how a value says that it was used."""

    fingerprint: bytes
    cipher: AESGCM = field(repr=False)

    @classmethod
    def of(cls, key: bytes) -> Self:
        """From 32 random or derived bytes."""
        return cls(derive(key, b"fingerprint")[:FINGERPRINT], AESGCM(key))

    def seal(self, plain: bytes, place: bytes, *, form: int, number: int) -> bytes:
        """38 bytes longer than `plain`, different each time."""
        nonce = secrets.token_bytes(NONCE)
        header = bytes((form, number % 256)) + self.fingerprint
        body = header + nonce + self.cipher.encrypt(nonce, plain, header + place)
        return body + checksum(body)

    def open(self, body: bytes, place: bytes) -> bytes:
        """What `whole` gave back, opened. Raises Damaged."""
        header, nonce = body[:HEADER], body[HEADER : HEADER + NONCE]
        try:
            return self.cipher.decrypt(nonce, body[HEADER + NONCE :], header + place)
        except InvalidTag:
            raise Damaged("a sealed value was changed or moved") from None


class Wrapping:
    """Seals keys under SECRET_KEY, and opens those that are still under an earlier one."""

    def __init__(self, secret: str, old: Sequence[str] = ()) -> None:
        self._newest, *rest = (DataKey.of(derive(one.encode(), b"key wrapping")) for one in (secret, *old))
        self._all = {key.fingerprint: key for key in (*rest, self._newest)}

    def wrap(self, key: bytes, owner: str, number: int) -> bytes:
        """For this owner and generation only."""
        return self._newest.seal(key, _bound(owner, number), form=_WRAPPED, number=number)

    def unwrap(self, wrapped: bytes, owner: str, number: int) -> bytes:
        """Raises WrongKey or Damaged."""
        body = whole(wrapped)
        wrapping = self._all.get(body[2:HEADER])
        if wrapping is None:
            raise WrongKey("a key wrapped under another SECRET_KEY")
        return wrapping.open(body, _bound(owner, number))

    def is_current(self, wrapped: bytes) -> bool:
        """Whether it is under today's SECRET_KEY."""
        return wrapped[2:HEADER] == self._newest.fingerprint


def whole(sealed: bytes) -> bytes:
    """A sealed value without its checksum. Raises Damaged when that does not fit."""
    body, told = sealed[:-CHECKSUM], sealed[-CHECKSUM:]
    if len(sealed) < SHORTEST or checksum(body) != told:
        raise Damaged("a sealed value is broken")
    return body


def checksum(body: bytes) -> bytes:
    """CRC-32; against accidents, not against people."""
    return zlib.crc32(body).to_bytes(CHECKSUM)


def derive(key: bytes, purpose: bytes) -> bytes:
    """A key for one purpose (HKDF-SHA256)."""
    return HKDF(algorithm=SHA256(), length=KEY_BYTES, salt=None, info=b"status-check v1 " + purpose).derive(
        key
    )


def new_key() -> bytes:
    """32 random bytes."""
    return secrets.token_bytes(KEY_BYTES)


def _bound(owner: str, number: int) -> bytes:
    return f"key:{owner}:{number}".encode()
