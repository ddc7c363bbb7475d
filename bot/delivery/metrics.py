"""What /metrics tells those who keep the bot running, and nothing that could tell of a person.

Deliberately missing, because in a small department one step of a counter is one officer:

- anything of the gate: verdicts, crisis cards, steps of the protocol, check-ins, searches, commands;
- the crisis lane: it would show that a card went out, so it is not to be seen beside or inside another lane;
- messages sent: a card travels with contacts, so messages per update would show it just as well;
- exact durations: an answer of four messages takes longer than one of a single message, so an answer's time is told in
  coarse steps that begin above either, without a sum;
- anything by chat, language, country or department.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping

from prometheus_client import CollectorRegistry, generate_latest
from prometheus_client.core import CounterMetricFamily, GaugeMetricFamily, HistogramMetricFamily, Metric
from prometheus_client.registry import Collector

STEPS = (1.0, 2.5, 5.0, 10.0, 25.0, 60.0, 600.0)  # seconds
KINDS = ("message", "edited_message", "callback_query", "my_chat_member")
TYPE = "text/plain; version=0.0.4; charset=utf-8"


class Steps:
    """How many took at most so long, without how long each took."""

    def __init__(self) -> None:
        self._counts = [0] * (len(STEPS) + 1)

    def note(self, seconds: float) -> None:
        """One more."""
        self._counts[bisect_left(STEPS, seconds)] += 1

    @property
    def buckets(self) -> list[tuple[str, float]]:
        """Cumulative, as Prometheus wants them."""
        total, told = 0, []
        for step, count in zip((*map(str, STEPS), "+Inf"), self._counts, strict=True):
            total += count
            told.append((step, float(total)))
        return told


class Metrics:
    """Counts what passes, and asks `gauges`, `ticks` and `refusals` when somebody looks."""

    def __init__(self) -> None:
        self.updates: Counter[str] = Counter()
        self.answers = Steps()
        self.waits = {lane: Steps() for lane in ("scheduled", "broadcast")}
        self.gauges: dict[str, tuple[str, Callable[[], float]]] = {}
        self.depths: Callable[[], Mapping[str, int]] = dict
        self.ticks: Callable[[], Iterable[tuple[str, float, int]]] = tuple
        self.refusals: Callable[[], Mapping[str, int]] = dict
        self._registry = CollectorRegistry(auto_describe=False)
        self._registry.register(_Looking(self))

    def note_update(self, update: Mapping[str, object], seconds: float) -> None:
        """One was answered, that long after its turn came."""
        self.updates[next((kind for kind in KINDS if kind in update), "other")] += 1
        self.answers.note(seconds)

    def note_wait(self, lane: str, seconds: float) -> None:
        """A message to many left, that long after it was ready. Answers are not noted."""
        if lane in self.waits:
            self.waits[lane].note(seconds)

    def page(self) -> bytes:
        """The text Prometheus reads."""
        return generate_latest(self._registry)


class _Looking(Collector):
    def __init__(self, metrics: Metrics) -> None:
        self._metrics = metrics

    def collect(self) -> Iterator[Metric]:
        seen = self._metrics
        kinds = CounterMetricFamily("statuscheck_updates", "Updates answered, by kind.", labels=["kind"])
        for kind in (*KINDS, "other"):
            kinds.add_metric([kind], seen.updates[kind])
        yield kinds
        took = HistogramMetricFamily(
            "statuscheck_answer_seconds", "From an update's turn to its answer, in coarse steps."
        )
        took.add_metric([], seen.answers.buckets, None)
        yield took
        yield from self._lanes()
        yield from self._ticks()
        refused = CounterMetricFamily(
            "statuscheck_telegram_refusals",
            "Requests Telegram refused or lost, by status.",
            labels=["status"],
        )
        for status, count in sorted(seen.refusals().items()):
            refused.add_metric([status], count)
        yield refused
        for name, (words, read) in seen.gauges.items():
            yield GaugeMetricFamily(f"statuscheck_{name}", words, value=read())

    def _lanes(self) -> Iterator[Metric]:
        seen = self._metrics
        waiting = GaugeMetricFamily(
            "statuscheck_lane_waiting", "Messages to many that wait for their turn.", labels=["lane"]
        )
        for lane, depth in seen.depths().items():
            waiting.add_metric([lane], depth)
        yield waiting
        waited = HistogramMetricFamily(
            "statuscheck_lane_wait_seconds", "How long messages to many waited.", labels=["lane"]
        )
        for lane, steps in seen.waits.items():
            waited.add_metric([lane], steps.buckets, None)
        yield waited

    def _ticks(self) -> Iterator[Metric]:
        last = GaugeMetricFamily(
            "statuscheck_tick_last_run_seconds",
            "Seconds since each tick last ended well in this process.",
            labels=["tick"],
        )
        failed = CounterMetricFamily("statuscheck_tick_failures", "Runs that failed.", labels=["tick"])
        for name, age, failures in self._metrics.ticks():
            last.add_metric([name], age)
            failed.add_metric([name], failures)
        yield last
        yield failed
