"""What a role in a department allows. A permission is one row here, and nothing else grants it."""

from collections.abc import Mapping
from enum import StrEnum


class Role(StrEnum):
    """What a link of a department makes of the person who opens it. Only a link grants a role."""

    COORDINATOR = "coordinator"
    MEMBER = "member"


class Permission(StrEnum):
    """Something not everybody may do."""

    SEE_REACH = "see_reach"  # how many joined, as a band
    LEAVE = "leave"  # take one's own tag off
    STEP_DOWN = "step_down"  # give one's own role back
    BROADCAST = "broadcast"  # compose, send, pause, resume, cancel
    APPROVE_BROADCAST = "approve_broadcast"  # somebody else's, never one's own
    EDIT_CONTACTS = "edit_contacts"  # the department's own help
    SEE_STATS = "see_stats"  # ranges of finished quarters
    LINK_CHANNELS = "link_channels"  # where tips are posted too


GRANTED: Mapping[Permission, frozenset[Role]] = {
    Permission.SEE_REACH: frozenset({Role.COORDINATOR}),
    Permission.LEAVE: frozenset({Role.MEMBER}),
    Permission.STEP_DOWN: frozenset({Role.COORDINATOR}),
    Permission.BROADCAST: frozenset({Role.COORDINATOR}),
    Permission.APPROVE_BROADCAST: frozenset({Role.COORDINATOR}),
    Permission.EDIT_CONTACTS: frozenset({Role.COORDINATOR}),
    Permission.SEE_STATS: frozenset({Role.COORDINATOR}),
    Permission.LINK_CHANNELS: frozenset({Role.COORDINATOR}),
}


def may(role: Role | None, permission: Permission) -> bool:
    """Whether this role allows it; somebody without a role may do nothing that needs one."""
    return role in GRANTED.get(permission, frozenset())
