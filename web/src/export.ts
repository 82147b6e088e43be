// The picture as a file, SVG or PNG, made in the page.
import type { Drawing } from './drawing';

const pixelsMax = 60_000_000; // above, browsers refuse a canvas

export function svgText(drawing: Drawing): string {
  // XML has no control characters; the data may.
  const text = new XMLSerializer().serializeToString(drawing.element);
  return `<?xml version="1.0" encoding="UTF-8"?>\n${text.replace(
    /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g,
    '\ufffd',
  )}\n`;
}

export async function pngBlob(drawing: Drawing): Promise<Blob> {
  const url = URL.createObjectURL(new Blob([svgText(drawing)], { type: 'image/svg+xml' }));
  try {
    const image = new Image();
    await new Promise<void>((done, fail) => {
      image.onload = () => done();
      image.onerror = () => fail(new Error('the drawing could not be read'));
      image.src = url;
    });
    const scale = Math.min(2, Math.sqrt(pixelsMax / (drawing.width * drawing.height)));
    const canvas = document.createElement('canvas');
    canvas.width = Math.floor(drawing.width * scale);
    canvas.height = Math.floor(drawing.height * scale);
    canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
    return await new Promise<Blob>((done, fail) =>
      canvas.toBlob(
        (blob) =>
          blob ? done(blob) : fail(new Error('the picture is too large for a PNG: take SVG')),
        'image/png',
      ),
    );
  } finally {
    URL.revokeObjectURL(url);
  }
}

export function save(blob: Blob, name: string): void {
  const url = URL.createObjectURL(blob);
  const anchor = document.createElement('a');
  anchor.href = url;
  anchor.download = name;
  anchor.click();
  window.setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

/** A file's name from ids, which may hold anything. */
export function fileName(asked: string[], ending: string): string {
  const name = asked
    .join('-')
    .replace(/[^\p{L}\p{N}._-]+/gu, '-')
    .slice(0, 60);
  return `${name || 'stemma'}.${ending}`;
}
