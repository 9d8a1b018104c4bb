"use strict";
// The page where queries are written: YASGUI over this server's endpoint, and nothing else.
(() => {
  const setting = JSON.parse(document.getElementById("setting").textContent);
  const endpoint = new URL(setting.endpoint, location.href).href;
  const chooser = document.getElementById("questions");
  const why = document.getElementById("why");
  const lang = document.documentElement.lang;

  // Names of properties, classes and prefixes would be asked of other sites.
  Yasgui.Yasqe.defaults.autocompleters = ["variables"];
  const yasgui = new Yasgui(document.getElementById("yasgui"), {
    requestConfig: { endpoint, method: "POST" },
    copyEndpointOnNewTab: false,
    persistenceId: null,
    populateFromUrl: false,
    endpointCatalogueOptions: { getData: () => [{ endpoint }] },
  });

  async function ask(number) {
    why.textContent = "";
    const response = await fetch(`/api/questions/${number}`);
    const told = await response.json();
    if (!told.query) {
      why.textContent = setting.unanswerable + (told.why ? told.why[lang] : told.detail);
      return;
    }
    const tab = yasgui.addTab(true, { name: `${number}`, requestConfig: { endpoint, method: "POST" } });
    tab.setQuery(`# ${told[lang]}\n\n${told.query}`);
    tab.query();
  }

  chooser.addEventListener("change", () => { if (chooser.value) ask(chooser.value); });
  const chosen = location.hash.slice(1);
  if (/^\d+$/.test(chosen)) { chooser.value = chosen; ask(chosen); }
})();
