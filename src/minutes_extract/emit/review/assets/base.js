"use strict";

/* White space as Python's str.split() sees it, which is how the record and the gold fold their texts. */
const SPACE = "\\t-\\r\\x1c-\\x20\\x85\\xa0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000";
const SPACES = new RegExp(`[${SPACE}]+`, "g");

function fold(text) {
  return text.replace(SPACES, " ").replace(/^ | $/g, "");
}

/** How many code points: the record counts those, strings here count UTF-16 units. */
function codePoints(text) {
  const pairs = text.match(/[\ud800-\udbff][\udc00-\udfff]/g);
  return text.length - (pairs ? pairs.length : 0);
}

function byId(id) {
  return document.getElementById(id);
}

/* On a narrow screen one of the two panes is seen. */
const narrow = matchMedia("(max-width: 760px)");

function pane(name) {
  document.body.dataset.pane = name;
  for (const button of document.querySelectorAll("[data-show]")) {
    button.setAttribute("aria-pressed", String(button.dataset.show === name));
  }
}

/** A new element: `make("button", {class: "x", onclick: f}, "words", other)`. Words are text, never HTML. */
function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else if (value === true) element.setAttribute(name, "");
    else if (value !== false && value !== null) element.setAttribute(name, value);
  }
  element.append(...children);
  return element;
}
