import { byNewest, type ArticleItem } from '@/lib/article';

/** Where an article belongs in a list in the order of `byNewest`: the first index from `from` on of what comes after it. */
export function placeOf(items: readonly ArticleItem[], item: ArticleItem, from = 0): number {
  let low = from;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const other = items[middle];
    if (other && byNewest(other, item) <= 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * Both lists in one, in the order of `byNewest`, which `items` has. A few arrivals among fifty thousand are looked up, not sorted in:
 * what stands between them is copied as it is.
 */
export function merged(items: readonly ArticleItem[], arrivals: readonly ArticleItem[]): ArticleItem[] {
  const parts: (readonly ArticleItem[])[] = [];
  let from = 0;
  for (const item of [...arrivals].sort(byNewest)) {
    const at = placeOf(items, item, from);
    parts.push(items.slice(from, at), [item]);
    from = at;
  }
  return ([] as ArticleItem[]).concat(...parts, items.slice(from));
}
