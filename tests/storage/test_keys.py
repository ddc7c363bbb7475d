"""Every person has a key of their own: destroyed it opens nothing, anywhere; rotated it loses nothing."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest
from sqlmodel import Session

from bot.care.people import Profile
from storage import check_backs, conversations, engines, members, privacy, rotating
from storage.database import Storage
from storage.errors import StorageUnavailable
from storage.keys import DATA, FRESH, Keys, beside
from storage.sealing import KeyDestroyed, Wrapping
from storage.vault import Vault, WrongKey
from tests.storage.conftest import NOW, SECRET, TODAY

NEW_SECRET = "the next secret of the tests, long enough as well"
HOUR = timedelta(hours=1)


class _Clock:
    """Monotonic seconds that pass when told to."""

    def __init__(self) -> None:
        self.at = 1000.0

    def __call__(self) -> float:
        return self.at


CLOCK = _Clock()


@pytest.fixture
def open_keys(url: str) -> Iterator[Callable[..., Keys]]:
    """As many processes as a test wants, each with its own view of one store."""
    opened: list[Keys] = []

    def open_one(secret: str = SECRET, old: tuple[str, ...] = ()) -> Keys:
        opened.append(Keys(beside(url), Wrapping(secret, old), clock=CLOCK))
        return opened[-1]

    yield open_one
    for one in opened:
        one.close()


@pytest.fixture
def keyed(open_keys: Callable[..., Keys]) -> Vault:
    """A vault with a key for each person."""
    return Vault(SECRET, open_keys())


def _place(vault: Vault, user_id: int) -> str:
    return f"member:sealed_chat:{vault.pseudonym(user_id)}"


def test_what_is_sealed_opens_after_a_restart(keyed: Vault, open_keys: Callable[..., Keys]) -> None:
    sealed = keyed.seal("4242", place=_place(keyed, 7))
    again = Vault(SECRET, open_keys())
    assert again.pseudonym(7) == keyed.pseudonym(7) == Vault(SECRET).pseudonym(7)
    assert again.unseal(sealed, place=_place(keyed, 7)) == "4242"


def test_a_destroyed_key_opens_nothing_and_harms_nobody_else(
    keyed: Vault, open_keys: Callable[..., Keys]
) -> None:
    mine, yours = (keyed.seal("4242", place=_place(keyed, one)) for one in (7, 8))
    assert keyed.destroy([keyed.pseudonym(7)]) == 1
    for vault in (keyed, Vault(SECRET, open_keys())):
        with pytest.raises(KeyDestroyed):
            vault.unseal(mine, place=_place(keyed, 7))
        assert vault.unseal(yours, place=_place(keyed, 8)) == "4242"
    assert keyed.destroy([keyed.pseudonym(7)]) == 0


def test_somebody_who_comes_back_gets_a_key_that_opens_nothing_old(keyed: Vault) -> None:
    old = keyed.seal("before", place=_place(keyed, 7))
    keyed.destroy([keyed.pseudonym(7)])
    new = keyed.seal("after", place=_place(keyed, 7))
    assert keyed.unseal(new, place=_place(keyed, 7)) == "after"
    with pytest.raises(WrongKey):
        keyed.unseal(old, place=_place(keyed, 7))


def test_another_process_hears_of_a_destroyed_key_within_seconds(
    keyed: Vault, open_keys: Callable[..., Keys]
) -> None:
    other = Vault(SECRET, open_keys())
    sealed = other.seal("4242", place=_place(keyed, 7))
    keyed.destroy([keyed.pseudonym(7)])
    CLOCK.at += FRESH
    with pytest.raises(KeyDestroyed):
        other.unseal(sealed, place=_place(keyed, 7))


def test_values_from_before_people_had_keys_still_open(keyed: Vault) -> None:
    old = Vault(SECRET)
    sealed = old.seal("4242", place=_place(old, 7))
    assert keyed.unseal(sealed, place=_place(old, 7)) == "4242"


def test_the_keys_of_another_secret_are_refused_by_name(keyed: Vault, open_keys: Callable[..., Keys]) -> None:
    keyed.seal("4242", place=_place(keyed, 7))
    with pytest.raises(WrongKey):
        Vault(NEW_SECRET, open_keys(NEW_SECRET))


@pytest.mark.parametrize("url", ["sqlite"], indirect=True)
def test_no_key_lies_open_in_the_store(file: Path, keyed: Vault) -> None:
    keyed.seal("4242", place=_place(keyed, 7))
    lasting = (keyed._first, keyed._pseudonym_key, keyed._code_key)
    kept = b"".join(path.read_bytes() for path in file.parent.iterdir())
    assert b"house:pseudonym" in kept
    assert not [key for key in lasting if key in kept]


@pytest.fixture
def store(file: Path) -> Path:
    """The file of the keys."""
    return file.with_name("statuscheck.keys.db")


@pytest.mark.parametrize("url", ["sqlite"], indirect=True)
def test_a_destroyed_key_is_in_no_byte_of_the_store(keyed: Vault, store: Path) -> None:
    keyed.seal("4242", place=_place(keyed, 7))
    with closing(sqlite3.connect(store)) as other:
        (wrapped,) = other.execute(
            "SELECT wrapped FROM person_key WHERE owner = ?", (keyed.pseudonym(7),)
        ).fetchone()
    keyed.destroy([keyed.pseudonym(7)])
    assert not [path for path in store.parent.iterdir() if wrapped in path.read_bytes()]
    assert store.stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize("url", ["sqlite"], indirect=True)
def test_a_store_that_is_gone_seals_nothing_rather_than_under_a_lost_key(keyed: Vault, store: Path) -> None:
    sealed = keyed.seal("1", place=_place(keyed, 7))
    CLOCK.at += FRESH
    for path in list(store.parent.iterdir()):
        if path.name.startswith(store.name):
            path.unlink()
    store.mkdir()
    with pytest.raises(StorageUnavailable):
        keyed.seal("2", place=_place(keyed, 7))
    with pytest.raises(StorageUnavailable):  # for now: nobody takes it for a key that was destroyed
        keyed.unseal(sealed, place=_place(keyed, 7))


def _live(vault: Vault, people: range) -> Callable[[Session], None]:
    def live(session: Session) -> None:
        for number in people:
            name = vault.pseudonym(number)
            members.remember(session, name, Profile(), today=TODAY)
            members.keep_chat(session, vault, name, number)
            conversations.start(session, vault, name, "crisis", "step", {"n": number}, now=NOW, lifetime=HOUR)
            check_backs.plan(session, vault, name, number, kind="crisis", note="returned", due_at=NOW)

    return live


def _opened(vault: Vault, people: range) -> Callable[[Session], list[object]]:
    return lambda session: [
        row.values
        for number in people
        for row in privacy.export(session, vault, vault.pseudonym(number), now=NOW)
    ]


async def test_after_a_rotation_everything_opens_under_the_new_secret_alone(
    url: str, storage: Storage, open_keys: Callable[..., Keys]
) -> None:
    people = range(1, 30)
    plain, keyed = Vault(SECRET), Vault(SECRET, open_keys())
    await storage.write(_live(plain, range(1, 10)))  # as an earlier release kept them
    await storage.write(_live(keyed, range(10, 30)))
    before = await storage.read(_opened(keyed, people))
    keys = open_keys(NEW_SECRET, (SECRET,))
    turned = Vault(NEW_SECRET, keys)
    waited: list[float] = []
    done = rotating.rotate(url, keys, turned, wait=waited.append)
    assert (done.unreadable, done.values) == (0, 29 * 3)
    assert waited == [rotating.SETTLE]
    assert await storage.read(_opened(Vault(NEW_SECRET, open_keys(NEW_SECRET)), people)) == before
    assert turned.pseudonym(1) == keyed.pseudonym(1)
    assert keys.owners(below=keys.generation()) == [("house:code", 0), ("house:pseudonym", 0)]
    with pytest.raises(WrongKey):
        Vault(SECRET, open_keys(SECRET))


class _Cut(Exception):
    """The operator's terminal closed."""


@pytest.mark.parametrize("after", range(1, 30, 4))
async def test_a_rotation_cut_short_anywhere_loses_nothing_and_goes_on(
    url: str, storage: Storage, open_keys: Callable[..., Keys], after: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    people = range(1, 8)
    keyed = Vault(SECRET, open_keys())
    await storage.write(_live(keyed, people))
    before = await storage.read(_opened(keyed, people))
    steps = iter(range(after))

    def step(
        keys: Keys, work: Callable[[object], object], asked: Callable[..., object] = Keys._ask
    ) -> object:
        if next(steps, None) is None:
            raise _Cut
        return asked(keys, work)

    keys = open_keys(NEW_SECRET, (SECRET,))
    vault = Vault(NEW_SECRET, keys)
    with monkeypatch.context() as patched:
        patched.setattr(Keys, "_ask", step)
        with pytest.raises(_Cut):
            rotating.rotate(url, keys, vault, wait=lambda _: None)
    CLOCK.at += FRESH
    both = open_keys(NEW_SECRET, (SECRET,))
    assert await storage.read(_opened(Vault(NEW_SECRET, both), people)) == before
    rotating.rotate(url, both, Vault(NEW_SECRET, both), wait=lambda _: None)
    assert both.generation() == 1
    assert both.owners(below=1) == [("house:code", 0), ("house:pseudonym", 0)]
    CLOCK.at += FRESH
    assert await storage.read(_opened(Vault(NEW_SECRET, open_keys(NEW_SECRET)), people)) == before


async def test_who_writes_during_a_rotation_is_not_lost(
    url: str, storage: Storage, open_keys: Callable[..., Keys]
) -> None:
    running = Vault(SECRET, open_keys(SECRET))
    await storage.write(_live(running, range(1, 5)))
    keys = open_keys()

    def meanwhile(_seconds: float) -> None:
        CLOCK.at += FRESH
        engine_session = engines.writer_engine(engines.parse(url))
        with Session(engine_session) as session:
            _live(running, range(3, 9))(session)
            session.commit()
        engine_session.dispose()

    done = rotating.rotate(url, keys, Vault(SECRET, keys), wait=meanwhile)
    assert done.unreadable == 0
    CLOCK.at += FRESH
    rows = await storage.read(_opened(Vault(SECRET, open_keys()), range(1, 9)))
    assert "WrongKey" not in str(rows)
    assert "KeyDestroyed" not in str(rows)


def test_house_values_are_under_the_houses_key(keyed: Vault, open_keys: Callable[..., Keys]) -> None:
    sealed = keyed.seal("a draft", place="broadcast:sealed_text:12")
    keys = open_keys()
    assert [owner for owner, _ in keys.owners() if not owner.startswith("house:")] == []
    keys.add(DATA, 1)
    assert Vault(SECRET, keys).unseal(sealed, place="broadcast:sealed_text:12") == "a draft"
