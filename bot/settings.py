"""Every setting, read once. The only module that looks at the environment; weak secrets never get past it."""

from typing import Annotated, Literal, Self
from urllib.parse import urlsplit

from pydantic import Field, SecretStr, ValidationError, field_validator, model_validator
from pydantic.fields import FieldInfo
from pydantic_core import ErrorDetails
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

TELEGRAM = "https://api.telegram.org"
FINDTREATMENT = "https://findtreatment.gov"
SECRET_LENGTH = 32  # characters; shorter keys can be guessed offline from a stolen database
SAME_CHARACTER = (
    8  # distinct characters a secret needs at least: "aaaa…" and "changemechangeme…" are not secrets
)


class SettingsError(Exception):
    """Settings that cannot be used. Its text names each setting, what is wrong and where to write it."""


class Settings(BaseSettings):
    """What an operator decides. Field order is the order of `.env.example`; its words are the help there."""

    model_config = SettingsConfigDict(
        frozen=True, extra="ignore", env_file=".env", env_file_encoding="utf-8", env_ignore_empty=True
    )

    telegram_bot_token: SecretStr | None = Field(
        None, description="The token @BotFather gave you. Without it only the sandbox runs."
    )
    telegram_api_url: str = Field(
        TELEGRAM, description="Any Bot API server, for example http://127.0.0.1:8081."
    )
    telegram_transport: Literal["aiohttp", "httpx"] = Field(
        "aiohttp", description="How Telegram is reached: aiohttp (3 to 12 times less work) or httpx."
    )
    database_url: str = Field(
        "sqlite:///./data/statuscheck.db", description="Where the little that is kept is kept."
    )
    secret_key: SecretStr | None = Field(
        None,
        description="Any string of 32 characters or more. Keys are derived from it. "
        "Lose it and what is stored cannot be read again. Make one: "
        "python3 -c 'import secrets; print(secrets.token_urlsafe(48))'",
    )
    old_secret_key: SecretStr | None = Field(
        None, description="The SECRET_KEY before this one, until `python -m bot keys rotate` has run."
    )
    keys_url: str | None = Field(
        None,
        description="Where each person's own key is kept, apart from what it opens. Without it: a file beside SQLite's, "
        "or a schema of its own in PostgreSQL.",
    )
    webhook_url: str | None = Field(
        None,
        description="Public https address Telegram calls. Without it the bot asks Telegram (long polling).",
    )
    webhook_secret: SecretStr | None = Field(
        None, description="Needed with WEBHOOK_URL: 16 to 256 characters of A-Z a-z 0-9 _ -."
    )
    listen: str = Field(
        "127.0.0.1:8080", description="host:port of the webhook, /healthz, /metrics and the sandbox page."
    )
    default_country: str = Field(
        "US", description="Two-letter country of a person who has not chosen one: US CA GB IE AU NZ."
    )
    content_packs: Annotated[tuple[str, ...], NoDecode] = Field(
        (), description="Folders with your department's own resources, separated by commas."
    )
    scored_checks: bool = Field(
        default=True,
        description="on or off. off: questionnaires are not counted and nobody gets a result, for countries where counting "
        "makes a medical device. Asking about safety, listening and finding help stay.",
    )
    findtreatment: str = Field(
        "off",
        description="on lets people in the US look up treatment near them at FindTreatment.gov. Asked by state only; "
        "nothing about a person goes out. Or the address of a server that answers in the same form.",
    )
    findtreatment_states: Annotated[dict[str, int], NoDecode] = Field(
        {},
        description="The numbers FindTreatment.gov gives to the states whose lists you want to show, checked by you, as "
        "XX=1,YY=2 (two letters each). Without any, people get a link around their ZIP and nothing is asked.",
    )
    broadcast_approval: Literal["on", "off"] = Field(
        "on",
        description="on: where a department has two coordinators or more, a second one has to approve each tip before it "
        "goes out. off: one is enough.",
    )
    log_level: Literal["DEBUG", "INFO", "WARNING", "ERROR"] = Field(
        "INFO", description="DEBUG, INFO, WARNING or ERROR. Messages are never logged at any level."
    )
    log_format: Literal["text", "json"] = Field(
        "text", description="text for people, json for machines: one object a line."
    )

    @field_validator("telegram_api_url")
    @classmethod
    def _url_without_tail(cls, value: str) -> str:
        if urlsplit(value).scheme not in {"http", "https"} or not urlsplit(value).netloc:
            raise ValueError(f"write a full address such as {TELEGRAM}")
        return value.rstrip("/")

    @field_validator("default_country")
    @classmethod
    def _two_letters(cls, value: str) -> str:
        if len(value) != 2 or not value.isalpha():
            raise ValueError("write a two-letter country code such as US or GB")
        return value.upper()

    @field_validator("content_packs", mode="before")
    @classmethod
    def _folders(cls, value: object) -> object:
        return (
            tuple(part.strip() for part in value.split(",") if part.strip())
            if isinstance(value, str)
            else value
        )

    @field_validator("findtreatment")
    @classmethod
    def _off_on_or_where(cls, value: str) -> str:
        if value.lower() in {"off", "on"}:
            return value.lower()
        if urlsplit(value).scheme not in {"http", "https"} or not urlsplit(value).netloc:
            raise ValueError("write off, on, or a full address")
        return value.rstrip("/")

    @field_validator("findtreatment_states", mode="before")
    @classmethod
    def _letters_and_numbers(cls, value: object) -> object:
        if not isinstance(value, str):
            return value
        pairs = [part.partition("=") for part in value.replace(" ", "").split(",") if part]
        if not all(len(name) == 2 and name.isalpha() and number.isdecimal() for name, _, number in pairs):
            raise ValueError("write two letters and a number for each state, for example XX=1,YY=2")
        return {name.upper(): int(number) for name, _, number in pairs}

    @field_validator("listen")
    @classmethod
    def _host_and_port(cls, value: str) -> str:
        host, _, port = value.rpartition(":")
        if not host or not port.isdigit() or int(port) > 65535:
            raise ValueError("write host:port, for example 127.0.0.1:8080")
        return value

    @model_validator(mode="after")
    def _webhook_needs_its_secret(self) -> Self:
        if self.webhook_url is None:
            return self
        if urlsplit(self.webhook_url).scheme not in {"http", "https"}:
            raise ValueError("WEBHOOK_URL: write a full https address")
        secret = self.webhook_secret.get_secret_value() if self.webhook_secret else ""
        if not 16 <= len(secret) <= 256 or not secret.replace("_", "").replace("-", "").isalnum():
            raise ValueError(
                "WEBHOOK_SECRET: needed with WEBHOOK_URL, 16 to 256 characters of A-Z a-z 0-9 _ -"
            )
        return self

    @property
    def listen_at(self) -> tuple[str, int]:
        """Host and port of LISTEN."""
        host, _, port = self.listen.rpartition(":")
        return host.strip("[]"), int(port)

    @property
    def findtreatment_url(self) -> str | None:
        """Where FindTreatment.gov is asked; None when it is switched off."""
        return {"off": None, "on": FINDTREATMENT}.get(self.findtreatment, self.findtreatment)

    def for_live_use(self) -> Self:
        """These settings, fit to meet real people. Raises SettingsError naming what is missing or weak."""
        problems = []
        if self.telegram_bot_token is None or ":" not in self.telegram_bot_token.get_secret_value():
            problems.append(
                "TELEGRAM_BOT_TOKEN: missing or not a token. Ask @BotFather for one; it looks like 123456:AbC…"
            )
        problems += _weaknesses(self.secret_key.get_secret_value() if self.secret_key else "")
        if problems:
            raise SettingsError(_told(problems))
        return self


def read_settings(**given: object) -> Settings:
    """Settings from the environment and `.env`; keyword arguments win. Raises SettingsError, never a traceback."""
    try:
        return Settings(**given)  # type: ignore[arg-type]  # pydantic checks what a caller gives by name
    except ValidationError as error:
        raise SettingsError(_told([_plain(problem) for problem in error.errors()])) from None


def _weaknesses(secret: str) -> list[str]:
    make_one = "Make one: python3 -c 'import secrets; print(secrets.token_urlsafe(48))'"
    if not secret:
        return [f"SECRET_KEY: missing. {make_one}"]
    if len(secret) < SECRET_LENGTH or len(set(secret)) < SAME_CHARACTER:
        return [f"SECRET_KEY: too weak, it needs {SECRET_LENGTH} random characters or more. {make_one}"]
    return []


def _plain(problem: ErrorDetails) -> str:
    where = "_".join(str(part) for part in problem["loc"]).upper()
    sentence = str(problem["msg"]).removeprefix("Value error, ")
    return f"{where}: {sentence}" if where else sentence


def _told(problems: list[str]) -> str:
    lines = "\n".join(f"  - {problem}" for problem in problems)
    return f"These settings need you. Write them in the environment or in the file .env:\n{lines}"


def env_example() -> str:
    """The text of `.env.example`: every setting with its words and its default, commented out."""
    head = (
        "# Settings of Status Check. Copy to .env and change what you need; lines with # are the defaults.\n"
    )
    return head + "".join(_example(name, field) for name, field in Settings.model_fields.items())


def _example(name: str, field: FieldInfo) -> str:
    default = ",".join(field.default) if isinstance(field.default, tuple) else field.default or ""
    default = "on" if default is True else default
    return f"\n# {field.description}\n#{name.upper()}={default}\n"
