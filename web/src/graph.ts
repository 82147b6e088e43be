// The picture: Cytoscape with positions of our own, and what the reader does in it.
import cytoscape from 'cytoscape';
import { graphStyle } from './graph_style';
import { labelLines } from './labels';
import { symbolSize, type Layout } from './layout';
import { edgeLook } from './look';
import type { Model } from './model';
import { paletteOf } from './palette';
import type { Shown } from './visible';

export interface Marks {
  selectedNode: string | null;
  selectedEdge: string | null;
  chain: Shown | null; // what stays bright; null: all
  choke: string[];
}

export interface GraphEvents {
  node: (id: string) => void;
  edge: (key: string) => void;
  paper: () => void;
  hover: (target: { node: string } | { edge: string } | null, x: number, y: number) => void;
  moved: () => void;
}

const manyElements = 1200; // from here on, sharpness is given for speed

export class Graph {
  readonly cy: cytoscape.Core;

  constructor(private readonly container: HTMLElement, private readonly events: GraphEvents,
    large: boolean) {
    this.cy = cytoscape({
      container,
      elements: [],
      style: [],
      layout: { name: 'preset' },
      minZoom: 0.02,
      maxZoom: 3,
      boxSelectionEnabled: false,
      autoungrabify: true,
      autounselectify: true,
      // Panning moves a picture of the graph where drawing it anew would be slow.
      textureOnViewport: large,
      ...(large ? { pixelRatio: 1 } : {}),
    });
    this.listen();
  }

  static isLarge(model: Model): boolean {
    return model.nodes.size + model.edges.size > manyElements;
  }

  private listen(): void {
    const cy = this.cy;
    cy.on('tap', (event) => {
      const target = event.target as unknown;
      if (target === cy) this.events.paper();
    });
    cy.on('tap', 'node', (event) => this.events.node(event.target.data('id0') as string));
    cy.on('tap', 'edge', (event) => this.events.edge(event.target.data('id0') as string));
    cy.on('mouseover mousemove', 'node', (event) => {
      const at = event.renderedPosition;
      this.events.hover({ node: event.target.data('id0') as string }, at.x, at.y);
    });
    cy.on('mouseover mousemove', 'edge', (event) => {
      const at = event.renderedPosition;
      this.events.hover({ edge: event.target.data('id0') as string }, at.x, at.y);
    });
    cy.on('mouseout', 'node, edge', () => this.events.hover(null, 0, 0));
    cy.on('viewport resize', () => this.events.moved());
  }

  /** Puts the nodes and edges of a layout in place of all that was there. */
  show(model: Model, layout: Layout): void {
    const tickAt = new Map<number, string>();
    const tickOf = (y: number) => {
      const known = tickAt.get(y);
      if (known !== undefined) return known;
      const tick = layout.ticks.find((one) => y >= one.top && y <= one.bottom);
      tickAt.set(y, tick?.label ?? '');
      return tick?.label ?? '';
    };
    const elements: cytoscape.ElementDefinition[] = [];
    for (const [id, position] of layout.at) {
      const node = model.nodes.get(id)!;
      elements.push({
        group: 'nodes',
        data: {
          id: `n:${id}`,
          id0: id,
          label: labelLines(model, node, tickOf(position.y)).join('\n'),
          kind: node.kind,
        },
        classes: [
          node.kind,
          node.origin ? 'origin' : '',
          node.circle !== undefined ? 'circle' : '',
          node.folded_into ? 'folded' : '',
        ].filter(Boolean),
        position: { ...position },
      });
    }
    for (const [key, bend] of layout.bends) elements.push(this.edgeElement(model, key, bend));
    this.cy.batch(() => {
      this.cy.elements().remove();
      this.cy.add(elements);
    });
  }

  private edgeElement(model: Model, key: string, bend: number): cytoscape.ElementDefinition {
    const edge = model.edges.get(key)!;
    const from = model.nodes.get(edge.from)!;
    const to = model.nodes.get(edge.to)!;
    const round = edge.sourcing && from.circle !== undefined && from.circle === to.circle;
    return {
      group: 'edges',
      data: { id: `e:${key}`, id0: key, source: `n:${edge.from}`, target: `n:${edge.to}`, bend },
      classes: [edge.kind, edge.status, bend ? 'bent' : '', round ? 'round' : ''].filter(Boolean),
    };
  }

  restyle(model: Model, dark: boolean): void {
    const palette = paletteOf(dark);
    this.cy.style(graphStyle(palette, symbolSize));
    this.cy.batch(() => {
      this.cy.edges().forEach((element) => {
        const edge = model.edges.get(element.data('id0') as string);
        if (!edge) return;
        const look = edgeLook(edge, palette);
        element.data({ color: look.color, width: look.width, arrow: look.arrow,
          fill: look.hollow ? 'hollow' : 'filled', dash: look.dash });
      });
    });
  }

  setShown(shown: Shown): void {
    this.cy.batch(() => {
      this.cy.nodes().forEach((node) => {
        node.toggleClass('hidden', !shown.nodes.has(node.data('id0') as string));
      });
      this.cy.edges().forEach((edge) => {
        edge.toggleClass('hidden', !shown.edges.has(edge.data('id0') as string));
      });
    });
  }

  mark(marks: Marks): void {
    const choke = new Set(marks.choke);
    this.cy.batch(() => {
      this.cy.nodes().forEach((node) => {
        const id = node.data('id0') as string;
        node.toggleClass('chosen', id === marks.selectedNode);
        node.toggleClass('choke', choke.has(id));
        node.toggleClass('dim', marks.chain !== null && !marks.chain.nodes.has(id));
      });
      this.cy.edges().forEach((edge) => {
        const key = edge.data('id0') as string;
        edge.toggleClass('chosen', key === marks.selectedEdge);
        edge.toggleClass('dim', marks.chain !== null && !marks.chain.edges.has(key));
      });
    });
  }

  fit(): void {
    this.cy.resize();
    const visible = this.cy.nodes().not('.hidden');
    if (visible.length > 0) this.cy.fit(visible, 28);
    if (this.cy.zoom() > 1.15) this.zoomTo(1.15);
  }

  /** All of it where that is legible; else as much as is, from the given node on. */
  start(id: string | undefined): void {
    this.fit();
    if (this.cy.zoom() >= 0.6) return;
    this.zoomTo(0.75);
    const node = id === undefined ? this.cy.nodes().first() : this.cy.getElementById(`n:${id}`);
    if (node.length === 0) return;
    this.cy.center(node);
    // A chain leads down from where it starts.
    this.cy.panBy({ x: 0, y: -this.container.clientHeight * 0.3 });
  }

  private zoomTo(level: number): void {
    this.cy.zoom({ level, renderedPosition: {
      x: this.container.clientWidth / 2, y: this.container.clientHeight / 2,
    } });
  }

  zoomBy(factor: number): void {
    this.zoomTo(this.cy.zoom() * factor);
  }

  /** Moves no more than it must for the node to be seen. */
  reveal(id: string): void {
    const node = this.cy.getElementById(`n:${id}`);
    if (node.length === 0) return;
    if (this.cy.zoom() < 0.45) this.zoomTo(0.75);
    const at = node.renderedPosition();
    const margin = { left: 30, right: 190 * this.cy.zoom(), y: 50 };
    const { clientWidth: width, clientHeight: height } = this.container;
    if (at.x < margin.left || at.x > width - margin.right || at.y < margin.y ||
        at.y > height - margin.y) {
      this.cy.center(node);
    }
  }
}
