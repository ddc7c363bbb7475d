"""Our words in Open Referral HSDS 3.x: stable ids, our taxonomy, and statements made with it.

Ids are made from names (UUID version 5), so that the same record has the same ids in every export, anywhere.
"""

from collections.abc import Mapping
from functools import lru_cache
from typing import Any
from uuid import UUID, uuid5

NAMESPACE = UUID("6d0f2a0e-6b53-5b1c-9a53-0c5d1a2f4e11")
ENUMERATED = frozenset((
    "kind", "status", "countries", "audiences", "topics", "reach", "anonymous", "evidence", "risk", "unconfirmed",
))  # fmt: skip
"""Fields of a record whose every value is a term of its own; the others are one term, the words in `value`."""


@lru_cache(maxsize=4096)  # the terms come again and again
def uid(*parts: object) -> str:
    """The id of a thing, from what it is."""
    return str(uuid5(NAMESPACE, "\n".join(map(str, parts))))


TAXONOMY: Mapping[str, str] = {
    "id": uid("taxonomy"),
    "name": "Status Check",
    "description": "What Status Check says about a place to get help, beyond what HSDS has a field for.",
    "version": "1",
}


def term(path: str, value: str) -> dict[str, Any]:
    """The term that says this of a record: `topics` with `sleep` is a term, `en.privacy` is one for all words."""
    code = f"{path}:{value}" if path in ENUMERATED else path
    named = code.replace(":", ": ").replace("_", " ")
    return {
        "id": uid("term", code),
        "code": code,
        "name": named,
        "description": named,
        "taxonomy": TAXONOMY["name"],
        "taxonomy_detail": dict(TAXONOMY),
    }


def attribute(about: str, number: int, path: str, value: str, link_type: str = "") -> dict[str, Any]:
    """One statement about the thing with the id `about`. `number` keeps equal statements apart."""
    return {
        "id": uid("attribute", about, number),
        "link_type": link_type or path,
        "value": value,
        "taxonomy_term": term(path, value),
    }


def path_of(taxonomy_term: Mapping[str, Any]) -> str:
    """The field a term of ours speaks of; "" for a term of another taxonomy."""
    if taxonomy_term.get("taxonomy") != TAXONOMY["name"]:
        return ""
    return str(taxonomy_term.get("code", "")).partition(":")[0]
