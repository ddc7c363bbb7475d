"""HSDS as tables: the same services as rows that point at each other, and back again."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

Row = dict[str, Any]

_TABLES = """
organization organizations.csv id! name! alternate_name description! email website tax_status tax_id
    year_incorporated# legal_status logo uri parent_organization_id
program programs.csv id! organization_id! name! alternate_name description!
service services.csv id! organization_id! program_id name! alternate_name description url email status!
    interpretation_services application_process fees_description wait_time fees accreditations
    eligibility_description minimum_age# maximum_age# assured_date assurer_email licenses alert last_modified
attribute attributes.csv id! link_id! taxonomy_term_id! link_type link_entity! value
service_at_location service_at_location.csv id! service_id! location_id! description
location locations.csv id! location_type! url organization_id name alternate_name description transportation
    latitude# longitude# external_identifier external_identifier_type
phone phones.csv id! location_id service_id organization_id contact_id service_at_location_id number! extension#
    type description
contact contacts.csv id! organization_id service_id service_at_location_id location_id name title department email
address addresses.csv id! location_id attention address_1! address_2 city! region state_province! postal_code!
    country! address_type!
schedule schedules.csv id! service_id location_id service_at_location_id valid_from valid_to dtstart timezone#
    until count# wkst freq interval# byday byweekno bymonthday byyearday description opens_at closes_at
    schedule_link attending_type notes
funding funding.csv id! organization_id service_id source
service_area service_areas.csv id! service_id name description extent extent_type uri
required_document required_documents.csv id! service_id document uri
language languages.csv id! service_id location_id phone_id name code note
accessibility accessibility.csv id! location_id description details url
taxonomy_term taxonomy_terms.csv id! code name! description! parent_id taxonomy language taxonomy_id term_uri
cost_option cost_options.csv id! service_id! valid_from valid_to option currency amount# amount_description
organization_identifier organization_identifiers.csv id! organization_id! identifier_scheme identifier_type!
    identifier!
taxonomy taxonomies.csv id! name! description! uri version
metadata metadata.csv id! resource_id! resource_type! last_action_date! last_action_type! field_name!
    previous_value! replacement_value! updated_by!
"""
_WORDS = [words.split() for words in _TABLES.replace("\n    ", " ").strip().splitlines()]
FILES: Mapping[str, str] = {table: file for table, file, *_ in _WORDS}
COLUMNS: Mapping[str, tuple[str, ...]] = {
    table: tuple(word.rstrip("!#") for word in words) for table, _, *words in _WORDS
}
NUMBERS: Mapping[str, frozenset[str]] = {
    table: frozenset(word[:-1] for word in words if word.endswith("#")) for table, _, *words in _WORDS
}
REQUIRED: Mapping[str, frozenset[str]] = {
    table: frozenset(word[:-1] for word in words if word.endswith("!")) for table, _, *words in _WORDS
}

LISTS: Mapping[str, str] = {
    "phones": "phone", "schedules": "schedule", "languages": "language", "contacts": "contact",
    "service_areas": "service_area", "service_at_locations": "service_at_location", "cost_options": "cost_option",
    "required_documents": "required_document", "funding": "funding", "addresses": "address",
    "accessibility": "accessibility", "organization_identifiers": "organization_identifier", "programs": "program",
    "attributes": "attribute", "metadata": "metadata",
}  # fmt: skip
"""Lists inside an object, and the table their rows stand in."""
_OF_ANYTHING = {"attributes": ("link_id", "link_entity"), "metadata": ("resource_id", "resource_type")}
"""Lists whose rows can hang on anything: the columns for which one, and of which table."""
SINGLE = {"organization": "organization", "location": "location", "program": "program"}
"""Objects inside an object: the outer row points at them."""
_PARENTS = ("contact", "phone", "schedule", "service", "service_at_location", "location", "organization")
"""Where a row hangs when it points at several: the nearest first."""


def flatten(services: Iterable[Mapping[str, Any]]) -> dict[str, list[Row]]:
    """The rows of each table in use, in the services' order; a row that comes again is written once."""
    tables: defaultdict[str, dict[str, Row]] = defaultdict(dict)
    for service in services:
        _add(tables, "service", service, {})
    return {table: list(tables[table].values()) for table in FILES if tables[table]}


def _add(
    tables: Mapping[str, dict[str, Row]], table: str, thing: Mapping[str, Any], link: Mapping[str, str]
) -> None:
    row: Row = {**{key: thing[key] for key in COLUMNS[table] if key in thing}, **link}
    tables[table].setdefault(str(thing.get("id")), row)
    for key, inner_table in SINGLE.items():
        if isinstance(inner := thing.get(key), Mapping):
            row[f"{key}_id"] = inner.get("id")
            _add(tables, inner_table, inner, {})
    if isinstance(term := thing.get("taxonomy_term"), Mapping):
        row["taxonomy_term_id"] = term.get("id")
        _add_term(tables, term)
    for key, inner_table in LISTS.items():
        for inner in thing.get(key) or ():
            which, of_table = _OF_ANYTHING.get(key, (f"{table}_id", ""))
            points = {which: str(thing.get("id"))} | ({of_table: table} if of_table else {})
            _add(tables, inner_table, inner, points)


def _add_term(tables: Mapping[str, dict[str, Row]], term: Mapping[str, Any]) -> None:
    row = {key: term[key] for key in COLUMNS["taxonomy_term"] if key in term}
    if isinstance(detail := term.get("taxonomy_detail"), Mapping):
        row["taxonomy_id"] = detail.get("id")
        tables["taxonomy"].setdefault(str(detail.get("id")), dict(detail))
    tables["taxonomy_term"].setdefault(str(term.get("id")), row)


def nest(tables: Mapping[str, Iterable[Row]]) -> Iterator[Row]:
    """Each service with everything that points at it inside it, as HSDS has it in JSON."""
    rows = {table: [dict(row) for row in found] for table, found in tables.items()}
    known = {table: {row.get("id"): row for row in found} for table, found in rows.items()}
    for name, table in LISTS.items():
        for row in rows.get(table, ()):
            _hang(row, name, known)
    for row in rows.get("attribute", ()):
        if term := known.get("taxonomy_term", {}).get(row.pop("taxonomy_term_id", None)):
            row["taxonomy_term"] = term
    for row in rows.get("service_at_location", ()):
        if location := known.get("location", {}).get(row.get("location_id")):
            row["location"] = location
    for service in rows.get("service", ()):
        if organization := known.get("organization", {}).get(service.pop("organization_id", None)):
            service["organization"] = organization
        yield service


def _hang(row: Row, name: str, known: Mapping[str, Mapping[Any, Row]]) -> None:
    if name in _OF_ANYTHING:
        which, of_table = _OF_ANYTHING[name]
        parent = known.get(row.pop(of_table, ""), {}).get(row.pop(which, None))
    else:
        pointing = (one for one in _PARENTS if row.get(f"{one}_id") in known.get(one, {}))
        above = next(pointing, "")
        parent = known[above][row.pop(f"{above}_id")] if above else None
    if parent is not None:
        parent.setdefault(name, []).append(row)
