// A paragraph is taken with one press. Without scripts it stands there to be selected.
for (const button of document.querySelectorAll("[data-copy]")) {
  button.parentElement.hidden = !navigator.clipboard;
  button.addEventListener("click", async () => {
    const told = button.parentElement.querySelector("[data-copied]");
    try {
      await navigator.clipboard.writeText(document.getElementById(button.dataset.copy).textContent.trim());
      told.textContent = "Copied.";
    } catch {
      told.textContent = "Your browser does not let it be copied: select it instead.";
    }
  });
}
