// The table twin: what the drawing shows as rows that can be sorted, filtered, opened and taken along.

const PAGE = 100;

const table = { column: null, down: false, text: "", most: PAGE, part: "main" };
const tableHost = document.getElementById("table");

/** Relations of a scene as a table, for views whose own table lists things. */
function relationTable(links) {
  const rows = links
    .filter((edge) => !edge.pair)
    .map((edge) => ({
      edge: edge.id,
      cells: [
        cell(nodes.get(edge.from).label, { node: edge.from }),
        cell(relationWord(edge.relation, "verb"), { edge: edge.id }),
        cell(nodes.get(edge.to).label, { node: edge.to }),
        cell(whenWords(edge), { sort: daysOfThing(edge)?.[0] ?? "" }),
        cell(edge.confidence ? figure(edge.confidence) : "", { sort: edge.confidence ?? 0 }),
        cell(edge.sources ? figure(edge.sources) : "", { sort: edge.sources ?? 0 }),
        cell(quoteOf(edge), { lang: "vi" }),
      ],
    }));
  return { columns: ["name", "relation", "target", "when", "confidence", "sources", "quote"], rows };
}

const hasTwo = () => !["chain", "circle", "together"].includes(state.view);
const tableOf = () => (hasTwo() && table.part === "relations" ? relationTable(scene.edges) : scene.table());

/** The rows that hold every word of the text, in the order asked for. */
function chosenRows({ rows }, { text, column, down }) {
  const parts = folded(text).trim().split(/\s+/).filter(Boolean);
  const found = parts.length ? rows.filter((row) => holdsAll(folded(row.cells.map((each) => each.text).join("\n")), parts)) : [...rows];
  if (column === null) return found;
  const compare = (a, b) => (typeof a === "number" && typeof b === "number" ? a - b : String(a).localeCompare(String(b), "vi"));
  const sign = down ? -1 : 1;
  return found.sort((a, b) => sign * compare(a.cells[column].sort, b.cells[column].sort));
}

const holdsAll = (text, parts) => parts.every((part) => text.includes(part));

function headCell(name, at) {
  const sorted = table.column === at;
  const click = () => {
    table.down = sorted ? !table.down : false;
    table.column = at;
    writeRows();
    tableHost.querySelectorAll("th button")[at].focus();
  };
  const arrow = make("span", { "aria-hidden": "true", class: "arrow" }, sorted ? (table.down ? "↓" : "↑") : "");
  return make(
    "th",
    { scope: "col", "aria-sort": sorted ? (table.down ? "descending" : "ascending") : "none" },
    make("button", { type: "button", click }, word("columns", name), arrow),
  );
}

function bodyCell({ text, node, edge, lang }) {
  const open = node ? () => follow(node) : edge ? () => show({ edge }, { read: true }) : null;
  const shown = shortened(text, 160);
  return make(
    "td",
    { lang: lang ?? (node ? "vi" : undefined), class: !open && text.length < 24 ? "short" : undefined },
    open ? make("button", { type: "button", class: "cell", click: open }, shown) : shown,
  );
}

/** Writes head and rows; the field above keeps the focus. */
function writeRows() {
  const whole = tableOf();
  const found = chosenRows(whole, table);
  const host = tableHost.querySelector("table");
  host.replaceChildren(
    make("caption", { class: "unseen" }, word("views", state.view)),
    make("thead", {}, make("tr", {}, whole.columns.map(headCell))),
    make(
      "tbody",
      {},
      found.slice(0, table.most).map((row) => make("tr", {}, row.cells.map(bodyCell))),
    ),
  );
  tableHost.querySelector("#rows").textContent = found.length
    ? word("table", "rows", figure(found.length), figure(whole.rows.length))
    : word("table", whole.rows.length ? "none" : "empty", table.text);
  const rest = tableHost.querySelector("#more-rows");
  rest.hidden = found.length <= table.most;
}

/** Writes the table of the view. */
function writeTable() {
  if (state.as !== "table") return;
  const typed = (event) => {
    table.text = event.target.value;
    writeRows();
  };
  const field = make("input", {
    type: "search",
    id: "row-filter",
    value: table.text,
    "aria-label": word("table", "filter"),
    placeholder: word("table", "filter"),
    input: typed,
  });
  const part = (name) => {
    const click = () => {
      Object.assign(table, { part: name, column: null, most: PAGE });
      writeTable();
      tableHost.querySelector(`[data-part=${name}]`).focus();
    };
    return make(
      "button",
      { type: "button", class: "tab", "data-part": name, "aria-pressed": String(table.part === name), click },
      word("table", name),
    );
  };
  const further = () => {
    table.most += 5 * PAGE;
    writeRows();
  };
  tableHost.replaceChildren(
    make(
      "div",
      { class: "tools" },
      hasTwo() ? make("span", { role: "group", "aria-label": word("table", "parts"), class: "tabs" }, part("main"), part("relations")) : "",
      field,
      make("span", { id: "rows", role: "status" }),
      make("button", { type: "button", class: "plain", id: "csv", click: saveTable }, word("table", "csv")),
    ),
    make(
      "div",
      { class: "sheet", tabindex: "0", role: "region", "aria-label": word("views", state.view) },
      make("table", {}),
      make("button", { type: "button", class: "plain", id: "more-rows", click: further }, word("table", "more")),
    ),
  );
  writeRows();
}

// ---- to take along

/** A field of a csv file; what a spreadsheet would take for a formula begins with an apostrophe. */
function csvField(text) {
  const plain = /^[\s]*[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\n\r;']/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain;
}

/** The whole table, as filtered and sorted, with its addresses. */
function csvText() {
  const whole = tableOf();
  const head = whole.columns.map((name) => word("columns", name));
  const rows = chosenRows(whole, table).map((row) => row.cells.map((each) => each.text));
  return [head, ...rows].map((row) => row.map(csvField).join(",")).join("\r\n");
}

function saveTable() {
  const address = URL.createObjectURL(new Blob(["\ufeff", csvText(), "\r\n"], { type: "text/csv;charset=utf-8" }));
  const name = `kgraph-${state.view}.csv`;
  make("a", { href: address, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(address), 1000);
  tell(word("table", "saved", name));
}
