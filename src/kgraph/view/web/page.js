// The page comes to life: selection, language, keys.

/** Shows a node (`{node}`), an edge (`{edge}`) or, with null, the graph as a whole. */
function show(chosen, { move = false, keepFocus = false } = {}) {
  state.node = chosen?.node ?? null;
  state.edge = chosen?.edge ?? null;
  if (state.node) state.classesOff.delete(nodes.get(state.node).class) && writeKey();
  writeCard();
  refresh();
  writeAddress();
  if (state.node && move) moveTo(state.node);
  const heading = document.querySelector("#card h2");
  document.getElementById("reader").scrollTop = 0;
  if (!heading) return;
  document.getElementById("spoken").textContent = word("interface", "selected", shortened(heading.textContent));
  if (move && !keepFocus) heading.focus({ preventScroll: true });
  if (narrow.matches) heading.scrollIntoView({ block: "start", behavior: still.matches ? "auto" : "smooth" });
}

const narrow = matchMedia("(max-width: 52rem)");

function showCommunity(number) {
  fit(data.nodes.filter((node) => node.community === number).map((node) => node.id));
}

// ---- an address for each node, so that one can be sent to somebody

const addressOf = (node) => `#${encodeURI(node.key)}`;

function writeAddress() {
  const wanted = state.node ? addressOf(nodes.get(state.node)) : "";
  if (location.hash !== wanted) history.replaceState(null, "", wanted || location.pathname + location.search);
}

function follow() {
  const node = data.nodes.find((each) => addressOf(each) === location.hash);
  if (node) show({ node: node.id }, { move: true });
}

// ---- language

function writeWords() {
  document.documentElement.lang = state.language;
  document.title = `${word("interface", "title")} · kgraph`;
  document.querySelector("meta[name=description]").content = word("interface", "description");
  for (const element of document.querySelectorAll("[data-word]")) element.textContent = word(...element.dataset.word.split("."));
  for (const element of document.querySelectorAll("[data-label]")) element.setAttribute("aria-label", word(...element.dataset.label.split(".")));
  for (const element of document.querySelectorAll("button[data-label]")) element.title = element.getAttribute("aria-label");
  for (const element of document.querySelectorAll("[data-placeholder]")) element.placeholder = word(...element.dataset.placeholder.split("."));
  for (const button of document.querySelectorAll("[data-language]")) button.setAttribute("aria-pressed", String(button.dataset.language === state.language));
  const { articles, from, to } = data.about;
  document.getElementById("lede").textContent = from
    ? word("about", "articles", figure(articles), dateWords(from), dateWords(to))
    : word("about", "articles_undated", figure(articles));
}

function speak(language) {
  state.language = language;
  writeWords();
  writeKey();
  writeCard();
  results.textContent = "";
  network.redraw();
}

// ---- keys and colours

function pageKeys(event) {
  if (event.key === "/" && !event.target.matches("input") && !event.ctrlKey && !event.metaKey) {
    event.preventDefault();
    query.focus();
    query.select();
  } else if (event.key === "Escape") {
    query.value = "";
    results.textContent = "";
    closeSuggestions();
    show(null);
  }
}

document.addEventListener("keydown", pageKeys);
document.getElementById("key").addEventListener("submit", (event) => event.preventDefault());
document.getElementById("zoom-in").addEventListener("click", () => zoom(1.4));
document.getElementById("zoom-out").addEventListener("click", () => zoom(1 / 1.4));
document.getElementById("fit").addEventListener("click", () => fit());
for (const button of document.querySelectorAll("[data-language]")) button.addEventListener("click", () => speak(button.dataset.language));
matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => {
  readPalette();
  refresh();
});
addEventListener("hashchange", follow);

document.documentElement.classList.add("live");
document.querySelector("#canvas .vis-network").tabIndex = -1;
speak(data.lang);
refresh();
fit();
follow();
