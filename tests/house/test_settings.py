"""Settings: `.env.example` says the same as the code; a wrong one is named with what to write; weak secrets never pass."""

from pathlib import Path

import pytest

from bot.settings import Settings, SettingsError, env_example, read_settings

ROOT = Path(__file__).parents[2]
GOOD = {"telegram_bot_token": "123456:AAtoken", "secret_key": "0123456789abcdefghijklmnopqrstuvwxyz"}


def test_the_example_file_is_what_the_settings_say() -> None:
    assert (ROOT / ".env.example").read_text(encoding="utf-8") == env_example()


def test_every_setting_explains_itself() -> None:
    assert all(field.description for field in Settings.model_fields.values())


@pytest.mark.parametrize(
    ("given", "named"),
    [
        ({"listen": "nowhere"}, "LISTEN"),
        ({"default_country": "USA"}, "DEFAULT_COUNTRY"),
        ({"telegram_api_url": "127.0.0.1:8081"}, "TELEGRAM_API_URL"),
        ({"log_level": "LOUD"}, "LOG_LEVEL"),
        ({"webhook_url": "https://bot.example.org/hook"}, "WEBHOOK_SECRET"),
        ({"telegram_transport": "pigeon"}, "TELEGRAM_TRANSPORT"),
    ],
)
def test_a_wrong_setting_is_named(given: dict[str, str], named: str) -> None:
    with pytest.raises(SettingsError, match=named):
        read_settings(_env_file=None, **given)


@pytest.mark.parametrize("secret", ["", "short", "a" * 64, "change-me"])
def test_a_weak_secret_is_refused_for_real_people(secret: str) -> None:
    settings = read_settings(_env_file=None, **{**GOOD, "secret_key": secret})
    with pytest.raises(SettingsError, match="SECRET_KEY"):
        settings.for_live_use()


def test_a_missing_token_is_named_with_where_to_get_one() -> None:
    with pytest.raises(SettingsError, match=r"TELEGRAM_BOT_TOKEN.*BotFather"):
        read_settings(_env_file=None, secret_key=GOOD["secret_key"]).for_live_use()


def test_good_settings_pass_and_never_print_their_secrets() -> None:
    settings = read_settings(_env_file=None, **GOOD).for_live_use()
    assert GOOD["secret_key"] not in repr(settings)
    assert GOOD["telegram_bot_token"] not in repr(settings)


def test_settings_cannot_change_while_running() -> None:
    with pytest.raises(Exception, match="frozen"):
        read_settings(_env_file=None).listen = "0.0.0.0:80"  # type: ignore[misc]
