"""Draws the moving pictures of /calm into bot/content/calm: silent MP4 loops, dark, without a word in them.

Usage: python scripts/calm_pictures.py [FOLDER] [--stills]. Needs numpy and ffmpeg (apt-get install ffmpeg). The breaths
are drawn from the same files that time the words, so picture and words cannot disagree. `--stills` writes PNGs to look at.
"""

import subprocess
import sys
import tomllib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from bot.care.breathing import Phase, Technique, in_order, parse_technique

CONTENT = Path(__file__).resolve().parent.parent / "bot" / "content" / "calm"
SIDE, FPS = 360, 20
STILLS = 8  # frames of each picture, evenly spaced
NIGHT, RIM = (14, 22, 33), (47, 66, 84)
TEAL, MIST, DUSK = (62, 142, 160), (164, 222, 214), (40, 74, 104)
SMALL, LARGE, RING = 0.26, 0.74, 0.86  # radii, of half the side

Field = NDArray[np.float64]
Draw = Callable[[float], Field]

_line = (np.arange(SIDE) + 0.5) / SIDE * 2 - 1
X, Y = np.meshgrid(_line, _line)
AWAY: Field = np.hypot(X, Y)
TURN: Field = (np.arctan2(X, -Y) / (2 * np.pi)) % 1.0  # 0 at the top, clockwise
SOFT = 2.0 / SIDE
# The same faint grain in every frame: without it a dark gradient shows steps, and standing still it costs nothing.
GRAIN: Field = np.random.default_rng(7).uniform(-1.2, 1.2, (SIDE, SIDE, 1))


@dataclass(frozen=True)
class Picture:
    """A loop of `seconds`; `draw` paints the moment t."""

    name: str
    seconds: float
    draw: Draw


def night() -> Field:
    """The ground: nearly black, a little lighter in the middle."""
    light = np.clip(1 - AWAY * 0.75, 0, 1)[..., None]
    ground: Field = np.asarray(NIGHT, float) + light * np.array([6.0, 10.0, 14.0])
    return ground


def lay(canvas: Field, colour: tuple[int, int, int], cover: Field) -> Field:
    """Paint `colour` where `cover` (0 to 1) is."""
    cover = np.clip(cover, 0, 1)[..., None]
    return canvas * (1 - cover) + np.asarray(colour, float) * cover


def edge(distance: Field, soft: float = SOFT) -> Field:
    """1 inside (negative distance), 0 outside, smooth between."""
    return np.clip(0.5 - distance / (2 * soft), 0, 1)


def orb(canvas: Field, radius: float, glow: float = 1.0) -> Field:
    """A soft ball of light."""
    canvas = lay(canvas, TEAL, 0.30 * glow * np.exp(-np.clip(AWAY - radius, 0, 9) / 0.10) * (radius < AWAY))
    canvas = lay(canvas, TEAL, edge(AWAY - radius, 2 * SOFT))
    inner = np.clip(1 - AWAY / radius, 0, 1) ** 0.8
    return lay(canvas, MIST, inner * (0.55 + 0.25 * glow) * edge(AWAY - radius, 2 * SOFT))


def ring(canvas: Field, done: float) -> Field:
    """The outer ring; while a breath is held it fills once round."""
    band = edge(np.abs(AWAY - RING) - 0.010)
    canvas = lay(canvas, RIM, band)
    return lay(canvas, MIST, band * (done > TURN) * 0.9)


def ease(part: float) -> float:
    """From 0 to 1, slow at both ends."""
    return float(0.5 - 0.5 * np.cos(np.pi * np.clip(part, 0, 1)))


def breath(technique: Technique) -> Picture:
    """The ball grows with the breath in, rests while it is held, and shrinks with the breath out."""

    def draw(t: float) -> Field:
        before = technique.phases[-1].size
        for phase in technique.phases:
            if t < phase.seconds:
                return _breathing(phase, before, t / phase.seconds)
            before, t = phase.size, t - phase.seconds
        return _breathing(technique.phases[-1], before, 1.0)

    return Picture(technique.picture, technique.cycle, draw)


def _breathing(phase: Phase, before: float, part: float) -> Field:
    size = before + (phase.size - before) * ease(part)
    held = part if phase.size == before else 0.0
    return orb(ring(night(), held), SMALL + (LARGE - SMALL) * size, glow=0.35 + 0.65 * size)


def ground() -> Picture:
    """Five dots, four, three, two, one: they light up one after another and stay."""
    places = [
        (row, (column - (4 - row) / 2) * 0.30, (row - 2) * 0.33)
        for row in range(5)
        for column in range(5 - row)
    ]
    step, rest = 1.0, 4.0
    seconds = step * len(places) + rest

    def draw(t: float) -> Field:
        canvas, fading = night(), ease((seconds - t) / 2.0)
        for number, (_, x, y) in enumerate(places):
            away = np.hypot(X - x, Y - y)
            lit = ease((t - number * step) / step) * fading
            canvas = lay(canvas, RIM, edge(away - 0.085))
            canvas = lay(canvas, TEAL, 0.35 * lit * np.exp(-np.clip(away - 0.085, 0, 9) / 0.05))
            canvas = lay(canvas, MIST, 0.9 * lit * edge(away - 0.085))
        return canvas

    return Picture("ground", seconds, draw)


def scan() -> Picture:
    """A figure at rest; a soft light goes through it from the feet to the head."""
    parts = [
        (0.0, -0.62, 0.0, -0.60, 0.135), (0.0, -0.30, 0.0, 0.06, 0.19), (-0.27, -0.30, -0.36, 0.12, 0.068),
        (0.27, -0.30, 0.36, 0.12, 0.068), (-0.11, 0.16, -0.14, 0.74, 0.088), (0.11, 0.16, 0.14, 0.74, 0.088),
    ]  # fmt: skip
    figure = np.minimum.reduce([_capsule(*part) for part in parts])
    seconds, outside = 16.0, np.clip(figure, 0, 9)

    def draw(t: float) -> Field:
        at = 1.05 - 2.1 * (t / seconds)
        band = np.exp(-(((Y - at) / 0.20) ** 2))
        canvas = lay(night(), DUSK, 0.9 * edge(figure, 2 * SOFT))
        canvas = lay(canvas, TEAL, 0.45 * band * np.exp(-outside / 0.05))
        return lay(canvas, MIST, 0.85 * band * edge(figure, 2 * SOFT))

    return Picture("scan", seconds, draw)


def _capsule(x1: float, y1: float, x2: float, y2: float, radius: float) -> Field:
    along, down = x2 - x1, y2 - y1
    part = np.clip(((X - x1) * along + (Y - y1) * down) / (along**2 + down**2), 0, 1)
    return np.hypot(X - x1 - part * along, Y - y1 - part * down) - radius


def release(technique: Technique) -> Picture:
    """Drawn together tight and bright, then let go, wide and dim: the times of one part of the body."""
    tense, loose = (technique.phases[1].seconds, technique.phases[2].seconds)

    def draw(t: float) -> Field:
        tight = ease(t / (tense * 0.5)) if t < tense else 1 - ease((t - tense) / (loose * 0.45))
        radius = 0.66 - 0.36 * tight
        return orb(ring(night(), t / tense if t < tense else 0.0), radius, glow=0.30 + 0.70 * tight)

    return Picture("release", tense + loose, draw)


def frames(picture: Picture) -> Iterator[bytes]:
    """Raw RGB, one frame after another."""
    for number in range(round(picture.seconds * FPS)):
        canvas = picture.draw(number / FPS) + GRAIN
        yield np.clip(canvas, 0, 255).astype(np.uint8).tobytes()


def write(picture: Picture, folder: Path) -> Path:
    """One MP4 that every Telegram client plays and repeats; one thread, so that each run makes the same bytes."""
    target = folder / f"{picture.name}.mp4"
    raw = ["-f", "rawvideo", "-pix_fmt", "rgb24", "-s", f"{SIDE}x{SIDE}", "-r", str(FPS), "-i", "-"]
    packed = ["-c:v", "libx264", "-preset", "veryslow", "-crf", "25", "-pix_fmt", "yuv420p", "-threads", "1"]
    plain = [
        "-an",
        "-movflags",
        "+faststart",
        "-fflags",
        "+bitexact",
        "-flags:v",
        "+bitexact",
        "-map_metadata",
        "-1",
    ]
    command = ["ffmpeg", "-y", "-loglevel", "error", *raw, *packed, *plain, str(target)]
    subprocess.run(command, input=b"".join(frames(picture)), check=True)  # noqa: S603  # our own arguments
    return target


def stills(picture: Picture, folder: Path) -> None:
    """PNGs of single moments, side by side in one file."""
    moments = [picture.draw(picture.seconds * n / STILLS) for n in range(STILLS)]
    raw = np.clip(np.concatenate(moments, axis=1), 0, 255).astype(np.uint8).tobytes()
    size = [
        "-f",
        "rawvideo",
        "-pix_fmt",
        "rgb24",
        "-s",
        f"{SIDE * STILLS}x{SIDE}",
        "-i",
        "-",
        "-frames:v",
        "1",
    ]
    command = ["ffmpeg", "-y", "-loglevel", "error", *size, str(folder / f"{picture.name}.png")]
    subprocess.run(command, input=raw, check=True)  # noqa: S603  # our own arguments


def pictures() -> Iterator[Picture]:
    """Every picture a technique asks for."""
    tables = {path.stem: tomllib.loads(path.read_text("utf-8")) for path in CONTENT.glob("*.toml")}
    found = in_order({name: parse_technique(name, table) for name, table in tables.items()})
    for one in found.values():
        if one.kind == "breath":
            yield breath(one)
    yield from (ground(), scan(), release(found["release"]))


def main(arguments: list[str]) -> None:
    folders = [Path(one) for one in arguments if not one.startswith("--")]
    folder = folders[0] if folders else CONTENT
    for picture in pictures():
        if "--stills" in arguments:
            stills(picture, folder)
        else:
            target = write(picture, folder)
            sys.stdout.write(f"{target.name}: {picture.seconds:g} s, {target.stat().st_size / 1000:.0f} kB\n")


if __name__ == "__main__":
    main(sys.argv[1:])
