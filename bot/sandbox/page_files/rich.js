// Telegram's formatting: a text and its entities (offsets in UTF-16 units, as JavaScript counts) become DOM nodes.
import { make } from "/files/make.js";
import { say } from "/files/words.js";

const OPENABLE = new Set(["http:", "https:", "tel:", "mailto:", "sms:"]);
const TAGS = { bold: "b", italic: "i", underline: "u", strikethrough: "s", code: "code", hashtag: "span.tag", cashtag: "span.tag" };
const BLOCKS = new Set(["pre", "blockquote", "expandable_blockquote"]);

/** Nodes for a message text. `hooks`: lang, onCommand(text), onLink(event, href). */
export function rich(text, entities, hooks) {
  const sorted = entities.filter((one) => one.length > 0).sort((a, b) => a.offset - b.offset || b.length - a.length);
  return weave(text, sorted, 0, text.length, hooks);
}

function weave(text, entities, start, end, hooks) {
  const woven = document.createDocumentFragment();
  let at = start;
  let afterBlock = false;
  const plain = (to, beforeBlock) => {
    let words = text.slice(at, to);
    if (afterBlock) words = words.replace(/^\n/, "");
    if (beforeBlock) words = words.replace(/\n$/, "");
    if (words) woven.append(words);
  };
  for (let i = 0; i < entities.length; ) {
    const entity = entities[i];
    const from = Math.max(entity.offset, at);
    const to = Math.min(entity.offset + entity.length, end);
    const inside = [];
    for (i += 1; i < entities.length && entities[i].offset < to; i += 1) inside.push(entities[i]);
    if (to <= from) continue;
    plain(from, BLOCKS.has(entity.type));
    woven.append(wrap(entity, weave(text, inside, from, to, hooks), text.slice(from, to), hooks));
    afterBlock = BLOCKS.has(entity.type);
    at = to;
  }
  plain(end, false);
  return woven;
}

function wrap(entity, body, words, hooks) {
  switch (entity.type) {
    case "text_link": return link(entity.url, body, hooks);
    case "url": return link(/^[a-z]+:/i.test(words) ? words : `https://${words}`, body, hooks);
    case "email": return link(`mailto:${words}`, body, hooks);
    case "phone_number": return link(`tel:${words.replace(/[^\d+]/g, "")}`, body, hooks);
    case "bot_command": return make("button.inline-link", { type: "button", onclick: () => hooks.onCommand(words) }, body);
    case "mention": case "text_mention": return make("span.mention", {}, body);
    case "spoiler": return spoiler(body, hooks);
    case "pre": return make("pre", { tabindex: "0", "data-language": entity.language }, make("code", {}, body));
    case "blockquote": return make("blockquote", {}, body);
    case "expandable_blockquote": return quote(body, words, hooks);
    default: return make(TAGS[entity.type] ?? "span", {}, body);
  }
}

/** A link that asks before it leaves this computer; anything but web, phone and mail stays plain text. */
export function link(address, body, hooks) {
  let url;
  try { url = new URL(address); } catch { return make("span", {}, body); }
  if (!OPENABLE.has(url.protocol)) return make("span", {}, body);
  const outside = url.protocol.startsWith("http");
  const traits = { href: url.href, rel: "noopener noreferrer", target: outside ? "_blank" : undefined };
  const anchor = make("a", traits, body);
  if (outside) anchor.addEventListener("click", (event) => hooks.onLink(event, url));
  return anchor;
}

function spoiler(body, hooks) {
  const cover = make("span.spoiler", { role: "button", tabindex: "0", "aria-label": say(hooks.lang, "show_spoiler") },
    make("span.spoiler-text", { "aria-hidden": "true" }, body));
  const reveal = (event) => {
    if (cover.classList.contains("shown")) return;
    if (event.type === "keydown" && event.key !== "Enter" && event.key !== " ") return;
    event.preventDefault();
    for (const trait of ["role", "tabindex", "aria-label"]) cover.removeAttribute(trait);
    cover.firstChild.removeAttribute("aria-hidden");
    cover.classList.add("shown");
  };
  cover.addEventListener("click", reveal);
  cover.addEventListener("keydown", reveal);
  return cover;
}

function quote(body, words, hooks) {
  const text = make("div.quote-text", {}, body);
  const block = make("blockquote.folded", {}, text);
  if (words.length < 120 && words.split("\n").length <= 3) {
    block.classList.remove("folded");
    return block;
  }
  const toggle = make("button.unfold", { type: "button", "aria-expanded": "false" }, say(hooks.lang, "show_all"));
  toggle.addEventListener("click", () => {
    const open = block.classList.toggle("folded") === false;
    toggle.setAttribute("aria-expanded", String(open));
    toggle.textContent = say(hooks.lang, open ? "show_less" : "show_all");
  });
  block.append(toggle);
  return block;
}
