export const LISTS = ['all', 'starred'] as const;
export type ListName = (typeof LISTS)[number];

const NAME = 'list';

/** The list that an address names; everything where it names none. */
export function listIn(params: URLSearchParams): ListName {
  return LISTS.find((list) => list === params.get(NAME)) ?? 'all';
}

/** The address of the page as it is, with that list in it. */
export function withList(list: ListName, current: URL): string {
  const params = new URLSearchParams(current.search);
  params.delete(NAME);
  if (list !== 'all') params.set(NAME, list);
  const search = params.toString();
  return search ? `${current.pathname}?${search}` : current.pathname;
}
