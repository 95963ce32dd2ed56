/* The map that this page shows. Texts in it reach the page as texts alone, never as markup. */
const DATA = JSON.parse(document.getElementById("data").textContent);

const SVG = "http://www.w3.org/2000/svg";
const calm = matchMedia("(prefers-reduced-motion: reduce)");

/** The element of the page with this id. */
const byId = (id) => document.getElementById(id);

/** A new element of HTML with these properties, holding texts and elements. */
function made(name, properties = {}, ...inside) {
  const element = Object.assign(document.createElement(name), properties);
  element.append(...inside);
  return element;
}

/** A new element of SVG with these attributes, at the end of `parent` if there is one. */
function drawn(name, attributes = {}, parent = null) {
  const element = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  if (parent) parent.append(element);
  return element;
}

/** Says something to those who listen. */
function say(text) {
  byId("said").textContent = text;
}

/** A number with its noun. */
const counted = (count, noun) => `${count} ${noun}${count === 1 ? "" : "s"}`;
