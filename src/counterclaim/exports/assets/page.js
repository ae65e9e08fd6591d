"use strict";
(() => {
  const all = (selector) => [...document.querySelectorAll(selector)];
  const cards = all(".card");
  const form = document.getElementById("filters");
  const marks = new Map(); // claim -> what marks it in the text
  const byKey = new Map(cards.map((card) => [card.dataset.c, card]));
  const add = (key, element) => (marks.get(key) ?? marks.set(key, []).get(key)).push(element);
  for (const element of all(".t, .n")) add(element.dataset.c, element);
  for (const element of all(".e")) for (const key of element.dataset.e.split(" ")) add(key, element);

  let hot = [];
  const highlight = (keys) => {
    for (const element of hot) element.classList.remove("hot");
    hot = keys.flatMap((key) => [byKey.get(key), ...(marks.get(key) ?? [])]).filter(Boolean);
    for (const element of hot) element.classList.add("hot");
  };
  const pointed = (event) => {
    const over = event.target.closest?.("[data-c]");
    highlight(over ? [over.dataset.c] : []);
  };
  document.addEventListener("mouseover", pointed);
  document.addEventListener("focusin", pointed);

  const apply = () => {
    const wanted = all("#filters select").map((choice) => [choice.dataset.by, choice.value]);
    let left = 0;
    const dim = new Set();
    for (const card of cards) {
      card.hidden = !wanted.every(([by, value]) => value === "*" || card.dataset[by] === value);
      if (card.hidden) dim.add(card.dataset.c);
      else left += 1;
    }
    for (const element of all(".t, .n")) element.classList.toggle("off", dim.has(element.dataset.c));
    for (const element of all(".e")) element.classList.toggle("off", element.dataset.e.split(" ").every((k) => dim.has(k)));
    form.querySelector("output").value = `${left} of ${cards.length} claims shown`;
  };
  form.hidden = false;
  form.addEventListener("change", apply);
  form.addEventListener("submit", (event) => event.preventDefault());
  apply();
})();
