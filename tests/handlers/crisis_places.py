"""Puts people at a step of the crisis protocol without walking there, and says where they stand."""

from bot.context import Person
from bot.screens import pack
from tests.chat import Chatter, House


async def at(house: House, name: str, lang: str, step: str) -> Chatter:
    """Somebody new who was just shown this step."""
    someone = house.person(name, lang)
    await someone.says("/start")
    flow = house.bot.services.library.flows["crisis"]
    came = [(one.id, choice.id) for one in flow.steps.values() for choice in one.choices if choice.to == step]
    came = [(one, choice) for one, choice in came if one != step]
    if came:
        data = pack("crisis", *came[0])
        await someone.does(someone.person.taps(data, someone.person.last_with_buttons, anyway=True))
    else:
        desk, known = house.bot.services.crisis_desk, await _known(house, someone)
        begun = {first: topic for topic, first in flow.begins.items()}
        asked = {first: topic for topic, first in flow.asks.items()}
        await (desk.begin(known, begun[step]) if step in begun else desk.ask(known, asked[step]))
    assert await step_of(house, someone) == step
    return someone


async def step_of(house: House, someone: Chatter) -> str:
    """The step that is open, or ""."""
    found = await house.bot.services.crisis_desk._kept.find(await _known(house, someone))
    return found.step if found else ""


async def _known(house: House, someone: Chatter) -> Person:
    services, person = house.bot.services, someone.person
    pseudonym = services.vault.pseudonym(person.id)
    profile = await services.profiles.of(pseudonym, person.user.get("language_code"))
    return Person(person.id, pseudonym, profile)
