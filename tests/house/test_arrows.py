"""The rooms and their arrows: who may import whom, who may build, read the environment, start tasks or ask the time."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
FILES = sorted((*(ROOT / "bot").rglob("*.py"), *(ROOT / "storage").rglob("*.py")))
FORBIDDEN_NAMES = {"utils", "helpers", "common", "manager", "base", "service", "misc"}
LONGEST_FILE, LONGEST_FUNCTION = 300, 40

# What a room may import of ours. A prefix ending in a dot is a room; anything else is that one module.
CARE = ("bot.care.",)
# What puts the house together or is a program around it; everything else beside the rooms serves the handlers.
OUTSIDE = (
    "bot.app", "bot.at_work", "bot.checking", "bot.judging", "bot.preview", "bot.running", "bot.ticks", "bot.trying_out",
    "bot.sandbox", "bot.directory",
)  # fmt: skip
MAY: dict[str, tuple[str, ...]] = {
    "bot.care.": CARE,
    "storage.": ("storage.", "bot.care.", "storage"),
    "bot.delivery.": ("bot.delivery.", *CARE, "storage.", "bot.screens", "bot.clock"),
    "bot.sandbox.": ("bot.sandbox.",),
    "bot.sentences": ("bot.screens",),
    "bot.library": ("bot.sentences", "bot.companions", *CARE),
    "bot.companions": ("bot.sentences", *CARE),
    "bot.screens": (),
    "bot.clock": (),
    "bot.log": (),
    "bot.settings": (),
    "bot.words_of": (),
}  # fmt: skip


def _module(path: Path) -> str:
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def _ours(path: Path) -> Iterator[str]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    for node in ast.walk(tree):
        if (
            isinstance(node, ast.ImportFrom)
            and node.module
            and node.module.split(".")[0] in ("bot", "storage")
        ):
            yield from (f"{node.module}.{name.name}" for name in node.names)
        elif isinstance(node, ast.Import):
            yield from (name.name for name in node.names if name.name.split(".")[0] in ("bot", "storage"))


def _calls(path: Path) -> Iterator[tuple[int, str]]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call):
            yield node.lineno, ast.unparse(node.func)


@pytest.mark.parametrize("path", FILES, ids=_module)
def test_an_arrow_points_only_to_the_left(path: Path) -> None:
    module = _module(path)
    rules = [allowed for room, allowed in MAY.items() if f"{module}.".startswith(room)]
    for imported in _ours(path) if rules else ():
        allowed = rules[0]
        assert any(imported == one or f"{imported}.".startswith(f"{one.rstrip('.')}.") for one in allowed), (
            f"{module} may not import {imported}"
        )


@pytest.mark.parametrize("path", FILES, ids=_module)
def test_a_handler_imports_nothing_that_puts_the_house_together(path: Path) -> None:
    module = _module(path)
    for imported in _ours(path) if module.startswith("bot.handlers") else ():
        assert not f"{imported}.".startswith(tuple(f"{one}." for one in OUTSIDE)), f"{module}: {imported}"
        assert "cli" not in imported.split(".")[1].split("_"), f"{module}: {imported}"


@pytest.mark.parametrize("path", FILES, ids=_module)
def test_care_is_pure(path: Path) -> None:
    if not _module(path).startswith("bot.care"):
        return
    names = {name.split(".")[0] for name in _imported(path)}
    assert not names & {
        "telegram",
        "sqlmodel",
        "sqlalchemy",
        "asyncio",
        "os",
        "pathlib",
        "socket",
        "httpx",
        "aiohttp",
    }
    assert not [call for _, call in _calls(path) if call == "open"]


def _imported(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
        elif isinstance(node, ast.Import):
            yield from (name.name for name in node.names)


@pytest.mark.parametrize("path", FILES, ids=_module)
def test_handlers_never_import_handlers(path: Path) -> None:
    module = _module(path)
    if module.startswith("bot.handlers."):
        assert not [name for name in _ours(path) if name.startswith("bot.handlers.")]


@pytest.mark.parametrize("path", FILES, ids=_module)
def test_only_their_owners_do_these_things(path: Path) -> None:
    module = _module(path)
    for line, call in _calls(path):
        where = f"{module}:{line} {call}"
        if call.endswith(("os.environ.get", "os.getenv")):
            assert module in ("bot.settings", "bot.sandbox.page_browser"), where
        if call.endswith(("create_task", "ensure_future")):
            assert module.startswith(("bot.delivery", "bot.sandbox", "bot.running", "bot.trying_out")), where
        if call in ("datetime.now", "datetime.utcnow", "date.today", "time.time"):
            assert module in ("bot.clock", "bot.sandbox.telegram_account"), where


def test_nothing_of_ptb_that_forgets_at_a_restart_is_used() -> None:
    for path in FILES:
        words = {node.id for node in ast.walk(ast.parse(path.read_text())) if isinstance(node, ast.Name)}
        attributes = {
            node.attr for node in ast.walk(ast.parse(path.read_text())) if isinstance(node, ast.Attribute)
        }
        assert "ConversationHandler" not in words, path
        assert "PicklePersistence" not in words, path
        assert not attributes & {"user_data", "chat_data", "run_daily", "run_once", "run_repeating"}, path


@pytest.mark.parametrize("path", FILES, ids=_module)
def test_names_say_what_is_inside(path: Path) -> None:
    assert path.stem not in FORBIDDEN_NAMES


@pytest.mark.parametrize("path", FILES, ids=_module)
def test_files_and_functions_fit_on_a_screen_or_two(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert len(text.splitlines()) <= LONGEST_FILE, "would two names say it better?"
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            length = (node.end_lineno or 0) - node.lineno + 1
            assert length <= LONGEST_FUNCTION, f"{path}:{node.name} is {length} lines"


def test_only_the_app_builds_services() -> None:
    built = {
        "Services",
        "Storage.open",
        "Vault",
        "Sender",
        "LaneLimiter",
        "ExtBot",
        "Profiles",
        "CrisisDesk",
        "CheckinDesk",
    }
    for path in FILES:
        if _module(path) in ("bot.app", "bot.checking", "bot.preview"):
            continue
        assert not [call for _, call in _calls(path) if call in built], path
