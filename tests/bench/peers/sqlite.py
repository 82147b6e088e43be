"""SQLite, with breadth-first searches in the client, which beat recursive SQL by far.

A recursive query with depth takes 25 s for one trace, and never ends on a graph with circles.
"""
import os
import sqlite3

import peer


class Sqlite(peer.Peer):
    def path(self):
        return os.path.join(self.work, "sqlite.db")

    def load(self):
        db = sqlite3.connect(self.path(), isolation_level=None)
        db.execute("PRAGMA journal_mode=WAL")
        db.execute("PRAGMA synchronous=FULL")
        db.execute("BEGIN")
        db.execute("CREATE TABLE nodes(number INTEGER PRIMARY KEY, id TEXT UNIQUE, date TEXT, "
                   "label TEXT)")
        db.execute("CREATE TABLE edges(source INTEGER, kind TEXT, target INTEGER, "
                   "PRIMARY KEY(source, kind, target)) WITHOUT ROWID")
        numbers = {}

        def node_rows():
            for number, (id, date, label) in enumerate(peer.read_nodes(self.graph)):
                numbers[id] = number
                yield number, id, date, label

        db.executemany("INSERT INTO nodes VALUES(?, ?, ?, ?)", node_rows())
        db.executemany("INSERT INTO edges VALUES(?, ?, ?)",
                       ((numbers[a], kind, numbers[b])
                        for a, b, kind in peer.read_edges(self.graph)))
        db.execute("CREATE INDEX edges_by_target ON edges(target)")
        db.execute("COMMIT")
        db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        counts = [db.execute(f"SELECT count(*) FROM {table}").fetchone()[0]
                  for table in ("nodes", "edges")]
        db.close()
        return counts

    def open(self):
        self.db = sqlite3.connect(self.path(), isolation_level=None)
        self.db.execute("PRAGMA synchronous=FULL")
        self.db.execute("PRAGMA cache_size=-1000000")

    def number(self, id):
        row = self.db.execute("SELECT number FROM nodes WHERE id = ?", (id,)).fetchone()
        return None if row is None else row[0]

    def targets(self, number):
        return [row[0] for row in
                self.db.execute("SELECT target FROM edges WHERE source = ?", (number,))]

    def citers(self, number):
        return [row[0] for row in
                self.db.execute("SELECT source FROM edges WHERE target = ?", (number,))]

    def find(self, id):
        return self.number(id) is not None

    def two_hops(self, id):
        sources = self.targets(self.number(id))
        return len({*sources, *(far for source in sources for far in self.targets(source))})

    def trace(self, id):
        start = self.number(id)
        seen, frontier, hops, total = {start}, [start], 0, 0
        while frontier:
            hops += 1
            following = []
            for node in frontier:
                for target in self.targets(node):
                    if target not in seen:
                        seen.add(target)
                        following.append(target)
            total += hops * len(following)
            frontier = following
        return len(seen) - 1, total

    def hops(self, a, b):
        # From both ends, by whole levels, from the smaller side.
        sides = [[{self.number(a)}, [self.number(a)], self.targets],
                 [{self.number(b)}, [self.number(b)], self.citers]]
        if a == b:
            return 0
        hops = 0
        while sides[0][1] and sides[1][1]:
            near, far = sorted(sides, key=lambda side: len(side[1]))
            hops += 1
            following = []
            for node in near[1]:
                for other in near[2](node):
                    if other in far[0]:
                        return hops
                    if other not in near[0]:
                        near[0].add(other)
                        following.append(other)
            near[1] = following
        return -1

    def depths(self):
        db = self.db
        db.execute("CREATE TEMP TABLE depth(node INTEGER PRIMARY KEY, hops INTEGER)")
        db.execute("INSERT INTO depth SELECT number, 0 FROM nodes WHERE label = 'document'")
        db.execute("CREATE TEMP TABLE frontier AS SELECT node FROM depth")
        hops = 0
        while db.execute("SELECT 1 FROM frontier LIMIT 1").fetchone():
            hops += 1
            db.execute("CREATE TEMP TABLE following AS SELECT DISTINCT source AS node FROM edges "
                       "JOIN frontier ON target = frontier.node "
                       "WHERE source NOT IN (SELECT node FROM depth)")
            db.execute("INSERT INTO depth SELECT node, ? FROM following", (hops,))
            db.execute("DROP TABLE frontier")
            db.execute("ALTER TABLE following RENAME TO frontier")
        return dict(db.execute("SELECT hops, count(*) FROM depth GROUP BY hops"))

    def insert(self, a, b):
        self.db.execute("BEGIN IMMEDIATE")
        self.db.execute("INSERT INTO edges SELECT x.number, 'cites', y.number FROM nodes x, nodes y "
                        "WHERE x.id = ? AND y.id = ?", (a, b))
        self.db.execute("COMMIT")

    def sources(self, id):
        return [row[0] for row in self.db.execute(
            "SELECT far.id FROM nodes near JOIN edges ON source = near.number "
            "JOIN nodes far ON far.number = target WHERE near.id = ?", (id,))]

    def depth(self, id):
        start = self.number(id)
        seen, frontier, hops = {start}, [start], 0
        while frontier:
            following = []
            for node in frontier:
                targets = self.targets(node)
                if not targets:
                    return hops
                for target in targets:
                    if target not in seen:
                        seen.add(target)
                        following.append(target)
            hops += 1
            frontier = following
        return None


if __name__ == "__main__":
    peer.main(Sqlite)
