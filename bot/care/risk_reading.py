"""Reads a message through its disguises: case, look-alike and invisible letters, leetspeak, spacing, misspelling.

Every step costs time in proportion to the length of the message; nothing here backtracks or remembers.
"""

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Self

LONGEST = 4096
"""Telegram's own limit for one message, in characters; what lies beyond is not read."""

STOP = "."
"""The word that stands for the end of a sentence; no phrase reaches across it."""

_LOOKALIKES = dict(
    zip(
        "авекмнорстухіѕјԁһѵԝɡɑıʟαβεικνορτυχγϲϳ",
        "abekmhopctyxisjdhvwgailabeiknoptuxycj",
        strict=True,
    )
)
_LEET = str.maketrans("013457!@$|+", "oieastiasit")
_MARKS = re.compile("[\u0300-\u036f\u20d0-\u20ff]+")
_PIECES = re.compile(
    r"[^\W_](?:[^\W_]|['@!$*|+](?=[^\W_]|\*+[^\W_]))*|[.!?;:\u2026\n]+|\"|,",
)
_SPACED = re.compile(r"(?<![^\W_])[^\W_](?:[ .\-_*/~]{1,4}[^\W_](?![^\W_'])){3,60}(?:(?<=\.[^\W_])\.)?")
_LONGEST_WORD = 12
_MOST_MASKED = 50
"""Words with letters starred out that are looked up in one message; a wall of them is not worth a second."""
_STRETCHED = re.compile(r"(.)\1{2,}")


def _folding() -> dict[int, str]:
    table: dict[int, str] = {}
    for odd, plain in _LOOKALIKES.items():
        table[ord(odd)] = table[ord(odd.upper()) if len(odd.upper()) == 1 else ord(odd)] = plain
    for quote in "\u2018\u2019\u201a\u02bc\u00b4`\u2032\uff07":
        table[ord(quote)] = "'"
    for quote in "\u201c\u201d\u201e\u00ab\u00bb\u2033\uff02":
        table[ord(quote)] = '"'
    for first, last in _INVISIBLE:
        table.update(dict.fromkeys(range(first, last + 1), ""))
    return table


_INVISIBLE = (
    (0x00AD, 0x00AD),
    (0x034F, 0x034F),
    (0x115F, 0x1160),
    (0x17B4, 0x17B5),
    (0x180B, 0x180F),
    (0x200B, 0x200F),
    (0x202A, 0x202E),
    (0x2060, 0x206F),
    (0x3164, 0x3164),
    (0xFE00, 0xFE0F),
    (0xFEFF, 0xFEFF),
    (0xFFA0, 0xFFA0),
    (0xE0000, 0xE01EF),
)


@dataclass(frozen=True, slots=True)
class Reading:
    """A message as plain words.

    `words` are lower-case, contractions opened, STOP between sentences; `quoted` holds, word by word, whether it
    stands between quotation marks; `commas` are the places in `words` before which a comma stood.
    """

    words: tuple[str, ...]
    quoted: frozenset[int]
    commas: frozenset[int]


@dataclass(frozen=True, slots=True)
class Speller:
    """What is known of words: how short forms open, how misspelt ones are meant, which are ordinary."""

    known: Mapping[str, tuple[str, ...]]
    mendable: Mapping[str, tuple[str, ...]]
    folding: Mapping[int, str]
    by_shape: Mapping[tuple[int, str], tuple[str, ...]]

    @classmethod
    def build(
        cls,
        *,
        opens: Mapping[str, str],
        mendable: Iterable[str],
        ordinary: Iterable[str],
        emoji: Mapping[str, str],
    ) -> Self:
        """`opens` maps a written form to the words it means; `mendable` words are recognised one slip away."""
        targets = [word for word in mendable if len(word) >= 5]
        known: dict[str, tuple[str, ...]] = {word: (word,) for word in (*ordinary, *targets)}
        known.update({short: tuple(full.split()) for short, full in opens.items()})
        mends: dict[str, list[str]] = {}
        for word in targets:
            for part in _one_letter_less(word):
                mends.setdefault(part, []).append(word)
        by_shape: dict[tuple[int, str], list[str]] = {}
        for word in known:
            for first in (word[0], "*"):
                by_shape.setdefault((len(word), first), []).append(word)
        folding = _folding() | {ord(sign): f" {word} " for sign, word in emoji.items()}
        shapes = {shape: tuple(words) for shape, words in by_shape.items()}
        return cls(known, {part: tuple(words) for part, words in mends.items()}, folding, shapes)

    def spell(self, piece: str) -> tuple[str, ...]:
        """The words that `piece` stands for; itself when nothing better is known."""
        found = self.known.get(piece)
        if found:
            return found
        if piece.isalpha() and len(piece) < 6 and not _STRETCHED.search(piece):
            return (piece,)
        return self._mend(piece)

    def _mend(self, piece: str) -> tuple[str, ...]:
        if not piece.isalpha():
            return self._unmask(piece)
        for times in (r"\1\1", r"\1"):
            shorter = _STRETCHED.sub(times, piece)
            if shorter in self.known:
                return self.known[shorter]
        meant = self._one_slip(piece)
        return (meant,) if meant else (piece,)

    def _unmask(self, piece: str) -> tuple[str, ...]:
        if piece.endswith("'s"):
            return self.spell(piece[:-2])
        if piece.isdigit():
            return (piece,)
        for guess in (
            piece.translate(_LEET),
            piece.translate(_LEET | {ord("1"): "l"}),
            piece.replace("'", ""),
        ):
            if guess in self.known:
                return self.known[guess]
            meant = self._one_slip(guess) if guess.isalpha() else ""
            if meant:
                return (meant,)
        if "*" in piece:
            return self._uncensor(piece)
        parts = [part for part in re.split(r"[^\w]+", piece) if part]
        return tuple(word for part in parts for word in self.known.get(part, (part,)))

    def _uncensor(self, piece: str) -> tuple[str, ...]:
        mask = piece[:24]
        for word in self.by_shape.get((len(mask), mask[0]), ()):
            if all(a in ("*", b) for a, b in zip(mask, word, strict=True)):
                return self.known[word]
        return (piece.replace("*", ""),)

    def _one_slip(self, piece: str) -> str:
        if not 6 <= len(piece) <= 14:
            return ""
        for part in _one_letter_less(piece):
            for word in self.mendable.get(part, ()):
                if word[0] == piece[0] and is_one_slip(piece, word):
                    return word
        return ""

    def read(self, text: str) -> Reading:
        """The reading of the first LONGEST characters of `text`; any string at all can be read."""
        words: list[str] = []
        quoted: set[int] = set()
        commas: set[int] = set()
        inside, masked = False, 0
        for piece in _PIECES.findall(self._plain(text)):
            if piece == '"':
                inside = not inside
            elif piece == ",":
                commas.add(len(words))
            elif piece[0] in ".!?;:\n\u2026":
                if words and words[-1] != STOP:
                    words.append(STOP)
            else:
                masked += "*" in piece
                spelt = self.spell(piece if masked <= _MOST_MASKED else piece.replace("*", "") or "*")
                if inside:
                    quoted.update(range(len(words), len(words) + len(spelt)))
                words.extend(spelt)
        return Reading(tuple(words), frozenset() if inside else frozenset(quoted), frozenset(commas))

    def fold(self, text: str) -> str:
        """`text` in small plain letters: no accents, look-alikes replaced, nothing invisible; LONGEST at most."""
        text = text[:LONGEST]
        if not text.isascii():
            text = unicodedata.normalize("NFKD", text.translate(self.folding))[:LONGEST]
            text = _MARKS.sub("", text).translate(self.folding)[:LONGEST]
        return text.casefold()

    def _plain(self, text: str) -> str:
        return _SPACED.sub(self._close_up, self.fold(text))

    def _close_up(self, match: re.Match[str]) -> str:
        """Letters written apart, put together: at wide gaps into words, else into the words that are known."""
        letters = re.findall(r"[^\W_]", match[0])
        gaps = re.findall(r"[ .\-_*/~]+", match[0])[: len(letters) - 1]  # a last full stop closes nothing up
        if len(set(gaps)) > 1:
            narrow = min(len(gap) for gap in gaps)
            joined = letters[0] + "".join(
                (" " if len(gap) > narrow else "") + letter
                for gap, letter in zip(gaps, letters[1:], strict=True)
            )
            return joined if any(len(part) > 2 for part in joined.split()) else match[0]
        return " ".join(self._cut("".join(letters))) or match[0]

    def _cut(self, letters: str) -> Sequence[str]:
        """`letters` as known words without remainder, as few as can be; nothing when that cannot be done."""
        plain = letters.translate(_LEET)
        fewest: list[tuple[int, int] | None] = [(0, 0), *[None] * len(plain)]
        for end in range(1, len(plain) + 1):
            for start in range(max(0, end - _LONGEST_WORD), end):
                before = fewest[start]
                if before is None or plain[start:end] not in self.known:
                    continue
                held = fewest[end]
                if held is None or before[0] + 1 < held[0]:
                    fewest[end] = (before[0] + 1, start)
        words: list[str] = []
        end = len(plain)
        while end and (way := fewest[end]) is not None:
            words.append(plain[way[1] : end])
            end = way[1]
        return words[::-1] if not end and max(map(len, words)) > 2 else ()


def _one_letter_less(word: str) -> list[str]:
    return [word] + [word[:i] + word[i + 1 :] for i in range(len(word))]


def is_one_slip(written: str, meant: str) -> bool:
    """Whether one letter left out, added, changed or two neighbours swapped turns `meant` into `written`."""
    if abs(len(written) - len(meant)) > 1 or written == meant:
        return False
    start = 0
    while start < min(len(written), len(meant)) and written[start] == meant[start]:
        start += 1
    a, b = written[start:], meant[start:]
    if len(a) == len(b):
        return a[1:] == b[1:] or (len(a) > 1 and a[0] == b[1] and a[1] == b[0] and a[2:] == b[2:])
    return a[1:] == b if len(a) > len(b) else a == b[1:]
