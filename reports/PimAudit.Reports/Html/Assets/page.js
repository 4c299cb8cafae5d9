'use strict';
// Filters, order and copying. Nothing of the page is ever read as markup here, and without this file the page shows everything.
(() => {
  const list = document.querySelector('.listing');
  const prefix = '#show?';

  for (const button of document.querySelectorAll('button.copy')) {
    button.hidden = false;
    button.addEventListener('click', () => copy(button));
  }
  if (list) findings();
  frames(document);
  window.addEventListener('resize', () => frames(document));
  document.addEventListener('toggle', (event) => frames(event.target), true);

  // Only what scrolls may be reached by keyboard: anything else would be a stop without purpose.
  function frames(within) {
    for (const frame of within.querySelectorAll('[data-name]')) {
      const scrolls = frame.scrollWidth > frame.clientWidth;
      if (scrolls) {
        frame.tabIndex = 0;
        frame.setAttribute('role', 'group');
        frame.setAttribute('aria-label', frame.dataset.name);
      } else {
        for (const name of ['tabindex', 'role', 'aria-label']) frame.removeAttribute(name);
      }
    }
  }

  async function copy(button) {
    const code = button.parentElement.querySelector('pre code');
    const lines = code ? Array.from(code.children, (line) => line.textContent) : [button.dataset.copy];
    const word = button.firstChild;
    try {
      await navigator.clipboard.writeText(lines.join('\n'));
      word.data = 'copied';
    } catch {
      word.data = 'copy by hand';
      if (code) getSelection().selectAllChildren(code);
    }
    button.addEventListener('blur', () => { word.data = 'copy'; }, { once: true });
  }

  function findings() {
    const form = list.querySelector('.filters');
    const sort = list.querySelector('.sort');
    const clear = list.querySelector('.clear');
    const shown = list.querySelector('.shown');
    const none = list.querySelector('.none');
    const order = sort.querySelector('select');
    const items = Array.from(list.querySelectorAll('.finding'), (element, rank) => ({ element, rank, text: null }));
    const parent = items[0].element.parentElement;
    const groups = [...new Set(Array.from(form.querySelectorAll('[type=checkbox]'), (box) => box.name))];
    const start = initial();

    for (const element of [form, sort]) element.hidden = false;
    for (const details of list.querySelectorAll('details')) details.open = false;
    form.addEventListener('submit', (event) => event.preventDefault());
    form.addEventListener('input', changed);
    order.addEventListener('change', changed);
    clear.addEventListener('click', () => { put({ q: '', sort: order.value }); changed(); });
    window.addEventListener('hashchange', arrive);
    printing();
    put(start);
    arrive();

    // What weighs most comes first; what is settled waits until it is asked for.
    function initial() {
      const state = { q: '', sort: 'severity' };
      const has = (name, value) => items.some((item) => item.element.dataset[name] === value);
      const severity = ['critical', 'high'].filter((value) => has('severity', value));
      const status = ['new', 'open'].filter((value) => has('status', value));
      if (severity.length) state.severity = severity;
      if (status.length && (has('status', 'waived') || has('status', 'resolved'))) state.status = status;
      return state;
    }

    function boxes(name) {
      return Array.from(form.querySelectorAll('[type=checkbox]')).filter((box) => box.name === name);
    }

    function ticked(name) {
      return boxes(name).filter((box) => box.checked).map((box) => box.value);
    }

    function put(state) {
      form.elements.q.value = state.q;
      order.value = state.sort;
      if (order.selectedIndex < 0) order.selectedIndex = 0;
      for (const name of groups)
        for (const box of boxes(name)) box.checked = (state[name] || []).includes(box.value);
    }

    function changed() {
      apply();
      const address = written();
      history.replaceState(null, '', address === write(start) ? location.pathname + location.search : address);
    }

    function written() {
      const state = { q: form.elements.q.value.trim(), sort: order.value };
      for (const name of groups) state[name] = ticked(name);
      return write(state);
    }

    function write(state) {
      const parts = new URLSearchParams();
      for (const name of groups) if ((state[name] || []).length) parts.set(name, state[name].join(','));
      if (state.q) parts.set('q', state.q);
      if (state.sort !== 'severity') parts.set('sort', state.sort);
      return prefix + parts;
    }

    // An address may hold filters, or lead to a finding that they hide.
    function arrive() {
      if (location.hash.startsWith(prefix)) {
        const parts = new URLSearchParams(location.hash.slice(prefix.length));
        const state = { q: parts.get('q') || '', sort: parts.get('sort') || 'severity' };
        for (const name of groups) state[name] = (parts.get(name) || '').split(',');
        put(state);
      }
      apply();
      const target = location.hash.length > 1 && document.getElementById(location.hash.slice(1));
      const item = target && target.closest('.finding');
      if (!item) return;
      if (item.hidden) {
        put({ q: '', sort: order.value });
        apply();
      }
      const details = item.querySelector('details');
      if (details) details.open = true;
      item.scrollIntoView();
    }

    function has(item, name, values) {
      return values.length === 0 || (item.element.dataset[name] || '').split(' ').some((value) => values.includes(value));
    }

    function says(item, words) {
      item.text ??= item.element.textContent.toLowerCase();
      return words.every((word) => item.text.includes(word));
    }

    function apply() {
      const words = form.elements.q.value.toLowerCase().split(/\s+/).filter(Boolean);
      const wanted = new Map(groups.map((name) => [name, ticked(name)]));
      const found = items.filter((item) => says(item, words));
      const passing = found.filter((item) => groups.every((name) => has(item, name, wanted.get(name))));
      const visible = new Set(passing);
      for (const item of items) item.element.hidden = !visible.has(item);
      for (const name of groups) {
        const rest = found.filter((item) => groups.every((other) => other === name || has(item, other, wanted.get(other))));
        for (const box of boxes(name))
          box.parentElement.querySelector('.count').textContent = rest.filter((item) => has(item, name, [box.value])).length;
      }
      arrange();
      none.hidden = passing.length > 0;
      clear.hidden = passing.length === items.length;
      shown.textContent = `${passing.length} of ${items.length} shown${reason()}`;
    }

    function reason() {
      const parts = groups
        .map((name) => boxes(name).filter((box) => box.checked).map((box) => box.parentElement.querySelector('.word').textContent))
        .filter((labels) => labels.length)
        .map((labels) => labels.join(', '));
      const q = form.elements.q.value.trim();
      if (q) parts.push(`“${q}”`);
      return parts.length ? `: ${parts.join('; ')}` : '';
    }

    function arrange() {
      if (parent.dataset.sort === order.value) return;
      const name = order.value;
      const key = (item) => (name === 'severity' ? '' : item.element.dataset[name].toLowerCase());
      const compare = (a, b) => (a === b ? 0 : a === '' ? 1 : b === '' ? -1 : a < b ? -1 : 1);
      parent.append(...[...items].sort((a, b) => compare(key(a), key(b)) || a.rank - b.rank).map((item) => item.element));
      parent.dataset.sort = name;
    }

    // Paper has no triangles to click.
    function printing() {
      let closed = [];
      window.addEventListener('beforeprint', () => {
        closed = Array.from(list.querySelectorAll('details:not([open])'));
        for (const details of closed) details.open = true;
      });
      window.addEventListener('afterprint', () => {
        for (const details of closed) details.open = false;
      });
    }
  }
})();
