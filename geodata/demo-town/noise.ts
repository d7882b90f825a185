import type { Point } from "./plane.ts";

/** A smooth field over the plane with values in [-1, 1]. */
export type Noise = (point: Point) => number;

/** Value noise: random values on a square lattice of `wavelength` metres, smoothed between (Perlin's quintic). */
export function createNoise(seed: number, wavelength: number): Noise {
  return ([x, y]) => {
    const column = Math.floor(x / wavelength);
    const row = Math.floor(y / wavelength);
    const right = quintic(x / wavelength - column);
    const up = quintic(y / wavelength - row);
    const south = mix(lattice(column, row, seed), lattice(column + 1, row, seed), right);
    const north = mix(lattice(column, row + 1, seed), lattice(column + 1, row + 1, seed), right);
    return mix(south, north, up);
  };
}

/** Several octaves added, each half as long and half as strong. */
export function createLayeredNoise(seed: number, wavelength: number, octaves: number): Noise {
  const layers = Array.from({ length: octaves }, (_, octave) => ({
    noise: createNoise(seed + octave * 7919, wavelength / 2 ** octave),
    strength: 0.5 ** octave,
  }));
  const total = layers.reduce((sum, layer) => sum + layer.strength, 0);
  return (point) => layers.reduce((sum, layer) => sum + layer.noise(point) * layer.strength, 0) / total;
}

function lattice(column: number, row: number, seed: number): number {
  let hash = Math.imul(column, 374761393) ^ Math.imul(row, 668265263) ^ Math.imul(seed, 2147483647);
  hash = Math.imul(hash ^ (hash >>> 13), 1274126177);
  hash = Math.imul(hash ^ (hash >>> 16), 2246822507);
  return ((hash ^ (hash >>> 15)) >>> 0) / 2147483648 - 1;
}

const mix = (a: number, b: number, share: number) => a + (b - a) * share;
const quintic = (t: number) => t * t * t * (t * (t * 6 - 15) + 10);
