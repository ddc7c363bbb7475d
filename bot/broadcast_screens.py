"""What a coordinator sees while choosing, writing and sending a tip: one question a screen, as data."""

from collections.abc import Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.broadcast_letters import languages_of
from bot.care.anonymity import FLOOR, Band, band
from bot.care.broadcast import Wording
from bot.care.people import Profile
from bot.care.safe_messaging import OWN_DANGER, Finding
from bot.care.tips import Tip, TipAudience, TipTopic
from bot.drafts import At, Draft
from bot.library import Library
from bot.menu import back
from bot.resource_cards import spoken_date
from bot.screens import Button, Screen, escape, pack
from storage.broadcasts import Broadcast
from storage.departments import Standing

TAPS = "bc"  # short: a tip's id has to fit into 64 bytes with it


class BroadcastScreens:
    """One for the whole house; knows the words, decides nothing."""

    def __init__(self, library: Library) -> None:
        self._library = library

    def say(self, key: str, lang: str, **values: object) -> str:
        """A sentence."""
        return self._library.text(key, lang, **values)

    def plain(self, key: str, profile: Profile, **values: object) -> Screen:
        """One sentence and the way home."""
        return Screen(self.say(key, profile.lang, **values), (back(self._library, profile),), key=key)

    def departments(self, standings: Sequence[Standing], profile: Profile) -> Screen:
        """For which of several departments."""
        rows = tuple(
            (Button(one.department, pack(TAPS, "for", str(one.department_id))),) for one in standings
        )
        return Screen(self.say("broadcast-which", profile.lang), rows, key="broadcast-which")

    def source(self, draft: Draft, profile: Profile, under_way: Sequence[Broadcast] = ()) -> Screen:
        """From the library, or one's own words; and what waits or is on its way already."""
        lang = profile.lang
        going = tuple(
            (Button(self._going(one, lang), pack("bcrun", "show", str(one.id))),) for one in under_way
        )
        rows = (
            self._row("broadcast-library", draft, profile, "step", At.TOPICS),
            self._row("broadcast-write", draft, profile, "step", At.WRITING),
            *going,
        )
        return Screen(self.say("broadcast-source", lang), rows, key="broadcast-source")

    def _going(self, one: Broadcast, lang: str) -> str:
        return self.say(f"broadcast-going-{one.state}", lang, topic=self.topic(one.topic, lang))

    def topics(self, draft: Draft, profile: Profile) -> Screen:
        """What it is about; only topics that have a tip, when it comes from the library."""
        there = {tip.topic for tip in self._library.tips} if draft.step is At.TOPICS else set(TipTopic)
        buttons = [
            Button(self.topic(one, profile.lang), pack(TAPS, "topic", one.value, draft.version))
            for one in TipTopic
            if one in there
        ]
        rows = tuple(tuple(buttons[start : start + 2]) for start in range(0, len(buttons), 2))
        return Screen(self.say("broadcast-topic", profile.lang), rows, key="broadcast-topic")

    def topic(self, topic: TipTopic | str, lang: str) -> str:
        """Its name."""
        return self.say(f"tip-topic-{str(topic).replace('_', '-')}", lang)

    def tips(self, draft: Draft, profile: Profile) -> Screen:
        """The tips of a topic by their titles."""
        found = [tip for tip in self._library.tips if tip.topic == draft.topic]
        rows = tuple(
            (Button(tip.said(profile.lang)[0], pack(TAPS, "tip", tip.id, draft.version)),) for tip in found
        )
        other = self._row("broadcast-other-topic", draft, profile, "step", At.TOPICS)
        return Screen(self.say("broadcast-tips", profile.lang), (*rows, other), key="broadcast-tips")

    def tip(self, draft: Draft, tip: Tip, profile: Profile) -> Screen:
        """One tip, before it is chosen."""
        title, text = tip.said(profile.lang)
        rows = (
            self._row("broadcast-use", draft, profile, "step", At.AUDIENCE),
            self._row("broadcast-other-tip", draft, profile, "step", At.TIPS),
        )
        return Screen(f"<b>{escape(title)}</b>\n\n{escape(text)}", rows, key="broadcast-tip")

    def writing(self, draft: Draft, profile: Profile) -> Screen:
        """Send me the words."""
        name = self.say(f"language-name-{draft.lang}", profile.lang)
        others = [lang for lang in self._library.sentences.languages if lang != draft.lang]
        rows: list[tuple[Button, ...]] = [
            (Button(self._in(lang, profile.lang), pack(TAPS, "lang", lang, draft.version)),)
            for lang in others
            if lang not in draft.written
        ]
        if draft.written and draft.lang not in draft.written:
            rows.append(self._row("broadcast-without", draft, profile, "step", At.WRITTEN))
        text = self.say("broadcast-writing", profile.lang, language=name)
        return Screen(text, (*rows, self._away(draft, profile)), key="broadcast-writing")

    def about_you(self, draft: Draft, profile: Profile, numbers: Sequence[str]) -> Screen:
        """Its words sounded like danger. Numbers come first where they did so plainly."""
        rows = (
            self._row("broadcast-about-me", draft, profile, "me"),
            self._row("broadcast-about-tip", draft, profile, "not-me"),
        )
        text = "\n\n".join([*numbers, self.say("broadcast-about", profile.lang)])
        return Screen(text, rows, key="broadcast-about")

    def instead(self, draft: Draft, profile: Profile) -> Screen:
        """Other words came after it was read: which ones count."""
        rows = (
            self._row("broadcast-instead-new", draft, profile, "replace"),
            self._row("broadcast-instead-old", draft, profile, "stay"),
        )
        return Screen(self.say("broadcast-instead", profile.lang), rows, key="broadcast-instead")

    def finding(self, draft: Draft, found: Finding, left: int, profile: Profile) -> Screen:
        """One finding, why it matters, and what to write instead."""
        lang = profile.lang
        parts = [
            self.say("broadcast-finding-must" if found.blocks else "broadcast-finding-may", lang, left=left),
            f"<blockquote>{escape(found.quote)}</blockquote>" if found.quote else "",
            self.say(f"lint-{found.rule}", lang),
            self.say(f"lint-{found.rule}-instead", lang),
        ]
        rows = [self._row("broadcast-again", draft, profile, "step", At.WRITING)]
        if found.rule == OWN_DANGER:
            rows.insert(0, self._row("broadcast-about-me", draft, profile, "me"))
        if not found.blocks:
            rows.append(self._row("broadcast-keep", draft, profile, "keep", found.rule))
        text = "\n\n".join(part for part in parts if part)
        return Screen(text, (*rows, self._away(draft, profile)), key="broadcast-finding")

    def written(self, draft: Draft, profile: Profile) -> Screen:
        """Nothing (more) to change: another language, or on."""
        missing = [lang for lang in self._library.sentences.languages if lang not in draft.written]
        rows: list[tuple[Button, ...]] = [
            (Button(self._in(lang, profile.lang), pack(TAPS, "add", lang, draft.version)),)
            for lang in missing
        ]
        rows.append(self._row("broadcast-go-on", draft, profile, "step", At.TOPIC))
        key = "broadcast-written-more" if missing else "broadcast-written"
        return Screen(self.say(key, profile.lang), tuple(rows), key=key)

    def audience(self, draft: Draft, profile: Profile, suits: Sequence[TipAudience]) -> Screen:
        """Who gets it."""
        rows = tuple(
            (Button(self.whom(one, profile.lang), pack(TAPS, "audience", one.value, draft.version)),)
            for one in suits
        )
        return Screen(self.say("broadcast-audience", profile.lang), rows, key="broadcast-audience")

    def whom(self, audience: TipAudience, lang: str) -> str:
        """Its name."""
        return self.say(f"broadcast-to-{audience}", lang)

    def time(self, draft: Draft, profile: Profile, zone: str) -> Screen:
        """When, and whether people asleep wait for their morning."""
        rows = [
            self._row(f"broadcast-at-{choice}", draft, profile, "at", choice)
            for choice in ("now", "hour", "tomorrow", "monday")
        ]
        waking = "broadcast-waking-on" if draft.waking else "broadcast-waking-off"
        rows.append(self._row(waking, draft, profile, "waking", "off" if draft.waking else "on"))
        text = self.say("broadcast-time", profile.lang, zone=self._named(zone, profile.lang))
        return Screen(text, tuple(rows), key="broadcast-time")

    def confirm(
        self, draft: Draft, wording: Wording, profile: Profile, *, reach: Band, zone: str, waits: bool
    ) -> Screen:
        """Everything once more, after the preview."""
        lang = profile.lang
        spoken = [self.say(f"language-name-{one}", lang) for one in languages_of(self._library, wording)]
        lines = [
            self.say("broadcast-confirm", lang, languages=", ".join(spoken)),
            self.say(
                "broadcast-confirm-whom",
                lang,
                whom=self.whom(draft.audience or TipAudience.BOTH, lang),
                reach=self.people(reach.least, lang),
            ),
            self.when(draft.due_at, zone, lang),
            self.say("broadcast-confirm-waking" if draft.waking else "broadcast-confirm-any-hour", lang),
        ]
        if waits:
            lines.append(self.say("broadcast-confirm-second", lang))
        rows = (
            self._row("broadcast-hand-in" if waits else "broadcast-send", draft, profile, "send"),
            self._row("broadcast-change-time", draft, profile, "step", At.TIME),
            self._away(draft, profile),
        )
        return Screen("\n\n".join(lines), rows, key="broadcast-confirm")

    def when(self, due_at: datetime | None, zone: str, lang: str) -> str:
        """The time in words, on the coordinator's own clock."""
        if due_at is None:
            return self.say("broadcast-when-now", lang)
        here = due_at.astimezone(ZoneInfo(zone))
        day = spoken_date(here.date(), lang)
        return self.say(
            "broadcast-when-at", lang, day=day, time=f"{here:%H:%M}", zone=self._named(zone, lang)
        )

    def _named(self, zone: str, lang: str) -> str:
        return self._library.companions.places.name(zone, lang)

    def people(self, least: int, lang: str) -> str:
        """A band in words."""
        found = band(least)
        if found.least < FLOOR:
            return self.say("department-reach-few", lang, floor=FLOOR)
        if found.most is None:
            return self.say("department-reach-many", lang, most=found.least - 1)
        return self.say("department-reach-between", lang, least=found.least, most=found.most)

    def _row(
        self, key: str, draft: Draft, profile: Profile, step: str, choice: str = ""
    ) -> tuple[Button, ...]:
        return (Button(self.say(key, profile.lang), pack(TAPS, step, choice, draft.version)),)

    def _away(self, draft: Draft, profile: Profile) -> tuple[Button, ...]:
        return self._row("broadcast-throw-away", draft, profile, "away")

    def _in(self, lang: str, reader: str) -> str:
        return self.say("broadcast-write-in", reader, language=self.say(f"language-name-{lang}", reader))
