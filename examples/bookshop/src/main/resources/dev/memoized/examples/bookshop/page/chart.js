// One time axis for what callers wait, how old the values are, and when the query runs. Times are microseconds.

const SPAN = 30e6;
const GAP = 1.5e6;
const LEFT = 58, RIGHT = 16, TOP = 8, LANE = 32, FOOT = 22;
const FASTEST = 1, SLOWEST = 7.5; // powers of ten: 10 µs to 30 s
const TICKS = [[1, '10 µs'], [2, '100 µs'], [3, '1 ms'], [4, '10 ms'], [5, '100 ms'], [6, '1 s'], [7, '10 s']];
const WORTH_A_LINE = 30e3;
const WORTH_A_NUMBER = 20;
const VISITORS = 4; // callers with higher numbers are of a herd: they began in one moment, and are one mark

/** The shape tells the outcome as well as the colour does. */
export const SHAPES = {
  FRESH: 'M-3.5 0a3.5 3.5 0 1 0 7 0a3.5 3.5 0 1 0-7 0Z',
  STALE: 'M0-5L5 0L0 5L-5 0Z',
  COMPUTED: 'M-4.5-4.5h9v9h-9Z',
  JOINED: 'M-4.5 0a4.5 4.5 0 1 0 9 0a4.5 4.5 0 1 0-9 0Z',
  FALLBACK: 'M-5-4h10L0 5Z',
  FAILED: 'M-4.5-4.5L4.5 4.5M4.5-4.5L-4.5 4.5',
  REFUSED: 'M-5-5v10M5-5v10M-5 0h10',
  NOT_MEMOIZED: 'M-4-4h8v8h-8Z',
  BYPASSED: 'M0-5L5 0L0 5L-5 0Z',
};

export function svg(name, attributes = {}, parent = null, text = null) {
  const made = document.createElementNS('http://www.w3.org/2000/svg', name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  if (text !== null) made.textContent = text;
  parent?.append(made);
  return made;
}

export class Chart {
  #box; #languages; #layer = null; #width = 0; #height = 0; #now = 0;
  #calls = []; #runs = new Map(); #values = []; #waiting = [];

  /** @param languages a tag and a name for each lane */
  constructor(box, languages) {
    this.#box = box;
    this.#languages = languages;
    new ResizeObserver(() => this.#draw()).observe(box);
  }

  /** Calls that ended alike and together become one mark, the larger the more they are. */
  addCalls(calls) {
    const groups = new Map();
    for (const call of calls) {
      const herd = call.caller > VISITORS ? this.#herdOf(call, groups) : undefined;
      if (herd) {
        Object.assign(herd, { count: herd.count + 1, end: Math.max(herd.end, call.end) });
        continue;
      }
      const place = [Math.round(call.end / 2e5), Math.round(6 * Math.log10(call.end - call.begin + 1))];
      const key = `${call.outcome} ${place}`;
      const group = groups.get(key);
      if (group) group.count++;
      else groups.set(key, { ...call, count: 1 });
    }
    for (const group of groups.values()) {
      group.drawn?.remove();
      if (!this.#calls.includes(group)) this.#calls.push(group);
      if (this.#layer) group.drawn = this.#drawCall(group);
    }
  }

  /** The mark of those of the same herd that ended alike, also when news before these told of them. */
  #herdOf(call, groups) {
    const key = `${call.outcome} of ${call.begin}`;
    const known = groups.get(key)
      ?? this.#calls.find(each => each.caller > VISITORS && each.begin === call.begin && each.outcome === call.outcome);
    groups.set(key, known ?? { ...call, count: 1 });
    return known;
  }

  addRun(run) {
    this.#runs.get(run.number)?.drawn?.remove();
    this.#runs.set(run.number, run);
    if (this.#layer) run.drawn = this.#drawRun(run);
  }

  /** The value of a language is fresh, stale or gone since the last time that this was told. */
  addValue(language, state, now) {
    const last = this.#values.findLast(value => value.language === language);
    const goesOn = last !== undefined && now - last.end < GAP;
    if (goesOn && last.state === state) {
      last.end = now;
      this.#stretch(last);
    } else {
      const value = { language, state, begin: goesOn ? last.end : now, end: now };
      this.#values.push(value);
      if (this.#layer) this.#drawValue(value);
    }
  }

  setWaiting(waiting) {
    this.#waiting = waiting;
  }

  /** How many calls that are to be seen ended so. */
  count(outcome) {
    return this.#calls.filter(call => call.outcome === outcome).reduce((sum, call) => sum + call.count, 0);
  }

  get marks() {
    return this.#calls.length;
  }

  /** Moves everything to where it is at that moment. */
  frame(now) {
    this.#now = now;
    if (!this.#layer) return;
    const shift = (this.#width - this.#x(now)).toFixed(1);
    for (const moving of this.#layer.moving) moving.setAttribute('transform', `translate(${shift} 0)`);
    for (const run of this.#runs.values()) if (run.end < 0) this.#stretch(run);
    this.#drawWaiting();
    this.#forgetBefore(now - SPAN * 1.05);
  }

  #forgetBefore(time) {
    const old = item => item.end >= 0 && item.end < time;
    for (const list of [this.#calls, this.#values]) {
      while (list.length > 0 && old(list[0])) list.shift().drawn?.remove();
    }
    for (const [number, run] of this.#runs) {
      if (!old(run)) continue;
      run.drawn?.remove();
      this.#runs.delete(number);
    }
  }

  #x(time) {
    return time * this.#width / SPAN;
  }

  #y(micros) {
    const power = Math.min(SLOWEST, Math.max(FASTEST, Math.log10(Math.max(1, micros))));
    return this.#height * (SLOWEST - power) / (SLOWEST - FASTEST);
  }

  #draw() {
    const { clientWidth, clientHeight } = this.#box;
    if (clientWidth === 0) return;
    const lanes = LANE * this.#languages.length;
    this.#width = clientWidth - LEFT - RIGHT;
    this.#height = clientHeight - TOP - lanes - FOOT - 10;
    const root = svg('svg', { 'aria-hidden': 'true' });
    this.#drawPattern(root);
    this.#drawAxes(root);
    const plot = this.#window(root, 0, this.#height + 6);
    const strip = this.#window(root, this.#height + 10, lanes);
    this.#layer = { moving: [plot, strip], tails: svg('g', {}, plot), marks: svg('g', {}, plot), strip };
    this.#layer.waiting = svg('g', {}, plot);
    this.#box.replaceChildren(root);
    for (const call of this.#calls) delete call.label;
    for (const call of this.#calls) call.drawn = this.#drawCall(call);
    for (const value of this.#values) value.drawn = this.#drawValue(value);
    for (const run of this.#runs.values()) run.drawn = this.#drawRun(run);
    this.frame(this.#now);
  }

  /** What is outside of it is not seen. */
  #window(root, y, height) {
    const frame = svg('svg', { x: LEFT, y: TOP + y, width: this.#width + 8, height, overflow: 'hidden' }, root);
    return svg('g', {}, frame);
  }

  #drawPattern(root) {
    const stripes = svg('pattern', { id: 'stripes', width: 6, height: 6, patternUnits: 'userSpaceOnUse',
      patternTransform: 'rotate(45)' }, svg('defs', {}, root));
    svg('rect', { class: 'stripes-ground', width: 6, height: 6 }, stripes);
    svg('path', { class: 'stripe', d: 'M1.5 0v6' }, stripes);
  }

  #drawAxes(root) {
    for (const [power, label] of TICKS) {
      const y = TOP + this.#y(10 ** power);
      svg('path', { class: 'grid', d: `M${LEFT} ${y}h${this.#width}` }, root);
      svg('text', { x: LEFT - 8, y: y + 4, 'text-anchor': 'end' }, root, label);
    }
    const lanesTop = TOP + this.#height + 10;
    this.#languages.forEach(([, name], index) => {
      const y = lanesTop + index * LANE;
      svg('rect', { class: 'lane', x: LEFT, y: y + 6, width: this.#width, height: 10, rx: 2 }, root);
      svg('text', { x: LEFT - 8, y: y + 16, 'text-anchor': 'end' }, root, name);
    });
    const bottom = lanesTop + LANE * this.#languages.length + 15;
    for (const seconds of [0, 10, 20, 30]) {
      const x = LEFT + this.#width * (1 - seconds / 30);
      const label = seconds === 0 ? 'now' : `−${seconds} s`;
      svg('text', { x, y: bottom, 'text-anchor': seconds === 0 ? 'end' : seconds === 30 ? 'start' : 'middle' }, root, label);
    }
  }

  #drawCall(call) {
    const group = svg('g');
    const x = this.#x(call.end), y = this.#y(call.end - call.begin);
    if (call.end - call.begin > WORTH_A_LINE && call.count < WORTH_A_NUMBER) {
      svg('path', { class: `tail ${call.outcome}`, d: `M${this.#x(call.begin)} ${y}H${x}` }, group);
    }
    const scale = 1 + Math.log10(call.count) * 0.7;
    const at = `translate(${x} ${y}) scale(${scale})`;
    svg('path', { class: `mark ${call.outcome}`, d: SHAPES[call.outcome] ?? SHAPES.BYPASSED, transform: at }, group);
    if (call.count >= WORTH_A_NUMBER) {
      call.label = { x, y: this.#freeHeight(call, x, y - 5 * scale - 6) };
      svg('text', { class: 'count', x: x + 5 * scale, y: call.label.y, 'text-anchor': 'end' }, group, `× ${call.count}`);
    }
    this.#layer.marks.append(group);
    return group;
  }

  /** Where a number beside a mark covers no other number. */
  #freeHeight(call, x, y) {
    const others = this.#calls.filter(other => other !== call && other.label && Math.abs(other.label.x - x) < 80);
    const heights = [0, -16, 42, 58].map(offset => y + offset);
    return heights.find(height => others.every(other => Math.abs(other.label.y - height) > 15)) ?? heights[0];
  }

  #lane(language) {
    return LANE * Math.max(0, this.#languages.findIndex(([tag]) => tag === language));
  }

  #drawValue(value) {
    value.drawn = svg('rect', { class: `value ${value.state}`, y: this.#lane(value.language) + 6, height: 10,
      x: this.#x(value.begin), visibility: value.state === 'gone' ? 'hidden' : 'visible' }, this.#layer.strip);
    this.#stretch(value);
    return value.drawn;
  }

  #drawRun(run) {
    const shown = this.#languages.some(([tag]) => tag === run.language);
    run.drawn = svg('rect', { class: run.failed ? 'run broken' : 'run', y: this.#lane(run.language) + 18, height: 7, rx: 2,
      x: this.#x(run.begin), visibility: shown ? 'visible' : 'hidden' }, this.#layer.strip);
    this.#stretch(run);
    return run.drawn;
  }

  #stretch(bar) {
    const end = bar.end < 0 ? this.#now : bar.end;
    bar.drawn?.setAttribute('width', Math.max(2, this.#x(end - bar.begin)));
  }

  #drawWaiting() {
    this.#layer.waiting.replaceChildren();
    for (const { begin } of this.#waiting) {
      const micros = this.#now - begin;
      if (micros < 3 * WORTH_A_LINE) continue;
      const y = this.#y(micros);
      svg('path', { class: 'tail waiting', d: `M${this.#x(begin)} ${y}H${this.#x(this.#now) - 2}` }, this.#layer.waiting);
    }
  }
}
