// The key to the drawing: what shape and colour mean. It is also the filter of classes.

const shapeOf = new Map(data.drawing.nodes.map((node) => [node.group, node.shape]));
const LINES = { article: "none", derived: "6 4", background: "1 4" };

/** A box that switches one name in a set of the filters on or off. */
function choice(set, name, text, count, picture) {
  const change = (event) => {
    const off = new Set(state.filters[set]);
    if (event.target.checked) off.delete(name);
    else off.add(name);
    filter({ [set]: off });
  };
  const box = make("input", { type: "checkbox", name, change });
  box.checked = !state.filters[set].has(name);
  return make(
    "label",
    {},
    box,
    picture ?? "",
    make("span", {}, text),
    make("span", { class: "count", "data-count": `${set} ${name}` }, figure(count)),
  );
}

/** How many nodes of each class, and edges of each relation, pass all the other filters. */
function counts() {
  const [ofClasses, ofRelations] = ["classes", "relations"].map((name) => passing(without(state.filters, name)));
  return {
    classesOff: counted([...ofClasses.nodes].map((id) => nodes.get(id).class)),
    relationsOff: counted([...ofRelations.edges].map((id) => edges.get(id).relation)),
  };
}

const classesHere = new Set(data.nodes.map((node) => node.class));
const relationsHere = new Set(data.edges.map((edge) => edge.relation));

/** Writes the key in the reader's language, keeping what is switched off. */
function writeKey() {
  const found = counts().classesOff;
  const classNames = Object.keys(data.words.classes).filter((name) => classesHere.has(name));
  const pictures = classNames.map((name) =>
    choice("classesOff", name, word("classes", name), found.get(name) ?? 0, symbol(name, shapeOf.get(name))),
  );
  document.getElementById("key").replaceChildren(
    make("fieldset", {}, make("legend", { class: "unseen" }, word("interface", "classes")), pictures),
    make(
      "p",
      { class: "lines" },
      Object.entries(LINES).map(([origin, dashes]) => make("span", {}, lineSample(dashes), word("interface", `line_${origin}`))),
    ),
  );
}

/** Brings the figures of the key and of the filters up to date without touching their controls. */
function writeCounts() {
  const found = counts();
  for (const element of document.querySelectorAll("[data-count]")) {
    const [set, name] = element.dataset.count.split(" ");
    element.textContent = figure(found[set].get(name) ?? 0);
  }
  for (const box of document.querySelectorAll("#key input")) box.checked = !state.filters.classesOff.has(box.name);
}
