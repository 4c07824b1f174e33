"use strict";
const all = (selector, from = document) => [...from.querySelectorAll(selector)];
const one = (selector) => document.querySelector(selector);
const page = document.documentElement;
const tools = one(".tools"), list = one(".changes"), paper = one(".paper"), keys = one("#keys"), nothing = one(".nothing");
const changes = all(".finding"), rows = all(".row:not(.heads)");
const badges = Map.groupBy ? Map.groupBy(all(".badge"), (badge) => badge.dataset.change) : grouped(all(".badge"));
const said = { at: one("#at"), matches: one("#matches") };
const wide = window.matchMedia("(min-width: 62.01rem)");
let shown = changes, current = null, lit = null;

function grouped(badges) {
  const map = new Map();
  for (const badge of badges) map.set(badge.dataset.change, [...(map.get(badge.dataset.change) || []), badge]);
  return map;
}

// --- one change after the other ---

function unfold(row) {
  const fold = row.closest("details.fold");
  if (fold) fold.open = true;
}

// Rows out of sight have an assumed height: what scrolling brings in moves the goal, so look again when it is drawn.
let goal = null;
function bring(row) {
  goal = row;
  unfold(row);
  row.scrollIntoView({ block: "center" });
  requestAnimationFrame(() => again(row, 8));
}

function again(row, times) {
  const { top, bottom } = row.getBoundingClientRect();
  if (row !== goal || !times || (top >= 100 && (bottom < window.innerHeight || top < 140))) return;
  row.scrollIntoView({ block: "center" });
  requestAnimationFrame(() => again(row, times - 1));
}

function mark(card, on) {
  card.classList.toggle("current", on);
  for (const badge of badges.get(card.dataset.change) || []) {
    badge.classList.toggle("current", on);
    badge.closest(".row").classList.toggle("current", on);
  }
}

function select(card, { scroll = true, focus = true } = {}) {
  if (card.hidden) return;
  if (current && current !== card) mark(current, false);
  current = card;
  mark(card, true);
  say();
  const row = card.dataset.row && document.getElementById(`r${card.dataset.row}`);
  if (focus) card.focus({ preventScroll: true });
  if (row && scroll && wide.matches) bring(row);
  if (wide.matches && paper) reveal(card);
  else if (scroll) card.scrollIntoView({ block: "start" });
}

function reveal(card) { // inside the list alone: the page stays where the text is
  const box = list.getBoundingClientRect(), place = card.getBoundingClientRect();
  if (place.top < box.top || place.bottom > box.bottom) list.scrollTop += place.top - box.top - 8;
}

function go(by) {
  if (!shown.length) return;
  const at = current ? shown.indexOf(current) : -1;
  select(shown[at < 0 ? (by > 0 ? 0 : shown.length - 1) : (at + by + shown.length) % shown.length]);
}

function say() {
  const at = shown.indexOf(current);
  said.at.textContent = at < 0 ? `${shown.length} of ${changes.length} changes` : `Change ${at + 1} of ${shown.length}`;
}

// --- filters ---

function filter() {
  const off = {};
  for (const box of all("input[data-group]:not(:checked)", tools)) (off[box.dataset.group] ||= new Set()).add(box.value);
  const section = one("#section").value;
  const out = (data) => off.level?.has(data.level) || off.direction?.has(data.direction) || off.kind?.has(data.kind) || (section && data.section !== section);
  shown = [];
  for (const card of changes) {
    const hide = Boolean(out(card.dataset));
    if (card.hidden !== hide) {
      card.hidden = hide;
      for (const badge of badges.get(card.dataset.change) || []) badge.hidden = hide;
    }
    if (!hide) shown.push(card);
  }
  if (current?.hidden) { mark(current, false); current = null; }
  nothing.hidden = shown.length > 0;
  say();
  draw();
}

// --- search ---

const kept = new Map();
let hits = [], hit = -1;
const places = paper ? rows : changes;

function words(place) {
  if (!kept.has(place)) {
    const cells = paper ? all(":scope > .old, :scope > .new", place) : [place];
    kept.set(place, cells.map((cell) => cell.textContent.toLowerCase()).join("\n"));
  }
  return kept.get(place);
}

function search(text) {
  const wanted = text.trim().toLowerCase();
  hits = wanted ? places.filter((place) => words(place).includes(wanted)) : [];
  hit = -1;
  light(wanted);
  said.matches.textContent = wanted ? `${hits.length} paragraph${hits.length === 1 ? "" : "s"}` : "";
}

function follow(by) {
  if (!hits.length) return;
  hit = (hit + by + hits.length) % hits.length;
  bring(hits[hit]);
  said.matches.textContent = `${hit + 1} of ${hits.length}`;
}

function light(wanted) {
  if (!window.CSS?.highlights) return;
  CSS.highlights.delete("found");
  if (wanted && hits.length) CSS.highlights.set("found", new Highlight(...hits.slice(0, 300).flatMap((place) => all(":scope > p, :scope > h3", place).flatMap((cell) => ranges(cell, wanted)))));
}

function ranges(cell, wanted) {
  const nodes = [], walker = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT);
  let text = "";
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (node.parentElement.className === "hidden-words") continue;
    nodes.push([text.length, node]);
    text += node.data.toLowerCase();
  }
  const found = [];
  for (let at = text.indexOf(wanted); at >= 0 && found.length < 50; at = text.indexOf(wanted, at + wanted.length)) {
    const range = new Range();
    const [first, from] = nodes.findLast(([start]) => start <= at), [last, to] = nodes.findLast(([start]) => start < at + wanted.length);
    range.setStart(from, Math.min(at - first, from.length));
    range.setEnd(to, Math.min(at + wanted.length - last, to.length));
    found.push(range);
  }
  return found;
}

// --- the strip of changes at the edge ---

const strip = paper && document.createElement("canvas");
if (strip) {
  strip.className = "strip";
  strip.setAttribute("aria-hidden", "true");
  strip.title = "Where the changes are";
  paper.append(strip);
}

function draw() {
  if (!strip || !strip.clientHeight) return;
  const scale = window.devicePixelRatio || 1, height = strip.clientHeight, look = getComputedStyle(page), pen = strip.getContext("2d");
  [strip.width, strip.height] = [14 * scale, height * scale];
  pen.scale(scale, scale);
  const tint = { weakened: "--del", strengthened: "--ins", mixed: "--amber", unclear: "--amber", neutral: "--edge" };
  for (const { dataset } of shown) {
    if (!dataset.row) continue;
    pen.fillStyle = look.getPropertyValue(tint[dataset.direction]);
    const light = dataset.level === "editorial";
    pen.fillRect(light ? 8 : 0, Math.round((dataset.row - 1) / rows.length * (height - 3)), light ? 6 : 14, 3);
  }
}

function strike(event) {
  const row = (event.offsetY / strip.clientHeight) * rows.length + 1;
  const near = shown.filter((card) => card.dataset.row).reduce((best, card) => !best || Math.abs(card.dataset.row - row) < Math.abs(best.dataset.row - row) ? card : best, null);
  if (near) select(near, { focus: false });
}

// --- what the reader does ---

function view(name) {
  page.dataset.view = name;
  for (const button of all("[data-view]", tools)) button.setAttribute("aria-pressed", String(button.dataset.view === name));
  if (current) reveal(current);
}

function arrive() {
  const target = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (!target) return;
  if (target.matches(".finding")) {
    if (target.hidden) show(target);
    select(target);
  } else if (target.matches(".row")) {
    lit?.classList.remove("current");
    lit = target;
    target.classList.add("current");
    bring(target);
  }
}

function show(card) { // a link leads to a change that the filters hide
  for (const box of all("input[data-group]", tools)) if (box.value === card.dataset[box.dataset.group]) box.checked = true;
  one("#section").value = "";
  filter();
}

const KEYS = { n: () => go(1), p: () => go(-1), v: () => paper && view(page.dataset.view === "inline" ? "sides" : "inline"), "/": () => one("#search").focus() };

tools.hidden = false;
document.addEventListener("click", (event) => {
  if (event.target === strip) return strike(event);
  const badge = event.target.closest?.(".badge"), link = event.target.closest?.('a[href^="#"]'), button = event.target.closest?.("button");
  if (badge && wide.matches) { // the reader is in the text: it stays, the list follows
    event.preventDefault();
    history.replaceState(null, "", badge.hash);
    select(changes[badge.dataset.change - 1], { scroll: false });
  } else if (link && link.hash === location.hash) arrive();
  else if (link?.closest(".finding")) select(link.closest(".finding"), { scroll: false, focus: false });
  if (button?.id === "next") go(1);
  if (button?.id === "previous") go(-1);
  if (button?.dataset.view) view(button.dataset.view);
  const filters = one(".filters");
  if (filters.open && !filters.contains(event.target)) filters.open = false;
});
tools.addEventListener("change", (event) => (event.target.dataset.group || event.target.id === "section") && filter());
let waiting = 0;
tools.addEventListener("input", (event) => {
  if (event.target.id !== "search") return;
  clearTimeout(waiting);
  waiting = setTimeout(() => search(event.target.value), 120);
});
document.addEventListener("keydown", (event) => {
  if (event.target.id === "search" && event.key === "Enter") {
    if (hit < 0) search(event.target.value);
    return follow(event.shiftKey ? -1 : 1);
  }
  if (event.key === "Escape") one(".filters").open = false;
  const typing = event.target.closest?.("input:not([type=checkbox]), select, textarea");
  if (typing || !keys.checked || event.ctrlKey || event.metaKey || event.altKey || !KEYS[event.key]) return;
  event.preventDefault();
  KEYS[event.key]();
});
window.addEventListener("hashchange", arrive);
window.addEventListener("resize", draw);
window.matchMedia("(prefers-color-scheme: dark)").addEventListener("change", draw);
filter();
arrive();
