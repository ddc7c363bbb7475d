"""Seals what must be readable again and turns a Telegram id into a pseudonym; without SECRET_KEY neither leads back.

A sealed value: form (1 byte) · key id (1) · key fingerprint (4) · nonce (12) · AES-256-GCM ciphertext and tag ·
CRC-32 of all that (4).
The fingerprint tells a wrong key, the checksum tells damage, before the cipher is asked.
"""

import hashlib
import hmac
import secrets
import zlib
from base64 import b32encode
from dataclasses import dataclass, field

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

SHORTEST_SECRET = 32  # characters
_FORM = 1  # 2 is for values under a person's own key
_KEY_ID = 0
_FINGERPRINT, _NONCE, _TAG, _CHECKSUM = 4, 12, 16, 4
_HEADER = 2 + _FINGERPRINT
_SHORTEST = _HEADER + _NONCE + _TAG + _CHECKSUM
_PSEUDONYM_BYTES = 20  # 160 bits: no two of a billion people meet


class VaultError(Exception):
    """A sealed value cannot be read. Never names the value."""


class WrongKey(VaultError):
    """Sealed under another SECRET_KEY; nothing is broken, and the right key opens it."""


class Damaged(VaultError):
    """Broken, cut short, tampered with, or taken from another place."""


@dataclass(frozen=True, slots=True)
class _DataKey:
    fingerprint: bytes
    cipher: AESGCM = field(repr=False)


class Vault:
    """All keys of one SECRET_KEY. Safe to share between threads."""

    def __init__(self, secret_key: str) -> None:
        """Raises ValueError under 32 characters."""
        if len(secret_key) < SHORTEST_SECRET:
            raise ValueError(f"SECRET_KEY needs {SHORTEST_SECRET} characters or more")
        master = secret_key.encode()
        self._pseudonym_key = _derive(master, b"pseudonym")
        self._code_key = _derive(master, b"invitation code")
        data_key = _derive(master, b"data key 0")
        self._keys = {_KEY_ID: _DataKey(_derive(data_key, b"fingerprint")[:_FINGERPRINT], AESGCM(data_key))}

    def pseudonym(self, user_id: int) -> str:
        """The stable name a person is stored under: 32 characters a-z 2-7, HMAC-SHA256 of the Telegram id."""
        digest = hmac.digest(self._pseudonym_key, str(user_id).encode(), hashlib.sha256)
        return b32encode(digest[:_PSEUDONYM_BYTES]).decode().lower()

    def hash_code(self, code: str) -> str:
        """What the code of a link is kept and found by: HMAC-SHA256, 64 hex digits. A stolen database opens no link."""
        return hmac.digest(self._code_key, code.encode(), hashlib.sha256).hex()

    def seal(self, plain: str, *, place: str) -> bytes:
        """Encrypt for one place only ("table:column:pseudonym"). 38 bytes longer than the text, different each time."""
        key = self._keys[_KEY_ID]
        nonce = secrets.token_bytes(_NONCE)
        header = bytes((_FORM, _KEY_ID)) + key.fingerprint
        body = header + nonce + key.cipher.encrypt(nonce, plain.encode(), header + place.encode())
        return body + _checksum(body)

    def unseal(self, sealed: bytes, *, place: str) -> str:
        """What was sealed for this place. Raises WrongKey or Damaged."""
        body = _whole(sealed)
        header, nonce = body[:_HEADER], body[_HEADER : _HEADER + _NONCE]
        key = self._key_for(header)
        try:
            return key.cipher.decrypt(nonce, body[_HEADER + _NONCE :], header + place.encode()).decode()
        except InvalidTag:
            raise Damaged("a sealed value was changed or moved") from None

    def _key_for(self, header: bytes) -> _DataKey:
        if header[0] != _FORM:
            raise Damaged(f"a sealed value of unknown form {header[0]}")
        key = self._keys.get(header[1])
        if key is None or not hmac.compare_digest(key.fingerprint, header[2:]):
            raise WrongKey("a value sealed under another SECRET_KEY")
        return key


def _whole(sealed: bytes) -> bytes:
    body, checksum = sealed[:-_CHECKSUM], sealed[-_CHECKSUM:]
    if len(sealed) < _SHORTEST or _checksum(body) != checksum:
        raise Damaged("a sealed value is broken")
    return body


def _checksum(body: bytes) -> bytes:
    return zlib.crc32(body).to_bytes(_CHECKSUM)


def _derive(key: bytes, purpose: bytes) -> bytes:
    return HKDF(algorithm=SHA256(), length=32, salt=None, info=b"status-check v1 " + purpose).derive(key)
