"""What the drivers in Python share: the protocol of tests/bench/compare, and searches over rows.

A driver is called as `DRIVER GRAPH WORK QUESTIONS JOB...`: GRAPH holds nodes.csv and edges.csv,
WORK is its own folder for what it stores, QUESTIONS a JSON file. It prints one JSON line before
each job, {"job","begin"}, and one after it, {"job","figure","unit","answer"}.
"""
import csv
import json
import statistics
import sys
import time


def read_nodes(graph):
    """(id, date, label) of each node, in the order of the file."""
    with open(f"{graph}/nodes.csv", newline="", encoding="utf-8") as file:
        rows = csv.reader(file)
        next(rows)
        for row in rows:
            yield tuple(row)


def read_edges(graph):
    """(from, to, kind) of each edge, the first two as ids."""
    with open(f"{graph}/edges.csv", newline="", encoding="utf-8") as file:
        rows = csv.reader(file)
        next(rows)
        for row in rows:
            yield tuple(row)


def timed(run):
    begin = time.perf_counter()
    answer = run()
    return time.perf_counter() - begin, answer


def peak_bytes():
    """Resident, of this program alone: getrusage counts what ran before it in the process too."""
    with open("/proc/self/status", encoding="utf-8") as lines:
        return next(int(line.split()[1]) * 1024 for line in lines if line.startswith("VmHWM"))


class Peer:
    """A database or library; each driver fills in what it can answer."""

    def __init__(self, graph, work):
        self.graph = graph
        self.work = work

    def load(self):  # -> nodes, edges
        raise NotImplementedError

    def open(self):
        """What is loaded already, ready to be asked."""
        raise NotImplementedError

    # find(id) -> bool; two_hops(id) -> number of nodes; trace(id) -> (nodes, sum of hops);
    # hops(a, b) -> int, -1: no chain; depths() -> {min: nodes}; circles() -> sizes of 2 and more;
    # insert(a, b), durably; sources(id) -> ids; depth(id) -> min


def run_lookup(peer, questions):
    ids = questions["lookups"]
    for _ in range(2):  # the second pass is hot
        seconds, found = timed(lambda: sum(1 for id in ids if peer.find(id)))
    return seconds * 1e6 / len(ids), "us", found


def run_two_hops(peer, questions):
    times, total = [], 0
    for id in questions["two_hops"]:
        peer.two_hops(id)
        seconds, reached = timed(lambda: peer.two_hops(id))
        times.append(seconds)
        total += reached
    return statistics.median(times) * 1e6, "us", total


def run_trace(peer, questions):
    peer.trace(questions["traces"][0])
    nodes = hops = 0
    begin = time.perf_counter()
    for id in questions["traces"]:
        reached, sum_of_hops = peer.trace(id)
        nodes += reached
        hops += sum_of_hops
    return (time.perf_counter() - begin) * 1e9 / max(1, nodes), "ns a visited node", [nodes, hops]


def run_path(peer, questions):
    times, answer = [], []
    peer.hops(*questions["paths"][0])
    for a, b in questions["paths"]:
        seconds, hops = timed(lambda: peer.hops(a, b))
        times.append(seconds)
        answer.append(hops)
    return statistics.median(times) * 1e3, "ms", answer


def run_depths(peer, _):
    seconds, depths = timed(peer.depths)
    return seconds, "s", {str(depth): nodes for depth, nodes in sorted(depths.items())}


def run_circles(peer, _):
    seconds, sizes = timed(peer.circles)
    return seconds, "s", sorted(sizes, reverse=True)


def run_inserts(peer, questions):
    pairs = questions["inserts"]
    seconds, _ = timed(lambda: [peer.insert(a, b) for a, b in pairs])
    return len(pairs) / seconds, "1/s", len(pairs)


def main(make_peer):
    graph, work, questions_file = sys.argv[1:4]
    with open(questions_file, encoding="utf-8") as file:
        questions = json.load(file)
    peer = make_peer(graph, work)
    is_open = False
    for job in sys.argv[4:]:
        if job != "load" and not is_open:
            peer.open()
            is_open = True
        print(json.dumps({"job": job, "begin": True}), flush=True)
        if job == "load":
            seconds, (nodes, edges) = timed(peer.load)
            result = {"figure": seconds, "unit": "s", "answer": [nodes, edges],
                      "peak_bytes": peak_bytes()}
        elif job == "cold_lookup":
            result = {"answer": sorted(peer.sources(questions["cold"]))}
        elif job == "cold_depth":
            result = {"answer": peer.depth(questions["cold"])}
        else:
            figure, unit, answer = globals()[f"run_{job}"](peer, questions)
            result = {"figure": figure, "unit": unit, "answer": answer}
        print(json.dumps({"job": job, **result}), flush=True)
