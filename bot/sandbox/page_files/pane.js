// One person's phone: who they are, their chat with the bot, and what happens when they act.
import { who } from "/files/bubble.js";
import { Composer } from "/files/composer.js";
import { History } from "/files/history.js";
import { act } from "/files/live.js";
import { make, name, reicon } from "/files/make.js";
import { summary } from "/files/media.js";
import { openMenu } from "/files/menu.js";
import { Notices } from "/files/notices.js";
import { pick, say } from "/files/words.js";

const TYPING = 5500; // ms: Telegram shows "typing" for 5 seconds after each sendChatAction
const LONG_PRESS = 500; // ms
const ICONS = new Set(["officer", "family", "coordinator"]);

export class Pane {
  /** `seat` as the state event gives it; `onNews()` hears that the bot wrote. */
  constructor(seat, onNews) {
    this.root = document.getElementById("pane").content.firstElementChild.cloneNode(true);
    this.root.id = `seat-${seat.key}`;
    this.root.dataset.seat = seat.key;
    Object.assign(this, { seat, onNews, pageLang: "en", unread: 0 });
    this.part = (css) => this.root.querySelector(css);
    this.history = new History(this.part(".log"), this.part(".scroller"), this.#hooks(), () => this.#showPill());
    this.notices = new Notices(this.root);
    this.composer = new Composer(this.root, {
      send: (text, replyTo) => this.send(text, replyTo),
      change: (id, text) => this.#act("edit", { message_id: id, text }),
      attach: (kind) => this.#act(kind),
      lastOwn: () => [...this.history.messages.values()].reverse().find((one) => !one.from_bot && one.text),
    });
    this.#listen();
  }

  get lang() { return this.seat.language; }

  /** The newest pinned message still there, or undefined. */
  get #pinned() { return [...this.history.messages.values()].filter((one) => one.pinned).at(-1); }

  #hooks() {
    const pane = this;
    return {
      get lang() { return pane.lang; },
      get bot() { return pane.seat.bot; },
      find: (id) => this.history.messages.get(id),
      onTap: (message, row, column, key) => this.#tap(message, row, column, key),
      onAddress: (event, address) => this.#follow(event, new URL(address)),
      onLink: (event, url) => this.#follow(event, url),
      onCopy: (text) => this.#copy(text),
      onCommand: (text) => this.send(text),
      onFind: (id) => this.history.show(id) || this.notices.toast(say(this.lang, "too_old")),
    };
  }

  #listen() {
    const log = this.part(".log");
    for (const button of this.root.querySelectorAll("[data-language]")) {
      button.addEventListener("click", () => this.#act("language", { language: button.dataset.language }));
    }
    this.part(".chat-menu").addEventListener("click", (event) => openMenu(event.currentTarget, this.#chatMenu(), say(this.lang, "chat_menu")));
    this.part(".pinned").addEventListener("click", () => this.history.show(this.#pinned?.id) || this.notices.toast(say(this.lang, "too_old")));
    this.part(".pill").addEventListener("click", () => { this.history.toEnd(); this.part(".words").focus(); });
    this.part(".start").addEventListener("click", () => this.#start());
    log.addEventListener("contextmenu", (event) => this.#messageMenu(event, event.pointerType === "" ? undefined : { x: event.clientX, y: event.clientY }));
    log.addEventListener("keydown", (event) => {
      if (event.key === "Enter" && event.target.matches("article")) this.#messageMenu(event);
    });
    this.#longPress(log);
  }

  /** iOS sends no contextmenu on a long press, so a finger that rests opens the menu itself. */
  #longPress(log) {
    let timer;
    const stop = () => clearTimeout(timer);
    log.addEventListener("pointerdown", (event) => {
      if (event.pointerType !== "touch") return;
      timer = setTimeout(() => this.#messageMenu(event, { x: event.clientX, y: event.clientY }), LONG_PRESS);
    });
    for (const kind of ["pointerup", "pointercancel", "pointermove", "contextmenu"]) log.addEventListener(kind, stop);
  }

  // ---- what the sandbox tells

  /** The whole seat anew. */
  reset(seat) {
    this.seat = seat;
    this.history.reset(seat.messages);
    this.draw(this.pageLang);
  }

  /** What stands around the messages: names, language, commands, block, start. */
  head(seat) {
    const languageChanged = seat.language && seat.language !== this.seat.language;
    Object.assign(this.seat, seat);
    this.draw(this.pageLang);
    if (languageChanged) this.history.reset([...this.history.messages.values()]);
  }

  message(message) {
    this.history.put(message);
    if (!message.from_bot) return this.#wrote();
    this.#stopTyping();
    this.unread += 1;
    return this.onNews();
  }

  /** Writing starts a chat and lifts a block, here as in Telegram. */
  #wrote() {
    if (this.seat.started && !this.seat.blocked) return;
    this.head({ started: true, blocked: false });
  }

  edit(message) {
    this.history.put(message);
    this.#endWaiting();
    this.#drawPinned();
  }

  delete(ids) {
    this.history.delete(ids);
    this.#drawPinned();
  }

  typing() {
    this.part(".chat-head").classList.add("is-typing");
    this.part(".bot-status").textContent = say(this.lang, "typing");
    clearTimeout(this.typingTimer);
    this.typingTimer = setTimeout(() => this.#stopTyping(), TYPING);
  }

  pin(message) {
    this.history.messages.set(message.id, message);
    this.#drawPinned();
  }

  answered(text, alert) {
    this.#endWaiting();
    if (text) alert ? this.notices.alert(this.lang, text) : this.notices.toast(text);
  }

  // ---- drawing

  draw(pageLang) {
    this.pageLang = pageLang;
    const { seat, lang } = this;
    const { bot } = seat;
    const label = pick(seat.label, pageLang);
    this.root.setAttribute("aria-label", say(pageLang, "chat_with", { bot: bot.name, who: label }));
    reicon(this.part(".seat-face svg"), ICONS.has(seat.key) ? seat.key : "person");
    this.part(".seat-name").textContent = label;
    this.part(".seat-hint").textContent = pick(seat.hint, pageLang);
    name(this.part(".seat-language"), say(pageLang, "phone_language", { who: label }));
    for (const button of this.root.querySelectorAll("[data-language]")) button.setAttribute("aria-pressed", String(button.dataset.language === lang));
    this.part(".phone").lang = lang;
    this.part(".bot-name").textContent = bot.name;
    name(this.part(".chat-menu"), say(lang, "chat_menu"));
    this.part(".log").setAttribute("aria-label", say(lang, "messages"));
    this.part(".log").setAttribute("aria-description", say(lang, "messages_how"));
    this.composer.speak(lang, bot.name);
    this.composer.offer(seat.commands);
    this.part(".composer").hidden = seat.blocked || !seat.started;
    this.#drawStart();
    this.#drawPinned();
    this.#showPill();
    this.#stopTyping();
  }

  #drawStart() {
    const { seat, lang } = this;
    const button = this.part(".start");
    const held = document.activeElement === button;
    button.hidden = seat.started && !seat.blocked;
    button.textContent = say(lang, seat.blocked ? "restart" : seat.invited ? "open_link" : "start");
    if (held && button.hidden) this.part(".words").focus();
    this.part(".intro")?.remove();
    if (seat.started || seat.messages.length) return;
    const words = seat.bot.description;
    this.part(".view").prepend(make("div.intro", {},
      make("img", { src: "/files/mark.svg", alt: "", width: 72, height: 72 }),
      make("b", {}, words ? say(lang, "what_can") : seat.bot.name), words ? make("p", {}, words) : null));
  }

  #drawPinned() {
    const message = this.#pinned;
    this.part(".pinned").hidden = !message;
    if (!message) return;
    this.part(".pinned-title").textContent = say(this.lang, "pinned");
    this.part(".pinned-text").textContent = summary(message, this.lang);
  }

  #showPill() {
    const { stuck, missed } = this.history ?? { stuck: true };
    const pill = this.part(".pill");
    if (stuck && pill === document.activeElement) this.part(".words").focus();
    pill.hidden = stuck;
    pill.classList.toggle("news", missed > 0);
    const words = missed ? say(this.lang, "new_messages") : "";
    pill.lastElementChild.textContent = words;
    name(pill, words ? `${words}: ${missed}` : say(this.lang, "jump_down"));
  }

  #stopTyping() {
    clearTimeout(this.typingTimer);
    this.part(".chat-head").classList.remove("is-typing");
    this.part(".bot-status").textContent = say(this.lang, this.seat.blocked ? "blocked_status" : "bot");
  }

  // ---- what the person does

  async #act(action, values) {
    try {
      return await act(this.seat.key, action, values);
    } catch (problem) {
      this.notices.toast(say(this.lang, problem.status === 0 ? "failed" : problem.status === 404 ? "too_old" : "refused"));
      return null;
    }
  }

  #copy(text) {
    const done = () => this.notices.toast(say(this.lang, "copied"));
    navigator.clipboard.writeText(text).then(done, () => this.notices.toast(text));
  }

  async send(text, replyTo) {
    const takeBack = this.history.promise(text);
    if (await this.#act("say", { text, reply_to: replyTo })) return;
    takeBack();
    const words = this.part(".words");
    if (!words.value) words.value = text;
  }

  async #start() {
    if (this.seat.blocked) await this.#act("unblock");
    await this.#act("start");
  }

  async #tap(message, row, column, key) {
    key.classList.add("waiting");
    setTimeout(() => key.classList.remove("waiting"), 4000);
    if (!(await this.#act("tap", { message_id: message.id, row, column }))) this.#endWaiting();
  }

  #endWaiting() {
    for (const key of this.root.querySelectorAll(".key.waiting")) key.classList.remove("waiting");
  }

  /** A deep link to this very bot is a start; anything else on the web asks first, for it leaves this computer. */
  #follow(event, url) {
    event.preventDefault();
    const own = url.hostname === "t.me" && url.pathname.slice(1).toLowerCase() === this.seat.bot.username.toLowerCase();
    if (own) return void this.#act("start", { payload: url.searchParams.get("start") ?? "" });
    if (!url.protocol.startsWith("http")) return;
    const open = make("a.plain", { href: url.href, target: "_blank", rel: "noopener noreferrer" }, say(this.lang, "open"));
    this.notices.alert(this.lang, `${say(this.lang, "leave")}\n${url.href}`, [open]);
  }

  #chatMenu() {
    const { seat, lang } = this;
    const items = [{ label: say(lang, "clear_view"), icon: "broom", run: () => { this.history.clear(); this.notices.toast(say(lang, "cleared")); } }];
    if (seat.invited) items.unshift({ label: say(lang, "open_link"), icon: "link", run: () => this.#act("start") });
    const turn = seat.blocked ? "unblock" : "block";
    items.push({ label: say(lang, turn), icon: "block", run: () => this.#act(turn) });
    return items;
  }

  #messageMenu(event, at) {
    const article = event.target.closest("article[data-id]");
    const message = article && this.history.messages.get(Number(article.dataset.id));
    if (!message || event.target.closest(".key")) return;
    event.preventDefault();
    article.focus({ preventScroll: true });
    const { lang } = this;
    const items = [{ label: say(lang, "reply"), icon: "reply", run: () => this.composer.replyTo(message, who(message, this.history.hooks)) }];
    if (!message.from_bot && message.text) items.unshift({ label: say(lang, "edit"), icon: "edit", run: () => this.composer.edit(message) });
    if (message.text) items.push({ label: say(lang, "copy"), icon: "copy", run: () => this.#copy(message.text) });
    if (message.from_bot) items.push({ label: say(lang, message.protected ? "no_forward" : "forward_ok"), icon: "forward", off: true, run: () => {} });
    openMenu(article, items, say(lang, "message_menu"), at ?? undefined);
  }
}
