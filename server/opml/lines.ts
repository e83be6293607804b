/** The line (from 1) of an offset. Offsets have to be asked for in order, so that the text is gone through once. */
export function createLines(text: string): (offset: number) => number {
  let [line, at] = [1, text.indexOf('\n')];
  return (offset) => {
    while (at >= 0 && at < offset) {
      line += 1;
      at = text.indexOf('\n', at + 1);
    }
    return line;
  };
}
