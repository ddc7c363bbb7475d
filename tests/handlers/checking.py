"""A check-in as a person goes through it: tests say only what is different."""

from tests.chat import Chatter


async def no_to_all(someone: Chatter, today: str = "6") -> None:
    """From /check to what weighs: a number, and no to the four straight questions."""
    await someone.says("/check")
    await someone.taps("checkin-hello.start")
    await someone.taps(today)
    for number in range(1, 5):
        someone.sees(f"checkin-asq-{number}")
        await someone.taps("checkin-no")


async def to_the_questions(someone: Chatter, weighs: str = "sleep") -> None:
    """As far as the offer of the first questionnaire."""
    await no_to_all(someone)
    await someone.taps(f"checkin-weighs.{weighs}")
    if weighs == "call":
        await someone.taps("checkin-call.older")
    await someone.taps("checkin-listen.go_on")


async def answers(someone: Chatter, *labels: str) -> None:
    """One label an item."""
    for label in labels:
        await someone.taps(label)


async def to_the_result(someone: Chatter, *labels: str) -> None:
    """Through PHQ-4 with these answers; all of them "Not at all" without any."""
    await to_the_questions(someone)
    await someone.taps("checkin-ok")
    await answers(someone, *(labels or ("Not at all",) * 4))
