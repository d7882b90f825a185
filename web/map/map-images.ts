/** A chevron that points along the line it stands on. */
export function drawArrow(colour: string): ImageData | null {
  const size = 32;
  const pen = penOf(size);
  if (pen === null) return null;
  pen.strokeStyle = colour;
  pen.lineWidth = 5;
  pen.lineCap = "round";
  pen.lineJoin = "round";
  pen.beginPath();
  pen.moveTo(12, 8);
  pen.lineTo(20, 16);
  pen.lineTo(12, 24);
  pen.stroke();
  return pen.getImageData(0, 0, size, size);
}

/**
 * A tile of thin slanted lines, seen without telling colours apart: rising for the stations that are chosen, falling
 * for those without a value.
 */
export function drawHatch(colour: string, slant: "rising" | "falling"): ImageData | null {
  const size = 16;
  const pen = penOf(size);
  if (pen === null) return null;
  pen.strokeStyle = colour;
  pen.lineWidth = 2;
  pen.beginPath();
  for (const shift of [-size, 0, size]) {
    pen.moveTo(shift, slant === "rising" ? size : 0);
    pen.lineTo(shift + size, slant === "rising" ? 0 : size);
  }
  pen.stroke();
  return pen.getImageData(0, 0, size, size);
}

/** Null where the browser refuses canvases. */
function penOf(size: number): CanvasRenderingContext2D | null {
  const canvas = document.createElement("canvas");
  canvas.width = size;
  canvas.height = size;
  return canvas.getContext("2d", { willReadFrequently: true });
}
