// The picture: Cytoscape with positions of our own, and what the reader does in it.
import cytoscape from 'cytoscape';
import { graphStyle } from './graph_style';
import { labelLines, labelWidth } from './labels';
import { symbolSize, type Layout } from './layout';
import { edgeArrows, labelGap } from './look';
import type { Model } from './model';
import { paletteOf } from './palette';
import { PixelPan } from './pixel_pan';
import type { Shown } from './visible';

export interface Marks {
  selectedNode: string | null;
  selectedEdge: string | null;
  chain: Shown | null; // what stays bright; null: all
  choke: string[];
}

export type Target = { node: string } | { edge: string } | null;

export interface GraphEvents {
  tapped: (target: Target) => void;
  hover: (target: Target, x: number, y: number) => void;
  moved: () => void;
}

const manyElements = 1200; // from here on, sharpness is given for speed
const legibleZoom = 0.7;
const readingZoom = 0.9;

export class Graph {
  readonly cy: cytoscape.Core;
  private layout: Layout | null = null;
  private pixels: PixelPan | null = null; // for a large picture
  private hidden = new Set<string>();
  private readonly classed = new Map<string, Set<string>>();

  constructor(
    private readonly container: HTMLElement,
    private readonly events: GraphEvents,
    large: boolean,
  ) {
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
      ...(large ? { pixelRatio: 1 } : {}),
    });
    this.listen();
  }

  static isLarge(model: Model): boolean {
    return model.nodes.size + model.edges.size > manyElements;
  }

  private listen(): void {
    const target = (event: cytoscape.EventObject): Target => {
      if (event.target === this.cy) return null;
      const id = event.target.data('id0') as string;
      return event.target.isNode() ? { node: id } : { edge: id };
    };
    this.cy.on('tap', (event) => this.events.tapped(target(event)));
    this.cy.on('mouseover mousemove', 'node, edge', (event) => {
      this.events.hover(target(event), event.renderedPosition.x, event.renderedPosition.y);
    });
    this.cy.on('mouseout', 'node, edge', () => this.events.hover(null, 0, 0));
    this.cy.on('viewport resize', () => this.events.moved());
  }

  /** Puts the nodes and edges of a layout in place of all that was there. */
  show(model: Model, layout: Layout): void {
    if (Graph.isLarge(model)) {
      this.pixels ??= new PixelPan(this.cy, this.container, this.events.moved);
    }
    this.layout = layout;
    this.hidden = new Set();
    this.classed.clear();
    const elements: cytoscape.ElementDefinition[] = [];
    for (const [id, position] of layout.at) {
      const node = model.nodes.get(id)!;
      elements.push({
        group: 'nodes',
        data: {
          id: `n:${id}`,
          id0: id,
          label: labelLines(model, node, layout.tickOf.get(id)).join('\n'),
        },
        classes: [
          node.kind,
          node.origin ? 'origin' : '',
          node.folded_into ? 'folded' : '',
          node.circle !== undefined ? 'circle' : '',
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
      classes: [
        edge.kind in edgeArrows ? edge.kind : '',
        edge.status,
        bend ? 'bent' : '',
        edge.sourcing ? 'hop' : '',
        edge.inherited ? 'inherited' : '',
        round ? 'round' : '',
      ].filter(Boolean),
    };
  }

  restyle(dark: boolean): void {
    this.cy.style(graphStyle(paletteOf(dark), symbolSize));
  }

  /** Gives a class to these elements and takes it from others; touches only those that change. */
  private setClass(name: string, ids: Set<string>): void {
    const before = this.classed.get(name) ?? new Set();
    for (const id of before) if (!ids.has(id)) this.cy.getElementById(id).removeClass(name);
    for (const id of ids) if (!before.has(id)) this.cy.getElementById(id).addClass(name);
    this.classed.set(name, ids);
  }

  private allBut(shown: Shown): Set<string> {
    const rest = new Set<string>();
    for (const id of this.layout?.at.keys() ?? []) if (!shown.nodes.has(id)) rest.add(`n:${id}`);
    for (const key of this.layout?.bends.keys() ?? []) {
      if (!shown.edges.has(key)) rest.add(`e:${key}`);
    }
    return rest;
  }

  setShown(shown: Shown): void {
    this.hidden = this.allBut(shown);
    this.cy.batch(() => this.setClass('hidden', this.hidden));
  }

  mark(marks: Marks): void {
    const chosen = new Set<string>();
    if (marks.selectedNode !== null) chosen.add(`n:${marks.selectedNode}`);
    if (marks.selectedEdge !== null) chosen.add(`e:${marks.selectedEdge}`);
    this.cy.batch(() => {
      this.setClass('chosen', chosen);
      this.setClass('choke', new Set(marks.choke.map((id) => `n:${id}`)));
      this.setClass('dim', marks.chain === null ? new Set() : this.allBut(marks.chain));
    });
  }

  /** Where the picture's zero is seen to be, from the window's top, and how large it is drawn. */
  port(): { zoom: number; y: number } {
    return { zoom: this.cy.zoom(), y: this.cy.pan().y + (this.pixels?.ahead().y ?? 0) };
  }

  /** All that is shown in the window, from the layout: the library would measure every element. */
  fit(): void {
    this.cy.resize();
    const { clientWidth: width, clientHeight: height } = this.container;
    let [left, right, top, bottom] = [Infinity, -Infinity, Infinity, -Infinity];
    for (const [id, at] of this.layout?.at ?? []) {
      if (this.hidden.has(`n:${id}`)) continue;
      left = Math.min(left, at.x - symbolSize);
      right = Math.max(right, at.x + symbolSize / 2 + labelGap + labelWidth);
      top = Math.min(top, at.y - 44);
      bottom = Math.max(bottom, at.y + 40);
    }
    if (left > right || width === 0) return;
    const zoom = Math.min(1.15, (width - 20) / (right - left), height / (bottom - top));
    this.cy.viewport({
      zoom,
      pan: {
        x: width / 2 - (zoom * (left + right)) / 2,
        y: height / 2 - (zoom * (top + bottom)) / 2,
      },
    });
  }

  private isShown(id: string): boolean {
    return this.layout !== null && this.layout.at.has(id) && !this.hidden.has(`n:${id}`);
  }

  /** All of it where that is legible; else as much as is, from the given node (or the top) on. */
  start(wanted: string | undefined): void {
    this.fit();
    if (this.cy.zoom() >= legibleZoom) return;
    const id =
      wanted !== undefined && this.isShown(wanted)
        ? wanted
        : this.layout?.ids.find(
            (one) =>
              this.isShown(one) && this.cy.getElementById(`n:${one}`).connectedEdges().length > 0,
          );
    const at = id === undefined ? undefined : this.layout?.at.get(id);
    if (!at) return;
    // A chain leads down from where it starts.
    this.cy.viewport({
      zoom: readingZoom,
      pan: {
        x: this.container.clientWidth / 2 - at.x * readingZoom,
        y: 90 - at.y * readingZoom,
      },
    });
  }

  zoomBy(factor: number): void {
    this.cy.zoom({
      level: this.cy.zoom() * factor,
      renderedPosition: {
        x: this.container.clientWidth / 2,
        y: this.container.clientHeight / 2,
      },
    });
  }

  /** Moves no more than it must for the node to be seen with its label. */
  reveal(id: string): void {
    const at = this.layout?.at.get(id);
    const { clientWidth: width, clientHeight: height } = this.container;
    if (!at || width === 0) return;
    const zoom = this.cy.zoom() < 0.45 ? readingZoom : this.cy.zoom();
    const pan =
      zoom === this.cy.zoom()
        ? this.cy.pan()
        : { x: width / 2 - at.x * zoom, y: height / 2 - at.y * zoom };
    const right = width - Math.min(width / 2, 190 * zoom);
    const into = (place: number, low: number, high: number) =>
      place < low ? low - place : place > high ? high - place : 0;
    this.cy.viewport({
      zoom,
      pan: {
        x: pan.x + into(at.x * zoom + pan.x, 30, right),
        y: pan.y + into(at.y * zoom + pan.y, 40, height - Math.min(160, height / 3)),
      },
    });
  }
}
