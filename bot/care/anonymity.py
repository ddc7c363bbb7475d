"""How many, without saying how many: people are only ever counted in bands, and never in one under eleven."""

from dataclasses import dataclass

FLOOR = 11  # people: cells of 10 and less stay hidden, as in the CMS cell size suppression policy


@dataclass(frozen=True, slots=True)
class Band:
    """A range of people, both ends included; `most` is None for the open one at the top."""

    least: int
    most: int | None

    def __str__(self) -> str:
        """For an operator's screen; people in the chat get the sentence of their language."""
        if self.least < FLOOR:
            return f"fewer than {FLOOR}"
        return f"{self.least}-{self.most}" if self.most else f"more than {self.least - 1}"


BANDS = (
    Band(0, FLOOR - 1),
    Band(FLOOR, 25),
    Band(26, 50),
    Band(51, 100),
    Band(101, 250),
    Band(251, 500),
    Band(501, 1000),
    Band(1001, None),
)


def band(people: int) -> Band:
    """The band a count lies in. Raises ValueError for less than nobody."""
    if people < 0:
        raise ValueError("a count of people begins at zero")
    return next(one for one in reversed(BANDS) if people >= one.least)
