import { Chart, CROSS, SHAPES, svg } from '/chart.js';

const LANGUAGES = [['en', 'English'], ['fr', 'French']];
const OUTCOMES = [
  ['FRESH', 'fresh'], ['STALE', 'stale, renewed behind the caller'], ['COMPUTED', 'ran the query'],
  ['JOINED', 'waited for the one who ran it'], ['FALLBACK', 'stale, as the origin is ill'], ['FAILED', 'failed'],
  ['REFUSED', 'gave up waiting'], ['NOT_MEMOIZED', 'not memoized'], ['BYPASSED', 'cache switched off'],
];
const TICK_MILLIS = 250;
const LONG = 1e6;
const calm = matchMedia('(prefers-reduced-motion: reduce)');
const byId = id => document.getElementById(id);
const chosen = name => document.querySelector(`input[name=${name}]:checked`).value;
const nameOf = tag => LANGUAGES.find(([each]) => each === tag)[1];
const seconds = millis => (millis > 1e15 ? 'forever' : `${+(millis / 1000).toFixed(1)}\u00a0s`);
const number = new Intl.NumberFormat('en');

const chart = new Chart(byId('chart'), LANGUAGES);
const entries = new Map();
let limits = { refreshAfterMillis: 1, expireAfterMillis: 1 };
let clock = -Infinity; // what to add to this page's time to have the shop's
let paused = false;
let asking = false;
let origin = 'works';
let lastAct = Promise.resolve();

const now = () => performance.now() * 1000 + clock;
const say = text => { if (byId('summary').textContent !== text) byId('summary').textContent = text; };

async function post(path) {
  const response = await fetch(path, { method: 'POST' });
  if (!response.ok) throw new Error((await response.text()).trim() || `${path}: ${response.status}`);
  return response;
}

/** One after the other, in the order in which they were asked for; what fails is said. */
function act(action) {
  lastAct = lastAct.then(action).catch(problem => say(`The bookshop did not do it. ${problem.message}`));
}

// ---- what the shop tells

function hear(news) {
  if (news.states.length > 0) setClock(news.states.at(-1).now);
  chart.addCalls(news.calls);
  news.runs.forEach(run => chart.addRun(run));
  news.states.forEach(showState);
  chart.forget(now());
}

/** News that came without delay are right. */
function setClock(shopNow) {
  clock = Math.max(clock, shopNow - performance.now() * 1000);
}

function showState(state) {
  byId('runs').textContent = number.format(state.runs);
  byId('runs').dataset.runs = state.runs;
  for (const entry of state.entries) {
    const verdict = !entry.remembered ? 'gone' : entry.ageMicros <= limits.refreshAfterMillis * 1000 ? 'fresh' : 'stale';
    chart.addValue(entry.language, verdict, state.now);
    showEntry(entry, verdict, state.now);
  }
  chart.setWaiting(state.waiting);
  showOrigin(state);
  byId('chart').dataset.now = state.now;
  byId('chart').dataset.waiting = state.waiting.filter(({ begin }) => state.now - begin > LONG).length;
  showCounts();
  if (calm.matches && !paused) frame();
}

/** It may have been changed by another page, or by curl. */
function showOrigin(state) {
  byId('chart').dataset.origin = state.origin;
  if (state.origin !== origin) chart.addChange(state.now, `origin ${state.origin}`);
  origin = state.origin;
  if (document.activeElement?.name === 'origin') return;
  document.querySelector(`input[name=origin][value=${origin}]`).checked = true;
}

function showCounts() {
  for (const [outcome] of OUTCOMES) {
    byId(`count-${outcome}`).textContent = number.format(chart.count(outcome));
  }
}

function showEntry(entry, verdict, at) {
  const card = entries.get(entry.language);
  const before = card.root.dataset.state;
  Object.assign(card, { remembered: entry.remembered, begun: at - entry.ageMicros });
  card.root.dataset.state = verdict;
  card.root.dataset.age = entry.ageMicros;
  card.root.dataset.begun = card.begun;
  const titles = entry.titles.join('\n');
  if (card.titles !== titles) {
    card.titles = titles;
    card.list.replaceChildren(...(entry.remembered ? entry.titles : ['Nothing is remembered.']).map(title => {
      const line = document.createElement('li');
      line.textContent = title;
      line.lang = entry.remembered ? entry.language : 'en';
      if (!entry.remembered) line.className = 'nothing';
      return line;
    }));
  }
  if (before === 'stale' && verdict === 'gone' && chosen('locale') === entry.language && chosen('origin') !== 'works') {
    say(`The ${nameOf(entry.language)} list is older than ${seconds(limits.expireAfterMillis)}: gone. Now its callers feel the origin.`);
  }
}

// ---- what moves between two news

function frame() {
  if (clock === -Infinity) return;
  const at = now();
  chart.frame(at);
  for (const card of entries.values()) moveNeedle(card, card.remembered ? at - card.begun : -1);
}

function moveNeedle(card, ageMicros) {
  card.ageMicros = ageMicros;
  const { width } = card.scale;
  const expire = limits.expireAfterMillis * 1000;
  const share = ageMicros < 0 ? 1 : Math.min(1, ageMicros / expire);
  card.needle.setAttribute('cx', 6 + share * (width - 12));
  card.needle.setAttribute('visibility', ageMicros < 0 ? 'hidden' : 'visible');
  const state = card.root.dataset.state;
  card.verdict.textContent = ageMicros < 0 ? 'gone' : `${state}, ${(ageMicros / 1e6).toFixed(1)} s old`;
}

function drawScale(card) {
  const width = card.age.clientWidth;
  card.scale = { width };
  const inner = width - 12;
  const border = 6 + inner * Math.min(1, limits.refreshAfterMillis / limits.expireAfterMillis);
  card.age.replaceChildren();
  svg('rect', { class: 'lane', x: 6, y: 2, width: inner, height: 8, rx: 4 }, card.age);
  svg('rect', { class: 'value stale', x: border, y: 2, width: 6 + inner - border, height: 8, rx: 2 }, card.age);
  svg('rect', { class: 'value fresh', x: 6, y: 2, width: border - 6, height: 8, rx: 2 }, card.age);
  const label = (x, anchor, millis) => svg('text', { x, y: 23, 'text-anchor': anchor }, card.age, seconds(millis));
  if (limits.refreshAfterMillis < limits.expireAfterMillis) label(border, 'middle', limits.refreshAfterMillis);
  label(6 + inner, 'end', limits.expireAfterMillis);
  card.needle = svg('circle', { class: 'needle', cx: 6, cy: 6, r: 6 }, card.age);
  moveNeedle(card, card.ageMicros);
}

function loop() {
  if (!paused && !calm.matches) frame();
  requestAnimationFrame(loop);
}

// ---- what the page is made of

function buildEntries() {
  for (const [tag, name] of LANGUAGES) {
    const root = document.createElement('article');
    root.className = 'card entry';
    root.id = `entry-${tag}`;
    root.dataset.state = 'gone';
    root.innerHTML = `<h2>${name} <span class="verdict">gone</span></h2><svg class="age" aria-hidden="true"></svg><ol></ol>`;
    byId('entries').append(root);
    const part = selector => root.querySelector(selector);
    const card = { root, verdict: part('.verdict'), age: part('.age'), list: part('ol'), remembered: false, begun: 0, ageMicros: -1 };
    entries.set(tag, card);
    new ResizeObserver(() => drawScale(card)).observe(card.age);
  }
}

function buildLegend() {
  const item = (mark, text, outcome) => {
    const line = document.createElement('li');
    const picture = svg('svg', { viewBox: '-7 -7 14 14', 'aria-hidden': 'true' }, line);
    picture.append(mark);
    line.append(text);
    if (outcome) {
      const count = document.createElement('b');
      count.id = `count-${outcome}`;
      line.append(count);
    }
    byId('legend').append(line);
  };
  for (const [outcome, text] of OUTCOMES) item(svg('path', { class: `mark ${outcome}`, d: SHAPES[outcome] }), text, outcome);
  const bar = name => svg('rect', { class: name, x: -7, y: -4, width: 14, height: 8, rx: 2 });
  item(bar('value fresh'), 'value fresh');
  item(bar('value stale'), 'stale');
  item(bar('value gone'), 'gone');
  item(bar('run'), 'the query runs');
  item(svg('path', { class: 'cross', d: CROSS }), 'and fails');
}

// ---- what the visitor does

async function ask() {
  if (paused || asking) return;
  asking = true;
  byId('chart').dataset.asking = asking;
  try {
    await post(`/api/visitors?locale=${chosen('locale')}&memoized=${chosen('memoized')}`);
  } catch {
    say('The bookshop does not answer.');
  } finally {
    asking = false;
    byId('chart').dataset.asking = asking;
  }
}

/** Not "disabled", which would take the focus away. */
function allowHerd(allowed) {
  byId('herd').setAttribute('aria-disabled', !allowed);
}

async function runHerd() {
  if (byId('herd').getAttribute('aria-disabled') === 'true') return;
  allowHerd(false);
  say('1,000 callers ask for a list that nobody has asked for.');
  try {
    const report = await (await post(`/api/herd?callers=1000&locale=${chosen('locale')}`)).json();
    const parts = [[report.computed, 'ran the query'], [report.joined, 'waited for it'],
      [report.fresh, 'came when it was there'], [report.stale, 'got an old one'], [report.failed, 'got none']];
    const told = parts.filter(([count]) => count > 0).map(([count, what]) => `${number.format(count)} ${what}`);
    say(`${number.format(report.callers)} callers: ${told.join(', ')}; the last one after ${number.format(report.millis)} ms.`);
  } catch (problem) {
    say(`The callers did not come back. ${problem.message}`);
  } finally {
    allowHerd(chosen('memoized') === 'true');
  }
}

async function invalidate() {
  const locale = chosen('locale');
  await post(`/api/invalidate?locale=${locale}`);
  chart.addChange(now(), 'invalidated');
  say(`What has the tag books:${locale} is gone; the next visitor runs the query. Other languages stay.`);
}

async function changeOrigin(state) {
  await post(`/api/origin?state=${state}`);
  const expire = seconds(limits.expireAfterMillis);
  say({
    works: 'The database answers again.',
    fails: `All connections to the database are closed. Visitors get the list that is there, until it is ${expire} old.`,
    hangs: `Another transaction has locked the orders. Visitors get the list that is there, until it is ${expire} old.`,
  }[state]);
}

function changeMemoized(memoized) {
  allowHerd(memoized);
  chart.addChange(now(), memoized ? 'memoized' : 'not memoized');
  say(memoized ? 'Remembered: visitors get what is there.' : 'Each visitor runs the query, and waits for it.');
}

function changeLocale(locale) {
  byId('tag').textContent = `books:${locale}`;
  chart.addChange(now(), nameOf(locale));
  say(`Visitors ask in ${nameOf(locale)}: an entry of its own. The other one grows old.`);
}

function pause() {
  paused = !paused;
  if (paused) chart.setWaiting([]);
  frame();
  byId('pause').textContent = paused ? 'Go on' : 'Pause';
}

const onChange = (name, action) => document.querySelectorAll(`input[name=${name}]`)
  .forEach(input => input.addEventListener('change', () => action(input.value)));

async function open() {
  document.querySelectorAll('input[type=radio]').forEach(input => { input.checked = input.defaultChecked; });
  buildLegend();
  limits = await (await fetch('/api/settings')).json();
  if (!limits.enabled) say('The cache takes no part: every visitor runs the query.');
  byId('backend').textContent = limits.type === limits.backend ? limits.type : `${limits.backend} (${limits.type})`;
  byId('refresh-after').textContent = seconds(limits.refreshAfterMillis).replace('\u00a0', '');
  byId('expire-after').textContent = seconds(limits.expireAfterMillis).replace('\u00a0', '');
  buildEntries();
  byId('herd').addEventListener('click', runHerd);
  byId('invalidate').addEventListener('click', () => act(invalidate));
  byId('pause').addEventListener('click', pause);
  onChange('memoized', value => changeMemoized(value === 'true'));
  onChange('locale', changeLocale);
  onChange('origin', state => act(() => changeOrigin(state)));
  const events = new EventSource('/api/events');
  events.onmessage = message => hear(JSON.parse(message.data));
  events.onopen = () => { events.onopen = () => location.reload(); }; // the next one is a shop that was opened anew
  setInterval(ask, TICK_MILLIS);
  loop();
}

open().catch(problem => say(`The page cannot begin. ${problem.message}`));
