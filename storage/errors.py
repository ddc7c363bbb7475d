"""What can go wrong below the tables, told apart by what a caller can do about it, and never with a person's data."""

import errno
import sqlite3
from collections.abc import Iterator

from sqlalchemy.exc import DBAPIError, IntegrityError, StatementError
from sqlalchemy.exc import TimeoutError as NoConnectionFree


class StorageError(Exception):
    """The database could not do what was asked. The text names the error and the table, never a value."""


class StorageBusy(StorageError):
    """Somebody else held the database for as long as the caller could wait. Nothing was written."""


class StorageUncertain(StorageBusy):
    """The wait ended while the write was under way: it may be kept, it may not."""


class StorageReadOnly(StorageError):
    """The file may be read but not written."""


class StorageFull(StorageError):
    """No room is left on the disk. Nothing was written."""


class StorageConflict(StorageError):
    """The row contradicts another one (a key already taken, a missing value). Nothing was written."""


class StorageUnavailable(StorageError):
    """The database cannot be opened or went away; opening it is tried again later."""


class StorageDamaged(StorageUnavailable):
    """The file is no database or a broken one. It is never overwritten; restore a backup."""


# https://www.sqlite.org/rescode.html; the longest matching beginning wins
_BY_SQLITE_NAME: dict[str, type[StorageError]] = {
    "SQLITE_BUSY": StorageBusy,
    "SQLITE_LOCKED": StorageBusy,
    "SQLITE_READONLY": StorageReadOnly,
    "SQLITE_READONLY_DBMOVED": StorageUnavailable,
    "SQLITE_FULL": StorageFull,
    "SQLITE_CONSTRAINT": StorageConflict,
    "SQLITE_IOERR": StorageUnavailable,
    "SQLITE_CANTOPEN": StorageUnavailable,
    "SQLITE_PERM": StorageUnavailable,
    "SQLITE_AUTH": StorageUnavailable,
    "SQLITE_CORRUPT": StorageDamaged,
    "SQLITE_NOTADB": StorageDamaged,
}
# https://www.postgresql.org/docs/current/errcodes-appendix.html; the longest matching beginning wins
_BY_SQLSTATE: dict[str, type[StorageError]] = {
    "55P03": StorageBusy,  # a lock was not to be had
    "57014": StorageBusy,  # the statement took too long
    "40": StorageBusy,  # a deadlock, or somebody else's change came between
    "25006": StorageReadOnly,
    "53": StorageUnavailable,  # connections, memory
    "53100": StorageFull,
    "08": StorageUnavailable,
    "57P": StorageUnavailable,  # it is stopping or starting
    "25P03": StorageUnavailable,  # the server ended a transaction that stood idle
    "28": StorageUnavailable,  # user or password
    "3D000": StorageUnavailable,  # no such database
    "58": StorageUnavailable,
    "XX001": StorageDamaged,
    "XX002": StorageDamaged,
}
_BY_ERRNO: dict[int | None, type[StorageError]] = {
    errno.ENOSPC: StorageFull,
    errno.EDQUOT: StorageFull,
    errno.EROFS: StorageReadOnly,
}


def mapped(error: BaseException) -> BaseException:
    """The StorageError an SQL or file error stands for; any other error as it is."""
    if isinstance(error, StatementError) and not isinstance(error, DBAPIError):
        return error.orig or error  # our own mistake in a value, such as a naive datetime
    if isinstance(error, DBAPIError):
        # Undoing after an error may fail too ("no such savepoint"); what came before it says what happened.
        known = [
            _named(e.orig, _place(e.statement), isinstance(e, IntegrityError)) for e in _and_before(error)
        ]
        return next((telling for telling in known if type(telling) is not StorageError), known[0])
    if isinstance(error, sqlite3.Error):
        return _named(error, "", isinstance(error, sqlite3.IntegrityError))
    if isinstance(error, NoConnectionFree):
        return StorageBusy("no connection became free in time")
    if isinstance(error, OSError):
        return _BY_ERRNO.get(error.errno, StorageUnavailable)(
            errno.errorcode.get(error.errno or 0, "OSError")
        )
    return error


def _and_before(error: BaseException | None) -> Iterator[DBAPIError]:
    while error is not None:
        if isinstance(error, DBAPIError):
            yield error
        error = error.__context__


def _named(error: BaseException | None, place: str, conflict: bool) -> StorageError:
    # The driver's own sentence may quote values (PostgreSQL names the row that was in the way), so only its name is kept.
    name = getattr(error, "sqlite_errorname", None) or type(error).__name__
    if (state := getattr(error, "sqlstate", "")) != "":  # psycopg's
        # Without a state no server was reached, or the driver itself refused what we asked.
        known, said = _BY_SQLSTATE, state or ("08" if name in ("OperationalError", "InterfaceError") else "")
        name = name if state or not said else f"the server cannot be reached ({name})"
    else:
        known, said = _BY_SQLITE_NAME, name
    matches = [beginning for beginning in known if said.startswith(beginning)]
    kind = known[max(matches, key=len)] if matches else StorageError
    return (StorageConflict if conflict else kind)(f"{name} {place}".strip())


def _place(statement: str | None) -> str:
    return "in " + " ".join(statement.split()[:3]) if statement else ""
