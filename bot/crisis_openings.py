"""How a crisis card begins, by what the words were about, and what it leaves out."""

from collections.abc import Mapping
from dataclasses import dataclass

from bot.care.crisis_contacts import Place

EVERY = (Place.POLICE_LINE, Place.GENERAL_LINE, Place.TEXT_LINE, Place.CHAT)
FIRST = "crisis-card-emergency-first"  # how the sentences begin that put the emergency number before all else


@dataclass(frozen=True, slots=True)
class Opening:
    """How a card begins and what it leaves out. `cards`: contact cards below it; each one stays in a phone's contacts."""

    says: tuple[str, ...]
    first: str = "crisis-card-call"
    emergency: str = "crisis-card-emergency"
    records: tuple[str, ...] = ()
    places: tuple[Place, ...] = EVERY
    cards: int = 2
    words_first: bool = False
    program: bool = True


OPENING: Mapping[str, Opening] = {
    "": Opening(("crisis-card-self",)),
    # Shaking hands: the emergency number, what to do about pills, one line. No list to read.
    "acute": Opening(
        ("crisis-card-acute", "crisis-card-cannot-call"), first="", emergency="crisis-card-emergency-first",
        records=("poison",), places=(Place.GENERAL_LINE,),
    ),
    # An emergency number typed, or "send help": that number, and that nobody here can call it.
    "emergency": Opening(
        ("crisis-card-cannot-call", "crisis-card-self"), first="", emergency="crisis-card-emergency-first",
        places=(Place.GENERAL_LINE,),
    ),
    "other_acute": Opening(
        ("crisis-card-cannot-call", "crisis-card-concern"), first="", emergency="crisis-card-emergency-first-other",
        records=("poison",), places=(Place.GENERAL_LINE,),
    ),
    "harm_others": Opening(("crisis-card-others",)),
    # Nothing that stays in the contacts, no line for officers (the officer may be the one), no word that gives it away.
    "violence_at_home": Opening(
        ("crisis-card-home", "crisis-card-home-quick"), first="", emergency="crisis-card-emergency-home",
        records=("home",), places=(), cards=0, program=False,
    ),
    "someone_else": Opening(
        ("crisis-card-concern",), first="crisis-card-concern-line", emergency="crisis-card-concern-emergency",
    ),
    "minor": Opening(("crisis-card-minor",), places=(Place.GENERAL_LINE, Place.TEXT_LINE, Place.CHAT)),
    # Grief is met before any number.
    "bereaved": Opening(
        ("crisis-card-bereaved",), first="", places=(Place.GENERAL_LINE, Place.POLICE_LINE), cards=0, words_first=True,
    ),
}  # fmt: skip
