// DuckDB: columns, joins and no graph; searches are loops of joins, level by level.
import { join } from 'node:path';
import { load, main } from './peer.mjs';

const { DuckDBInstance } = load('@duckdb/node-api');

class DuckDb {
  constructor(graph, work) {
    this.graph = graph;
    this.path = join(work, 'duck.db');
  }

  async open() {
    this.connection = await (await DuckDBInstance.create(this.path)).connect();
  }

  async rows(text, values) {
    return (await this.connection.runAndReadAll(text, values)).getRows();
  }

  async one(text, values) {
    const rows = await this.rows(text, values);
    return rows.length === 0 ? null : Number(rows[0][0]);
  }

  async load() {
    const { graph, connection } = this;
    const types = "header=true, all_varchar=true";
    await connection.run(`CREATE TABLE nodes AS SELECT row_number() OVER () - 1 AS number,
      * RENAME ("id:ID" AS id, ":LABEL" AS label)
      FROM read_csv('${graph}/nodes.csv', ${types})`);
    await connection.run(`CREATE TABLE edges AS SELECT a.number AS source, b.number AS target
      FROM read_csv('${graph}/edges.csv', ${types}) e
      JOIN nodes a ON a.id = e.":START_ID" JOIN nodes b ON b.id = e.":END_ID" ORDER BY 1, 2`);
    await connection.run('CREATE UNIQUE INDEX nodes_by_id ON nodes(id)');
    await connection.run('CREATE INDEX edges_by_source ON edges(source)');
    await connection.run('CHECKPOINT');
    return [await this.one('SELECT count(*) FROM nodes'),
      await this.one('SELECT count(*) FROM edges')];
  }

  number(id) {
    return this.one('SELECT number FROM nodes WHERE id = $1', [id]);
  }

  async find(id) {
    return await this.number(id) !== null;
  }

  async twoHops(id) {
    const number = await this.number(id);
    return this.one(`WITH near AS (SELECT target FROM edges WHERE source = ${number})
      SELECT count(*) FROM (SELECT target FROM near UNION
        SELECT target FROM edges WHERE source IN (SELECT target FROM near))`);
  }

  // Levels from `start`, in `direction`; `visit(hops, nodes)` ends the search when it returns true.
  async search(start, visit, near = 'source', far = 'target') {
    const { connection } = this;
    await connection.run(`CREATE OR REPLACE TEMP TABLE seen AS ${start}`);
    await connection.run('CREATE OR REPLACE TEMP TABLE frontier AS SELECT node FROM seen');
    for (let hops = 1; ; ++hops) {
      await connection.run(`CREATE OR REPLACE TEMP TABLE following AS
        SELECT DISTINCT e.${far} AS node FROM edges e JOIN frontier f ON e.${near} = f.node
        WHERE NOT EXISTS (SELECT 1 FROM seen s WHERE s.node = e.${far})`);
      const nodes = await this.one('SELECT count(*) FROM following');
      if (nodes === 0 || await visit(hops, nodes)) return;
      await connection.run('INSERT INTO seen SELECT node FROM following');
      await connection.run('CREATE OR REPLACE TEMP TABLE frontier AS SELECT node FROM following');
    }
  }

  async trace(id) {
    const answer = [0, 0];
    await this.search(`SELECT ${await this.number(id)}::BIGINT AS node`, (hops, nodes) => {
      answer[0] += nodes;
      answer[1] += hops * nodes;
    });
    return answer;
  }

  async hops(a, b) {
    if (a === b) return 0;
    const target = await this.number(b);
    let answer = -1;
    await this.search(`SELECT ${await this.number(a)}::BIGINT AS node`, async (hops) => {
      if (await this.one(`SELECT count(*) FROM following WHERE node = ${target}`) === 0) {
        return false;
      }
      answer = hops;
      return true;
    });
    return answer;
  }

  async depths() {
    const answer = { 0: await this.one("SELECT count(*) FROM nodes WHERE label = 'document'") };
    await this.search("SELECT number AS node FROM nodes WHERE label = 'document'",
      (hops, nodes) => { answer[hops] = nodes; }, 'target', 'source');
    return answer;
  }

  async insert(a, b) {
    await this.connection.run(`INSERT INTO edges SELECT x.number, y.number FROM nodes x, nodes y
      WHERE x.id = $1 AND y.id = $2`, [a, b]);
  }

  async sources(id) {
    const rows = await this.rows(`SELECT b.id FROM nodes a JOIN edges e ON e.source = a.number
      JOIN nodes b ON b.number = e.target WHERE a.id = $1`, [id]);
    return rows.map((row) => row[0]);
  }

  async depth(id) {
    let answer = null;
    await this.search(`SELECT ${await this.number(id)}::BIGINT AS node`, async (hops) => {
      const ends = await this.one(`SELECT count(*) FROM following f
        JOIN nodes n ON n.number = f.node WHERE n.label = 'document'`);
      answer = ends > 0 ? hops : null;
      return ends > 0;
    });
    return answer;
  }
}

await main((graph, work) => new DuckDb(graph, work));
