"""Lines from a terminal, a pipe, a file or an iterator, without blocking the bot."""

import asyncio
import codecs
import io
import os
from collections.abc import AsyncIterator
from threading import Thread
from typing import TextIO

CHUNK = 65536


async def lines_of(source: AsyncIterator[str] | TextIO) -> AsyncIterator[str]:
    """Each line as it comes, until the end of input. Bytes that are not UTF-8 are replaced."""
    if isinstance(source, AsyncIterator):
        async for line in source:
            yield line
        return
    try:
        descriptor = source.fileno()
    except io.UnsupportedOperation:
        for line in source:
            yield line
        return
    async for line in _from_descriptor(descriptor):
        yield line


async def _from_descriptor(descriptor: int) -> AsyncIterator[str]:
    """Read with os.read: a thread that waits inside a buffered reader would abort the interpreter when it leaves."""
    arrived: asyncio.Queue[bytes] = asyncio.Queue()
    loop = asyncio.get_running_loop()
    Thread(target=_pump, args=(descriptor, loop, arrived), daemon=True).start()
    decoder = codecs.getincrementaldecoder("utf-8")("replace")
    held = ""
    while chunk := await arrived.get():
        *whole, held = (held + decoder.decode(chunk)).split("\n")
        for line in whole:
            yield line
    if held := held + decoder.decode(b"", final=True):
        yield held


def _pump(descriptor: int, loop: asyncio.AbstractEventLoop, arrived: asyncio.Queue[bytes]) -> None:
    while not loop.is_closed():
        try:
            chunk = os.read(descriptor, CHUNK)
        except OSError:
            chunk = b""
        try:
            loop.call_soon_threadsafe(arrived.put_nowait, chunk)
        except RuntimeError:  # the loop has ended meanwhile
            return
        if not chunk:
            return
