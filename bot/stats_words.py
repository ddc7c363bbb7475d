"""A department's finished quarters in words: ranges, and "not shown" for what stays hidden."""

from bot.care.anonymity import Band
from bot.care.statistics import HIDDEN, Quarter, share_stayed, shown
from bot.library import Library


def told(library: Library, lang: str, department: str, quarters: tuple[Quarter, ...]) -> str:
    """What a coordinator reads of one department."""
    parts = [library.text("stats-head", lang, department=department)]
    parts += [_quarter(library, lang, one) for one in quarters]
    return "\n\n".join(parts if quarters else [*parts, library.text("stats-none", lang)])


def _quarter(library: Library, lang: str, one: Quarter) -> str:
    def say(key: str, **values: object) -> str:
        return library.text(key, lang, **values)

    number = (one.begins.month - 1) // 3 + 1
    name = say("stats-quarter-name", year=str(one.begins.year), number=number)
    lines = [say("stats-quarter", quarter=name), say("stats-tips", count=one.tips)]
    if one.joined == HIDDEN:
        return "\n".join([*lines, say("stats-small")])
    share = share_stayed(one)
    if share is not None and share[1] < 100:
        lines.append(say("stats-stayed-band", least=share[0], most=share[1]))
    elif share is not None:
        lines.append(say("stats-stayed-most", least=share[0]))
    yes, partly, no = (_words(library, lang, least) for least in one.answers)
    question = say(f"pulse-question-{one.question}")
    lines.insert(2, say("stats-joined", band=_words(library, lang, one.joined)))
    lines.append(say("stats-help", band=_words(library, lang, one.help)))
    lines.append(say("stats-question", question=question, yes=yes, partly=partly, no=no))
    return "\n".join(lines)


def _words(library: Library, lang: str, least: int) -> str:
    band: Band | None = shown(least)
    if band is None:
        return library.text("stats-hidden", lang)
    if band.most is None:
        return library.text("stats-many", lang, most=band.least - 1)
    return library.text("stats-between", lang, least=band.least, most=band.most)
