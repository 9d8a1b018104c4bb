// The panel of filters: relation, place, time, confidence, source. What is filtered away can always be asked back.

const panel = document.getElementById("filters");

const monthsKnown = [...data.nodes.filter((node) => DATED.has(node.class)), ...data.edges]
  .map(daysOfThing)
  .filter(Boolean)
  .flat()
  .map(monthOf);
const firstMonth = monthsKnown.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY);
const lastMonth = monthsKnown.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);

/** Changes some filters; the address follows without a step of its own in the history. */
function filter(changes) {
  go({ filters: { ...state.filters, ...changes } }, { push: false });
}

const monthWords = (month) => dateWords(monthEdtf(month));

function rangeInput(which) {
  const range = make("input", {
    type: "range",
    min: firstMonth,
    max: lastMonth,
    step: 1,
    "data-end": which,
    "aria-label": word("filters", which),
  });
  range.value = state.filters[which] ?? (which === "from" ? firstMonth : lastMonth);
  range.setAttribute("aria-valuetext", monthWords(Number(range.value)));
  range.addEventListener("input", () => slide(range));
  return range;
}

/** One handle was moved: it never passes the other; over the whole range there is no filter. */
function slide(range) {
  const [from, to] = [...panel.querySelectorAll("[data-end]")];
  if (Number(from.value) > Number(to.value)) range.value = range === from ? to.value : from.value;
  const [a, b] = [Number(from.value), Number(to.value)];
  for (const each of [from, to]) each.setAttribute("aria-valuetext", monthWords(Number(each.value)));
  const whole = a === firstMonth && b === lastMonth;
  panel.querySelector("output").textContent = rangeWords(a, b);
  filter({ from: whole ? null : a, to: whole ? null : b });
}

const rangeWords = (from, to) => `${monthWords(from)} – ${monthWords(to)}`;

const SVG = "http://www.w3.org/2000/svg";

/** How many dated things there are in each part of the range, as small columns over the slider. */
function columns() {
  const span = lastMonth - firstMonth + 1;
  const parts = Math.min(span, 96);
  const heights = counted(
    data.nodes
      .filter((node) => DATED.has(node.class) && daysOfThing(node))
      .map((node) => Math.floor(((monthOf(daysOfThing(node)[0]) - firstMonth) * parts) / span)),
  );
  const most = Math.max(1, ...heights.values());
  const picture = document.createElementNS(SVG, "svg");
  for (const [name, value] of Object.entries({
    viewBox: `0 0 ${parts} 20`,
    preserveAspectRatio: "none",
    class: "columns",
    "aria-hidden": "true",
  }))
    picture.setAttribute(name, value);
  for (const [part, count] of heights) {
    const column = document.createElementNS(SVG, "rect");
    const height = 20 * Math.sqrt(count / most);
    for (const [name, value] of Object.entries({ x: part + 0.08, y: 20 - height, width: 0.84, height })) column.setAttribute(name, value);
    picture.append(column);
  }
  return picture;
}

function timeField() {
  if (lastMonth <= firstMonth || !monthsKnown.length) return "";
  const { from, to } = state.filters;
  return make(
    "fieldset",
    { class: "time" },
    make("legend", {}, word("filters", "time")),
    make("output", {}, rangeWords(from ?? firstMonth, to ?? lastMonth)),
    make("div", { class: "range" }, columns(), rangeInput("from"), rangeInput("to")),
  );
}

function picker(name, entries, change) {
  const options = entries.map(([value, text, lang]) => make("option", { value, lang }, text));
  const select = make("select", { name, change: (event) => change(event.target.value) }, options);
  return make("label", {}, make("span", {}, word("filters", name)), select);
}

function placeField() {
  const counts = counted(data.nodes.flatMap((node) => [...(over.get(unitOf(node)) ?? [])]));
  const units = [...over.keys()].map((id) => nodes.get(id)).filter((unit) => counts.get(unit.id) > 0);
  if (!units.length) return "";
  const entries = units
    .sort((a, b) => counts.get(b.id) - counts.get(a.id) || byLabel(a, b))
    .map((unit) => [unit.id, `${shortened(unit.label, 60)} (${figure(counts.get(unit.id))})`, "vi"]);
  const field = picker("place", [["", word("filters", "anywhere")], ...entries], (value) => filter({ place: value || null }));
  field.querySelector("select").value = state.filters.place ?? "";
  return field;
}

function sourceField() {
  const counts = counted(sites.filter(Boolean));
  if (!counts.size) return "";
  const entries = [...counts]
    .sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1))
    .map(([site, count]) => [site, `${shortened(site, 60)} (${figure(count)})`]);
  const field = picker("source", [["", word("filters", "any_source")], ...entries], (value) => filter({ source: value || null }));
  field.querySelector("select").value = state.filters.source ?? "";
  return field;
}

const SURE = [0, 0.8, 0.9, 0.95];

function sureField() {
  const entries = SURE.map((least) => [
    String(least),
    least ? word("filters", "at_least", figure(least)) : word("filters", "any_confidence"),
  ]);
  const field = picker("sure", entries, (value) => filter({ sure: Number(value) }));
  field.querySelector("select").value = String(state.filters.sure);
  return field;
}

/** Writes the panel anew in the reader's language, with what is set. */
function writeFilters() {
  const found = counts().relationsOff;
  const names = Object.keys(data.words.relations).filter((name) => relationsHere.has(name));
  const all = make("button", { type: "button", class: "plain", id: "reset", click: resetFilters }, word("filters", "reset"));
  panel.replaceChildren(
    make("div", { class: "fields" }, timeField(), placeField(), sourceField(), sureField()),
    make(
      "fieldset",
      { class: "relations" },
      make("legend", {}, word("interface", "relations")),
      names.map((name) => choice("relationsOff", name, relationWord(name, "out"), found.get(name) ?? 0)),
    ),
    all,
  );
}

function giveBack(filters) {
  go({ filters }, { push: false });
  if (!panel.hidden) writeFilters();
}

const resetFilters = () => giveBack(unfiltered());

const filterButton = document.getElementById("filter");

function openFilters(open) {
  panel.hidden = !open;
  filterButton.setAttribute("aria-expanded", String(open));
  if (open) writeFilters();
  else if (panel.contains(document.activeElement)) filterButton.focus();
}

filterButton.addEventListener("click", () => openFilters(panel.hidden));
panel.addEventListener("submit", (event) => event.preventDefault());

/** What to say where nothing is left to draw: which filters are on, each with a button that takes it back. */
function writeEmpty() {
  const host = document.getElementById("empty");
  host.hidden = scene.nodes.length > 0;
  if (!host.hidden) host.replaceChildren(...emptyWords());
  else host.replaceChildren();
}

function emptyWords() {
  const used = inUse(state.filters);
  if (!used.length) return [make("p", {}, word("empty", data.nodes.length ? state.view : "graph"))];
  const undo = used.map((name) => {
    const freed = passing(without(state.filters, name)).nodes.size;
    const text = word("empty", "undo", word("filters", name), figure(freed));
    return make("li", {}, make("button", { type: "button", class: "plain", click: () => giveBack(without(state.filters, name)) }, text));
  });
  const all = make("li", {}, make("button", { type: "button", class: "plain", click: resetFilters }, word("filters", "reset")));
  return [make("p", {}, word("empty", "filtered", figure(data.nodes.length))), make("ul", {}, undo, all)];
}
