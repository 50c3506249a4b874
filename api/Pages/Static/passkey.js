// Passkeys: asks the server for a challenge, the browser for an answer, and sends the form with it. Nothing else on these pages needs a script.
'use strict';

const able = window.PublicKeyCredential && PublicKeyCredential.parseRequestOptionsFromJSON;

for (const section of document.querySelectorAll('[data-needs-script]'))
    section.hidden = !able;

for (const form of document.querySelectorAll('form[data-passkey]'))
    form.addEventListener('submit', event => {
        if (form.elements.credential.value === '') {
            event.preventDefault();
            answer(form).catch(reason => tell(form, reason));
        }
    });

async function answer(form) {
    const asked = await fetch(form.dataset.options, { method: 'POST', body: new FormData(form), credentials: 'same-origin' });
    if (!asked.ok)
        throw new Error(asked.status === 429 ? 'Wait some minutes, then try again.' : 'Load the page again, then try again.');
    const { options, step } = await asked.json();
    const credential = form.dataset.passkey === 'create'
        ? await navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(JSON.parse(options)) })
        : await navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(JSON.parse(options)) });
    form.elements.step.value = step;
    form.elements.credential.value = JSON.stringify(credential.toJSON());
    form.submit();
}

function tell(form, reason) {
    const error = form.querySelector('.error');
    error.textContent = reason instanceof DOMException ? 'Your device did not go on. Try again, or choose another way.' : reason.message;
    error.hidden = false;
}
