// How fluid a large picture is: drags 2,000 generated nodes about, and prints what it took as JSON.
// usage: node fps.mjs PAGE.html FOLDER [NODES] [EDGES]
import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { dataOf, launch, writePage } from './support.mjs';

const [file, folder, nodesWanted = '2000', edgesWanted = '3000'] = process.argv.slice(2);
if (!file || !folder) {
  console.error('usage: node fps.mjs PAGE.html FOLDER [NODES] [EDGES]');
  process.exit(2);
}
const seed = 7;
const seconds = 6;

/** Works over four years, most of them soon after what they rest on; quotes, speakers, outlets. */
function generated(template, count, edgeCount) {
  let state = seed;
  const random = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
  const day = 86_400_000;
  const first = Date.parse('2016-01-01T00:00:00Z');
  const kinds = [
    'article',
    'article',
    'article',
    'article',
    'quote',
    'quote',
    'claim',
    'speaker',
    'document',
    'outlet',
  ];
  const nodes = [];
  for (let i = 0; i < count; ++i) {
    const kind = kinds[Math.floor(random() * kinds.length)];
    const isWork = kind === 'article' || kind === 'document';
    const start = first + Math.floor((i / count) * 1460) * day;
    nodes.push({
      id: `n${i}`,
      kind,
      label: `${kind} ${i}: some words of a title that is not short`,
      date: isWork ? new Date(start).toISOString().slice(0, 10) : null,
      start: isWork ? start : null,
      end: isWork ? start + day : null,
      depth: { min: 1, max: 2 },
      ends: { origin: 1 },
    });
  }
  const kindOf = { quote: 'quotes', claim: 'states', speaker: 'mentions', outlet: 'published_by' };
  const edges = [];
  const seen = new Set();
  while (edges.length < edgeCount) {
    const from = 1 + Math.floor(random() * (count - 1));
    const near = random() < 0.85 ? Math.floor(random() * 60) + 1 : Math.floor(random() * from) + 1;
    const to = Math.max(0, from - near);
    if (from === to || nodes[from].start === null || seen.has(`${from} ${to}`)) continue;
    seen.add(`${from} ${to}`);
    const kind = kindOf[nodes[to].kind] ?? (random() < 0.5 ? 'derived_from' : 'cites');
    edges.push({
      from: `n${from}`,
      to: `n${to}`,
      kind,
      confidence: null,
      assertions: 1,
      evidence: [],
      status: random() < 0.1 ? 'inferred' : 'asserted',
      sourcing: kind === 'derived_from' || kind === 'cites',
    });
  }
  return { ...template, asked: [], circles: [], choke_points: [], nodes, edges };
}

/** Frames that the page draws while the picture is dragged to and fro, at a zoom. */
async function dragging(page, zoom) {
  await page.evaluate((level) => {
    const { cy } = document.getElementById('graph')._cyreg;
    if (level === null) cy.fit();
    else cy.zoom({ level, renderedPosition: { x: 400, y: 300 } });
  }, zoom);
  await page.waitForTimeout(3000); // until the library has drawn its tiles
  await page.mouse.move(700, 450);
  await page.mouse.down();
  await page.evaluate(() => {
    window.frames_ = [];
    const frame = (now) => {
      window.frames_.push(now);
      window.going_ = requestAnimationFrame(frame);
    };
    window.going_ = requestAnimationFrame(frame);
  });
  const end = Date.now() + seconds * 1000;
  for (let i = 0; Date.now() < end; ++i) {
    await page.mouse.move(700 + 200 * Math.sin(i / 12), 450 + 200 * Math.cos(i / 17));
    await page.waitForTimeout(8);
  }
  const times = await page.evaluate(() => {
    cancelAnimationFrame(window.going_);
    return window.frames_;
  });
  await page.mouse.up();
  const steps = times
    .slice(1)
    .map((time, i) => time - times[i])
    .sort((a, b) => a - b);
  const span = times[times.length - 1] - times[0];
  return {
    fps: Number(((1000 * steps.length) / span).toFixed(1)),
    median_frame_ms: Number(steps[Math.floor(steps.length / 2)].toFixed(1)),
    p95_frame_ms: Number(steps[Math.floor(steps.length * 0.95)].toFixed(1)),
    longest_frame_ms: Math.round(steps[steps.length - 1]),
  };
}

mkdirSync(folder, { recursive: true });
const to = join(folder, 'large.html');
writePage(file, generated(dataOf(file), Number(nodesWanted), Number(edgesWanted)), to);
const browser = await launch();
try {
  const page = await browser.newPage({ viewport: { width: 1400, height: 900 } });
  const before = Date.now();
  await page.goto(pathToFileURL(resolve(to)).href);
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => done())));
  const load = Date.now() - before;
  const layout = await page.evaluate(
    () => performance.getEntriesByName('layout', 'measure')[0].duration,
  );
  await page.screenshot({ path: join(folder, 'large.png') });
  const near = await dragging(page, 0.9);
  const whole = await dragging(page, null);
  await page.screenshot({ path: join(folder, 'large-whole.png') });
  console.log(
    JSON.stringify({
      nodes: Number(nodesWanted),
      edges: Number(edgesWanted),
      seed,
      load_ms: load,
      layout_ms: Math.round(layout),
      panning_near: near,
      panning_whole: whole,
    }),
  );
} finally {
  await browser.close();
}
