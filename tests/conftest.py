"""Fixtures every room uses: a house with people in it."""

import gc
import os
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest

from tests import postgres
from tests.chat import Chatter, House, open_house

# PTB 22 warns at every 429 it parses unless told which type its next release will use; warnings are errors here.
os.environ.setdefault("PTB_TIMEDELTA", "true")


@pytest.fixture
async def house(tmp_path: Path) -> AsyncIterator[House]:
    """The running bot on an empty database."""
    async with open_house(tmp_path) as running:
        yield running


@pytest.fixture
def officer(house: House) -> Chatter:
    """An officer who speaks English."""
    return house.person("Sam")


@pytest.fixture
def spouse(house: House) -> Chatter:
    """A family member who speaks Spanish."""
    return house.person("Ana", "es")


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[postgres.Server]:
    """A PostgreSQL server of this test process, started when first asked for."""
    with postgres.running() as server:
        yield server


@pytest.fixture(autouse=True, scope="module")
def _nothing_kept_for_ever() -> Iterator[None]:
    """Content that a bot read is never looked through for rubbish again; here hundreds of bots come and go."""
    yield
    gc.unfreeze()
