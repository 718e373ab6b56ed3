// One time axis for what callers wait, how old the values are, and when the query runs. Times are microseconds.

const SPAN = 30e6;
const KEPT = SPAN * 1.05;
const GAP = 1.5e6;
const LEFT = 58, RIGHT = 16, TOP = 4, WORDS = 18, LANE = 32, FOOT = 22;
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

export const CROSS = 'M-3.5-3.5L3.5 3.5M3.5-3.5L-3.5 3.5';

export function svg(name, attributes = {}, parent = null, text = null) {
  const made = document.createElementNS('http://www.w3.org/2000/svg', name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  if (text !== null) made.textContent = text;
  parent?.append(made);
  return made;
}

export class Chart {
  #box; #languages; #layer = null; #width = 0; #height = 0; #now = 0;
  #calls = []; #runs = new Map(); #values = []; #changes = []; #waiting = [];

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
      const group = call.caller > VISITORS ? this.#herdOf(call, groups) : this.#placeOf(call, groups);
      group.count++;
      group.end = Math.max(group.end, call.end);
    }
    for (const group of groups.values()) {
      group.drawn?.remove();
      if (!this.#calls.includes(group)) this.#calls.push(group);
      if (this.#layer) group.drawn = this.#drawCall(group);
    }
  }

  #placeOf(call, groups) {
    const place = [Math.round(call.end / 2e5), Math.round(6 * Math.log10(call.end - call.begin + 1))];
    const key = `${call.outcome} ${place}`;
    const known = groups.get(key) ?? { ...call, count: 0 };
    groups.set(key, known);
    return known;
  }

  /** The mark of those of the same herd that ended alike, also when news before these told of them. */
  #herdOf(call, groups) {
    const key = `${call.outcome} of ${call.begin}`;
    const known = groups.get(key)
      ?? this.#calls.find(each => each.caller > VISITORS && each.begin === call.begin && each.outcome === call.outcome)
      ?? { ...call, count: 0 };
    groups.set(key, known);
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

  /** Something was changed at that moment: a line through everything, with a word. */
  addChange(time, word) {
    if (!Number.isFinite(time)) return;
    const change = { end: time, word };
    this.#changes.push(change);
    if (this.#layer) this.#drawChange(change);
  }

  /** Moves everything to where it is at that moment. */
  frame(now) {
    this.#now = now;
    if (!this.#layer) return;
    const shift = (this.#width - this.#x(now)).toFixed(1);
    for (const moving of this.#layer.moving) moving.setAttribute('transform', `translate(${shift} 0)`);
    for (const run of this.#runs.values()) if (run.end < 0) this.#stretch(run);
    this.#drawWaiting();
    this.#placeWords();
  }

  /** Drops what is neither to be seen in the picture as it stands nor will be when it moves on to now. */
  forget(now) {
    const old = ({ end }) => end >= 0 && (end < this.#now - KEPT || (end > this.#now && end < now - KEPT));
    const drop = item => {
      if (old(item)) item.drawn?.remove();
      return !old(item);
    };
    this.#calls = this.#calls.filter(drop);
    this.#values = this.#values.filter(drop);
    this.#changes = this.#changes.filter(drop);
    for (const [number, run] of this.#runs) if (!drop(run)) this.#runs.delete(number);
  }

  #x(time) {
    return time * this.#width / SPAN;
  }

  #y(micros) {
    const power = Math.min(SLOWEST, Math.max(FASTEST, Math.log10(Math.max(1, micros))));
    return WORDS + (this.#height - WORDS) * (SLOWEST - power) / (SLOWEST - FASTEST);
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
    this.#layer = { moving: [plot, strip], tails: svg('g', {}, plot), marks: svg('g', {}, plot), plot, strip };
    this.#layer.waiting = svg('g', {}, plot);
    this.#box.replaceChildren(root);
    for (const call of this.#calls) delete call.label;
    for (const call of this.#calls) call.drawn = this.#drawCall(call);
    for (const value of this.#values) value.drawn = this.#drawValue(value);
    for (const run of this.#runs.values()) run.drawn = this.#drawRun(run);
    for (const change of this.#changes) this.#drawChange(change);
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
    const hatch = svg('pattern', { id: 'hatch', width: 5, height: 5, patternUnits: 'userSpaceOnUse',
      patternTransform: 'rotate(-45)' }, root.firstChild);
    svg('path', { class: 'hatch', d: 'M1 0v5' }, hatch);
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
    svg('path', { class: `mark ${call.outcome}`, d: SHAPES[call.outcome] ?? SHAPES.BYPASSED, transform: at,
      'data-begin': call.begin, 'data-end': call.end }, group);
    this.#layer.marks.append(group);
    delete call.label;
    if (call.count >= WORTH_A_NUMBER) this.#label(call, group, x + 6, y - 5 * scale - 6);
    return group;
  }

  /** Writes the number beside a mark, at the height nearest to it where it covers no other number. */
  #label(call, group, x, y) {
    const text = svg('text', { class: 'count', x, 'text-anchor': 'end' }, group, `× ${call.count}`);
    const width = text.getComputedTextLength();
    const others = this.#calls.filter(({ label }) => label && label.x - label.width < x + 6 && x - width < label.x + 6);
    const isFree = height => height > WORDS + 10 && height < this.#height
      && others.every(({ label }) => Math.abs(label.y - height) > 16);
    const height = [0, -16, 42, -32, 58, -48, 74, -64, 90, 106, 122, 138].map(offset => y + offset).find(isFree);
    if (height === undefined) {
      text.remove();
    } else {
      text.setAttribute('y', height);
      call.label = { x, y: height, width, text };
    }
  }

  #drawChange(change) {
    const x = this.#x(change.end);
    change.drawn = svg('g', { class: 'change' }, this.#layer.plot);
    svg('path', { d: `M${x} 2V${this.#height + 6}` }, change.drawn);
    change.text = svg('text', { y: 12 }, change.drawn, change.word);
    change.width = change.text.getComputedTextLength();
  }

  /** Words stay in the picture as long as their line does, and the newer one is the one to be read. */
  #placeWords() {
    const right = this.#x(this.#now), begin = right - this.#width;
    let end = right + 6;
    for (const { end: time, width, text } of this.#changes.toReversed()) {
      const line = this.#x(time);
      const x = Math.min(line + 5, right + 6 - width);
      const fits = line >= begin && line <= right && x >= begin && x + width <= end;
      text.setAttribute('x', x);
      text.setAttribute('visibility', fits ? 'visible' : 'hidden');
      if (fits) end = Math.min(x, line) - 6;
    }
    for (const { label } of this.#calls) {
      label?.text.setAttribute('visibility', label.x - label.width >= begin ? 'visible' : 'hidden');
    }
  }

  #lane(language) {
    return LANE * Math.max(0, this.#languages.findIndex(([tag]) => tag === language));
  }

  #drawValue(value) {
    value.drawn = svg('rect', { class: `value ${value.state}`, y: this.#lane(value.language) + 6, height: 10,
      x: this.#x(value.begin) }, this.#layer.strip);
    this.#stretch(value);
    return value.drawn;
  }

  /** One that failed has a cross at its end, however short it was. */
  #drawRun(run) {
    const shown = this.#languages.some(([tag]) => tag === run.language);
    const y = this.#lane(run.language) + 18;
    run.drawn = svg('g', { visibility: shown ? 'visible' : 'hidden' }, this.#layer.strip);
    run.bar = svg('rect', { class: run.failed ? 'run broken' : 'run', y, height: 7, rx: 2, x: this.#x(run.begin),
      'data-begin': run.begin, 'data-end': run.end }, run.drawn);
    if (run.failed) svg('path', { class: 'cross', d: CROSS, transform: `translate(${this.#x(run.end)} ${y + 3.5})` }, run.drawn);
    this.#stretch(run);
    return run.drawn;
  }

  #stretch(item) {
    const end = item.end < 0 ? this.#now : item.end;
    (item.bar ?? item.drawn)?.setAttribute('width', Math.max(2, this.#x(end - item.begin)));
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
