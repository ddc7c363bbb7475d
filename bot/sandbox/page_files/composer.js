// Where a person writes: sending, changing an own message, answering to one, the command menu, stand-ins to attach.
import { make, name, reicon } from "/files/make.js";
import { openMenu } from "/files/menu.js";
import { summary } from "/files/media.js";
import { say } from "/files/words.js";

const ATTACHABLE = { photo: "photo", voice: "voice", sticker: "sticker", contact: "person", location: "place" };

export class Composer {
  /** `does`: send(text, replyTo), change(id, text), attach(kind), lastOwn() -> message or undefined. */
  constructor(pane, does) {
    const part = (css) => pane.querySelector(css);
    Object.assign(this, { does, lang: "en", bot: "", target: null, commands: [], chosen: -1 });
    Object.assign(this, { form: part(".composer"), words: part(".words"), list: part(".commands"), note: part(".context") });
    Object.assign(this, { menuButton: part(".menu-button"), attach: part(".attach"), send: part(".send") });
    this.list.id = `commands-${pane.id}`;
    this.form.addEventListener("submit", (event) => { event.preventDefault(); this.#submit(); });
    this.words.addEventListener("keydown", (event) => this.#key(event));
    this.words.addEventListener("input", () => this.#typed());
    this.list.addEventListener("keydown", (event) => this.#listKey(event));
    this.menuButton.addEventListener("click", () => (this.list.hidden ? this.#openList("", true) : this.#closeList(true)));
    this.attach.addEventListener("click", () => openMenu(this.attach, this.#stuff(), say(this.lang, "attach")));
    part(".context-off").addEventListener("click", () => this.#leaveTarget());
    pane.addEventListener("focusout", (event) => { if (!this.form.contains(event.relatedTarget) && !this.list.contains(event.relatedTarget)) this.#closeList(); });
  }

  speak(lang, bot) {
    Object.assign(this, { lang, bot });
    this.words.placeholder = say(lang, "message");
    this.words.setAttribute("aria-label", say(lang, "message_to", { bot }));
    name(this.attach, say(lang, "attach"));
    name(this.send, say(lang, this.target?.edit ? "save_edit" : "send"));
    name(this.note.querySelector(".context-off"), say(lang, "cancel"));
    this.menuButton.lastElementChild.textContent = say(lang, "menu");
    this.list.setAttribute("aria-label", say(lang, "commands"));
  }

  offer(commands) {
    this.commands = commands;
    this.menuButton.hidden = commands.length === 0;
    if (!this.list.hidden) this.#closeList();
  }

  /** Begin to change an own message. */
  edit(message) {
    this.#aim({ edit: message.id }, "edit", say(this.lang, "editing"), summary(message, this.lang));
    this.words.value = message.text ?? "";
    this.#typed();
  }

  replyTo(message, who) {
    this.#aim({ reply: message.id }, "reply", say(this.lang, "reply_to", { who }), summary(message, this.lang));
  }

  #aim(target, icon, title, text) {
    this.target = target;
    reicon(this.note.querySelector("svg"), icon);
    const [head, line] = this.note.querySelector(".context-words").children;
    [head.textContent, line.textContent] = [title, text];
    this.note.hidden = false;
    name(this.send, say(this.lang, target.edit ? "save_edit" : "send"));
    reicon(this.send.querySelector("svg"), target.edit ? "check" : "send");
    this.words.focus();
  }

  #leaveTarget() {
    if (this.target?.edit) this.words.value = "";
    this.target = null;
    this.note.hidden = true;
    name(this.send, say(this.lang, "send"));
    reicon(this.send.querySelector("svg"), "send");
    this.#typed();
    this.words.focus();
  }

  #submit() {
    const text = this.words.value.trim();
    if (!text) return;
    const target = this.target ?? {};
    this.words.value = "";
    if (this.target) this.#leaveTarget();
    this.#typed();
    if (target.edit) this.does.change(target.edit, text);
    else this.does.send(text, target.reply);
  }

  #key(event) {
    if (event.isComposing) return;
    if (!this.list.hidden && this.#listStep(event)) return;
    if (event.key === "Enter" && !event.shiftKey) {
      event.preventDefault();
      this.#submit();
    } else if (event.key === "ArrowUp" && !this.words.value && !this.target) {
      const last = this.does.lastOwn();
      if (!last) return;
      event.preventDefault();
      this.edit(last);
    } else if (event.key === "Escape" && this.target) {
      event.preventDefault();
      this.#leaveTarget();
    }
  }

  #typed() {
    this.words.style.height = "auto";
    this.words.style.height = `${this.words.scrollHeight}px`;
    this.form.classList.toggle("ready", this.words.value.trim() !== "");
    const begun = /^\/(\w*)$/.exec(this.words.value);
    if (begun && !this.target) this.#openList(begun[1], false);
    else this.#closeList();
  }

  #stuff() {
    return Object.entries(ATTACHABLE).map(([kind, icon]) => ({ label: say(this.lang, kind), icon, run: () => this.does.attach(kind) }));
  }

  #openList(begun, takeFocus) {
    const fitting = this.commands.filter((one) => one.command.startsWith(begun.toLowerCase()));
    this.list.replaceChildren(...fitting.map((one, i) => this.#option(one, i)));
    this.list.setAttribute("role", "listbox");
    this.list.hidden = fitting.length === 0;
    this.menuButton.setAttribute("aria-expanded", String(!this.list.hidden));
    this.words.setAttribute("aria-controls", this.list.id);
    this.#choose(fitting.length ? 0 : -1, takeFocus);
  }

  #option(one, i) {
    const option = make("button.command", { type: "button", role: "option", tabindex: "-1", id: `${this.list.id}-${i}` },
      make("b", {}, `/${one.command}`), make("span", {}, one.description));
    option.addEventListener("click", () => this.#take(one.command));
    return option;
  }

  #take(command) {
    this.words.value = "";
    this.#typed();
    this.#closeList(true);
    this.does.send(`/${command}`);
  }

  #choose(i, takeFocus) {
    this.chosen = i;
    [...this.list.children].forEach((option, n) => option.setAttribute("aria-selected", String(n === i)));
    const option = this.list.children[i];
    if (option) this.words.setAttribute("aria-activedescendant", option.id);
    else this.words.removeAttribute("aria-activedescendant");
    option?.scrollIntoView({ block: "nearest" });
    if (takeFocus) option?.focus();
  }

  /** Arrow keys and Enter while the list stands open above the writing; true when the key was used. */
  #listStep(event, takeFocus = false) {
    const count = this.list.children.length;
    const next = { ArrowDown: this.chosen + 1, ArrowUp: this.chosen - 1 + count }[event.key];
    if (next !== undefined) this.#choose(next % count, takeFocus);
    else if (event.key === "Enter" && !event.shiftKey && this.chosen >= 0) this.list.children[this.chosen].click();
    else if (event.key === "Escape") this.#closeList(true);
    else return false;
    event.preventDefault();
    return true;
  }

  #listKey(event) {
    this.#listStep(event, true);
  }

  #closeList(giveBack = false) {
    if (this.list.hidden) return;
    const held = this.list.contains(document.activeElement);
    this.list.hidden = true;
    this.chosen = -1;
    this.words.removeAttribute("aria-activedescendant");
    this.menuButton.setAttribute("aria-expanded", "false");
    if (giveBack && (held || document.activeElement === document.body)) this.words.focus();
  }
}
