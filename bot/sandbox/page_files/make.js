// Builds elements. Text goes in as text nodes only: the page's policy forbids turning a string into markup.
const SVG = "http://www.w3.org/2000/svg";

/** make("button.key", {type: "button", onclick}, "text", child): attributes by name, functions as listeners. */
export function make(shape, traits = {}, ...children) {
  const [tag, ...classes] = shape.split(".");
  const element = document.createElement(tag || "div");
  if (classes.length) element.className = classes.join(" ");
  for (const [name, value] of Object.entries(traits)) {
    if (value === undefined || value === null || value === false) continue;
    if (typeof value === "function") element.addEventListener(name.slice(2), value);
    else element.setAttribute(name, value === true ? "" : String(value));
  }
  element.append(...children.filter((child) => child !== null && child !== undefined && child !== ""));
  return element;
}

/** An icon of icons.svg; decorative, so hidden from screen readers. */
export function icon(name, extra = "") {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("class", `icon ${extra}`.trim());
  svg.setAttribute("aria-hidden", "true");
  const use = document.createElementNS(SVG, "use");
  use.setAttribute("href", `/files/icons.svg#${name}`);
  svg.append(use);
  return svg;
}

/** Point an existing icon at another picture. */
export function reicon(svg, name) {
  svg.querySelector("use").setAttribute("href", `/files/icons.svg#${name}`);
}

/** Words for screen readers only. */
export function heard(text) {
  return make("span.hidden-words", {}, text);
}

/** A button that shows an icon and says a name. */
export function name(element, text) {
  element.setAttribute("aria-label", text);
  element.title = text;
}
