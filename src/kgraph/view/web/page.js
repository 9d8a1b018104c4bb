// The page comes to life: one way to change what is seen, language, keys.

const narrow = matchMedia("(max-width: 52rem)");
const spoken = document.getElementById("spoken");
let opener = null;

/** Says something to those who hear the page. */
const tell = (text) => {
  spoken.textContent = text;
};

const frameKey = () => JSON.stringify([state.view, state.focus, state.depth, state.year, [...state.opened], [...state.closed]]);

/** Changes the state and brings everything up to date; a step in the history unless told otherwise. */
function go(changes, { push = true, restore = false, back = null } = {}) {
  const before = frameKey();
  const filtersBefore = state.filters;
  Object.assign(state, { rest: null }, changes);
  if (state.view === "year" && state.focus && !yearCounts(state.focus).has(state.year)) state.year = fullestYear(state.focus);
  const moved = before !== frameKey() || restore;
  const stale = moved || filtersBefore !== state.filters || "language" in changes;
  if (moved) leave();
  if (stale) compose();
  if (changes.edgeKey) state.edge = edgeNamed(changes.edgeKey);
  delete state.edgeKey;
  if (cursor && !scene.here.has(cursor)) cursor = null;
  writeBar();
  if (back) bar.querySelector(`[name=${back}]`)?.focus();
  writeCard();
  if (moved) frame();
  if (stale) settle();
  if (stale) refresh();
  else relight();
  writeEmpty();
  if (filtersBefore !== state.filters || restore) writeCounts();
  writeTable();
  writeAddress(push && !restore);
}

/** Opens a view, about a node where it needs one. */
function enter(view, id, year = null, back = null) {
  const focus =
    OVERVIEWS.has(view) || id === null
      ? OVERVIEWS.has(view) || view === "together"
        ? null
        : subjectOf(view, state.node ?? state.focus)
      : subjectOf(view, id);
  go(
    {
      view,
      focus,
      year: year ?? (focus === state.focus ? state.year : null),
      node: null,
      edge: null,
      opened: new Set(),
      closed: new Set(),
    },
    { back },
  );
  tell(
    [word("views", view), focus ? nodes.get(focus).label : "", document.getElementById("status").textContent].filter(Boolean).join(": "),
  );
}

/** Shows a node (`{node}`), an edge (`{edge}`) or, with null, the view as a whole; `read` puts the reader before its text. */
function show(chosen, { read = false } = {}) {
  const node = chosen?.node ?? null;
  if (read) opener = document.activeElement;
  const hiddenClass = node && state.filters.classesOff.has(nodes.get(node).class);
  const filters = hiddenClass
    ? { ...state.filters, classesOff: new Set([...state.filters.classesOff].filter((name) => name !== nodes.get(node).class)) }
    : state.filters;
  const changed = node !== state.node || (chosen?.edge ?? null) !== state.edge;
  go({ node, edge: chosen?.edge ?? null, filters }, { push: changed });
  document.getElementById("reader").scrollTop = 0;
  const heading = document.querySelector("#card h2");
  if (!heading || !chosen) return;
  tell(word("interface", "selected", shortened(heading.textContent)));
  if (read) heading.focus({ preventScroll: true });
  if (narrow.matches && state.as === "picture") heading.scrollIntoView({ block: "start", behavior: still.matches ? "auto" : "smooth" });
}

/** Goes to a node from text: to its place in this view, else to its own circle. */
function follow(id, { keepFocus = false } = {}) {
  show({ node: id }, { read: !keepFocus });
  if (state.as === "picture" && !scene.here.has(id))
    go({ view: "circle", focus: id, node: id, opened: new Set(), closed: new Set() }, { push: false });
  moveTo(id);
}

/** In a circle: shows the neighbours of a node, or takes them away again. */
function unfold(id, open) {
  const [opened, closed] = [new Set(state.opened), new Set(state.closed)];
  opened.delete(id);
  closed.delete(id);
  (open ? opened : closed).add(id);
  go({ opened, closed });
  document.querySelector(".door[data-door=open], .door[data-door=close]")?.focus();
}

function showCommunity(number) {
  const found = scene.nodes.filter(({ id }) => nodes.get(id).community === number);
  fit(found.map(({ id }) => id));
}

// ---- language

function writeWords() {
  document.documentElement.lang = state.language;
  document.title = `${word("interface", "title")} · kgraph`;
  document.querySelector("meta[name=description]").content = word("interface", "description");
  for (const element of document.querySelectorAll("[data-word]")) element.textContent = word(...element.dataset.word.split("."));
  for (const element of document.querySelectorAll("[data-label]"))
    element.setAttribute("aria-label", word(...element.dataset.label.split(".")));
  for (const element of document.querySelectorAll("button[data-label]")) element.title = element.getAttribute("aria-label");
  for (const element of document.querySelectorAll("[data-placeholder]"))
    element.placeholder = word(...element.dataset.placeholder.split("."));
  for (const button of document.querySelectorAll("[data-language]"))
    button.setAttribute("aria-pressed", String(button.dataset.language === state.language));
  const { articles, from, to } = data.about;
  document.getElementById("lede").textContent = from
    ? word("about", "articles", figure(articles), ...[from, to].map((day) => dateWords(shortened(day, 40))))
    : word("about", "articles_undated", figure(articles));
  writePages();
}

const isPage = (file) => /^[\w.-]+\.html$/.test(file);

/** Links to the pages beside this one, where each province has its own. */
function writePages() {
  const host = document.getElementById("pages");
  const { index, here, others } = data.pages ?? { index: "", here: "", others: [] };
  host.hidden = !isPage(index);
  if (host.hidden) return;
  const label = others.find(([, file]) => file === here)?.[0];
  host.replaceChildren(make("a", { href: index }, word("interface", "all_pages")), label ? make("span", { lang: "vi" }, label) : "");
}

function speak(language) {
  const rewrite = language !== state.language;
  go({ language }, { push: false });
  if (rewrite) writeAll();
}

/** Writes what does not change with what is seen, only with the language. */
function writeAll() {
  writeWords();
  writeKey();
  if (!panel.hidden) writeFilters();
  results.textContent = "";
}

// ---- keys, colours, history

/** Escape goes back one step: out of search, of the filters, from the text to where it was opened, to the view as a whole. */
function escape(event) {
  const reading = document.getElementById("card").contains(event.target);
  if (event.target === query) {
    query.value = "";
    results.textContent = "";
    closeSuggestions();
  } else if (!panel.hidden && panel.contains(event.target)) {
    openFilters(false);
    return;
  } else if (reading && opener?.isConnected && opener !== document.body && !document.getElementById("card").contains(opener)) {
    opener.focus();
    opener = null;
    return;
  }
  cursor = null;
  leave();
  show(null);
}

function pageKeys(event) {
  if (event.key === "/" && !event.target.matches("input, select, textarea") && !event.ctrlKey && !event.metaKey) {
    event.preventDefault();
    query.focus();
    query.select();
  } else if (event.key === "Escape") escape(event);
}

function repaint() {
  readPalette();
  refresh();
}

/** Shows what the address asks for. */
function restore() {
  const wanted = stateOf(location.hash);
  const spokenBefore = state.language;
  const focus = wanted.focus ? subjectOf(wanted.view, keptFocus(wanted)) : subjectOf(wanted.view, wanted.node);
  go({ ...wanted, focus }, { push: false, restore: true });
  if (spokenBefore !== state.language) writeAll();
  if (!panel.hidden) writeFilters();
  if (state.node) moveTo(state.node);
}

const keptFocus = ({ view, focus }) => (OVERVIEWS.has(view) ? null : focus);

document.addEventListener("keydown", pageKeys);
document.getElementById("key").addEventListener("submit", (event) => event.preventDefault());
document.getElementById("zoom-in").addEventListener("click", () => zoom(1.4));
document.getElementById("zoom-out").addEventListener("click", () => zoom(1 / 1.4));
document.getElementById("fit").addEventListener("click", () => fit());
for (const button of document.querySelectorAll("[data-language]")) button.addEventListener("click", () => speak(button.dataset.language));
for (const button of document.querySelectorAll("#views [data-view]"))
  button.addEventListener("click", () => enter(button.dataset.view, state.node));
for (const button of document.querySelectorAll("[data-as]")) button.addEventListener("click", () => go({ as: button.dataset.as }));
for (const media of ["(prefers-color-scheme: dark)", "print"]) matchMedia(media).addEventListener("change", repaint);
addEventListener("popstate", restore);

document.documentElement.classList.add("live");
document.querySelector("#canvas .vis-network").tabIndex = -1;
writeAll();
restore();
