// Export as SVG or PNG, and what is printed in place of the picture on the screen.
import { exportFilterWords, madeWords, withheldWords } from './about';
import type { App } from './app';
import { byId } from './dom';
import { drawingOf, type Drawing } from './drawing';
import { fileName, pngBlob, save, svgText } from './export';
import { messageOf, notice } from './notes';
import { paletteOf } from './palette';
import { filterWords } from './visible';

export class Output {
  constructor(private readonly app: App) {}

  listen(): void {
    byId('export-svg').addEventListener('click', () => void this.write('svg'));
    byId('export-png').addEventListener('click', () => void this.write('png'));
    window.addEventListener('beforeprint', () => this.lay());
    window.addEventListener('afterprint', () => byId('paper').replaceChildren());
  }

  private drawing(dark: boolean): Drawing {
    const { app } = this;
    const view = app.view.get();
    const filters = filterWords(view);
    const notes = [
      exportFilterWords(app.model) + (filters ? ` Shown here: ${filters}.` : ''),
      (app.live ? '' : `${withheldWords(app.model)} `) + `${madeWords(app.model)}.`,
    ];
    return drawingOf(app.model, app.layout!, app.shown, {
      palette: paletteOf(dark),
      choke: new Set(app.chokePoints()),
      title: app.title(),
      notes,
    });
  }

  private async write(format: 'svg' | 'png'): Promise<void> {
    const { app } = this;
    notice('');
    if (!app.layout || app.shown.nodes.size === 0) {
      notice('nothing to show: no file was written');
      return;
    }
    try {
      const drawing = this.drawing(app.view.get().dark);
      const blob =
        format === 'png'
          ? await pngBlob(drawing)
          : new Blob([svgText(drawing)], { type: 'image/svg+xml' });
      save(blob, fileName(app.model.asked, format));
    } catch (error) {
      notice(`The ${format.toUpperCase()} was not written: ${messageOf(error)}`);
    }
  }

  /** Paper is white, and shows all of the picture whatever part the window did. */
  private lay(): void {
    const { app } = this;
    if (app.view.get().mode === 'table' || !app.layout || app.shown.nodes.size === 0) return;
    byId('paper').replaceChildren(this.drawing(false).element);
    byId('main').before(byId('paper'));
  }
}
