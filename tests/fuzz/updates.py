"""Any update that Telegram could send, and much it could not: wrong types, missing parts, huge and nested values."""

from typing import Any

from hypothesis import strategies as st

from bot.delivery.polling import ALLOWED_UPDATES

ME = 7_412_306_589
KINDS = [
    *ALLOWED_UPDATES, "channel_post", "edited_channel_post", "business_connection", "business_message", "inline_query",
    "chosen_inline_result", "poll", "poll_answer", "chat_member", "chat_join_request", "message_reaction", "chat_boost",
    "shipping_query", "pre_checkout_query", "purchased_paid_media", "no_such_kind", "",
]  # fmt: skip
WORDS = st.one_of(
    st.sampled_from(
        [
            "/start",
            "/find",
            "/check now",
            "/start x",
            "/broadcast",
            "1",
            "yes",
            "I want to kill myself",
            "eraseall",
            " ",
            "@bot",
        ]
    ),
    st.text(max_size=40),
    st.just("x" * 5000),
    st.just("\ud800 half a character"),
    st.just("\x00\u202e\ufeff"),
)
NUMBERS = st.one_of(
    st.integers(-5, 5), st.just(ME), st.just(-1001234567890), st.just(2**63), st.just(-(2**80))
)
ODD: st.SearchStrategy[Any] = st.recursive(
    st.one_of(st.none(), st.booleans(), NUMBERS, st.floats(), WORDS),
    lambda inner: st.one_of(
        st.lists(inner, max_size=3),
        st.dictionaries(st.sampled_from(["id", "text", "chat", "from", "x"]), inner, max_size=3),
    ),
    max_leaves=8,
)


class Deep(int):
    """A list in a list in a list, so many levels; made when it is sent, since no printer survives it."""


def sent(content: Any) -> Any:
    """As it goes out."""
    if not isinstance(content, Deep):
        return content
    found: Any = "x"
    for _ in range(content):
        found = {"reply_to_message": [found]}
    return found


def _dict(**fields: st.SearchStrategy[Any]) -> st.SearchStrategy[dict[str, Any]]:
    """Any of these may be missing, or be something else."""
    odd = {name: st.one_of(field, field, field, field, ODD) for name, field in fields.items()}
    return st.fixed_dictionaries({}, optional=odd) | st.fixed_dictionaries(fields)


USER = _dict(id=st.just(ME), is_bot=st.booleans(), first_name=WORDS, username=WORDS, language_code=WORDS)
CHAT = _dict(
    id=st.sampled_from([ME, -5, -1001234567890]),
    type=st.sampled_from(["private", "group", "supergroup", "channel"]),
    title=WORDS,
)
ENTITY = _dict(type=WORDS, offset=NUMBERS, length=NUMBERS, url=WORDS)
FILE = _dict(
    file_id=WORDS, file_unique_id=WORDS, file_name=WORDS, duration=NUMBERS, width=NUMBERS, height=NUMBERS
)
OPTION = _dict(text=WORDS, voter_count=NUMBERS)
POLL = _dict(
    id=WORDS, question=WORDS, options=st.lists(OPTION, max_size=2), total_voter_count=NUMBERS, is_closed=st.booleans(),
    is_anonymous=st.booleans(), type=WORDS, allows_multiple_answers=st.booleans(), explanation=WORDS,
)  # fmt: skip
HEAD = {"message_id": NUMBERS, "date": st.integers(0, 2**31), "chat": CHAT, "from": USER}
BODY = {
    "text": WORDS, "caption": WORDS, "entities": st.lists(ENTITY, max_size=3), "photo": st.lists(FILE, max_size=2),
    "voice": FILE, "document": FILE, "sticker": FILE, "quote": _dict(text=WORDS, position=NUMBERS),
    "poll": POLL, "contact": _dict(phone_number=WORDS, first_name=WORDS, vcard=WORDS),
    "location": _dict(latitude=st.floats(), longitude=st.floats()), "forward_origin": ODD,
    "reply_to_message": ODD, "migrate_to_chat_id": NUMBERS, "new_chat_members": st.lists(USER, max_size=2),
    "web_app_data": ODD,
    "checklist": ODD, "via_bot": USER, "sender_chat": CHAT, "is_topic_message": st.booleans(), "edit_date": NUMBERS,
}  # fmt: skip
MESSAGE = st.builds(
    lambda head, body: {**head, **body},
    st.one_of(st.fixed_dictionaries(HEAD), st.fixed_dictionaries({}, optional=HEAD)),
    st.fixed_dictionaries({}, optional=BODY),
)
QUERY = _dict(
    **{
        "id": WORDS,
        "from": USER,
        "chat_instance": WORDS,
        "data": WORDS,
        "message": MESSAGE,
        "game_short_name": WORDS,
    }
)
MEMBER = _dict(user=USER, status=st.sampled_from(["member", "kicked", "left", "x"]), until_date=NUMBERS)
CHANGE = _dict(
    **{"chat": CHAT, "from": USER, "date": NUMBERS, "old_chat_member": MEMBER, "new_chat_member": MEMBER}
)
CONTENT = st.one_of(MESSAGE, MESSAGE, MESSAGE, QUERY, CHANGE, ODD, st.integers(50, 900).map(Deep))
UPDATES = st.builds(lambda kind, content: (kind, content), st.sampled_from(KINDS), CONTENT)
