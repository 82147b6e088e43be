// The page as a whole: keeps the graph, the table, the side and the state line as the view says.
import { aboutPage, titleOf } from './about';
import { Axis } from './axis';
import { chainsOf, chokeChain } from './chains';
import { isWork, type Picture, type PictureNode } from './data';
import { timesOf } from './dates';
import { nodeDetails } from './details';
import { byId } from './dom';
import { edgeDetails } from './edge_details';
import { AsOfSlider, fillFilters, listenToConfidence } from './filters';
import { Graph, type Target } from './graph';
import { edgeLine, nodeLine, showHover } from './hover';
import { layoutOf, type Layout } from './layout';
import { Model } from './model';
import { speak } from './notes';
import { Output } from './output';
import { paletteOf } from './palette';
import type { Context } from './parts';
import { findIn, SearchBox } from './search';
import { Tables } from './table';
import { listenToTheme } from './theme';
import { findInStore, loadFindings } from './live';
import { goTo, loadNeighbours } from './loading';
import { filterKeys, noFilters, ViewStore, type View } from './view';
import { allowedEdges, countWords, filterWords, shownUnder, type Shown } from './visible';
import { connectKeys } from './commands';

export class App {
  readonly model = new Model();
  readonly view: ViewStore;
  readonly search: SearchBox;
  graph: Graph | null = null;
  layout: Layout | null = null;
  shown: Shown = { nodes: new Set(), edges: new Set() };
  private times = new Map<string, number | null>();
  private readonly axis = new Axis(byId<HTMLCanvasElement>('axis'));
  private readonly slider: AsOfSlider;
  private readonly tables: Tables;
  private readonly context: Context;
  private drawing = 0;

  constructor(
    dark: boolean,
    readonly live: boolean,
  ) {
    this.view = new ViewStore(dark);
    this.context = {
      model: this.model,
      view: this.view,
      loadNeighbours: live ? (id) => loadNeighbours(this, id) : null,
    };
    this.tables = new Tables(byId('tables'), this.context);
    this.slider = new AsOfSlider(this.view);
    this.search = new SearchBox(
      (text) =>
        live ? findInStore(text) : Promise.resolve(findIn(this.model.nodes.values(), text)),
      (hit) => void goTo(this, hit),
      live ? 250 : 60,
    );
    listenToTheme(this.view);
    listenToConfidence(this.view);
    this.view.subscribe((view, changed) => this.update(view, changed));
  }

  /** Takes in what was loaded, without laying it out. */
  add(picture: Picture): { nodes: number; edges: number } {
    const added = this.model.add(picture);
    this.times = timesOf(this.model);
    return added;
  }

  start(): void {
    connectKeys(this);
    new Output(this).listen();
    byId('clear').addEventListener('click', () => this.view.set(noFilters()));
    for (const mode of ['picture', 'table'] as const) {
      byId(`mode-${mode}`).addEventListener('click', () => this.view.set({ mode }));
    }
    const toggle = byId('filters-toggle');
    toggle.addEventListener('click', () => {
      const open = byId('filters').hidden;
      byId('filters').hidden = !open;
      toggle.setAttribute('aria-expanded', String(open));
    });
    new ResizeObserver(() => {
      this.graph?.cy.resize();
      this.drawAxis();
    }).observe(byId('stage'));
    this.rebuild(true);
    if (this.live && this.model.nodes.size === 0) this.search.focus();
  }

  /** Lays out and draws all anew: at the start, after loading, and for the chains of one node. */
  rebuild(moveToStart: boolean): void {
    document.title = `${this.title()} · stemma`;
    byId('title').textContent = this.title();
    this.slider.setDates(this.model);
    fillFilters(this.model, this.view);
    this.relayout(moveToStart);
    this.showSide();
  }

  private relayout(moveToStart: boolean): void {
    const view = this.view.get();
    this.shown = shownUnder(this.model, this.times, view);
    // The other filters hide without moving, so that the reader keeps the place.
    const base =
      view.chainOf !== null
        ? this.shown
        : {
            nodes: new Set(this.model.nodes.keys()),
            edges: new Set(this.model.edges.keys()),
          };
    performance.mark('layout');
    this.layout = layoutOf(this.model, this.times, base);
    performance.measure('layout', 'layout'); // read by the measurement of tests/page
    this.graph ??= this.makeGraph();
    this.graph.show(this.model, this.layout);
    this.showShown();
    if (moveToStart) this.graph.start(view.chainOf ?? this.model.asked[0]);
    this.drawAxis();
  }

  private makeGraph(): Graph {
    const graph = new Graph(
      byId('graph'),
      {
        tapped: (selected) => this.view.set({ selected }),
        hover: (target, x, y) => this.hover(target, x, y),
        moved: () => this.drawAxis(),
      },
      Graph.isLarge(this.model),
    );
    graph.restyle(this.view.get().dark);
    return graph;
  }

  title(): string {
    return this.model.nodes.size === 0 && this.live ? 'stemma' : titleOf(this.model);
  }

  private update(view: View, changed: ReadonlySet<keyof View>): void {
    if (changed.has('mode')) this.showMode(view);
    if (changed.has('chainOf')) {
      this.relayout(true);
    } else if (filterKeys.some((key) => changed.has(key))) {
      this.shown = shownUnder(this.model, this.times, view);
      this.showShown();
    }
    if (changed.has('dark')) {
      this.graph?.restyle(view.dark);
      fillFilters(this.model, this.view);
      this.drawAxis();
    }
    if (changed.has('hiddenKinds') || changed.has('hiddenEdgeKinds')) {
      if (view.hiddenKinds.size + view.hiddenEdgeKinds.size === 0)
        fillFilters(this.model, this.view);
    }
    if (changed.has('selected')) {
      this.markSelection();
      this.revealSelected(view);
      this.hover(null, 0, 0);
    }
    if (changed.has('selected') || changed.has('dark') || changed.has('chainOf')) this.showSide();
  }

  private showMode(view: View): void {
    const table = view.mode === 'table';
    document.body.dataset.mode = view.mode;
    byId('stage').hidden = table;
    byId('tables').hidden = !table;
    byId('mode-picture').setAttribute('aria-pressed', String(!table));
    byId('mode-table').setAttribute('aria-pressed', String(table));
    if (table) this.fillTables();
    else this.graph?.cy.resize();
    if (!table) this.revealSelected(view);
  }

  private revealSelected(view: View): void {
    if (view.selected && 'node' in view.selected) this.graph?.reveal(view.selected.node);
  }

  private fillTables(): void {
    this.tables.show(this.model, this.shown);
    this.markRow();
  }

  private showShown(): void {
    const view = this.view.get();
    this.graph?.setShown(this.shown);
    this.markSelection();
    if (view.mode === 'table') this.fillTables();
    const filters = filterWords(view);
    byId('state').textContent =
      countWords(this.model, this.shown) + (filters ? ` · ${filters}` : '');
    byId('clear').hidden = filters === '';
    const nothing = byId('nothing');
    nothing.hidden = this.shown.nodes.size > 0;
    if (this.shown.nodes.size > 0) return;
    if (this.model.nodes.size > 0) {
      nothing.textContent = 'nothing to show: the filters leave no node';
    } else {
      nothing.textContent = this.live
        ? 'Search the store for a name, a title or some words.'
        : 'nothing to show: there are no nodes in this picture';
    }
  }

  /** The nodes that all chains of the selection, else of what was asked, pass. */
  chokePoints(): string[] {
    const selected = this.view.get().selected;
    return selected && 'node' in selected
      ? chokeChain(this.model, selected.node)
      : this.model.chokePoints;
  }

  private markSelection(): void {
    const view = this.view.get();
    const selected = view.selected;
    const node = selected && 'node' in selected ? selected.node : null;
    const edge = selected && 'edge' in selected ? selected.edge : null;
    const chain =
      node === null || view.chainOf !== null
        ? null
        : chainsOf(this.model, node, allowedEdges(this.model, this.times, view));
    this.graph?.mark({ selectedNode: node, selectedEdge: edge, chain, choke: this.chokePoints() });
    this.markRow();
  }

  private markRow(): void {
    const selected = this.view.get().selected;
    if (this.view.get().mode !== 'table') return;
    this.tables.mark(selected === null ? null : 'node' in selected ? selected.node : selected.edge);
  }

  private showSide(): void {
    const selected = this.view.get().selected;
    const side = byId('side');
    const node = selected && 'node' in selected ? this.model.nodes.get(selected.node) : undefined;
    const edge = selected && 'edge' in selected ? this.model.edges.get(selected.edge) : undefined;
    if (node) side.replaceChildren(nodeDetails(this.context, node));
    else if (edge) side.replaceChildren(edgeDetails(this.context, edge));
    else side.replaceChildren(aboutPage(this.context, this.live));
    side.scrollTop = 0;
    if (node) speak(nodeLine(node));
    else if (edge) speak(edgeLine(this.model, edge));
    if (node && this.live) void this.addFindings(node);
  }

  /** A store that is served audits a work when somebody looks at it. */
  private async addFindings(node: PictureNode): Promise<void> {
    if (!isWork(node) || node.findings !== undefined) return;
    node.findings = []; // asked for once
    try {
      node.findings = await loadFindings(node.id);
    } catch (error) {
      speak(`no findings: ${error instanceof Error ? error.message : String(error)}`);
    }
    const selected = this.view.get().selected;
    if (node.findings.length > 0 && selected && 'node' in selected && selected.node === node.id) {
      this.showSide();
    }
  }

  private hover(target: Target, x: number, y: number): void {
    const node = target && 'node' in target ? this.model.nodes.get(target.node) : undefined;
    const edge = target && 'edge' in target ? this.model.edges.get(target.edge) : undefined;
    const text = node ? nodeLine(node) : edge ? edgeLine(this.model, edge) : null;
    showHover(byId('hover'), text, x + byId('graph').offsetLeft, y);
  }

  private drawAxis(): void {
    if (this.drawing !== 0) return;
    this.drawing = requestAnimationFrame(() => {
      this.drawing = 0;
      if (!this.graph || !this.layout || byId('stage').hidden) return;
      this.axis.draw(this.layout, this.graph.port(), paletteOf(this.view.get().dark));
    });
  }
}
