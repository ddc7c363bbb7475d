"""A number as somebody typed it, as a contact of a record. Apart, so that the bot starts without phonenumbers."""

import re
from typing import Any

import phonenumbers
from phonenumbers import PhoneNumber, PhoneNumberFormat

SHORT = 6  # digits: longer ones are whole numbers everywhere we serve


class NoNumber(ValueError):
    """Not a number that can be called from there. Its text quotes it."""


def phone_of(typed: str, country: str, extension: str = "") -> dict[str, Any]:
    """`dial` and `e164` of a number, or a short code with the country it works in. Raises NoNumber.

    An extension stands in the label: a link cannot dial it.
    """
    digits = re.sub(r"\D", "", typed)
    if len(digits) <= SHORT and not re.search(r"[+A-Za-z]", typed):
        return _short(typed, digits, country)
    number = _parsed(typed, country)
    label = f"ext. {extension or number.extension}" if extension or number.extension else ""
    number.extension = None
    shown = phonenumbers.format_number(number, PhoneNumberFormat.NATIONAL)
    if number.country_code == 1:
        shown = f"1-{shown[1:4]}-{shown[6:]}" if shown.startswith("(") else f"1-{shown}"
    elif country not in phonenumbers.region_codes_for_country_code(number.country_code or 0):
        shown = phonenumbers.format_number(number, PhoneNumberFormat.INTERNATIONAL)
    found: dict[str, Any] = {
        "dial": shown,
        "e164": phonenumbers.format_number(number, PhoneNumberFormat.E164),
    }
    return found | ({"label": {"en": label, "es": label}} if label else {})


def _parsed(typed: str, country: str) -> PhoneNumber:
    try:
        number = phonenumbers.parse(typed, country)
    except phonenumbers.NumberParseException:
        raise NoNumber(f"{typed!r} is no telephone number") from None
    if not phonenumbers.is_valid_number(number):
        raise NoNumber(f"{typed!r} is not a number that can be called")
    return number


def _short(typed: str, digits: str, country: str) -> dict[str, Any]:
    if len(digits) >= 2 and country:
        number = phonenumbers.parse(digits, country)
        if phonenumbers.is_possible_short_number_for_region(number, country):
            return {"dial": digits, "works_in": [country]}
    raise NoNumber(f"{typed!r} is no telephone number")
