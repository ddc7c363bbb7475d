"""Who is being helped: only what is needed to give the right place for this person, never who they are."""

from dataclasses import dataclass
from enum import StrEnum


class Audience(StrEnum):
    """Whose door a person came in by; it chooses wording and order, never what help may be seen."""

    OFFICER = "officer"
    FAMILY = "family"
    DEPARTMENT = "department"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Profile:
    """What an answer depends on.

    `lang` is an ISO 639-1 code that has sentences; `country` an ISO 3166-1 alpha-2 code, chosen by the
    person or the operator and never guessed from language; `region` the English name of a state or province.
    """

    lang: str = "en"
    country: str = "US"
    region: str | None = None
    audience: Audience = Audience.UNKNOWN
