// A file may be dropped instead of chosen: then it is checked at once.
const form = document.getElementById("check"), drop = document.getElementById("drop"), file = document.getElementById("file");
document.getElementById("drop-hint").hidden = false;

const over = (event) => {
    event.preventDefault();
    drop.classList.toggle("app-drop--over", event.type === "dragover");
};
for (const type of ["dragover", "dragleave"])
    drop.addEventListener(type, over);
drop.addEventListener("drop", (event) => {
    over(event);
    if (event.dataTransfer.files.length === 0)
        return;
    file.files = event.dataTransfer.files;
    form.requestSubmit();
});
