"""Typed words in the middle of the crisis protocol: which are listened to there, and which the house answers instead."""

from bot.care.spoken import SIGNS, Spoken

LISTENING = ("crisis-heard", "crisis-heard-more", "crisis-heard-still")
HELP = "help"
LEFT = (
    "left_alone"  # the step of who asked to be left alone; it says that one word is enough if it gets worse
)
ONE_WORD = 2  # words
HEARD = frozenset(
    {"hello", "thanks", "ok", "fine", SIGNS}
)  # a step that waits for an answer is not left for these


def is_the_one_word(spoken: Spoken, text: str) -> bool:
    """Whether this may be the word that says it got worse: nearly any is, but thanks and the name of a feature."""
    return len(text.split()) <= ONE_WORD and spoken.meant(text) in ("", "hello", SIGNS)
