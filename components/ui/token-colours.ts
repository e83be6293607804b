/**
 * The colours that tokens (`--accent`) have inside an element, as the browser computes them: light-dark() is settled by it alone.
 * Each is read from a probe of its own: on one that had a colour before, a colour on its way would be read.
 */
export function tokenColours<Token extends string>(element: HTMLElement, tokens: readonly Token[]): Record<Token, string> {
  const probes = tokens.map((token) => {
    const probe = document.createElement('span');
    probe.style.color = `var(${token})`;
    return probe;
  });
  element.append(...probes);
  const colours = probes.map((probe) => getComputedStyle(probe).color);
  for (const probe of probes) probe.remove();
  return Object.fromEntries(tokens.map((token, n) => [token, colours[n]])) as Record<Token, string>;
}
