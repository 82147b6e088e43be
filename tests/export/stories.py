"""What the checks of exports share: stories in stores of their own, and what holds in them.

What holds of a node or an edge is merged here once more from the lines of JSON, so that neither
the exporters nor stemma's own merging is trusted.
"""
import json
import math
import subprocess
import sys
import tempfile
from pathlib import Path

OWN_OF_EDGES = {"edge", "from", "to"}
HOSTILE = [
    {"node": "article", "id": "plain", "title": "a \"b\" 'c' <d> & e]]> \\f; g,h",
     "text": "one\ntwo\r\nthree\rfour\tfive ", "lang": "خبر עברית \u200f 📰", "first_hand": True,
     "pages": 12, "share": 0.25, "huge": 9007199254740993, "mixed": "text", "private": True,
     "odd name": "x", "geo": {"lat": [1, None]}},
    {"node": "outlet", "id": "an \"odd\" <id>; خبر, 📰", "name": " blanks ",
     "aliases": ["A;B", "<C>", "]"], "mixed": 7},
    {"node": "article", "id": "e0", "title": "", "mixed": True},
    {"node": "claim", "id": ":plain", "text": "A \u0085 \u2028 claim", "at": "2020-01-01T00:00:00Z"},
    {"node": "claim", "id": ":plain", "text": "The claim", "at": "2021-01-01T00:00:00Z"},
    {"edge": "cites", "from": "plain", "to": "an \"odd\" <id>; خبر, 📰", "as_printed": "<\"&'>\r\n",
     "claims": [":plain"], "confidence": {"right": 3, "fired": 4}, "inherited": True,
     "evidence": [{"in": "plain", "start": 0, "end": 3, "exact": "one"}], "note": "a\nb", "n": 1,
     "status": "extracted", "method": "m/1", "at": "2020-01-01T00:00:00Z"},
    {"edge": "cites", "from": "plain", "to": "an \"odd\" <id>; خبر, 📰", "because": "I say so",
     "evidence": [{"exact": "two\r\n"}], "at": "2019-01-01T00:00:00Z"},
    {"edge": "published_by", "from": "plain", "to": "an \"odd\" <id>; خبر, 📰",
     "status": "withdrawn", "confidence": 0.125},
    {"edge": "cites", "from": "plain", "to": "e0"},
    {"edge": "mentions", "from": "e0", "to": "an \"odd\" <id>; خبر, 📰"},
    {"edge": "cites", "from": "e0", "to": "e0"},
]


def run(*words):
    done = subprocess.run(words, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        sys.exit(f"{' '.join(map(str, words))}: {done.returncode}: {done.stderr}")
    return done.stdout


def wilson(counts):
    right, fired = counts["right"], counts["fired"]
    z = 1.959963984540054
    share = right / fired
    spread = z * math.sqrt(share * (1 - share) / fired + z * z / (4 * fired * fired))
    return (share + z * z / (2 * fired) - spread) / (1 + z * z / fired)


def merged(lines):
    """{id: attributes} of nodes, {(from, kind, to): attributes} of edges."""
    nodes, edges = {}, {}
    for line in sorted(lines, key=lambda line: line["at"]):  # stable: then by arrival
        if "node" in line:
            state = nodes.setdefault(line["id"], {})
            state["kind"] = line["node"]
            for name, value in line.items():
                if name in ("node", "id", "at", "by"):
                    continue
                if value is None:
                    state.pop(name, None)
                else:
                    state[name] = value
    said = {}
    for line in lines:
        if "edge" in line:
            said.setdefault((line["from"], line["edge"], line["to"]), []).append(line)
    for key, all_of_it in said.items():
        by_persons = [line for line in all_of_it if "method" not in line] or all_of_it
        latest = max(line["at"] for line in by_persons)
        deciding = [line for line in by_persons if line["at"] == latest][-1]
        state = {name: value for name, value in deciding.items() if name not in OWN_OF_EDGES}
        state["kind"] = key[1]
        state.setdefault("status", "asserted")
        evidence = []
        for line in all_of_it:
            evidence += [one for one in line.get("evidence", []) if one not in evidence]
        if evidence:
            state["evidence"] = evidence
        if isinstance(state.get("confidence"), dict):
            state.update(state["confidence"])
            state["confidence"] = wilson(state["confidence"])
        edges[key] = state
    return nodes, edges


class Store:
    """A story imported into a store, for as long as the block lasts."""

    def __init__(self, stemma, story):
        self.stemma, self.story = stemma, story

    def __enter__(self):
        self.work = tempfile.TemporaryDirectory()
        self.folder = Path(self.work.name)
        run(self.stemma, "--quiet", "--db", self.folder / "story.db", "import", self.story)
        return self

    def __exit__(self, *_):
        self.work.cleanup()

    def run(self, *words):
        return run(self.stemma, "--quiet", "--db", self.folder / "story.db", *words)

    def lines(self):
        return [json.loads(line) for line in self.run("export", "jsonl").split("\n") if line]


def check_stories(stemma, stories, check):
    """0 when `check(store)`, which counts differences, finds none in any, the hostile one first."""
    differences = 0
    with tempfile.TemporaryDirectory() as work:
        hostile = Path(work) / "hostile.jsonl"
        hostile.write_text("".join(json.dumps(line) + "\n" for line in HOSTILE), encoding="utf-8")
        for story in [hostile, *stories]:
            with Store(stemma, story) as store:
                differences += check(store)
    return 1 if differences else 0
