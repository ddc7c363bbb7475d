// The messages of one chat: drawn once, changed in place, kept at the newest unless the reader scrolled up.
import { bubble, sendingBubble } from "/files/bubble.js";
import { make } from "/files/make.js";
import { day } from "/files/words.js";

const TOGETHER = 300_000; // ms within which messages of one sender stand as one group
const NEAR = 48; // pixels from the end that still count as reading the newest

export class History {
  /** `log` holds the articles, `scroller` moves, `onAway()` hears when `stuck` or `missed` may have changed. */
  constructor(log, scroller, hooks, onAway) {
    Object.assign(this, { log, scroller, hooks, onAway, messages: new Map(), sending: [], missed: 0, stuck: true, clearedTo: 0, current: null, top: 0 });
    scroller.addEventListener("scroll", () => this.#scrolled(), { passive: true });
    new ResizeObserver(() => this.stuck && this.toEnd()).observe(log);
    new ResizeObserver(() => this.stuck && this.toEnd()).observe(scroller);
    log.addEventListener("keydown", (event) => this.#walk(event));
    log.addEventListener("focusin", (event) => this.#makeCurrent(event.target.closest("article")));
  }

  get newest() { return [...this.log.querySelectorAll("article[data-id]")].at(-1); }

  article(id) { return this.log.querySelector(`article[data-id="${id}"]`); }

  /** Everything anew, as on a (re)connection or a change of language. Silent for screen readers. */
  reset(messages) {
    const place = this.stuck ? null : this.scroller.scrollTop;
    const held = document.activeElement?.closest?.("article");
    const focused = held && this.log.contains(held) ? held.dataset.id : null;
    // A sandbox that was started anew counts its messages from one again.
    if (!messages.some((message) => message.id >= this.clearedTo)) this.clearedTo = 0;
    this.log.setAttribute("aria-busy", "true");
    this.messages = new Map(messages.map((message) => [message.id, message]));
    this.log.replaceChildren();
    this.sending = [];
    this.current = null;
    for (const message of this.messages.values()) {
      if (message.id > this.clearedTo) this.#append(bubble(message, this.hooks), message);
    }
    this.#makeCurrent((focused && this.article(focused)) || this.newest);
    if (focused) this.article(focused)?.focus({ preventScroll: true });
    this.toEnd();
    if (place !== null) this.#stay(place);
    requestAnimationFrame(() => this.log.removeAttribute("aria-busy"));
  }

  /** A new or changed message. A change redraws only its own article and keeps the focus where it was. */
  put(message) {
    const known = this.article(message.id);
    this.messages.set(message.id, message);
    if (known) return this.#redraw(known, message);
    if (message.id <= this.clearedTo) return undefined;
    const mine = !message.from_bot;
    if (mine) this.#settle(message.text);
    const article = bubble(message, this.hooks);
    article.classList.add("fresh");
    this.#append(article, message);
    this.#makeCurrent(article, true);
    if (mine || this.stuck) return this.toEnd();
    this.missed += 1;
    return this.onAway();
  }

  delete(ids) {
    for (const id of ids) {
      this.messages.delete(id);
      const article = this.article(id);
      if (!article) continue;
      const held = article.contains(document.activeElement);
      const neighbour = article.nextElementSibling ?? article.previousElementSibling;
      article.remove();
      this.#regroup();
      if (held) (neighbour?.matches("article") ? neighbour : this.log).focus();
    }
    if (!this.current?.isConnected) this.#makeCurrent(this.newest);
  }

  /** Words on their way, shown at once. The returned function takes them back (they could not be sent). */
  promise(text) {
    const article = sendingBubble(text, this.hooks);
    this.sending.push({ text, article });
    this.log.append(article);
    this.toEnd();
    return () => this.#settle(text);
  }

  clear() {
    this.clearedTo = Math.max(0, ...this.messages.keys());
    this.log.replaceChildren();
  }

  toEnd() {
    this.stuck = true;
    this.missed = 0;
    this.scroller.scrollTop = this.scroller.scrollHeight;
    this.onAway();
  }

  /** Brings a message into view and marks it for a moment. False when it is not there. */
  show(id) {
    const article = this.article(id);
    if (!article) return false;
    article.scrollIntoView({ block: "center" });
    article.focus({ preventScroll: true });
    article.classList.remove("marked");
    requestAnimationFrame(() => article.classList.add("marked"));
    return true;
  }

  #stay(place) {
    this.stuck = false;
    this.scroller.scrollTop = place;
    this.onAway();
  }

  #settle(text) {
    const at = this.sending.findIndex((one) => one.text === text);
    if (at >= 0) this.sending.splice(at, 1)[0].article.remove();
  }

  #append(article, message) {
    this.#tabbable(article, false);
    this.log.insertBefore(article, this.sending[0]?.article ?? null);
    this.#group(article, message);
  }

  #group(article, message) {
    let last = article.previousElementSibling;
    const previous = last?.matches("article") ? this.messages.get(Number(last.dataset.id)) : null;
    const today = day(message.date, this.hooks.lang);
    if (!previous || day(previous.date, this.hooks.lang) !== today) {
      this.log.insertBefore(make("p.day", {}, make("span", {}, today)), article);
      last = null;
    }
    const joined = last && previous.from_bot === message.from_bot && Date.parse(message.date) - Date.parse(previous.date) < TOGETHER;
    article.classList.toggle("joined", Boolean(joined));
    if (joined) last.classList.add("followed");
  }

  /** After a deletion: days and groups follow from what is left. */
  #regroup() {
    for (const old of this.log.querySelectorAll(".day")) old.remove();
    for (const article of this.log.querySelectorAll("article[data-id]")) {
      article.classList.remove("joined", "followed");
      this.#group(article, this.messages.get(Number(article.dataset.id)));
    }
  }

  #redraw(old, message) {
    const held = old.contains(document.activeElement) ? document.activeElement : null;
    const fresh = bubble(message, this.hooks);
    for (const state of ["joined", "followed"]) fresh.classList.toggle(state, old.classList.contains(state));
    const picture = old.querySelector(".media, .stand-in");
    if (picture && old.dataset.media === fresh.dataset.media) fresh.querySelector(".media, .stand-in").replaceWith(picture);
    this.#tabbable(fresh, false);
    old.replaceWith(fresh);
    if (this.current === old) this.#makeCurrent(fresh);
    if (held) this.#refocus(fresh, held);
    if (this.stuck) this.toEnd();
  }

  #refocus(article, held) {
    const same = held.dataset.row ? `.key[data-row="${held.dataset.row}"][data-column="${held.dataset.column}"]` : null;
    const next = (same && article.querySelector(same)) ?? article.querySelector(".key") ?? article;
    next.focus({ preventScroll: true });
  }

  /** One message at a time takes part in the Tab order, with its links and its first button. */
  #makeCurrent(article, gentle = false) {
    if (!article || article === this.current || !this.log.contains(article)) return;
    if (gentle && this.current?.contains(document.activeElement)) return;
    if (this.current) this.#tabbable(this.current, false);
    this.current = article;
    this.#tabbable(article, true);
  }

  #tabbable(article, on) {
    article.tabIndex = on ? 0 : -1;
    for (const one of article.querySelectorAll("a, .bubble button, .spoiler[role], pre")) one.tabIndex = on ? 0 : -1;
    const keys = [...article.querySelectorAll(".key")];
    const chosen = keys.find((one) => one === document.activeElement) ?? keys.find((one) => one.tabIndex === 0) ?? keys[0];
    for (const one of keys) one.tabIndex = on && one === chosen ? 0 : -1;
  }

  #walk(event) {
    const here = event.target.closest("article");
    if (!here || event.target.closest(".menu")) return;
    const all = [...this.log.querySelectorAll("article[data-id]")];
    const next = { ArrowUp: all.indexOf(here) - 1, ArrowDown: all.indexOf(here) + 1, Home: 0, End: all.length - 1 }[event.key];
    if (next === undefined || event.target !== here || !all[next]) return;
    event.preventDefault();
    all[next].focus();
  }

  #scrolled() {
    const { scrollTop, scrollHeight, clientHeight } = this.scroller;
    const near = scrollHeight - scrollTop - clientHeight < NEAR;
    // A picture that grows also moves the end away; only a reader scrolls up.
    if (near) this.stuck = true;
    else if (scrollTop < this.top) this.stuck = false;
    if (this.stuck) this.missed = 0;
    this.top = scrollTop;
    this.onAway();
  }
}
