// The code that a leader shows changes every half minute: this fetches the next one when it is time, and who came in every ten seconds.
const place = document.getElementById("now"), lost = document.getElementById("lost");
const often = 10_000;
let timer;

const wait = () => {
  const left = place.querySelector("[data-left]")?.dataset.left;
  place.querySelector("[data-again]")?.remove();
  clearTimeout(timer);
  timer = setTimeout(next, left === undefined ? 3 * often : Math.min(often, Number(left) + 200));
};

async function next() {
  try {
    const answer = await fetch(place.dataset.now, { headers: { Accept: "text/html" }, redirect: "error", cache: "no-store" });
    if (!answer.ok) throw new Error(String(answer.status));
    place.innerHTML = await answer.text();
    lost.hidden = true;
  } catch {
    lost.hidden = false;
  }
  wait();
}

// A screen that was dark shows what is over.
document.addEventListener("visibilitychange", () => document.visibilityState === "visible" && next());
wait();
