"""The form of a backup: compressed lines, encrypted in pieces that cannot be cut, swapped or joined unnoticed.

magic · salt (16) · pieces of [length (4) · AES-256-GCM of up to 64 KB, bound to its number and to whether it is the last]
"""

import json
import os
import secrets
import zlib
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import IO, Any

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from storage.sealing import Damaged, WrongKey, derive

MAGIC = b"status-check backup 1\n"
PIECE = 64 * 1024
_SALT = 16


def write(file: Path, secret: str, lines: Iterable[dict[str, Any]]) -> int:
    """Beside `file` first, then in its place: a backup cut short never replaces a whole one. How many lines."""
    beside = file.with_name(file.name + ".part")
    count = 0
    handle = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(handle, "wb") as out:
        pieces = _Pieces(out, secret)
        for line in lines:
            pieces.add(json.dumps(line, separators=(",", ":")).encode() + b"\n")
            count += 1
        pieces.end()
        out.flush()
        os.fsync(out.fileno())
    beside.replace(file)
    return count


def read(file: Path, secrets_: Sequence[str]) -> Iterator[dict[str, Any]]:
    """Its lines, checked to the last byte as they come. Raises WrongKey, Damaged, OSError."""
    with file.open("rb") as source:
        if source.read(len(MAGIC)) != MAGIC:
            raise Damaged("this is no backup of ours")
        salt = source.read(_SALT)
        ciphers = [_cipher(secret, salt) for secret in secrets_]
        yield from _lines(_opened(source, ciphers))


class _Pieces:
    def __init__(self, out: IO[bytes], secret: str) -> None:
        salt = secrets.token_bytes(_SALT)
        out.write(MAGIC + salt)
        self._out, self._cipher = out, _cipher(secret, salt)
        self._squeeze, self._waiting, self._number = zlib.compressobj(), bytearray(), 0

    def add(self, plain: bytes) -> None:
        self._take(self._squeeze.compress(plain))

    def end(self) -> None:
        self._take(self._squeeze.flush())
        self._write(bytes(self._waiting), last=True)

    def _take(self, squeezed: bytes) -> None:
        self._waiting += squeezed
        while len(self._waiting) > PIECE:
            self._write(bytes(self._waiting[:PIECE]), last=False)
            del self._waiting[:PIECE]

    def _write(self, plain: bytes, *, last: bool) -> None:
        sealed = self._cipher.encrypt(_nonce(self._number), plain, _bound(last=last))
        self._out.write(len(sealed).to_bytes(4) + sealed)
        self._number += 1


def _opened(source: IO[bytes], ciphers: list[AESGCM]) -> Iterator[bytes]:
    number, length = 0, source.read(4)
    while length:
        size = int.from_bytes(length)
        sealed = source.read(min(size, PIECE + 64))
        if len(sealed) != size:
            raise Damaged("cut or changed")
        length = source.read(4)
        plain = [_try(cipher, number, sealed, last=not length) for cipher in ciphers]
        fitting = [index for index, one in enumerate(plain) if one is not None]
        if not fitting:
            raise (
                WrongKey("made under another SECRET_KEY, or damaged")
                if number == 0
                else Damaged("cut or changed")
            )
        ciphers = [ciphers[fitting[0]]]
        yield plain[fitting[0]] or b""
        number += 1
    if number == 0:
        raise Damaged("cut short")


def _lines(pieces: Iterable[bytes]) -> Iterator[dict[str, Any]]:
    unsqueeze, rest = zlib.decompressobj(), b""
    for piece in pieces:
        *lines, rest = (rest + unsqueeze.decompress(piece)).split(b"\n")
        yield from (json.loads(line) for line in lines)
    if rest or not unsqueeze.eof:
        raise Damaged("cut short")


def _try(cipher: AESGCM, number: int, sealed: bytes, *, last: bool) -> bytes | None:
    try:
        return cipher.decrypt(_nonce(number), sealed, _bound(last=last))
    except (InvalidTag, ValueError):
        return None


def _cipher(secret: str, salt: bytes) -> AESGCM:
    return AESGCM(derive(secret.encode(), b"backup " + salt))


def _nonce(number: int) -> bytes:
    return number.to_bytes(12)


def _bound(*, last: bool) -> bytes:
    return b"last" if last else b"more"
