// The frontend's own behaviour: a summary of errors takes the focus, a button pressed twice sends once. Without it everything works too.
import { initAll } from "./nhsuk-frontend.js";

document.body.classList.add("js-enabled", "nhsuk-frontend-supported");
initAll();
