"use strict";
const article = document.querySelector("[data-article]");
if (article) {
  fetch(`/api/v1/articles/${article.dataset.article}/views`, { method: "POST", keepalive: true, credentials: "omit" })
    .catch(() => undefined); // A view that is not counted is no reader's concern.
}

const organisation = document.body.dataset.organisation;
const input = document.getElementById("q");
const list = document.getElementById("suggestions");
let asking;

async function suggest() {
  asking?.abort();
  const words = input.value.trim();
  if (!words) {
    list.replaceChildren();
    return;
  }
  asking = new AbortController();
  const query = new URLSearchParams({ organisation, q: words });
  try {
    const answer = await fetch(`/api/v1/suggest?${query}`, { signal: asking.signal, credentials: "omit" });
    show(answer.ok ? (await answer.json()).items : []);
  } catch (error) {
    if (error.name !== "AbortError") show([]);
  }
}

function show(items) {
  list.replaceChildren(...items.map(item => {
    const link = document.createElement("a");
    link.href = `/kb/${organisation}/articles/${item.id}`;
    link.lang = item.language;
    link.textContent = item.title;
    const row = document.createElement("li");
    row.append(link);
    return row;
  }));
}

input.addEventListener("input", suggest);
input.addEventListener("keydown", event => {
  if (event.key === "Escape") list.replaceChildren();
});
