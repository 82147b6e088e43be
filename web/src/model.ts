// The graph that is shown: nodes by id, edges with their neighbours, and what more was loaded.
import type { Circle, Filters, Picture, PictureEdge, PictureNode } from './data';

export interface Edge extends PictureEdge {
  key: string; // of this edge among all: kind, from and to
}

export class Model {
  readonly nodes = new Map<string, PictureNode>();
  readonly edges = new Map<string, Edge>();
  readonly out = new Map<string, Edge[]>();
  readonly into = new Map<string, Edge[]>();
  readonly foldedHere = new Map<string, string[]>();
  circles: Circle[] = [];
  asked: string[] = [];
  chokePoints: string[] = [];
  made = '';
  version = '';
  filters: Filters | null = null;
  withheld = { nodes: 0, edges: 0, texts: 0, by: 0 };
  cut: Picture['cut'] = null;

  /** The first picture says what the page is of; later ones only add nodes and edges. */
  add(picture: Picture): { nodes: number; edges: number } {
    const before = { nodes: this.nodes.size, edges: this.edges.size };
    if (this.nodes.size === 0) {
      this.asked = picture.asked;
      this.chokePoints = picture.choke_points;
      this.withheld = picture.withheld;
      this.cut = picture.cut;
    }
    this.made = picture.made;
    this.version = picture.version;
    this.filters = picture.filters;
    const circleAt = picture.circles.map((circle) => this.addCircle(circle));
    for (const node of picture.nodes) {
      const circle = node.circle === undefined ? undefined : circleAt[node.circle];
      const { circle: _, ...rest } = node;
      const known = this.nodes.get(node.id);
      const kept = circle ?? known?.circle;
      this.nodes.set(node.id, kept === undefined ? rest : { ...rest, circle: kept });
    }
    for (const edge of picture.edges) {
      const key = `${edge.kind}\n${edge.from}\n${edge.to}`;
      if (!this.edges.has(key)) this.edges.set(key, { ...edge, key });
    }
    this.index();
    return {
      nodes: this.nodes.size - before.nodes,
      edges: this.edges.size - before.edges,
    };
  }

  private addCircle(circle: Circle): number {
    const same = JSON.stringify(circle.nodes);
    const known = this.circles.findIndex((one) => JSON.stringify(one.nodes) === same);
    return known >= 0 ? known : this.circles.push(circle) - 1;
  }

  private index(): void {
    this.out.clear();
    this.into.clear();
    this.foldedHere.clear();
    const push = <V>(map: Map<string, V[]>, key: string, value: V) => {
      const list = map.get(key);
      if (list) list.push(value);
      else map.set(key, [value]);
    };
    for (const edge of this.edges.values()) {
      if (!this.nodes.has(edge.from) || !this.nodes.has(edge.to)) continue;
      push(this.out, edge.from, edge);
      push(this.into, edge.to, edge);
    }
    for (const node of this.nodes.values()) {
      if (node.folded_into) push(this.foldedHere, node.folded_into, node.id);
    }
  }

  outOf(id: string): Edge[] {
    return this.out.get(id) ?? [];
  }

  intoOf(id: string): Edge[] {
    return this.into.get(id) ?? [];
  }

  label(id: string): string {
    return this.nodes.get(id)?.label ?? id;
  }
}
