// What the page knows: the data block looked up by id, the state of the reader, and words for both.
// Names from articles are never keys of plain objects: one of them might be "__proto__".

const data = JSON.parse(document.getElementById("data").textContent);
const nodes = new Map(data.nodes.map((node) => [node.id, node]));
const edges = new Map(data.edges.map((edge) => [edge.id, edge]));
const drawn = new Map(data.drawing.nodes.map((node) => [node.id, node]));
const edgesOf = new Map(data.nodes.map((node) => [node.id, []]));
for (const edge of data.edges) {
  edgesOf.get(edge.from).push(edge);
  edgesOf.get(edge.to).push(edge);
}

const state = {
  language: data.lang,
  node: null,
  edge: null,
  hovered: null,
  classesOff: new Set(),
  relationsOff: new Set(),
};

const own = (object, name) => (object && Object.hasOwn(object, name) ? object[name] : undefined);

const filled = (text, values) => text.replace(/\{(\d)\}/g, (_, place) => values[place]);

/** The words for `name` in a section of words.toml, with figures and names in their places. */
function word(section, name, ...values) {
  const known = own(own(data.words, section), name);
  return known ? filled(known[state.language], values) : name;
}

/** The words for a relation: as a `verb`, or over what it leads `out` to or comes `in` from. */
function relationWord(name, part) {
  const known = own(own(data.words.relations, name), part);
  return known ? known[state.language] : name;
}

/** A word of a code list in the reader's language, as far as the graph knows one. */
const termWord = (term) => (state.language === "en" && term.en) || term.vi || term.name;

const locale = () => (state.language === "vi" ? "vi-VN" : "en-GB");

const figure = (value) => new Intl.NumberFormat(locale(), { maximumFractionDigits: 4 }).format(value);

const day = (year, month, date) =>
  state.language === "vi"
    ? [Number(date), Number(month), year].filter(Boolean).join("/")
    : new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "long", year: year ? "numeric" : undefined, timeZone: "UTC" }).format(
        new Date(Date.UTC(Number(year || 2000), Number(month) - 1, Number(date))),
      );

const QUARTERS = ["I", "II", "III", "IV"];

const DATES = [
  [/^(\d{4})-(\d\d)-(\d\d)$/, (_, year, month, date) => day(year, month, date)],
  [/^(\d{4})-(0[1-9]|1[0-2])$/, (_, year, month) => word("dates", "month", Number(month), year)],
  [/^(\d{4})-3([3-6])$/, (_, year, quarter) => word("dates", "quarter", QUARTERS[quarter - 3], year)],
  [/^(\d{4})-4([01])$/, (_, year, half) => word("dates", "half", Number(half) + 1, year)],
  [/^(?:XXXX|-)-(\d\d)-(\d\d)$/, (_, month, date) => word("dates", "unknown_year", day("", month, date))],
  [/^XXXX-(\d\d)$/, (_, month) => word("dates", "unknown_year", word("dates", "month", Number(month), "…"))],
  [/^(.*)\/(.*)$/, (_, from, to) => [from, to].map((end) => dateWords(end) || word("dates", "unknown_end")).join(" – ")],
  [/^(.+)[?~%]$/, (_, sure) => word("dates", "uncertain", dateWords(sure))],
];

/** An EDTF date as people write it; one of another form as it stands. */
function dateWords(edtf) {
  for (const [form, words] of DATES) {
    const match = form.exec(edtf);
    if (match) return words(...match);
  }
  return edtf;
}
