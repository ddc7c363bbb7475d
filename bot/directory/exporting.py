"""`python -m bot resources export`: what we know, in the field's own format."""

from collections.abc import Iterable
from pathlib import Path

from bot.care.hsds_tables import flatten
from bot.care.hsds_writing import service_of
from bot.care.resources import Resource
from bot.directory.files import write_json, write_package


def export_hsds(resources: Iterable[Resource], folder: Path) -> int:
    """Write services.json and the tabular data package; how many services. The same records give the same bytes."""
    services = [service_of(record) for record in sorted(resources, key=lambda one: one.id)]
    folder.mkdir(parents=True, exist_ok=True)
    write_json(services, folder / "services.json")
    write_package(flatten(services), folder)
    return len(services)
