"""The parameters of one Bot API call: JSON values or form strings, read the way the real server reads them."""

import json
from collections.abc import Mapping
from typing import Any

from bot.sandbox.telegram_shapes import BadRequest, Json, Upload


def whole(value: Any, default: int = 0) -> int:
    """The whole number that a JSON value or form string stands for."""
    try:
        return int(value or default)
    except (TypeError, ValueError, OverflowError):
        return default


class Fields:
    """Typed access to the parameters and the uploaded files of one call."""

    def __init__(self, params: Mapping[str, Any], files: Mapping[str, Upload]) -> None:
        self._params = params
        self.files = files

    def has(self, name: str) -> bool:
        return self._params.get(name) not in (None, "")

    def text(self, name: str, default: str = "") -> str:
        value = self._params.get(name, default)
        return value if isinstance(value, str) else default if value is None else json.dumps(value)

    def integer(self, name: str, default: int = 0) -> int:
        """An absent or unreadable number is the default, as on the real server."""
        return whole(self._params.get(name), default)

    def flag(self, name: str) -> bool:
        return str(self._params.get(name, "")).lower() in {"true", "yes", "1"}

    def value(self, name: str, what: str) -> Any:
        """A JSON value, or None; `what` names it in the refusal."""
        raw = self._params.get(name)
        if not isinstance(raw, str):
            return raw
        if not raw:
            return None
        try:
            return json.loads(raw)
        except ValueError as wrong:
            raise BadRequest(f"can't parse {what} JSON object") from wrong

    def object(self, name: str, what: str) -> Json | None:
        value = self.value(name, what)
        if value is not None and not isinstance(value, dict):
            raise BadRequest(f"object expected as {what}")
        return value

    def objects(self, name: str, what: str) -> list[Json] | None:
        value = self.value(name, what)
        if value is None:
            return None
        if not isinstance(value, list) or not all(isinstance(item, dict) for item in value):
            raise BadRequest(f"can't parse {what}: array of objects expected")
        return value
