"""The shape of HSDS 3.x as far as we read it: what a service from elsewhere must look like to be read at all."""

from collections.abc import Mapping
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_validator, model_validator


class _Shape(BaseModel):
    """Empty is absent, as in a CSV cell; what we do not know stays."""

    model_config = ConfigDict(extra="allow", coerce_numbers_to_str=True)

    @model_validator(mode="before")
    @classmethod
    def _without_nothing(cls, data: Any) -> Any:
        if isinstance(data, Mapping):
            return {key: value for key, value in data.items() if value not in (None, "", [])}
        return data


class Statement(_Shape):
    """An attribute: a term of a taxonomy said of the thing it hangs on."""

    taxonomy_term: dict[str, Any] = Field(default_factory=dict)
    link_type: str = ""
    value: str = ""


class PhoneShape(_Shape):
    """A number."""

    number: str = Field(min_length=2, max_length=60)
    type: str = "voice"
    extension: str = ""
    description: str = ""
    attributes: list[Statement] = Field(default_factory=list)


class ScheduleShape(_Shape):
    """When it is open."""

    freq: str = ""
    byday: str = ""
    opens_at: str = ""
    closes_at: str = ""
    description: str = ""
    attributes: list[Statement] = Field(default_factory=list)


class LanguageShape(_Shape):
    """A language spoken there."""

    name: str = ""
    code: str = ""
    note: str = ""


class AreaShape(_Shape):
    """Where it serves."""

    name: str = ""


class OrganizationShape(_Shape):
    """Who runs it."""

    id: str = ""
    name: str = ""
    description: str = ""
    website: str = ""
    phones: list[PhoneShape] = Field(default_factory=list)


class PlaceShape(_Shape):
    """A location, or a service at one."""

    location_type: str = ""
    phones: list[PhoneShape] = Field(default_factory=list)
    schedules: list[ScheduleShape] = Field(default_factory=list)
    location: "PlaceShape | None" = None


class ServiceShape(_Shape):
    """A service with everything inside it."""

    id: str = Field(min_length=1)
    name: str = Field(min_length=2)
    status: Literal["active", "inactive", "defunct", "temporarily closed"]
    description: str = ""
    url: str = ""
    email: str = ""
    fees_description: str = ""
    assured_date: str = ""
    last_modified: str = ""
    organization: OrganizationShape = Field(default_factory=OrganizationShape)
    phones: list[PhoneShape] = Field(default_factory=list)
    schedules: list[ScheduleShape] = Field(default_factory=list)
    languages: list[LanguageShape] = Field(default_factory=list)
    service_areas: list[AreaShape] = Field(default_factory=list)
    service_at_locations: list[PlaceShape] = Field(default_factory=list)
    attributes: list[Statement] = Field(default_factory=list)

    @field_validator("status", mode="before")
    @classmethod
    def _any_case(cls, status: object) -> object:
        return status.casefold() if isinstance(status, str) else status


class Refused(ValueError):
    """A service that cannot be taken in. Its text is the reason."""


def shaped(service: object) -> ServiceShape:
    """The service. Raises Refused naming each field that is not as HSDS has it."""
    try:
        return ServiceShape.model_validate(service)
    except ValidationError as error:
        raise Refused("; ".join(told(error))) from None


def told(error: ValidationError) -> list[str]:
    """What is wrong, a line a field."""
    return [
        f"{'.'.join(map(str, one['loc'])) or 'the row'}: {one['msg'].removeprefix('Value error, ')}"
        for one in error.errors(include_url=False, include_context=False)
    ]
