/** Whether this browser can draw a map at all: old graphics drivers and some virtual machines can't. */
export function hasWebGl(): boolean {
  const canvas = document.createElement('canvas');
  return canvas.getContext('webgl2') !== null;
}
