"""The words a resource record may use: kinds, audiences, topics, ways to reach, and how far it can be trusted."""

from datetime import timedelta
from enum import StrEnum
from typing import Annotated, Literal

from pydantic import Field

CRISIS_CHECK = timedelta(days=180)
OTHER_CHECK = timedelta(days=365)
INTERNATIONAL = "international"

Evidence = Literal["official", "published", "published_single", "code_only", "brief_only", "known"]
"""Where a contact was read: at its operator or a government, on third-party pages, on one page only, in a
program's source, in the project's brief, or nowhere (memory). Only the first two may be shown undialled."""
SHOWABLE: frozenset[Evidence] = frozenset(("official", "published"))

Country = Annotated[str, Field(pattern=r"^([A-Z]{2}|international)$")]
Language = Annotated[str, Field(pattern=r"^([a-z]{2}|asl|interpreters|multi)$")]
Serves = Literal[
    "anyone", "officers", "retired", "family", "survivors", "children_teens", "dispatchers", "corrections",
    "fire_ems", "veterans", "departments", "developers",
]  # fmt: skip
Topic = Literal[
    "emergency", "suicide_crisis", "critical_incident", "ptsd_trauma", "depression", "anxiety", "anger", "sleep",
    "substance_use", "moral_injury", "relationships", "family_children", "domestic_violence", "sexual_assault",
    "grief_lodd", "survivors_police_suicide", "injury", "finances", "retirement", "chaplaincy", "mindfulness",
    "fitness", "officer_safety", "department_training",
]  # fmt: skip
Reach = Literal[
    "phone", "text", "chat", "whatsapp", "videophone_asl", "email", "in_person", "online", "telehealth", "app",
    "website", "peer_team", "peer_line", "debriefing", "therapist_referral", "support_group", "coaching",
    "residential", "financial", "directory", "publication", "training", "course", "online_course", "podcast",
    "forum", "api",
]  # fmt: skip


class Kind(StrEnum):
    """What sort of help it is."""

    HOTLINE = "hotline"
    PEER_LINE = "peer_line"
    TEXTLINE = "textline"
    THERAPY = "therapy"
    RESIDENTIAL = "residential"
    SUPPORT_GROUP = "support_group"
    SURVIVOR_SUPPORT = "survivor_support"
    FINANCIAL = "financial"
    PROGRAMME = "programme"
    DIRECTORY = "directory"
    WEBSITE = "website"
    PUBLICATION = "publication"
    TRAINING = "training"
    COURSE = "course"
    PODCAST = "podcast"
    FORUM = "forum"


CRISIS_KINDS = frozenset((Kind.HOTLINE, Kind.PEER_LINE, Kind.TEXTLINE))
"""Those that answer at once. A life may hang on them, so they are checked twice a year."""


class Status(StrEnum):
    """What must be said about a record before anything else.

    GENERIC is a kind of help that every agency or place runs for itself, so there is nothing central to call.
    """

    ACTIVE = "active"
    UNCONFIRMED = "unconfirmed"
    RENAMED = "renamed"
    NOT_FOR_INDIVIDUALS = "not_for_individuals"
    GENERIC = "generic"


class Freshness(StrEnum):
    """How far a record can be trusted today."""

    FRESH = "fresh"
    OVERDUE = "overdue"
    UNCONFIRMED = "unconfirmed"
