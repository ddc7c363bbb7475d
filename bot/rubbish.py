"""When Python looks for rubbish, objects that hold only each other. While the bot starts there is none, and looking
for it takes a quarter of the time until somebody is answered.
"""

import gc

NEW_THINGS = 20_000  # made before the next look: an answer makes a thousand, and none of them is rubbish yet


def leave() -> None:
    """Do not look until `look_again`."""
    gc.disable()


def look_again() -> None:
    """All that is there now stays (content, libraries) and is never gone through again; what is made later is."""
    gc.freeze()
    gc.set_threshold(NEW_THINGS, 20, 20)
    gc.enable()
