// The time axis, drawn under the graph: bounds and name of each step, and the breaks between.
import type { Layout, Tick } from './layout';
import { fontFamily } from './look';
import type { Palette } from './palette';

export const axisWidth = 112;

export interface ViewPort {
  zoom: number;
  y: number; // of the picture's zero, in the window
}

const labelHeight = 15;

/** The zigzag of a break in a scale. */
function zigzag(pen: CanvasRenderingContext2D, x: number, y: number): void {
  pen.beginPath();
  pen.moveTo(x - 6, y + 3);
  pen.lineTo(x - 2, y - 3);
  pen.lineTo(x + 2, y + 3);
  pen.lineTo(x + 6, y - 3);
  pen.stroke();
}

export class Axis {
  private readonly pen: CanvasRenderingContext2D | null;

  constructor(private readonly canvas: HTMLCanvasElement) {
    this.pen = canvas.getContext('2d');
  }

  draw(layout: Layout, port: ViewPort, palette: Palette): void {
    const pen = this.pen;
    if (!pen) return;
    const ratio = window.devicePixelRatio || 1;
    const width = this.canvas.clientWidth;
    const height = this.canvas.clientHeight;
    if (
      this.canvas.width !== Math.round(width * ratio) ||
      this.canvas.height !== Math.round(height * ratio)
    ) {
      this.canvas.width = Math.round(width * ratio);
      this.canvas.height = Math.round(height * ratio);
    }
    pen.setTransform(ratio, 0, 0, ratio, 0, 0);
    pen.clearRect(0, 0, width, height);
    pen.textBaseline = 'top';
    let free = -Infinity; // where the next name may stand, so that none covers another
    layout.ticks.forEach((tick) => {
      const top = tick.top * port.zoom + port.y;
      const bottom = tick.bottom * port.zoom + port.y;
      const gap = tick.gapHeight * port.zoom;
      if (top > height || bottom + gap < 0) return;
      this.rules(pen, tick, top, bottom, width, palette);
      // A high step keeps its name in sight.
      const at = Math.max(top + 4, Math.min(4, bottom - labelHeight));
      if (at >= free) {
        pen.fillStyle = tick.undated ? palette.muted : palette.ink;
        pen.font = `${tick.undated ? 'italic ' : ''}12px ${fontFamily}`;
        pen.fillText(tick.label, 10, at, axisWidth - 14);
        free = at + labelHeight;
      }
      if (tick.gapBelow && gap >= 16 && bottom + gap / 2 - 6 >= free) {
        this.gap(pen, tick.gapBelow, bottom + gap / 2, palette);
        free = bottom + gap / 2 + 8;
      }
    });
    pen.strokeStyle = palette.rule;
    pen.lineWidth = 1;
    pen.beginPath();
    pen.moveTo(axisWidth - 0.5, 0);
    pen.lineTo(axisWidth - 0.5, height);
    pen.stroke();
  }

  private rules(
    pen: CanvasRenderingContext2D,
    tick: Tick,
    top: number,
    bottom: number,
    width: number,
    palette: Palette,
  ): void {
    pen.strokeStyle = palette.rule;
    pen.lineWidth = 1;
    pen.setLineDash(tick.undated ? [3, 3] : []);
    pen.beginPath();
    pen.moveTo(0, Math.round(top) + 0.5);
    pen.lineTo(width, Math.round(top) + 0.5);
    pen.moveTo(0, Math.round(bottom) + 0.5);
    pen.lineTo(width, Math.round(bottom) + 0.5);
    pen.stroke();
    pen.setLineDash([]);
  }

  private gap(pen: CanvasRenderingContext2D, words: string, y: number, palette: Palette): void {
    pen.fillStyle = palette.muted;
    pen.font = `11px ${fontFamily}`;
    pen.fillText(words, 30, y - 6, axisWidth - 34);
    pen.strokeStyle = palette.muted;
    zigzag(pen, 17, y);
  }
}
