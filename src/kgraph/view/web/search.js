// Search without accents, over names, other names and numbers; and over the names of what is not on this page.

const MOST = 8;
const MOST_REST = 4;

const folded = (text) =>
  text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/[đĐ]/g, "d")
    .replace(/[“”„]/g, '"')
    .replace(/[‘’]/g, "'")
    .replace(/[–—]/g, "-")
    .toLowerCase();

const searchable = data.nodes.map((node) => ({
  node,
  label: folded(node.label),
  all: folded(
    [node.label, ...node.alt, ...node.properties.filter((said) => said.name === "designation").map((said) => said.value)].join("\n"),
  ),
}));

let restFolded = null;

/** Names of what is not on this page that hold all the words. */
function searchRest(query) {
  const parts = folded(query).trim().split(/\s+/).filter(Boolean);
  if (!data.rest || !parts.length) return [];
  restFolded ??= data.rest.names.map(([label]) => folded(label));
  const found = [];
  for (let i = 0; i < restFolded.length && found.length < MOST_REST; i += 1)
    if (holdsAll(restFolded[i], parts)) found.push(data.rest.names[i]);
  return found;
}

/** Nodes whose names hold all the words; names that begin with them first, then the larger nodes. */
function search(query) {
  const text = folded(query).trim();
  const parts = text.split(/\s+/);
  if (!text) return [];
  const rank = ({ label, all, node }) => [!label.startsWith(text), !label.includes(text), !all.includes(text), -node.degree];
  return searchable
    .filter(({ all }) => holdsAll(all, parts))
    .map((found) => ({ node: found.node, rank: rank(found) }))
    .sort((a, b) => a.rank.map((value, place) => value - b.rank[place]).find((difference) => difference) ?? 0)
    .map(({ node }) => node);
}

const query = document.getElementById("query");
const suggestions = document.getElementById("suggestions");
const results = document.getElementById("results");
let active = -1;
let offered = [];

function suggest() {
  const found = search(query.value);
  const rest = searchRest(query.value);
  offered = [...found.slice(0, MOST).map((node) => ({ node })), ...rest.map((name) => ({ name }))];
  active = offered.length ? 0 : -1;
  suggestions.replaceChildren(...offered.map(suggestion));
  suggestions.hidden = !offered.length;
  query.setAttribute("aria-expanded", String(Boolean(offered.length)));
  const asked = query.value.trim();
  const missing = data.rest ? word("interface", "no_results_rest", asked, figure(data.rest.left)) : word("interface", "no_results", asked);
  results.textContent = !asked ? "" : offered.length ? word("interface", "results", figure(found.length)) : missing;
  activate(active);
}

function suggestion({ node, name }, place) {
  const className = node ? node.class : (data.rest.classes[name[1]] ?? "Thing");
  const label = make("span", { lang: "vi" }, node ? node.label : name[0]);
  const kind = make("span", { class: "count" }, node ? word("classes", className) : word("interface", "elsewhere"));
  const choose = (event) => {
    event.preventDefault();
    choosePlace(place);
  };
  const picture = node ? nodeSymbol(node) : symbol(className, shapeOf.get(className) ?? "dot");
  return make(
    "li",
    { role: "option", id: `option-${place}`, "data-node": node?.id, "aria-selected": "false", pointerdown: choose },
    picture,
    label,
    kind,
  );
}

function activate(place) {
  active = place;
  [...suggestions.children].forEach((option, at) => option.setAttribute("aria-selected", String(at === place)));
  if (place >= 0) query.setAttribute("aria-activedescendant", `option-${place}`);
  else query.removeAttribute("aria-activedescendant");
}

function choosePlace(place) {
  const chosen = offered[place];
  if (!chosen) return;
  closeSuggestions();
  results.textContent = "";
  if (chosen.node) follow(chosen.node.id, { keepFocus: true });
  else go({ rest: chosen.name, node: null, edge: null }, { push: false });
}

/** What to do about a thing that is not on this page: the command that shows it. */
function restCard([label, at, degree, file]) {
  const page = data.rest.pages?.[file] ?? "";
  const command = `kgraph view --focus "${label.replace(/["\\$`!]/g, "\\$&")}"`;
  return [
    closeButton(),
    make("p", { class: "kicker" }, word("classes", data.rest.classes[at] ?? "Thing")),
    headline(label),
    make("p", { class: "hint" }, word("story", "elsewhere", figure(degree))),
    isPage(page) ? make("p", {}, make("a", { href: page }, word("story", "own_page"))) : "",
    make(
      "p",
      {},
      make("code", {}, command),
      " ",
      copyButton(() => command, "copy_command"),
    ),
    make("p", { class: "note" }, word("story", "rest", figure(data.rest.shown), figure(data.rest.total))),
  ];
}

function closeSuggestions() {
  suggestions.hidden = true;
  query.setAttribute("aria-expanded", "false");
  activate(-1);
}

function searchKeys(event) {
  const count = suggestions.hidden ? 0 : suggestions.childElementCount;
  const steps = { ArrowDown: 1, ArrowUp: -1 };
  if (Object.hasOwn(steps, event.key) && count) {
    event.preventDefault();
    activate((active + steps[event.key] + count) % count);
  } else if (event.key === "Enter" && count) {
    event.preventDefault();
    choosePlace(Math.max(active, 0));
  }
}

query.addEventListener("input", suggest);
query.addEventListener("focus", () => query.value && suggest());
query.addEventListener("blur", closeSuggestions);
query.addEventListener("keydown", searchKeys);
