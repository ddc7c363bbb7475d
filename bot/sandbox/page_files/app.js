// The page: who sits here, which colours and language, and where each event of the stream goes.
import { listen } from "/files/live.js";
import { make, name, reicon } from "/files/make.js";
import { Pane } from "/files/pane.js";
import { known, pick, say } from "/files/words.js";

const THEMES = ["auto", "light", "dark"];
const root = document.documentElement;
const part = (id) => document.getElementById(id);
const narrow = matchMedia("(max-width: 67.49rem)");
const panes = new Map();
const page = { lang: known(stored("language") ?? navigator.language), theme: stored("theme") ?? "auto", shown: null, met: false };

function stored(key) {
  try { return localStorage.getItem(`sandbox.${key}`); } catch { return null; }
}

function keep(key, value) {
  try { localStorage.setItem(`sandbox.${key}`, value); } catch { /* private windows may refuse; the choice then lasts as long as the page */ }
}

// ---- events

const ON = {
  state: (event) => begin(event),
  head: (event, pane) => { pane.head(event.head); drawTabs(); },
  message: (event, pane) => pane.message(event.message),
  edit: (event, pane) => pane.edit(event.message),
  delete: (event, pane) => pane.delete(event.message_ids),
  typing: (event, pane) => pane.typing(),
  pin: (event, pane) => pane.pin(event.message),
  toast: (event, pane) => pane.answered(event.text, event.alert),
};

function receive(event) {
  const pane = panes.get(event.seat);
  if (event.kind === "state" || pane) ON[event.kind]?.(event, pane);
}

/** A full state: build the panes once, later only bring them up to date. */
function begin({ seats }) {
  for (const seat of seats) {
    const here = panes.get(seat.key);
    if (here) here.reset(seat);
    else add(new Pane(seat, () => news(seat.key)), seat);
  }
  page.shown ??= seats[0]?.key;
  drawPage();
}

function add(pane, seat) {
  panes.set(seat.key, pane);
  part("people").append(pane.root);
  pane.reset(seat);
  pane.root.addEventListener("focusin", () => read(pane));
}

function connection(up) {
  const line = part("offline");
  if (up && page.met && !line.hidden) part("said").textContent = say(page.lang, "back");
  page.met ||= up;
  line.hidden = up;
  if (!up) line.textContent = say(page.lang, "offline");
}

// ---- tabs, for narrow windows

function news(key) {
  const pane = panes.get(key);
  if (!narrow.matches || page.shown === key) pane.unread = 0;
  drawTabs();
}

function read(pane) {
  if (!pane.unread) return;
  pane.unread = 0;
  drawTabs();
}

function show(key) {
  page.shown = key;
  panes.get(key).unread = 0;
  drawTabs();
  panes.get(key).history.toEnd();
}

function drawTabs() {
  const tabs = part("tabs");
  const held = tabs.contains(document.activeElement);
  tabs.setAttribute("role", "tablist");
  tabs.replaceChildren(...[...panes].map(([key, pane]) => tab(key, pane)));
  for (const [key, pane] of panes) {
    pane.root.classList.toggle("shown", key === page.shown);
    if (narrow.matches) pane.root.setAttribute("role", "tabpanel");
    else pane.root.removeAttribute("role");
  }
  if (held) part(`tab-${page.shown}`).focus();
}

function tab(key, pane) {
  const on = key === page.shown;
  const count = pane.unread ? make("span.count", {}, make("span", { "aria-hidden": "true" }, pane.unread), make("span.hidden-words", {}, say(page.lang, "unread", { n: pane.unread }))) : null;
  const button = make("button.tab", { type: "button", role: "tab", id: `tab-${key}`, "aria-selected": String(on), "aria-controls": pane.root.id, tabindex: on ? 0 : -1 }, pick(pane.seat.label, page.lang), count);
  button.addEventListener("click", () => show(key));
  button.addEventListener("keydown", (event) => {
    const keys = [...panes.keys()];
    const next = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (next) show(keys.at((keys.indexOf(key) + next) % keys.length));
  });
  return button;
}

// ---- language and colours

function drawPage() {
  root.lang = page.lang;
  root.dataset.theme = page.theme;
  for (const one of document.querySelectorAll("[data-t]")) one.textContent = say(page.lang, one.dataset.t);
  for (const one of document.querySelectorAll("[data-t-label]")) one.setAttribute("aria-label", say(page.lang, one.dataset.tLabel));
  for (const one of document.querySelectorAll("[data-page-language]")) one.setAttribute("aria-pressed", String(one.dataset.pageLanguage === page.lang));
  name(part("theme"), say(page.lang, `theme_${page.theme}`));
  reicon(part("theme").querySelector("svg"), page.theme);
  for (const pane of panes.values()) pane.draw(page.lang);
  drawTabs();
}

for (const button of document.querySelectorAll("[data-page-language]")) {
  button.addEventListener("click", () => { keep("language", (page.lang = button.dataset.pageLanguage)); drawPage(); });
}
part("theme").addEventListener("click", () => {
  page.theme = THEMES[(THEMES.indexOf(page.theme) + 1) % THEMES.length];
  keep("theme", page.theme);
  drawPage();
});
narrow.addEventListener("change", drawTabs);
drawPage();
listen(receive, connection);
