// A button that prints, where there is a script; without one the browser's own menu does.
const button = document.querySelector("[data-print]");
button.closest("[data-needs-script]").hidden = false;
button.addEventListener("click", () => window.print());
