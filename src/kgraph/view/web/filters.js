// The key to the drawing, which is also the filter.

function counted(values) {
  const counts = new Map();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}

const classCounts = counted(data.nodes.map((node) => node.class));
const relationCounts = counted(data.edges.map((edge) => edge.relation));
const shapeOf = new Map(data.drawing.nodes.map((node) => [node.group, node.shape]));

function choice(name, text, count, off, picture) {
  const change = (event) => {
    if (event.target.checked) off.delete(name);
    else off.add(name);
    refresh();
  };
  const box = make("input", { type: "checkbox", name, change });
  box.checked = !off.has(name);
  return make("label", {}, box, picture ?? "", make("span", {}, text), make("span", { class: "count" }, figure(count)));
}

const LINES = { article: "none", derived: "6 4", background: "1 4" };

/** Writes the key in the reader's language, keeping what is switched off. */
function writeKey() {
  const classNames = Object.keys(data.words.classes).filter((name) => classCounts.has(name));
  const relationNames = Object.keys(data.words.relations).filter((name) => relationCounts.has(name));
  const wasOpen = document.querySelector("#key details")?.open ?? false;
  document.getElementById("key").replaceChildren(
    make(
      "fieldset",
      {},
      make("legend", { class: "unseen" }, word("interface", "classes")),
      classNames.map((name) => choice(name, word("classes", name), classCounts.get(name), state.classesOff, symbol(name, shapeOf.get(name)))),
    ),
    make(
      "details",
      { open: wasOpen },
      make("summary", {}, word("interface", "relations")),
      make(
        "fieldset",
        {},
        make("legend", { class: "unseen" }, word("interface", "relations")),
        relationNames.map((name) => choice(name, relationWord(name, "out"), relationCounts.get(name), state.relationsOff)),
      ),
    ),
    make("p", { class: "lines" }, Object.entries(LINES).map(([origin, dashes]) => make("span", {}, lineSample(dashes), word("interface", `line_${origin}`)))),
  );
}

const nodeVisible = (node) => !state.classesOff.has(node.class);
const edgeVisible = (edge) => !state.relationsOff.has(edge.relation) && nodeVisible(nodes.get(edge.from)) && nodeVisible(nodes.get(edge.to));
