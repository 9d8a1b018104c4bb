// Above the drawing: which view, about what, how much of it, drawing or table.

const bar = document.getElementById("subject");

const option = (node) => make("option", { value: node.id, lang: "vi" }, shortened(node.label, 90));

/** A list of what the view can be about. */
function subjectPicker() {
  const known = subjectLists.get(state.view);
  if (!known?.length) return "";
  const listed = known.slice(0, MOST_SUBJECTS);
  const here = state.focus && !listed.some(({ id }) => id === state.focus) ? [nodes.get(state.focus)] : [];
  const everybody = state.view === "together" ? make("option", { value: "" }, word("views", "everybody")) : "";
  const select = make(
    "select",
    {
      name: "focus",
      "aria-label": word("bar", state.view),
      change: (event) => enter(state.view, event.target.value || null, null, event.target.name),
    },
    everybody,
    [...here, ...listed].map(option),
  );
  select.value = state.focus ?? "";
  return select;
}

function yearPicker() {
  if (state.view !== "year" || !state.focus) return "";
  const years = [...yearCounts(state.focus)];
  const select = make(
    "select",
    {
      name: "year",
      "aria-label": word("bar", "which_year"),
      change: (event) => enter("year", state.focus, event.target.value, event.target.name),
    },
    years.map(([year, count]) => make("option", { value: year }, `${year} (${figure(count)})`)),
  );
  select.value = state.year;
  return select;
}

function depthPicker() {
  if (state.view !== "circle") return "";
  const select = make(
    "select",
    {
      name: "depth",
      "aria-label": word("bar", "depth"),
      change: (event) => go({ depth: Number(event.target.value), opened: new Set(), closed: new Set() }, { back: event.target.name }),
    },
    [1, 2, 3].map((depth) => make("option", { value: depth }, word("bar", "rings", figure(depth)))),
  );
  select.value = state.depth;
  return select;
}

/** Writes the bar of the view that is open. */
function writeBar() {
  for (const button of document.querySelectorAll("#views [data-view]")) {
    const current = button.dataset.view === state.view;
    if (current) button.setAttribute("aria-current", "page");
    else button.removeAttribute("aria-current");
    if (current) button.parentElement.scrollLeft = button.offsetLeft - 32;
  }
  for (const button of document.querySelectorAll("[data-as]")) button.setAttribute("aria-pressed", String(button.dataset.as === state.as));
  bar.replaceChildren(...[subjectPicker(), depthPicker(), yearPicker()].filter(Boolean));
  document.getElementById("picture").hidden = state.as !== "picture";
  tableHost.hidden = state.as !== "table";
  writeStatus();
}

/** How much is shown, of how much. */
function writeStatus() {
  const [nodesShown, edgesShown] = [scene.nodes.length, scene.edges.length];
  const overview = OVERVIEWS.has(state.view);
  const of = (shown, total) => (overview && shown < total ? `${figure(shown)} / ${figure(total)}` : figure(shown));
  const parts = [
    word("bar", "nodes", of(nodesShown, data.nodes.length)),
    word("bar", state.view === "together" ? "pairs" : "edges", of(edgesShown, data.edges.length)),
  ];
  if (scene.left > 0) parts.push(word("bar", state.view === "time" ? "undated" : "left", figure(scene.left)));
  if (data.rest && overview) parts.push(word("bar", "rest", figure(data.rest.total)));
  if (scene.edges.length > CROWDED) parts.push(word("bar", "crowded"));
  document.getElementById("status").textContent = parts.join(" · ");
  const used = inUse(state.filters).length;
  filterButton.textContent = used ? word("filters", "open_used", figure(used)) : word("filters", "open");
}
