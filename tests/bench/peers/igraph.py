"""igraph: a graph library in C, in memory, called from Python. It stores nothing."""
import os
import sys

# This file has the library's name.
sys.path = [path for path in sys.path if os.path.abspath(path) != os.path.dirname(__file__)]
import igraph  # noqa: E402

sys.path.append(os.path.dirname(__file__))
import peer  # noqa: E402


class Igraph(peer.Peer):
    def load(self):
        self.numbers = {}
        self.origins = []
        for number, (id, _, label) in enumerate(peer.read_nodes(self.graph)):
            self.numbers[id] = number
            if label == "document":
                self.origins.append(number)
        edges = [(self.numbers[a], self.numbers[b]) for a, b, _ in peer.read_edges(self.graph)]
        self.rows = igraph.Graph(n=len(self.numbers), edges=edges, directed=True)
        return self.rows.vcount(), self.rows.ecount()

    def open(self):
        if not hasattr(self, "rows"):
            self.load()

    def find(self, id):
        return id in self.numbers

    def two_hops(self, id):
        # Not `neighborhood`, which leaves out the work itself where a circle leads back to it.
        sources = self.rows.successors(self.numbers[id])
        return len({*sources, *(far for near in sources for far in self.rows.successors(near))})

    def trace(self, id):
        nodes, layers, _ = self.rows.bfs(self.numbers[id], mode="out")
        hops = sum(hop * (layers[hop + 1] - layers[hop]) for hop in range(len(layers) - 1))
        return len(nodes) - 1, hops

    def hops(self, a, b):
        if a == b:
            return 0
        chain = self.rows.get_shortest_paths(self.numbers[a], self.numbers[b], mode="out")[0]
        return len(chain) - 1

    def depths(self):
        # One node behind all origins: its searches give the distance to the nearest.
        rows = self.rows.copy()
        rows.add_vertex()
        last = rows.vcount() - 1
        rows.add_edges([(origin, last) for origin in self.origins])
        _, layers, _ = rows.bfs(last, mode="in")
        return {hop - 1: layers[hop + 1] - layers[hop] for hop in range(1, len(layers) - 1)
                if layers[hop + 1] > layers[hop]}

    def circles(self):
        sizes = self.rows.connected_components(mode="strong").sizes()
        return [size for size in sizes if size > 1]


if __name__ == "__main__":
    peer.main(Igraph)
