// The same data to be read: a table of nodes and one of edges, sorted by any column.
import { dateWords } from './dates';
import type { PictureNode } from './data';
import { h, words } from './dom';
import type { Edge, Model } from './model';
import { nodeButton, type Context } from './parts';
import { symbolSvg } from './symbols';
import type { Shown } from './visible';
import {
  confidenceOf,
  confidenceWords,
  counted,
  depthWords,
  edgeKindWords,
  edgeVerb,
} from './words';

interface Column<Row> {
  name: string;
  cell: (row: Row) => Node | string;
  key: (row: Row) => string | number | null; // null sorts last, whichever way
}

interface Sorting {
  column: number;
  down: boolean;
}

const collator = new Intl.Collator('en', { numeric: true });

function compare(a: string | number | null, b: string | number | null, down: boolean): number {
  if (a === null || b === null) return a === b ? 0 : a === null ? 1 : -1;
  const order =
    typeof a === 'number' && typeof b === 'number' ? a - b : collator.compare(String(a), String(b));
  return down ? -order : order;
}

function nodeColumns(context: Context): Column<PictureNode>[] {
  const standing = (node: PictureNode) => {
    const hows = (node.corrected ?? []).map((one) => one.how ?? 'correction');
    return [...new Set(hows)].join(', ');
  };
  return [
    {
      name: 'kind',
      cell: (node) => h('span', {}, symbolSvg(node.kind), ` ${node.kind}`),
      key: (node) => node.kind,
    },
    {
      name: 'label',
      cell: (node) => nodeButton(context, node.id, false),
      key: (node) => node.label,
    },
    { name: 'id', cell: (node) => words(node.id, 'id'), key: (node) => node.id },
    {
      name: 'date',
      cell: (node) => words(node.date ? dateWords(node.date) : 'undated', 'date'),
      key: (node) => node.start ?? node.end,
    },
    { name: 'depth', cell: (node) => depthWords(node), key: (node) => node.depth?.min ?? null },
    {
      name: 'findings',
      cell: (node) => String(node.findings?.length ?? ''),
      key: (node) => node.findings?.length ?? null,
    },
    { name: 'corrected', cell: standing, key: (node) => standing(node) || null },
    {
      name: 'outlet',
      cell: (node) => (node.outlet ? words(context.model.label(node.outlet)) : ''),
      key: (node) => (node.outlet ? context.model.label(node.outlet) : null),
    },
    { name: 'language', cell: (node) => node.lang ?? '', key: (node) => node.lang ?? null },
  ];
}

function edgeColumns(context: Context): Column<Edge>[] {
  const label = (id: string) => context.model.label(id);
  return [
    { name: 'from', cell: (edge) => nodeButton(context, edge.from), key: (e) => label(e.from) },
    {
      name: 'edge',
      cell: (edge) =>
        h(
          'button',
          {
            class: `edge-button ${edge.status}`,
            attributes: { type: 'button' },
            on: { click: () => context.view.set({ selected: { edge: edge.key } }) },
          },
          edgeVerb(edge),
        ),
      key: (edge) => edgeKindWords(edge.kind),
    },
    { name: 'to', cell: (edge) => nodeButton(context, edge.to), key: (edge) => label(edge.to) },
    { name: 'status', cell: (edge) => edge.status, key: (edge) => edge.status },
    { name: 'hop', cell: (edge) => (edge.sourcing ? 'yes' : ''), key: (e) => (e.sourcing ? 0 : 1) },
    { name: 'confidence', cell: (edge) => confidenceWords(edge), key: confidenceOf },
    {
      name: 'as printed',
      cell: (edge) => (edge.as_printed ? words(edge.as_printed) : ''),
      key: (edge) => edge.as_printed ?? null,
    },
    { name: 'method', cell: (edge) => edge.method ?? '', key: (edge) => edge.method ?? null },
    {
      name: 'because',
      cell: (edge) => (edge.because ? words(edge.because) : ''),
      key: (edge) => edge.because ?? null,
    },
  ];
}

/** One table; its rows are made anew when it is sorted. */
function sortable<Row>(
  caption: string,
  name: string,
  columns: Column<Row>[],
  rows: Row[],
  sorting: Sorting,
  rowName: (row: Row) => string,
): HTMLTableElement {
  const body = h('tbody');
  const heads = columns.map((column, i) =>
    h(
      'th',
      { attributes: { scope: 'col' } },
      h(
        'button',
        {
          attributes: { type: 'button' },
          on: {
            click: () => {
              sorting.down = sorting.column === i && !sorting.down;
              sorting.column = i;
              fill();
            },
          },
        },
        column.name,
      ),
    ),
  );
  const fill = () => {
    heads.forEach((head, i) =>
      head.setAttribute(
        'aria-sort',
        i !== sorting.column ? 'none' : sorting.down ? 'descending' : 'ascending',
      ),
    );
    const key = columns[sorting.column]!.key;
    const sorted = rows
      .map((row) => ({ row, key: key(row) }))
      .sort((a, b) => compare(a.key, b.key, sorting.down));
    body.replaceChildren(
      ...sorted.map(({ row }) =>
        h(
          'tr',
          {
            attributes: { 'data-row': rowName(row) },
          },
          ...columns.map((column) => h('td', {}, column.cell(row))),
        ),
      ),
    );
  };
  fill();
  return h(
    'table',
    { attributes: { id: name } },
    h('caption', {}, caption),
    h('thead', {}, h('tr', {}, ...heads)),
    body,
  );
}

export class Tables {
  private readonly nodeSorting: Sorting = { column: 3, down: true };
  private readonly edgeSorting: Sorting = { column: 0, down: false };

  constructor(
    private readonly holder: HTMLElement,
    private readonly context: Context,
  ) {}

  show(model: Model, shown: Shown): void {
    const nodes = [...shown.nodes].map((id) => model.nodes.get(id)!);
    const edges = [...shown.edges].map((key) => model.edges.get(key)!);
    this.holder.replaceChildren(
      sortable(
        counted(nodes.length, 'node'),
        'nodes-table',
        nodeColumns(this.context),
        nodes,
        this.nodeSorting,
        (node) => node.id,
      ),
      sortable(
        counted(edges.length, 'edge'),
        'edges-table',
        edgeColumns(this.context),
        edges,
        this.edgeSorting,
        (edge) => edge.key,
      ),
    );
  }

  mark(id: string | null): void {
    for (const row of this.holder.querySelectorAll('tr[data-row]')) {
      if (row instanceof HTMLElement) {
        row.classList.toggle('chosen', id !== null && row.dataset.row === id);
      }
    }
  }
}
