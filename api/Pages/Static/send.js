// A form that goes on by itself. Without scripts its button stands there to be pressed.
document.querySelector("form[data-send]")?.requestSubmit();
