"""Who is asking: the door a person came in by, unless the message itself says it plainly."""

from enum import StrEnum

from bot.care.people import Profile
from bot.care.search_reading import Question


class Voice(StrEnum):
    """Whose answers fit; OTHER is dispatch and corrections, whom the police-only lines do not serve."""

    OFFICER = "officer"
    FAMILY = "family"
    DEPARTMENT = "department"
    OTHER = "other"
    UNKNOWN = "unknown"


RELATIVES = frozenset(("husband", "wife", "partner", "father", "mother", "parents_of", "sibling"))
"""Concepts that name somebody's relative; with an officer in the same message a relative is asking."""
OUTSIDE_POLICE = frozenset(("dispatcher", "corrections"))


def voice_of(question: Question, profile: Profile) -> Voice:
    """The voice the answer is chosen for."""
    own = Voice(str(profile.audience))
    said = question.concepts
    if own in (Voice.OFFICER, Voice.UNKNOWN) and not RELATIVES & said and OUTSIDE_POLICE & said:
        return Voice.OTHER
    if own is Voice.UNKNOWN and RELATIVES & said and "officer" in said:
        return Voice.FAMILY
    return own
