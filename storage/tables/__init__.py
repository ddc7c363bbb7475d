"""Everything that is kept, each table with its owner, its purpose and how long.

/privacy, /export, /forget and the purge find tables here by declaration; one that does not declare itself fails the
tests.
"""

from storage.tables.broadcasts import AuditRow, BroadcastRow, LedgerRow, ReachRow, WatchRow
from storage.tables.channels import ChannelPostRow, ChannelRow
from storage.tables.departments import DepartmentRow, InvitationRow, MembershipRow, RoleRow
from storage.tables.local_contacts import LocalContactRow
from storage.tables.people import AnsweredUpdateRow, CheckBackRow, ConversationRow, MemberRow
from storage.tables.quarters import CountRow, PulseAnsweredRow, PulseRow, QuarterRow
from storage.tables.row import (
    UNTIL_FORGOTTEN,
    Keep,
    Owner,
    Row,
    UtcDateTime,
    WholeNumber,
    declared,
    name_of,
    place,
    table_of,
)
from storage.tables.scores import ScoreRow
from storage.tables.subscriptions import SubscriptionRow

__all__ = [
    "UNTIL_FORGOTTEN",
    "AnsweredUpdateRow",
    "AuditRow",
    "BroadcastRow",
    "ChannelPostRow",
    "ChannelRow",
    "CheckBackRow",
    "ConversationRow",
    "CountRow",
    "DepartmentRow",
    "InvitationRow",
    "Keep",
    "LedgerRow",
    "LocalContactRow",
    "MemberRow",
    "MembershipRow",
    "Owner",
    "PulseAnsweredRow",
    "PulseRow",
    "QuarterRow",
    "ReachRow",
    "RoleRow",
    "Row",
    "ScoreRow",
    "SubscriptionRow",
    "UtcDateTime",
    "WatchRow",
    "WholeNumber",
    "declared",
    "name_of",
    "place",
    "table_of",
]
