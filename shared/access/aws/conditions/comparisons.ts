import { negated, type Operator } from './operator.ts';

const numberOf = (text: string): number | undefined =>
  /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/.test(text) ? Number(text) : undefined;

/** Milliseconds since 1970, from ISO 8601 or from seconds since 1970. */
function timeOf(text: string): number | undefined {
  if (/^-?\d{5,}(?:\.\d+)?$/.test(text)) return Number(text) * 1000;
  if (!/^\d{4}(?:-\d\d(?:-\d\d(?:T\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)?)?)?)?$/.test(text))
    return undefined;
  // Without a zone, JavaScript takes a time for local; IAM knows UTC only.
  const time = Date.parse(/T/.test(text) && !/(?:Z|[+-]\d\d:?\d\d)$/.test(text) ? `${text}Z` : text);
  return Number.isNaN(time) ? undefined : time;
}

/** Operators over what has an order: of two that cannot be read none fits the other. */
function ordered(kind: 'Numeric' | 'Date', read: (text: string) => number | undefined): readonly Operator[] {
  const comparing = (name: string, compare: (found: number, wanted: number) => boolean): Operator => ({
    name: `${kind}${name}`,
    fits: (written) => {
      const wanted = read(written);
      return (text) => {
        const found = read(text);
        return found !== undefined && wanted !== undefined && compare(found, wanted);
      };
    },
  });
  const equals = comparing('Equals', (found, wanted) => found === wanted);
  return [
    equals,
    negated(`${kind}NotEquals`, equals),
    comparing('LessThan', (found, wanted) => found < wanted),
    comparing('LessThanEquals', (found, wanted) => found <= wanted),
    comparing('GreaterThan', (found, wanted) => found > wanted),
    comparing('GreaterThanEquals', (found, wanted) => found >= wanted),
  ];
}

export const comparisons: readonly Operator[] = [...ordered('Numeric', numberOf), ...ordered('Date', timeOf)];
