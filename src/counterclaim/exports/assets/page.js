"use strict";
(() => {
  const all = (selector) => [...document.querySelectorAll(selector)];
  const cards = all(".card");
  const filters = document.getElementById("filters");
  const sides = document.getElementById("sides");
  const keysOf = (element) => element.dataset.k.split(" ");
  const marks = new Map(); // claim -> what marks it in the text
  const byKey = new Map(cards.map((card) => [card.dataset.c, card]));
  const add = (key, element) => (marks.get(key) ?? marks.set(key, []).get(key)).push(element);
  for (const element of all(".t, .n")) add(element.dataset.c, element);
  for (const element of all(".e")) for (const key of element.dataset.e.split(" ")) add(key, element);
  const fellows = new Map(); // claim -> all claims of its proposition
  for (const row of all("tr[id][data-k]")) for (const key of keysOf(row)) fellows.set(key, keysOf(row));

  let hot = [];
  const highlight = (keys) => {
    for (const element of hot) element.classList.remove("hot");
    hot = keys.flatMap((key) => [byKey.get(key), ...(marks.get(key) ?? [])]).filter(Boolean);
    for (const element of hot) element.classList.add("hot");
  };
  const pointed = (event) => {
    const over = event.target.closest?.("[data-c]");
    highlight(over ? (fellows.get(over.dataset.c) ?? [over.dataset.c]) : []);
  };
  document.addEventListener("mouseover", pointed);
  document.addEventListener("focusin", pointed);

  const apply = () => {
    const wanted = [...filters.querySelectorAll("select")].map((choice) => [choice.dataset.by, choice.value]);
    const dim = new Set();
    for (const card of cards) {
      card.hidden = !wanted.every(([by, value]) => value === "*" || card.dataset[by] === value);
      if (card.hidden) dim.add(card.dataset.c);
    }
    for (const element of all(".t, .n")) element.classList.toggle("off", dim.has(element.dataset.c));
    for (const element of all(".e")) element.classList.toggle("off", element.dataset.e.split(" ").every((k) => dim.has(k)));
    for (const element of all("[data-k]")) element.hidden = dim.size > 0 && keysOf(element).every((k) => dim.has(k));
    filters.querySelector("output").value = `${cards.length - dim.size} of ${cards.length} claims shown`;
  };
  filters.hidden = false;
  filters.addEventListener("change", apply);
  filters.addEventListener("reset", () => setTimeout(apply));
  filters.addEventListener("submit", (event) => event.preventDefault());
  apply();

  const choices = sides ? [...sides.querySelectorAll("select")] : [];
  const arrange = () => {
    const chosen = choices.map((choice) => choice.value).filter((value) => value !== "*");
    document.querySelector(".reports").classList.toggle("pair", new Set(chosen).size === 2);
    for (const article of all("article[data-report]")) {
      const place = chosen.indexOf(article.dataset.report);
      article.hidden = chosen.length > 0 && place < 0;
      article.classList.toggle("second", place === 1);
      if (place >= 0) article.querySelector("details").open = true;
    }
  };
  if (sides) {
    sides.hidden = false;
    sides.addEventListener("change", arrange);
    sides.addEventListener("submit", (event) => event.preventDefault());
    arrange();
  }

  const reveal = () => { // what a link leads to may be folded, filtered or set aside
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!target) return;
    const article = target.closest("article[data-report]");
    if (article?.hidden) {
      choices[1].value = article.dataset.report;
      arrange();
    }
    if (target.hidden) {
      filters.reset();
      apply();
    }
    for (let at = target; at; at = at.parentElement) if (at.tagName === "DETAILS") at.open = true;
    if (target.tagName === "ARTICLE") for (const inside of target.querySelectorAll("details.whole")) inside.open = true;
    target.scrollIntoView();
  };
  addEventListener("hashchange", reveal);
  document.addEventListener("click", (event) => { // the same link once more
    const link = event.target.closest?.("a[href^='#']");
    if (link && link.hash === location.hash) setTimeout(reveal);
  });
  if (location.hash.length > 1) reveal();

  let folded = [];
  addEventListener("beforeprint", () => {
    folded = all("details:not([open])");
    for (const each of folded) each.open = true;
  });
  addEventListener("afterprint", () => {
    for (const each of folded) each.open = false;
  });
})();
