"use strict";
const tools = document.querySelector(".tools");
const status = document.querySelector("[role=status]");
const keys = document.querySelector("#keys");
const findings = [...document.querySelectorAll(".finding")];
let at = -1;

const shown = () => findings.filter((finding) => !finding.hidden);

function filter() {
  const off = new Set([...tools.querySelectorAll("input[data-value]:not(:checked)")].map((box) => box.dataset.value));
  for (const finding of findings) {
    finding.hidden = off.has(finding.dataset.level) || off.has(finding.dataset.direction);
  }
  for (const group of document.querySelectorAll(".group")) {
    group.hidden = !group.querySelector(".finding:not([hidden])");
  }
  at = -1;
  status.textContent = `${shown().length} of ${findings.length} changes shown`;
}

function go(by) {
  const list = shown();
  if (!list.length) return;
  at = at < 0 ? (by > 0 ? 0 : list.length - 1) : (at + by + list.length) % list.length;
  list[at].focus();
  status.textContent = `Change ${at + 1} of ${list.length}`;
}

tools.hidden = false;
tools.addEventListener("change", (event) => event.target.dataset.value && filter());
document.querySelector("#next").addEventListener("click", () => go(1));
document.querySelector("#previous").addEventListener("click", () => go(-1));
document.addEventListener("keydown", (event) => {
  const typing = event.target.closest("input:not([type=checkbox]), textarea, select, [contenteditable]");
  if (typing || !keys.checked || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === "n") go(1);
  if (event.key === "p") go(-1);
});
for (const finding of findings) {
  finding.addEventListener("focus", () => { at = shown().indexOf(finding); });
}
filter();
