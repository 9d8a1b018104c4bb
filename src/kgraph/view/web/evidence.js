// The sentences under a fact.

/** One statement: the quotation with its names marked, where it comes from, and what it rests on. */
function quotation(index, relation) {
  const statement = data.statements[index];
  return make(
    "figure",
    { class: "quotation" },
    words(statement),
    statement.article === undefined ? "" : source(statement, relation),
    statement.review ? make("p", { class: "note" }, word("card", "corrected", ...statement.review)) : "",
    statement.restsOn ? grounds(statement) : "",
  );
}

function words(statement) {
  if (statement.withheld) return make("p", { class: "note" }, word("card", "withheld"));
  if (!statement.quote) return "";
  const pieces = statement.quote.map((piece, place) => (place % 2 ? make("mark", {}, piece) : piece));
  return make("blockquote", { lang: "vi" }, pieces);
}

function source(statement, relation) {
  const article = data.articles[statement.article];
  const wider = relation && own(data.words.relations, statement.says) && statement.says !== relation;
  const small = [
    wider && word("card", "says", relationWord(statement.says, "verb")),
    statement.confidence !== undefined && word("card", "confidence", figure(statement.confidence)),
    statement.rule && word("card", "rule", statement.rule),
    word("card", "place", article.id, statement.begin, statement.end),
  ];
  return make(
    "figcaption",
    {},
    articleLink(article),
    article.published ? `, ${word("card", "source", dateWords(article.published))}` : "",
    make(
      "div",
      { class: "meta" },
      make("small", {}, small.filter(Boolean).join(" · ")),
      statement.quote ? copyButton(() => citation(statement)) : "",
    ),
  );
}

function grounds(statement) {
  return make(
    "div",
    { class: "grounds" },
    make("p", { class: "note" }, word("card", "derived", statement.rule)),
    statement.restsOn.map((ground) => quotation(ground, data.statements[ground].says)),
  );
}

/** Everything a fact rests on: the first quotation open, the others folded, those left out of the page counted. */
function evidence(fact, relation) {
  if (!fact.evidence.length)
    return fact.origin ? make("p", { class: "note" }, word("card", fact.origin === "background" ? "background" : "no_evidence")) : "";
  const [first, ...others] = fact.evidence.map((index) => quotation(index, relation));
  const unshown = fact.more ? make("p", { class: "note" }, word("card", "more_unshown", figure(fact.more))) : "";
  if (!others.length) return [first, unshown];
  return [first, make("details", {}, make("summary", {}, word("card", "more_quotes", figure(others.length))), others, unshown)];
}

// ---- a citation to take along

/** A sentence and where it stands, as plain text. */
function citation(statement) {
  const article = data.articles[statement.article];
  const published = article.published ? word("card", "source", dateWords(article.published)) : "";
  return [
    `“${statement.quote.join("").trim()}”`,
    [article.title, published].filter(Boolean).join(", "),
    article.url,
    word("card", "place", article.id, statement.begin, statement.end),
  ]
    .filter(Boolean)
    .join(" — ");
}

/** Puts text on the clipboard; where the browser refuses, by way of a selected field. */
async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    const field = make("textarea", { class: "unseen", "aria-hidden": "true", tabindex: "-1" });
    field.value = text;
    const before = document.activeElement;
    document.body.append(field);
    field.select();
    const done = document.execCommand("copy");
    field.remove();
    before?.focus({ preventScroll: true });
    return done;
  }
}

/** A button that copies what `textOf` gives, and says that it did. */
function copyButton(textOf, name = "copy") {
  const click = async (event) => {
    const button = event.currentTarget;
    const done = word("card", (await copy(textOf())) ? "copied" : "not_copied");
    button.textContent = done;
    tell(done);
    setTimeout(() => (button.textContent = word("card", name)), 2000);
  };
  return make("button", { type: "button", class: "copy", click }, word("card", name));
}
