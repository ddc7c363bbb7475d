"""Seals what must be readable again and turns a Telegram id into a pseudonym; without SECRET_KEY neither leads back.

What belongs to a person is sealed under that person's own key (form 2), which /forget destroys; the rest under the
house's (form 1). A value's place, "table:column:pseudonym", says whose it is.
"""

import hashlib
import hmac
import re
from base64 import b32encode
from collections.abc import Hashable, Iterable

from storage.errors import StorageError, StorageUnavailable
from storage.keys import DATA, HOUSE, Keys, Ring
from storage.sealing import (
    FINGERPRINT,
    HEADER,
    Damaged,
    DataKey,
    KeyDestroyed,
    VaultError,
    WrongKey,
    derive,
    whole,
)

__all__ = ["SHORTEST_SECRET", "Damaged", "KeyDestroyed", "Vault", "VaultError", "WrongKey"]

SHORTEST_SECRET = 32  # characters
_HOUSES, _PERSONS = 1, 2  # forms
_PSEUDONYM_BYTES = 20  # 160 bits: no two of a billion people meet
_PSEUDONYM = re.compile("[a-z2-7]{32}")


class Vault:
    """All keys of one house. Safe to share between threads.

    Without `keys` everything is sealed under one key derived from SECRET_KEY, and destroying it is not possible.
    """

    def __init__(self, secret_key: str, keys: Keys | None = None) -> None:
        """Raises ValueError under 32 characters, WrongKey when the keys are of another SECRET_KEY."""
        if len(secret_key) < SHORTEST_SECRET:
            raise ValueError(f"SECRET_KEY needs {SHORTEST_SECRET} characters or more")
        self._keys = keys
        self._first = derive(secret_key.encode(), b"data key 0")
        self._derived = Ring({0: DataKey.of(self._first)})
        self._pseudonym_key = derive(secret_key.encode(), b"pseudonym")
        self._code_key = derive(secret_key.encode(), b"invitation code")
        self._settled = keys is None
        self.settle()

    def settle(self) -> bool:
        """Learn the keys that outlive a change of SECRET_KEY: pseudonyms and links must stay what they are.

        False while the store is not to be had: then those derived from SECRET_KEY serve, which are the same unless it
        was changed. Blocks; call it again later, from a thread. Raises WrongKey or Damaged.
        """
        if not self._settled and self._keys is not None:
            try:
                self._pseudonym_key = self._keys.lasting(HOUSE + "pseudonym", self._pseudonym_key)
                self._code_key = self._keys.lasting(HOUSE + "code", self._code_key)
                self._keys.ring_to_seal(DATA, self._first)
            except StorageError:
                return False
            self._settled = True
        return True

    def pseudonym(self, user_id: int) -> str:
        """The stable name a person is stored under: 32 characters a-z 2-7, HMAC-SHA256 of the Telegram id."""
        digest = _mac(self._pseudonym_key, str(user_id))
        return b32encode(digest[:_PSEUDONYM_BYTES]).decode().lower()

    def hash_code(self, code: str) -> str:
        """What the code of a link is kept and found by: HMAC-SHA256, 64 hex digits. A stolen database opens no link."""
        return _mac(self._code_key, code).hex()

    def turn_number(self, chat: Hashable) -> int:
        """What a chat's turn among several processes goes by: 64 bits, signed. Whoever sees the locks sees no chat."""
        digest = _mac(self._code_key, f"turn {chat}")
        return int.from_bytes(digest[:8], signed=True)

    def seal(self, plain: str, *, place: str) -> bytes:
        """Encrypt for one place only. 38 bytes longer than the text, different each time. Raises StorageError."""
        owner = self._owner(place)
        ring = self._ring_to_seal(owner)
        form = _HOUSES if owner == DATA else _PERSONS
        key = ring.by_generation[ring.newest]
        return key.seal(plain.encode(), place.encode(), form=form, number=ring.newest)

    def unseal(self, sealed: bytes, *, place: str) -> str:
        """What was sealed for this place. Raises WrongKey, Damaged, KeyDestroyed, or StorageError for now."""
        body = whole(sealed)
        if body[0] not in (_HOUSES, _PERSONS):
            raise Damaged(f"a sealed value of unknown form {body[0]}")
        owner = DATA if body[0] == _HOUSES else self._owner(place)
        if owner == DATA and body[0] == _PERSONS:
            raise Damaged("a sealed value was changed or moved")
        return self._key_for(body, owner).open(body, place.encode()).decode()

    def is_newest(self, sealed: bytes, *, place: str) -> bool:
        """Whether this value is under the key that a new one for its place would be sealed under."""
        owner = self._owner(place)
        ring = self._ring_to_seal(owner)
        fits = sealed[0] == (_HOUSES if owner == DATA else _PERSONS)
        return fits and sealed[2:HEADER] == ring.by_generation[ring.newest].fingerprint

    def destroy(self, pseudonyms: Iterable[str]) -> int:
        """Nothing of these people can be opened again, in no backup either. How many keys. Raises StorageError."""
        return self._keys.destroy(pseudonyms) if self._keys is not None else 0

    def people(self, after: str = "") -> list[str]:
        """Up to 500 people who have a key, in order from `after`. Blocks. Raises StorageError."""
        if self._keys is None:
            return []
        owners = self._keys.owners(after=after)
        return [owner for owner, _ in owners if _PSEUDONYM.fullmatch(owner)]

    def _owner(self, place: str) -> str:
        if self._keys is None:
            return DATA
        whose = place.split(":")
        return whose[2] if len(whose) > 2 and _PSEUDONYM.fullmatch(whose[2]) else DATA

    def _ring_to_seal(self, owner: str) -> Ring:
        if self._keys is None:
            return self._derived
        try:
            return self._keys.ring_to_seal(owner, self._first if owner == DATA else None)
        except VaultError as error:
            raise StorageUnavailable(f"{type(error).__name__}: no key to seal under") from None

    def _key_for(self, body: bytes, owner: str) -> DataKey:
        ring = self._derived if self._keys is None else self._keys.ring(owner)
        if ring is None and owner == DATA:
            ring = self._derived
        if ring is None:
            raise KeyDestroyed("the key of a person who was forgotten")
        fitting = [key for key in ring.by_generation.values() if _same(key.fingerprint, body[2:HEADER])]
        if not fitting and owner == DATA:
            fitting = [
                key for key in self._derived.by_generation.values() if key.fingerprint == body[2:HEADER]
            ]
        if not fitting:
            raise WrongKey("a value sealed under another key")
        return fitting[0]


def _mac(key: bytes, text: str) -> bytes:
    # Not hmac.digest: that lets go of the interpreter for a microsecond's work, and waits to have it back.
    return hmac.new(key, text.encode(), hashlib.sha256).digest()


def _same(one: bytes, other: bytes) -> bool:
    return len(one) == FINGERPRINT and hmac.compare_digest(one, other)
