const { PORTFOLIO, PROGRAMME, TOKEN, TRAINEE } = process.env; // TOKEN as in the first way, TRAINEE as the feed has it
const asked = { method: 'POST', headers: { Authorization: `Bearer ${TOKEN}` } };
const answer = await fetch(`${PORTFOLIO}/v1/programmes/${PROGRAMME}/trainees/${TRAINEE}/embed-tokens`, asked);
const { token, progress, script, integrity } = await answer.json();
console.log(`<script type="module" src="${script}" integrity="${integrity}" crossorigin="anonymous"></script>
<cbd-group-progress src="${progress}" token="${token}"></cbd-group-progress>`);
