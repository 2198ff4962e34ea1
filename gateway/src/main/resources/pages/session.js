// Who is signed in with this browser, and the way out. The tokens stay at the gateway; nothing here can see them.
const places = document.querySelectorAll('[data-session]');
const form = document.getElementById('check-in');
const answer = document.getElementById('answer');

function element(name, text, attributes = {}) {
  const made = document.createElement(name);
  made.textContent = text;
  Object.entries(attributes).forEach(([key, value]) => made.setAttribute(key, value));
  return made;
}

async function signOut() {
  const response = await fetch('/session/sign-out', { method: 'POST' });
  location.assign(response.ok ? (await response.json()).location : '/');
}

function show(who) {
  places.forEach(place => {
    if (who.signedIn) {
      place.replaceChildren();
      const out = element('button', 'Sign out', { type: 'button', class: 'button quiet' });
      out.addEventListener('click', signOut);
      place.append(element('span', `Signed in as ${who.person}`), out);
    } else {
      if (new URLSearchParams(location.search).get('sign-in') === 'failed') {
        place.append(element('span', 'That sign-in did not work, and nobody is signed in.', { role: 'alert' }));
      }
      place.querySelector('a').href = `/session/sign-in?next=${encodeURIComponent(place.dataset.next)}`;
    }
  });
  if (form) {
    form.hidden = !who.signedIn || !who.roles.includes('client');
  }
}

// What Attune says beside an answer comes before everything else.
function support(given) {
  const box = element('section', '', { class: 'support', 'aria-label': 'Help from people' });
  given.says.forEach(text => box.append(element('p', text)));
  const list = element('ul', '');
  given.lines.forEach(line => {
    const item = element('li', `${line.name}: `);
    if (line.phone) {
      item.append(element('a', line.phone, { href: `tel:${line.phone.replace(/[^+0-9].*or.*|[^+0-9]/g, '')}` }));
    }
    if (line.sms) {
      item.append(`${line.phone ? ', ' : ''}text ${line.sms}`);
    }
    if (line.note) {
      item.append(element('small', line.note));
    }
    list.append(item);
  });
  box.append(list, element('a', given.more.name, { href: given.more.url, rel: 'noreferrer' }));
  return box;
}

async function checkIn(event) {
  event.preventDefault();
  const data = new FormData(form);
  const note = data.get('note').trim();
  form.dataset.id ??= crypto.randomUUID();
  const response = await fetch(`/api/v1/check-ins/${form.dataset.id}`, {
    method: 'PUT',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ mood: Number(data.get('mood')), ...(note && { note }) }),
  }).catch(() => null);
  const body = response === null ? {} : await response.json().catch(() => ({}));
  // The same again under the same id is safe while it is not known whether it arrived; afterwards it is something new.
  if (response !== null && response.status < 500) {
    delete form.dataset.id;
  }
  answer.replaceChildren();
  if (body.support) {
    answer.append(support(body.support));
  }
  if (response !== null && response.ok) {
    answer.append(element('p', 'Thank you. Your check-in is kept.'));
    form.reset();
  } else {
    answer.append(element('p', body.detail ?? 'Attune cannot be reached. What you wrote is still here: try again.'));
  }
}

async function showHelp(place) {
  const response = await fetch('/api/v1/support');
  if (response.ok) {
    place.append(support(await response.json()));
  }
}

const help = document.getElementById('help');
if (help) {
  showHelp(help).catch(() => {});
}
form?.addEventListener('submit', checkIn);
fetch('/session').then(response => response.json()).then(show).catch(() => show({ signedIn: false }));
