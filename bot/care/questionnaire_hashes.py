"""Fingerprints of an instrument's words and counting: a changed word voids its published cut-offs, so it must be seen."""

import hashlib
import json

from bot.care.questionnaires import Item, Option, Questionnaire


def item_hash(questionnaire: Questionnaire, item: Item) -> str:
    """Of an item's words, its answers with their values, and what an answer sets off."""
    answers = [_option(one) for one in questionnaire.options_of(item)]
    return _hash([item.id, dict(item.text), answers, item.scored, item.safety_from, item.ends_at])


def stem_hash(questionnaire: Questionnaire) -> str:
    """Of the words above the items; empty where there are none."""
    return _hash(dict(questionnaire.stem)) if questionnaire.stem else ""


def scoring_hash(questionnaire: Questionnaire) -> str:
    """Of which items are counted together, from where on it is positive, and where the bands begin."""
    return _hash([one.model_dump(mode="json") for one in questionnaire.scales])


def changed(questionnaire: Questionnaire) -> dict[str, str]:
    """What no longer has the hash written beside it: where, and the hash it would have now."""
    now = {
        "stem_hash": (questionnaire.stem_hash, stem_hash(questionnaire)),
        "scoring_hash": (questionnaire.scoring_hash, scoring_hash(questionnaire)),
        **{f"item {item.id}": (item.hash, item_hash(questionnaire, item)) for item in questionnaire.items},
    }
    return {where: actual for where, (written, actual) in now.items() if written != actual}


def _option(option: Option) -> list[object]:
    return [option.value, dict(option.label)]


def _hash(what: object) -> str:
    text = json.dumps(what, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()[:16]
