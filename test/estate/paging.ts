/**
 * How many elements a page of an operation's list holds: always the same, or by operation id and by what the
 * caller asked for.
 */
export type PageSize = number | ((operation: string, asked: number | undefined) => number);

/** Small, so that paging is exercised. */
export const SMALL_PAGES: PageSize = 3;

/** `asked` may be what a query says: text, or nothing. */
export function pageSizeFor(size: PageSize, operation: string, asked: unknown): number {
  if (typeof size === 'number') return size;
  const number = Number(asked);
  return size(operation, Number.isInteger(number) && number > 0 ? number : undefined);
}
