"""Tips in a department's own channels and groups: the words alone, and a way to a private chat. Nothing about a person."""

import logging

from bot.broadcast_letters import body
from bot.care.broadcast import Wording
from bot.delivery.lanes import Lane
from bot.delivery.letters import Letter
from bot.delivery.sender import Outcome
from bot.library import Library
from bot.screens import Button, Screen
from bot.services import Services
from storage import channels
from storage.channels import Post, Posted
from storage.errors import StorageError

log = logging.getLogger("statuscheck.channels")

ENDS = {
    Outcome.SENT: Posted.SENT,
    Outcome.BLOCKED: Posted.REFUSED,
    Outcome.REFUSED: Posted.REFUSED,
    Outcome.UNKNOWN: Posted.UNKNOWN,
    Outcome.NOT_SENT: Posted.PLANNED,  # it never left
}


def post_of(library: Library, wording: Wording, lang: str, bot_name: str) -> Letter | None:
    """What everybody in the channel reads; None when the library holds that tip no longer."""
    words = body(library, wording, lang)
    if words is None:
        return None
    way = Button(library.text("channel-post-way", lang), url=f"https://t.me/{bot_name}")
    text = f"{words}\n\n<i>{library.text('channel-post-foot', lang)}</i>"
    return Letter(Screen(text, ((way,),), key="channel-post-foot"), wording.photo)


class ChannelPosts:
    """One tick: post what is planned, one after the other."""

    def __init__(self, services: Services) -> None:
        self._services = services

    async def run(self) -> None:
        """Raises StorageError when nothing can be read."""
        services, now = self._services, self._services.clock.now()
        for post in await services.storage.write(
            lambda session: channels.take(session, services.vault, now=now)
        ):
            await self._settle(post, await self._post(post))

    async def _post(self, post: Post) -> Posted:
        services = self._services
        try:
            wording = Wording.read(post.wording)
        except ValueError:
            return Posted.SKIPPED
        name = services.letters.username
        letter = post_of(services.library, wording, post.channel.lang, name)
        if letter is None:
            return Posted.SKIPPED
        sent = await services.letters.send(post.channel.chat_id, letter, lane=Lane.BROADCAST)
        return ENDS[sent.outcome]

    async def _settle(self, post: Post, end: Posted) -> None:
        try:
            await self._services.storage.write(lambda session: channels.settle(session, post, end))
        except StorageError as error:  # after its lease it counts as unknown
            log.warning("a post could not be settled: %s", type(error).__name__)
