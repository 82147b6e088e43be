// Panning of a large picture with the mouse: what is drawn is moved as pixels, and drawn anew when
// the mouse gets far or lets go. Drawing thousands of elements takes longer than a frame.
import type cytoscape from 'cytoscape';

const threshold = 6; // pixels; below, it is a click
const farthest = 0.4; // of the window; beyond, the uncovered part is drawn in between

export class PixelPan {
  private from: { x: number; y: number } | null = null;
  private isMoving = false;
  private waiting = { x: 0, y: 0 }; // given to the library, not drawn yet
  private offset = { x: 0, y: 0 };

  constructor(
    private readonly cy: cytoscape.Core,
    private readonly container: HTMLElement,
    private readonly moved: () => void,
  ) {
    container.addEventListener('mousedown', (event) => this.down(event), true);
    // Before the library's own listeners, which would look for what is under the mouse.
    window.addEventListener('mousemove', (event) => this.move(event), true);
    window.addEventListener('mouseup', () => this.up(), true);
  }

  /** How far what is seen has moved from where the library believes it to be. */
  ahead(): { x: number; y: number } {
    return this.offset;
  }

  private down(event: MouseEvent): void {
    if (event.button !== 0) return;
    this.from = { x: event.clientX, y: event.clientY };
    this.cy.userPanningEnabled(false);
  }

  private move(event: MouseEvent): void {
    if (!this.from) return;
    const by = { x: event.clientX - this.from.x, y: event.clientY - this.from.y };
    if (!this.isMoving && Math.hypot(by.x, by.y) <= threshold) return;
    // The library is told of the first move, so that it does not take what follows for a click.
    if (this.isMoving) event.stopPropagation();
    this.isMoving = true;
    this.offset = by;
    this.place();
    const { clientWidth: width, clientHeight: height } = this.container;
    const isFar = Math.abs(by.x) > width * farthest || Math.abs(by.y) > height * farthest;
    if (isFar && this.waiting.x === 0 && this.waiting.y === 0) {
      this.from = { x: event.clientX, y: event.clientY };
      this.hand();
    }
  }

  private up(): void {
    if (this.isMoving) this.hand();
    if (this.from) this.cy.userPanningEnabled(true);
    this.from = null;
    this.isMoving = false;
  }

  /** Lets the library move the picture; until it has drawn it, the pixels stay where they are. */
  private hand(): void {
    const by = this.offset;
    this.offset = { x: 0, y: 0 };
    this.waiting = { x: this.waiting.x + by.x, y: this.waiting.y + by.y };
    this.place();
    this.cy.one('render', () => {
      this.waiting = { x: 0, y: 0 };
      this.place();
    });
    this.cy.panBy(by);
  }

  private place(): void {
    const x = this.waiting.x + this.offset.x;
    const y = this.waiting.y + this.offset.y;
    const layer = this.container.firstElementChild;
    if (layer instanceof HTMLElement) {
      layer.style.transform = x === 0 && y === 0 ? '' : `translate(${x}px, ${y}px)`;
    }
    this.moved();
  }
}
