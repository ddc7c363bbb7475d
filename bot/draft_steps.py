"""What a tap makes of a draft. Pure: a step that does not follow from the one before it is no step."""

from collections.abc import Mapping
from dataclasses import replace

from bot.care.broadcast import Wording
from bot.care.safe_messaging import Finding
from bot.care.tips import Tip, TipAudience, TipTopic
from bot.drafts import At, Draft
from bot.library import Library

WRITING_AGAIN = frozenset({At.SOURCE, At.WRITING, At.FINDINGS, At.WRITTEN, At.ABOUT})
CHOOSING = frozenset({At.SOURCE, At.TOPICS, At.TIPS, At.TIP})
LEADS: Mapping[At, frozenset[At]] = {
    At.WRITING: WRITING_AGAIN,
    At.WRITTEN: frozenset({At.WRITING}),
    At.TOPICS: CHOOSING,
    At.TIPS: frozenset({At.TIP}),
    At.TOPIC: frozenset({At.WRITTEN, At.FINDINGS}),
    At.AUDIENCE: frozenset({At.TIP}),
    At.TIME: frozenset({At.CONFIRM}),
}


class DraftSteps:
    """One for the whole house; knows the library, keeps nothing."""

    def __init__(self, library: Library) -> None:
        self._library = library

    def after(self, draft: Draft, step: str, choice: str) -> Draft | None:
        """The draft after this tap; None when the tap makes no sense where the draft is."""
        if step == "step":
            return self._stepped(draft, choice)
        if step in ("lang", "add") and choice in self._library.sentences.languages:
            there = draft.step is (At.WRITING if step == "lang" else At.WRITTEN)
            return replace(draft, lang=choice, step=At.WRITING) if there else None
        if step == "stay" and draft.step is At.INSTEAD:
            return replace(draft, held=None, step=At.FINDINGS if self.findings(draft) else At.WRITTEN)
        if step == "keep" and draft.step is At.FINDINGS:
            kept = replace(draft, kept=(*draft.kept, f"{draft.lang} {choice}"))
            return kept if self.findings(kept) else replace(kept, step=At.WRITTEN)
        return self._chosen(draft, step, choice)

    def findings(self, draft: Draft) -> tuple[Finding, ...]:
        """What still stands in the way: what must change, and advice nobody has answered."""
        return tuple(
            found
            for lang, words in draft.written.items()
            for found in self._library.linter.look(words.plain, lang, words.links)
            if found.blocks or f"{lang} {found.rule}" not in draft.kept
        )

    def suits(self, draft: Draft) -> tuple[TipAudience, ...]:
        """Who may get it: a tip of the library only those it was written for."""
        tip = self.tip(draft.tip)
        return tuple(one for one in TipAudience if tip is None or tip.suits(one))

    def tip(self, tip_id: str) -> Tip | None:
        """The tip of the library by that id."""
        return next((one for one in self._library.tips if one.id == tip_id), None)

    def _stepped(self, draft: Draft, choice: str) -> Draft | None:
        step = next((one for one in At if one == choice), None)
        if step is None or draft.step not in LEADS.get(step, frozenset()):
            return None
        if step in (At.TOPIC, At.WRITTEN) and (not draft.written or self.findings(draft)):
            return None
        if step is At.WRITTEN:  # another language was begun, and is left after all
            return replace(draft, step=step, lang=next(iter(draft.written)))
        if step is At.WRITING:
            return replace(draft, step=step, tip="", held=None, danger="")
        if step in (At.TOPICS, At.TIPS):
            return replace(draft, step=step, tip="", written={})
        return replace(draft, step=step)

    def _chosen(self, draft: Draft, step: str, choice: str) -> Draft | None:
        match step, draft.step:
            case "topic", At.TOPICS | At.TOPIC if choice in set(TipTopic):
                following = At.TIPS if draft.step is At.TOPICS else At.AUDIENCE
                return replace(draft, topic=choice, step=following)
            case "tip", At.TIPS if (tip := self.tip(choice)) and tip.topic == draft.topic:
                return replace(draft, tip=choice, step=At.TIP)
            case "audience", At.AUDIENCE if choice in set(self.suits(draft)):
                return replace(draft, audience=TipAudience(choice), step=At.TIME)
            case "waking", At.TIME:
                return replace(draft, waking=choice == "on")
        return None


def wording_of(draft: Draft) -> Wording:
    """What a finished draft says."""
    if draft.tip:
        return Wording(tip=draft.tip)
    photo = next((one.photo for one in draft.written.values() if one.photo), "")
    return Wording(texts={lang: words.html for lang, words in draft.written.items()}, photo=photo)
