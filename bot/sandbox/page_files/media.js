// What a message can carry besides words: pictures, voice notes, contact cards, places, files.
import { heard, icon, make } from "/files/make.js";
import { say } from "/files/words.js";

const still = () => matchMedia("(prefers-reduced-motion: reduce)").matches;

/** The carried part of a message, or null when it has words only. `hooks`: lang, onCopy(text). */
export function carried(message, hooks) {
  if (message.contact) return contact(message.contact, hooks);
  if (message.location) return place(message.location, hooks);
  const media = message.media;
  if (!media) return null;
  const shown = { photo, animation, video, voice, audio: voice, sticker }[media.kind] ?? file;
  return shown(media, hooks);
}

/** One line that stands for a message where there is no room for it: pinned bar, reply quote, dialogs. */
export function summary(message, lang) {
  if (message.text) return message.text.replace(/\s+/g, " ");
  if (message.contact) return `${say(lang, "contact")}: ${message.contact.name}`;
  if (message.location) return say(lang, "location");
  return say(lang, message.media ? message.media.kind : "message");
}

function photo(media, hooks, kind = "photo") {
  if (!media.path) return standIn(kind, hooks);
  const picture = make("img.picture", { src: `/media/${media.path}`, alt: say(hooks.lang, kind) });
  const frame = make("div.media", {}, picture);
  picture.addEventListener("error", () => frame.replaceWith(standIn(kind, hooks)), { once: true });
  picture.addEventListener("load", () => picture.naturalWidth < 3 && frame.replaceWith(standIn(kind, hooks)), { once: true });
  return frame;
}

function animation(media, hooks) {
  if (media.mime.startsWith("video/")) return moving(media, hooks, { autoplay: !still(), loop: true, muted: true, controls: still() });
  const frame = photo(media, hooks, "animation");
  if (!media.path) return frame;
  frame.append(make("span.badge", { "aria-hidden": "true" }, "GIF"));
  const picture = frame.firstChild;
  if (still()) picture.addEventListener("load", () => hold(frame, picture, hooks), { once: true });
  return frame;
}

function video(media, hooks) {
  return moving(media, hooks, { controls: true });
}

/** Less motion asked for: show the first frame and let the reader start it. */
function hold(frame, picture, hooks) {
  const first = make("canvas.picture", { width: picture.naturalWidth, height: picture.naturalHeight, role: "img", "aria-label": picture.alt });
  first.getContext("2d").drawImage(picture, 0, 0);
  const play = make("button.play", { type: "button", "aria-label": say(hooks.lang, "play") }, icon("play"));
  play.addEventListener("click", () => { first.replaceWith(picture); play.remove(); });
  picture.replaceWith(first);
  frame.append(play);
}

function moving(media, hooks, traits) {
  const film = make("video.picture", { src: `/media/${media.path}`, playsinline: true, "aria-label": say(hooks.lang, media.kind), ...traits });
  film.muted = Boolean(traits.muted);
  const frame = make("div.media", {}, film);
  film.addEventListener("error", () => frame.replaceWith(standIn(media.kind, hooks)), { once: true });
  return frame;
}

/** The sandbox sends pictures without pixels; they show as what they stand for. */
function standIn(kind, hooks) {
  return make("div.stand-in", { role: "img", "aria-label": say(hooks.lang, kind) }, icon(kind === "photo" ? "photo" : "play"));
}

function voice(media, hooks) {
  const bars = make("span.wave", { "aria-hidden": "true" });
  for (let i = 0; i < 28; i += 1) bars.append(make(`i.h${(i * 7 + (i % 3) * 2) % 6}`));
  return make("div.voice", {},
    make("span.voice-face", { "aria-hidden": "true" }, icon("voice")),
    make("span.voice-words", {}, bars, make("span.small", {}, heard(`${say(hooks.lang, "voice")}, `), `0:03 · ${say(hooks.lang, "voice_stand_in")}`)));
}

function sticker(media, hooks) {
  return make("div.sticker", { role: "img", "aria-label": say(hooks.lang, "sticker") }, "🙂");
}

/** A card that dials: the number is a link a phone can call, and can be copied. */
function contact(person, hooks) {
  const number = person.phone_number;
  return make("div.card", {},
    make("div.card-head", {},
      make("span.card-face", { "aria-hidden": "true" }, icon("call")),
      make("span.card-words", {}, heard(`${say(hooks.lang, "contact")}: `), make("b", {}, person.name), make("span.number", {}, spaced(number)))),
    make("div.card-actions", {},
      make("a.card-action", { href: `tel:${number.replace(/[^\d+*#]/g, "")}` }, icon("call"), say(hooks.lang, "call"), heard(` ${number}`)),
      make("button.card-action", { type: "button", onclick: () => hooks.onCopy(number) }, icon("copy"), say(hooks.lang, "copy_number"), heard(` ${number}`))));
}

/** North American numbers in groups, as phones write them; others as they came. */
function spaced(number) {
  return number.replace(/^\+?1(\d{3})(\d{3})(\d{4})$/, "+1 $1 $2 $3");
}

function place(where, hooks) {
  const spot = `${where.latitude.toFixed(4)}, ${where.longitude.toFixed(4)}`;
  return make("div.place", {},
    make("div.place-map", { "aria-hidden": "true" }, icon("place")),
    make("div.place-words", {}, make("b", {}, say(hooks.lang, "location")), make("span.small", {}, spot)));
}

function file(media, hooks) {
  const size = media.size ? `${Math.max(1, Math.round(media.size / 1024))} KB` : "";
  return make("a.file", { href: `/media/${media.path}`, download: media.name || "file" },
    make("span.voice-face", { "aria-hidden": "true" }, icon("file")),
    make("span.card-words", {}, make("b", {}, media.name || say(hooks.lang, "document")), make("span.small", {}, size)));
}
