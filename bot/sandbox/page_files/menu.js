// Menus that open beside a button or where one pressed: arrows walk, Escape closes, focus goes back.
import { icon, make } from "/files/make.js";

let closeOpen = () => {};

/** items: {label, icon, run, off?}. `at` is {x, y} in the window, or absent to stand beside `anchor`. */
export function openMenu(anchor, items, label, at) {
  closeOpen();
  const buttons = items.map((item) => make("button.menu-item", { type: "button", role: "menuitem", tabindex: "-1", "aria-disabled": item.off ? "true" : undefined }, icon(item.icon), item.label));
  const menu = make("div.menu", { role: "menu", "aria-label": label }, ...buttons);
  const close = (giveBack = true) => {
    if (!menu.isConnected) return;
    menu.remove();
    if (anchor.matches("button")) anchor.setAttribute("aria-expanded", "false");
    removeEventListener("pointerdown", outside, true);
    removeEventListener("resize", close);
    if (giveBack) anchor.focus();
  };
  const outside = (event) => { if (!menu.contains(event.target)) close(false); };
  buttons.forEach((button, i) => button.addEventListener("click", () => {
    if (items[i].off) return;
    close();
    items[i].run();
  }));
  menu.addEventListener("keydown", (event) => {
    const now = buttons.indexOf(document.activeElement);
    const next = { ArrowDown: now + 1, ArrowUp: now - 1, Home: 0, End: buttons.length - 1 }[event.key];
    if (event.key === "Escape" || event.key === "Tab") close();
    else if (next === undefined) return;
    else buttons.at(next % buttons.length).focus();
    event.preventDefault();
    event.stopPropagation();
  });
  document.body.append(menu);
  place(menu, anchor, at);
  if (anchor.matches("button")) anchor.setAttribute("aria-expanded", "true");
  addEventListener("pointerdown", outside, true);
  addEventListener("resize", close);
  closeOpen = () => close(false);
  buttons[0]?.focus();
}

function place(menu, anchor, at) {
  const box = anchor.getBoundingClientRect();
  const [x, y] = at ? [at.x, at.y] : [box.right - menu.offsetWidth, box.bottom + 4];
  const below = y + menu.offsetHeight < innerHeight - 8;
  const top = below ? y : (at ? y : box.top - 4) - menu.offsetHeight;
  menu.style.left = `${Math.max(8, Math.min(x, innerWidth - menu.offsetWidth - 8))}px`;
  menu.style.top = `${Math.max(8, top)}px`;
}
