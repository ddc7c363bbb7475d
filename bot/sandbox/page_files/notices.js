// What a phone shows on top of a chat for a moment: a toast that goes by itself, a box that waits for an answer.
import { make } from "/files/make.js";
import { say } from "/files/words.js";

export class Notices {
  constructor(pane) {
    const part = (css) => pane.querySelector(css);
    Object.assign(this, { pane, line: part(".toast"), box: part(".alert"), rest: [part(".scroller"), part(".foot")] });
    Object.assign(this, { text: part(".alert-text"), buttons: part(".alert-buttons"), fallback: part(".words") });
    this.text.id = `alert-${pane.id}`;
    this.box.setAttribute("aria-labelledby", this.text.id);
  }

  /** Long texts stay longer. */
  toast(text) {
    this.line.textContent = text;
    this.line.classList.add("shown");
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      this.line.classList.remove("shown");
      this.line.textContent = "";
    }, 2500 + 60 * text.length);
  }

  /** A box that waits; the rest of this phone rests meanwhile. `more` are further buttons, each closes the box too. */
  alert(lang, text, more = []) {
    const before = document.activeElement;
    const close = () => {
      this.box.hidden = true;
      for (const part of this.rest) part.inert = false;
      (before?.isConnected && this.pane.contains(before) ? before : this.fallback).focus();
    };
    const done = make("button.plain", { type: "button" }, say(lang, more.length ? "cancel" : "ok"));
    for (const button of [done, ...more]) button.addEventListener("click", close);
    this.text.textContent = text;
    this.buttons.replaceChildren(done, ...more);
    this.box.onkeydown = (event) => { if (event.key === "Escape") close(); };
    this.box.hidden = false;
    for (const part of this.rest) part.inert = true;
    (more[0] ?? done).focus();
  }
}
