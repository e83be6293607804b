/**
 * Next's router would ask the server for the whole page once more upon back and forward, and hold back what React defers until that is here, though
 * the page brings all that another address changes by itself. So it gets to know the address and nothing else: the entry's own state, which may be of
 * a page loaded before this one, goes past the router's patched methods.
 */
export function tellRouter(event: PopStateEvent): void {
  event.stopImmediatePropagation();
  const { href } = window.location;
  History.prototype.replaceState.call(window.history, null, '', href);
  window.history.replaceState(null, '', href);
}
