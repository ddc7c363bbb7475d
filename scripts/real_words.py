"""Writes bot/content/search/real_words.txt: everyday words that are never taken for a slip of one of ours.

    python scripts/real_words.py /usr/share/dict/american-english-small /usr/share/dict/british-english-small

English from Debian's packages wamerican-small and wbritish-small (SCOWL); Spanish is what our own texts say often.
"""

import re
import sys
from collections import Counter
from pathlib import Path

from bot.care.search_reading import fold

CONTENT = Path(__file__).parents[1] / "bot" / "content"
SHORTEST, LONGEST = 4, 9
"""Letters: shorter words are never mended, longer ones are hardly ever a slip of another."""
OFTEN = 3  # times a word stands in our Spanish texts; a misspelt one does not come back
HEAD = """\
# Real words, never taken for a slip of one of ours: "handful" is no "handgun". Made by scripts/real_words.py.
# English: SCOWL, Copyright 2000-2011 by Kevin Atkinson. Permission to use, copy, modify, distribute and sell these word
# lists, the associated scripts, the output created from the scripts, and its documentation for any purpose is hereby
# granted without fee, provided that the above copyright notice appears in all copies and that both that copyright
# notice and this permission notice appear in supporting documentation. Kevin Atkinson makes no representations about
# the suitability of this array for any purpose. It is provided "as is" without express or implied warranty.
# Spanish: words that our own texts say at least three times.
"""


def usable(words: list[str]) -> set[str]:
    """Those of the lengths that matter, in plain letters."""
    return {word for word in words if SHORTEST <= len(word) <= LONGEST and re.fullmatch("[a-z]+", word)}


def spanish() -> set[str]:
    """Words our Spanish texts say often."""
    texts = [
        path.read_text("utf-8")
        for part in ("sentences", "articles")
        for path in (CONTENT / part / "es").iterdir()
    ]
    texts += [path.read_text("utf-8") for path in (CONTENT / "risk" / "examples" / "es").iterdir()]
    times = Counter(word for text in texts for line in text.splitlines() for word in fold(line))
    return usable([word for word, seen in times.items() if seen >= OFTEN])


def main() -> None:
    """Write the file from the lists that are named."""
    lists = [Path(name).read_text("utf-8").split() for name in sys.argv[1:]]
    english = usable([word for words in lists for word in words])
    rows: dict[str, list[str]] = {}
    for word in sorted(english | spanish()):
        rows.setdefault(word[:2], []).append(word)
    lines = (" ".join(row) for row in rows.values())
    (CONTENT / "search" / "real_words.txt").write_text(HEAD + "\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
