"""Prints what no longer has the hash written beside it: `python -m tests.care.new_hashes`."""

from bot.care.questionnaire_hashes import changed
from tests.chat import the_library

if __name__ == "__main__":
    for one in the_library().questionnaires.values():
        for where, actual in changed(one).items():
            print(f"{one.id}.toml  {where}: {actual}")  # noqa: T201  what it is for
