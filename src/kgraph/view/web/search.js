// Search without accents, over names, other names and numbers.

const MOST = 8;

const folded = (text) =>
  text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/[đĐ]/g, "d")
    .toLowerCase();

const searchable = data.nodes.map((node) => ({
  node,
  label: folded(node.label),
  all: folded([node.label, node.ascii, ...node.alt, ...node.properties.filter((said) => said.name === "designation").map((said) => said.value)].join("\n")),
}));

/** Nodes whose names hold all the words; names that begin with them first, then the larger nodes. */
function search(query) {
  const text = folded(query).trim();
  const parts = text.split(/\s+/);
  if (!text) return [];
  const rank = ({ label, all, node }) => [!label.startsWith(text), !label.includes(text), !all.includes(text), -node.degree];
  return searchable
    .filter(({ all }) => parts.every((part) => all.includes(part)))
    .map((found) => ({ node: found.node, rank: rank(found) }))
    .sort((a, b) => a.rank.map((value, place) => value - b.rank[place]).find((difference) => difference) ?? 0)
    .map(({ node }) => node);
}

const query = document.getElementById("query");
const suggestions = document.getElementById("suggestions");
const results = document.getElementById("results");
let active = -1;

function suggest() {
  const found = search(query.value);
  active = found.length ? 0 : -1;
  suggestions.replaceChildren(...found.slice(0, MOST).map(suggestion));
  suggestions.hidden = !found.length;
  query.setAttribute("aria-expanded", String(Boolean(found.length)));
  const asked = query.value.trim();
  results.textContent = !asked ? "" : found.length ? word("interface", "results", figure(found.length)) : word("interface", "no_results", asked);
  activate(active);
}

function suggestion(node, place) {
  const label = make("span", { lang: "vi" }, node.label);
  const kind = make("span", { class: "count" }, word("classes", node.class));
  const choose = (event) => {
    event.preventDefault();
    choosePlace(place);
  };
  return make("li", { role: "option", id: `option-${place}`, "data-node": node.id, "aria-selected": "false", pointerdown: choose }, nodeSymbol(node), label, kind);
}

function activate(place) {
  active = place;
  [...suggestions.children].forEach((option, at) => option.setAttribute("aria-selected", String(at === place)));
  if (place >= 0) query.setAttribute("aria-activedescendant", `option-${place}`);
  else query.removeAttribute("aria-activedescendant");
}

function choosePlace(place) {
  const option = suggestions.children[place];
  if (!option) return;
  closeSuggestions();
  results.textContent = "";
  show({ node: option.dataset.node }, { move: true, keepFocus: true });
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
