// One message as it stands in the chat: a bubble, what it carries, its buttons.
import { heard, icon, make } from "/files/make.js";
import { carried, summary } from "/files/media.js";
import { rich } from "/files/rich.js";
import { clock, say } from "/files/words.js";

/** The article for a message. `hooks`: lang, bot, find(id), and what happens on tap, link, command. */
export function bubble(message, hooks) {
  const mine = !message.from_bot;
  const stuff = carried(message, hooks);
  const words = shownText(message, mine);
  const box = make("div.bubble", {},
    heard(`${who(message, hooks)}: `),
    forwardMark(message, hooks),
    replyQuote(message, hooks),
    stuff,
    words ? make("div.text", { dir: "auto", "data-room": metaWords(message, hooks) }, rich(words, message.entities, hooks)) : null,
    meta(message, mine, hooks));
  if (!words && !stuff) box.insertBefore(make("div.text.dim", {}, say(hooks.lang, "unknown")), box.lastChild);
  if (stuff && !words) box.classList.add("bare");
  if (stuff?.matches(".media, .stand-in")) box.classList.add("pictured");
  if (message.media?.kind === "sticker") box.classList.add("airy");
  const article = make(`article.message.${mine ? "out" : "in"}`, { tabindex: "-1", "data-id": message.id, "data-media": message.media?.file_id }, box);
  if (message.buttons.length) article.append(keyboard(message, hooks));
  article.classList.toggle("keyed", message.buttons.length > 0);
  return article;
}

/** A bubble for words on their way: there at once, before the sandbox has answered. */
export function sendingBubble(text, hooks) {
  const status = make("span.meta", {}, icon("clock"), heard(say(hooks.lang, "sending")));
  return make("article.message.out.sending", {}, make("div.bubble", {}, make("div.text", { dir: "auto" }, text), status));
}

export function who(message, hooks) {
  return message.from_bot ? hooks.bot.name : say(hooks.lang, "you");
}

/** Telegram's apps show a deep link's start as "/start" alone. */
function shownText(message, mine) {
  return mine && /^\/start\s\S+$/.test(message.text) ? "/start" : message.text;
}

function forwardMark(message, hooks) {
  return message.forwarded ? make("p.forwarded", {}, say(hooks.lang, "forwarded")) : null;
}

function replyQuote(message, hooks) {
  const original = message.reply_to && hooks.find(message.reply_to);
  if (!original) return null;
  const [name, text] = [who(original, hooks), summary(original, hooks.lang)];
  return make("button.reply", { type: "button", "aria-label": say(hooks.lang, "in_reply", { who: name, text }), onclick: () => hooks.onFind(original.id) },
    make("b", {}, name), make("span", {}, text));
}

function meta(message, mine, hooks) {
  const line = make("span.meta", {}, heard(", "), make("time", { datetime: message.date }, metaWords(message, hooks)));
  if (mine) line.append(icon("read", "ticks"), heard(say(hooks.lang, "sent")));
  return line;
}

/** Also set, unseen, behind the last word, so that the words leave room for it. */
function metaWords(message, hooks) {
  const time = clock(message.date, hooks.lang);
  return message.edited_at ? `${say(hooks.lang, "edited")} ${time}` : time;
}

/** Buttons under a message: one Tab stop, arrows walk the rows and columns. */
function keyboard(message, hooks) {
  const grid = make("div.keyboard", { role: "group", "aria-label": say(hooks.lang, "buttons") });
  message.buttons.forEach((row, y) => {
    const line = make("div.keys", {});
    row.forEach((button, x) => line.append(key(button, message, [y, x], hooks)));
    grid.append(line);
  });
  grid.addEventListener("keydown", walk);
  return grid;
}

function key(button, message, [y, x], hooks) {
  const traits = { type: "button", tabindex: "-1", "data-row": y, "data-column": x };
  const label = make("span", {}, button.text);
  if (button.kind === "url") {
    return make("button.key", { ...traits, onclick: (event) => hooks.onAddress(event, button.url) }, label, icon("link", "corner"), heard(`, ${say(hooks.lang, "opens_page")}`));
  }
  if (button.kind === "copy") {
    return make("button.key", { ...traits, onclick: () => hooks.onCopy(button.copy_text) }, label, icon("copy", "corner"), heard(`, ${say(hooks.lang, "copies")}`));
  }
  const tapped = make("button.key", traits, label);
  tapped.addEventListener("click", () => hooks.onTap(message, y, x, tapped));
  return tapped;
}

const STEPS = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] };

function walk(event) {
  const step = STEPS[event.key];
  const from = event.target.closest?.(".key");
  if (!step || !from) return;
  const lines = [...event.currentTarget.querySelectorAll(".keys")];
  const [y, x] = [Number(from.dataset.row) + step[0], Number(from.dataset.column) + step[1]];
  const line = lines[y]?.querySelectorAll(".key");
  const next = line?.[step[0] ? Math.min(x, line.length - 1) : x];
  if (!next) return;
  event.preventDefault();
  event.stopPropagation();
  for (const other of event.currentTarget.querySelectorAll(".key")) other.tabIndex = other === next ? 0 : -1;
  next.focus();
}
