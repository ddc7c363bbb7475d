"""Whether the numbers of the records have a shape that can be dialled. It proves shape, never ownership.

Apart from the records themselves, so that the bot starts without the weight of phonenumbers.
"""

from collections.abc import Iterable, Iterator

import phonenumbers

from bot.care.resources import Resource


def number_problems(resources: Iterable[Resource]) -> list[str]:
    """What is wrong with the numbers, each line naming record and number; empty when all can be dialled."""
    return [f"[{resource.id}] {problem}" for resource in resources for problem in _of(resource)]


def _of(resource: Resource) -> Iterator[str]:
    for phone in resource.phones:
        for country in phone.works_in:
            if not _is_short_code(phone.link, country):
                yield f"{phone.dial} is no short code in {country}"
    for contact in (*resource.phones, *resource.texts):
        if contact.e164 is not None and not _is_valid(contact.e164):
            yield f"{contact.e164} is not a valid number"


def _is_short_code(digits: str, country: str) -> bool:
    number = phonenumbers.parse(digits, country)
    return phonenumbers.is_possible_short_number_for_region(number, country)


def _is_valid(e164: str) -> bool:
    try:
        return phonenumbers.is_valid_number(phonenumbers.parse(e164))
    except phonenumbers.NumberParseException:
        return False
