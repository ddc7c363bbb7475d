"""What coordinators may write, and where it stands: with our records, last on the ladder, before no crisis line."""

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.care.local_contacts import (
    LASTS,
    LONGEST,
    LocalContact,
    LocalKind,
    Refused,
    asks_for_own,
    number_in,
    spoken,
    typed,
)
from bot.care.needs import SUICIDAL
from bot.care.next_steps import ways
from bot.care.people import Audience, Profile
from bot.care.resources import Resource
from bot.local_help import LocalHelp, record_of
from bot.resource_cards import ResourceCards
from tests.chat import the_library

TODAY = date(2026, 11, 23)
OFFICER = Profile(audience=Audience.OFFICER)


def _contact(
    kind: LocalKind = LocalKind.PEER, *, number: int = 1, family: bool = False, **changed: Any
) -> LocalContact:
    fields: dict[str, Any] = {
        "id": number, "department_id": 3, "department": "Metro PD", "kind": kind, "country": "US", "name": "Metro Help",
        "who_answers": "An officer", "phone": "+13035552368", "url": "", "hours": "", "privacy": "Nobody at work",
        "for_family": family, "checked_on": TODAY,
    }  # fmt: skip
    return LocalContact(**{**fields, **changed})


def _record(kind: LocalKind = LocalKind.PEER, *, family: bool = False) -> Resource:
    return record_of(the_library(), _contact(kind, family=family))


@pytest.mark.parametrize(
    "text",
    ["I want to talk to someone from my department", "Who can I call at my department?", "help from my own agency",
     "quiero hablar con alguien de mi departamento", "¿Qué ayuda tiene mi departamento?", "apoyo en mi corporación"],
)  # fmt: skip
def test_asking_for_ones_own_people_is_understood(text: str) -> None:
    assert asks_for_own(text)


@pytest.mark.parametrize(
    "text",
    ["I want to talk to someone outside my department", "will people in my department know that I called",
     "I want to talk to someone who is not from my department", "I need help but nobody in my department can know",
     "talk about someone in my department", "someone from my department died", "help without telling anyone at my agency",
     "hablar con alguien que no sea de mi departamento", "ayuda sin que nadie de mi departamento se entere",
     "quiero hablar con alguien fuera de mi departamento", "my department", "talk to someone"],
)  # fmt: skip
def test_keeping_away_from_them_is_not_asking_for_them(text: str) -> None:
    assert not asks_for_own(text)


@pytest.mark.parametrize("kind", LocalKind)
@pytest.mark.parametrize("audience", [Audience.OFFICER, Audience.FAMILY])
def test_on_the_ladder_it_is_the_way_through_the_agency_and_comes_last(
    kind: LocalKind, audience: Audience
) -> None:
    library = the_library()
    record, profile = _record(kind, family=True), Profile(audience=audience)
    rungs = library.companions.checkin.rungs
    found = ways(rungs, [record, *library.resources.values()], {}, profile, frozenset(), TODAY)
    assert [way.found.id for way in found].index(record.id) == len(found) - 1
    assert found[0].found.id != record.id
    assert "eap" not in {way.found.id for way in found}


def test_family_is_not_led_to_what_is_for_officers() -> None:
    library = the_library()
    profile = Profile(audience=Audience.FAMILY)
    found = ways(library.companions.checkin.rungs, [_record()], {}, profile, frozenset(), TODAY)
    assert found == ()


@pytest.mark.parametrize("lang", ["en", "es"])
@pytest.mark.parametrize("kind", LocalKind)
def test_it_leads_its_lists_wherever_its_people_live_but_never_the_one_for_a_life_in_danger(
    kind: LocalKind, lang: str
) -> None:
    library, record = the_library(), _record(kind)
    local = LocalHelp((record,), ("Metro PD",))
    cards = ResourceCards(library)
    shown = set()
    for country in ("US", "CA", "ZZ"):
        profile = Profile(lang=lang, country=country, audience=Audience.OFFICER)
        for need in (one for one in library.needs if not one.shelf and Audience.OFFICER in one.audiences):
            found = cards.found_for(need, profile, TODAY, (), local)
            if record in found:
                shown.add(need.id)
                place = found.index(record)
                assert place > 0 if need.id == SUICIDAL else place == 0, (need.id, country)
    assert shown or kind is LocalKind.CHAPLAIN


def test_after_half_a_year_it_is_too_old() -> None:
    one = _contact(checked_on=TODAY - LASTS)
    assert not one.is_old(TODAY)
    assert one.is_old(TODAY + timedelta(days=1))


@pytest.mark.parametrize(
    ("said", "country", "kept", "read"),
    [
        ("303-555-2368", "US", "+13035552368", "(303) 555-2368"),
        ("+44 20 7946 0018", "US", "+442079460018", "+44 20 7946 0018"),
        ("020 7946 0018", "GB", "+442079460018", "020 7946 0018"),
    ],
)
def test_a_number_is_kept_one_way_and_read_as_at_home(said: str, country: str, kept: str, read: str) -> None:
    assert typed("phone", said, country) == kept
    assert spoken(kept, country) == read


@pytest.mark.parametrize("said", ["911", "988", "12", "my desk", "303-555-2368 x4", "+999 123"])
def test_what_nobody_can_dial_is_refused(said: str) -> None:
    with pytest.raises(Refused, match="local-bad-phone"):
        typed("phone", said, "US")


@given(field=st.sampled_from(sorted(LONGEST)), text=st.text(max_size=300))
def test_whatever_is_typed_is_kept_safely_or_refused_with_a_sentence(field: str, text: str) -> None:
    kept, refused = "", ""
    try:
        kept = typed(field, text, "US")
    except Refused as error:
        refused = str(error)
    if refused:
        assert the_library().sentences.has(refused, "es")
    else:
        changed: dict[str, Any] = {field: kept} if field != "url" else {"url": kept, "phone": ""}
        record = record_of(the_library(), _contact(**changed))
        assert record.name
        assert len(kept) <= LONGEST[field]


def test_a_records_id_tells_its_number_and_no_other_id_does() -> None:
    record = record_of(the_library(), _contact(LocalKind.EAP, number=17))
    assert number_in(record.id) == 17
    assert {number_in(one) for one in ("copline", "local-", "local-x-y", "")} == {-1}
    assert not any(one.startswith("local-") for one in the_library().resources)
