"""Draws the chart of somebody's results: JSON on standard input, PNG on standard output, in a process of its own.

Matplotlib takes 60 MB and half a second to load; here both are given back when the picture is done. Own background, so
that it reads on a light phone and a dark one; nothing is told by colour alone.
"""

import io
import json
import sys
from typing import Any

INK, PAPER, SHADE, QUIET, LINE, LIMIT = "#f2f5f7", "#17212b", "#22303d", "#c3ced8", "#56b4e9", "#f0b44c"
WIDTH, HEIGHT, DPI = 8.0, 2.9, 110  # inches a panel, dots an inch
TICKS = 6
NUMBERED = 12  # results that have room for their points beside the mark; of more, only the newest has


def draw(job: dict[str, Any]) -> bytes:
    """The picture of `panels`, one below the other, with the words given for the axes."""
    from matplotlib.figure import Figure

    panels = job["panels"]
    figure = Figure(
        figsize=(WIDTH, HEIGHT * len(panels) + 0.3), dpi=DPI, facecolor=PAPER, layout="constrained"
    )
    for place, panel in zip(figure.subplots(len(panels), squeeze=False)[:, 0], panels, strict=True):
        _panel(place, panel, job)
    picture = io.BytesIO()
    figure.savefig(picture, format="png", facecolor=PAPER)
    return picture.getvalue()


def _panel(axes: Any, panel: dict[str, Any], words: dict[str, Any]) -> None:
    days, points = panel["days"], panel["points"]
    few = len(points) <= NUMBERED
    axes.set_facecolor(PAPER)
    axes.set_title(panel["title"], loc="left", color=INK, fontsize=13, fontweight="bold")
    _bands(axes, panel)
    axes.axhline(panel["cutoff"] - 0.5, color=LIMIT, linestyle=(0, (6, 4)), linewidth=1.5)
    axes.plot(
        days, points, color=LINE, linewidth=2.5, marker="o", markersize=9 if few else 5, markeredgecolor=INK
    )
    for day, value in list(zip(days, points, strict=True))[0 if few else -1 :]:
        above = 9 if value < panel["top"] * 0.85 else -17
        axes.annotate(
            str(value),
            (day, value),
            (0, above),
            textcoords="offset points",
            color=INK,
            ha="center",
            bbox={"facecolor": PAPER, "edgecolor": "none", "pad": 1},  # the number stays clear of the lines
        )
    _axes(axes, panel, words)


def _bands(axes: Any, panel: dict[str, Any]) -> None:
    begins = [*(band[0] for band in panel["bands"]), panel["top"] + 1]
    for number, (low, says) in enumerate(panel["bands"]):
        high = begins[number + 1]
        if number % 2:
            axes.axhspan(low - 0.5, high - 0.5, color=SHADE, zorder=0)
        middle = (low + high - 1) / 2
        axes.annotate(
            says, (1.01, middle), xycoords=("axes fraction", "data"), color=INK, fontsize=10, va="center"
        )


def _axes(axes: Any, panel: dict[str, Any], words: dict[str, Any]) -> None:
    days, names = panel["days"], panel["names"]
    step = max(1, -(-len(days) // TICKS))
    axes.set_xticks(days[::-1][::step], names[::-1][::step])
    axes.set_yticks([*(band[0] for band in panel["bands"]), panel["top"]])
    room = max(1.0, (days[-1] - days[0]) * 0.06)
    axes.set_xlim(days[0] - room, days[-1] + room)
    axes.set_ylim(-0.5, panel["top"] + 0.5)
    axes.set_xlabel(words["day"], color=QUIET)
    axes.set_ylabel(words["points"], color=QUIET)
    axes.tick_params(colors=QUIET, labelsize=10)
    for side in axes.spines.values():
        side.set_color(QUIET)


if __name__ == "__main__":
    sys.stdout.buffer.write(draw(json.load(sys.stdin.buffer)))
