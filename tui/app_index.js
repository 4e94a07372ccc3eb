// Whoever opens the page can type at once. The terminal, and the field that takes its keys, are there when the page has loaded.
addEventListener("load", () => setTimeout(() => document.querySelector("textarea").focus()));
