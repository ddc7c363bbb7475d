"""What the app puts together once and every handler may use."""

from dataclasses import dataclass

from bot.broadcast_desk import BroadcastDesk
from bot.broadcast_progress import BroadcastProgress
from bot.checkin_desk import CheckinDesk
from bot.clock import Clock
from bot.crisis_card import CrisisCards
from bot.crisis_desk import CrisisDesk
from bot.delivery.letters import Letters
from bot.delivery.pacer import Pacers
from bot.delivery.sender import Sender
from bot.delivery.treatment import FindTreatment
from bot.library import Library
from bot.plan_lines import PlanLines
from bot.profiles import Profiles
from bot.resource_cards import ResourceCards
from bot.settings import Settings
from bot.trend_chart import TrendCharts
from storage.database import Storage
from storage.vault import Vault


@dataclass(frozen=True, slots=True)
class Services:
    """Built by `bot/app.py` alone."""

    settings: Settings
    clock: Clock
    library: Library
    storage: Storage
    vault: Vault
    sender: Sender
    profiles: Profiles
    crisis_cards: CrisisCards
    crisis_desk: CrisisDesk
    checkin_desk: CheckinDesk
    resource_cards: ResourceCards
    pacers: Pacers
    plan_lines: PlanLines
    charts: TrendCharts
    letters: Letters
    broadcast_desk: BroadcastDesk
    broadcast_progress: BroadcastProgress
    treatment: FindTreatment | None = None  # only where the operator switched it on
