// What the drivers in JavaScript share: the protocol of tests/bench/compare, as peer.py has it.
// The packages are in a folder outside the tree, which STEMMA_BENCH_NPM names.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

export const load = createRequire(join(process.env.STEMMA_BENCH_NPM, 'package.json'));

const now = () => Number(process.hrtime.bigint()) / 1e9;
const median = (values) => values.sort((a, b) => a - b)[Math.floor(values.length / 2)];

const runs = {
  async load(peer) {
    const begin = now();
    const answer = await peer.load();
    const figure = now() - begin;
    // Of this program alone: resourceUsage counts what ran before it in the process too.
    const peak = /VmHWM:\s*(\d+)/.exec(readFileSync('/proc/self/status', 'utf8'))[1] * 1024;
    return { figure, unit: 's', answer, peak_bytes: peak };
  },
  async lookup(peer, { lookups }) {
    let found;
    let seconds;
    for (let pass = 0; pass < 2; ++pass) { // the second is hot
      found = 0;
      const begin = now();
      for (const id of lookups) found += await peer.find(id) ? 1 : 0;
      seconds = now() - begin;
    }
    return { figure: seconds * 1e6 / lookups.length, unit: 'us', answer: found };
  },
  async two_hops(peer, questions) {
    const times = [];
    let answer = 0;
    for (const id of questions.two_hops) {
      await peer.twoHops(id);
      const begin = now();
      answer += await peer.twoHops(id);
      times.push(now() - begin);
    }
    return { figure: median(times) * 1e6, unit: 'us', answer };
  },
  async trace(peer, { traces }) {
    await peer.trace(traces[0]);
    const answer = [0, 0];
    const begin = now();
    for (const id of traces) {
      const [nodes, hops] = await peer.trace(id);
      answer[0] += nodes;
      answer[1] += hops;
    }
    const figure = (now() - begin) * 1e9 / Math.max(1, answer[0]);
    return { figure, unit: 'ns a visited node', answer };
  },
  async path(peer, { paths }) {
    const times = [];
    const answer = [];
    await peer.hops(...paths[0]);
    for (const pair of paths) {
      const begin = now();
      answer.push(await peer.hops(...pair));
      times.push(now() - begin);
    }
    return { figure: median(times) * 1e3, unit: 'ms', answer };
  },
  async depths(peer) {
    const begin = now();
    const answer = await peer.depths();
    return { figure: now() - begin, unit: 's', answer };
  },
  async circles(peer) {
    const begin = now();
    const sizes = await peer.circles();
    return { figure: now() - begin, unit: 's', answer: sizes.sort((a, b) => b - a) };
  },
  async circles_more(peer) {
    const begin = now();
    const sizes = await peer.circlesMore();
    return { figure: now() - begin, unit: 's', answer: sizes.sort((a, b) => b - a) };
  },
  async inserts(peer, { inserts }) {
    const begin = now();
    for (const pair of inserts) await peer.insert(...pair);
    return { figure: inserts.length / (now() - begin), unit: '1/s', answer: inserts.length };
  },
  async cold_lookup(peer, { cold }) {
    return { answer: (await peer.sources(cold)).sort() };
  },
  async cold_depth(peer, { cold }) {
    return { answer: await peer.depth(cold) };
  },
};

// `makePeer(graph, work)`: an object with load, open and the questions of peer.py.
export async function main(makePeer) {
  const [graph, work, questionsFile, ...jobs] = process.argv.slice(2);
  const questions = JSON.parse(readFileSync(questionsFile, 'utf8'));
  const peer = makePeer(graph, work);
  await peer.open();
  for (const job of jobs) {
    console.log(JSON.stringify({ job, begin: true }));
    console.log(JSON.stringify({ job, ...await runs[job](peer, questions) }));
  }
  await peer.close?.();
  process.exit(0);
}
