// Kuzu, or Ladybug, which goes on from it with the same interface: STEMMA_BENCH_PACKAGE says which.
import { join } from 'node:path';
import { load, main } from './peer.mjs';

const kuzu = load(process.env.STEMMA_BENCH_PACKAGE);

// Longer than any chain of the graphs; the default of 30 would silently end traces there.
const hopsMax = 1000;

class Kuzu {
  constructor(graph, work) {
    this.graph = graph;
    this.path = join(work, 'graph.db');
    this.statements = {};
  }

  async open() {
    this.connection = new kuzu.Connection(new kuzu.Database(this.path));
    await this.query(`CALL var_length_extend_max_depth=${hopsMax}`);
  }

  async query(text) {
    return (await this.connection.query(text)).getAll();
  }

  async ask(text, values) {
    this.statements[text] ??= await this.connection.prepare(text);
    return (await this.connection.execute(this.statements[text], values)).getAll();
  }

  async load() {
    await this.query('CREATE NODE TABLE Work(id STRING PRIMARY KEY, date STRING, label STRING)');
    await this.query('CREATE REL TABLE Cites(FROM Work TO Work, kind STRING)');
    await this.query(`COPY Work FROM '${this.graph}/nodes.csv' (header=true)`);
    await this.query(`COPY Cites FROM '${this.graph}/edges.csv' (header=true)`);
    const nodes = await this.query('MATCH (a:Work) RETURN count(*) AS n');
    const edges = await this.query('MATCH (:Work)-[e:Cites]->(:Work) RETURN count(*) AS n');
    await this.query('CHECKPOINT');
    return [Number(nodes[0].n), Number(edges[0].n)];
  }

  async find(id) {
    return (await this.ask('MATCH (a:Work {id: $id}) RETURN a.label', { id })).length > 0;
  }

  async twoHops(id) {
    const rows = await this.ask(
      'MATCH (a:Work {id: $id})-[:Cites*1..2]->(b:Work) RETURN count(DISTINCT b.id) AS n', { id });
    return Number(rows[0].n);
  }

  async trace(id) {
    const rows = await this.ask(
      `MATCH (a:Work {id: $id})-[e:Cites* SHORTEST 1..${hopsMax}]->(b:Work) WHERE b.id <> $id `
      + 'RETURN count(*) AS n, sum(length(e)) AS hops', { id });
    return [Number(rows[0].n), Number(rows[0].hops ?? 0)];
  }

  async hops(a, b) {
    if (a === b) return 0;
    const rows = await this.ask(
      `MATCH (a:Work {id: $a})-[e:Cites* SHORTEST 1..${hopsMax}]->(b:Work {id: $b}) `
      + 'RETURN length(e) AS hops', { a, b });
    return rows.length === 0 ? -1 : Number(rows[0].hops);
  }

  async depths() {
    await this.query('ALTER TABLE Work ADD hops INT64 DEFAULT -1');
    await this.query("MATCH (a:Work) WHERE a.label = 'document' SET a.hops = 0");
    for (let hops = 0; ; ++hops) {
      const rows = await this.query(
        `MATCH (a:Work)-[:Cites]->(b:Work) WHERE b.hops = ${hops} AND a.hops = -1 `
        + `WITH DISTINCT a SET a.hops = ${hops + 1} RETURN count(*) AS n`);
      if (Number(rows[0].n) === 0) break;
    }
    const rows = await this.query(
      'MATCH (a:Work) WHERE a.hops >= 0 RETURN a.hops AS hops, count(*) AS n ORDER BY hops');
    return Object.fromEntries(rows.map((row) => [String(row.hops), Number(row.n)]));
  }

  // By default it gives up after 100 rounds, and takes what is left for one circle.
  async circles(options = '') {
    await this.query('INSTALL algo').catch(() => {}); // some versions bring it along
    await this.query('LOAD algo').catch(() => {});
    await this.query("CALL project_graph('G', ['Work'], ['Cites'])");
    const rows = await this.query(
      `CALL strongly_connected_components('G'${options}) RETURN group_id, count(*) AS n`);
    await this.query("CALL drop_projected_graph('G')");
    return rows.map((row) => Number(row.n)).filter((size) => size > 1);
  }

  circlesMore() {
    return this.circles(', maxIterations := 100000000');
  }

  async insert(a, b) {
    await this.ask("MATCH (a:Work {id: $a}), (b:Work {id: $b}) CREATE (a)-[:Cites {kind: 'cites'}]"
      + '->(b)', { a, b });
  }

  async sources(id) {
    const rows = await this.ask('MATCH (:Work {id: $id})-[:Cites]->(b:Work) RETURN b.id AS id',
      { id });
    return rows.map((row) => row.id);
  }

  async depth(id) {
    const rows = await this.ask(
      `MATCH (a:Work {id: $id})-[e:Cites* SHORTEST 1..${hopsMax}]->(b:Work) `
      + "WHERE b.label = 'document' RETURN min(length(e)) AS hops", { id });
    return Number(rows[0].hops);
  }
}

await main((graph, work) => new Kuzu(graph, work));
