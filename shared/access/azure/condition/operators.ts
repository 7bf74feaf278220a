/** Whether a value compares with another; `undefined` where one of them is not of the operator's type. */
type Comparison = (left: string, right: string) => boolean | undefined;

/**
 * The comparison operators under the names that conditions have for them
 * (https://learn.microsoft.com/azure/role-based-access-control/conditions-format).
 */
const COMPARISONS: Readonly<Record<string, Comparison>> = {
  StringEquals: (left, right) => left === right,
  StringStartsWith: (left, right) => left.startsWith(right),
  StringLike: (left, right) => like(right).test(left),
  NumericEquals: integers((left, right) => left === right),
  NumericGreaterThan: integers((left, right) => left > right),
  NumericGreaterThanEquals: integers((left, right) => left >= right),
  NumericLessThan: integers((left, right) => left < right),
  NumericLessThanEquals: integers((left, right) => left <= right),
  BoolEquals: typed(truth, (left, right) => left === right),
  GuidEquals: typed(guid, (left, right) => left === right),
  DateTimeEquals: typed(instant, (left, right) => left === right),
  DateTimeGreaterThan: typed(instant, (left, right) => left > right),
  DateTimeGreaterThanEquals: typed(instant, (left, right) => left >= right),
  DateTimeLessThan: typed(instant, (left, right) => left < right),
  DateTimeLessThanEquals: typed(instant, (left, right) => left <= right),
};

const OPERATOR =
  /^(?:For(?<left>Any|All)Of(?<right>Any|All)Values:)?(?<type>String|Numeric|Bool|Guid|DateTime)(?<not>Not)?(?<test>Equals|StartsWith|Like|(?:Greater|Less)Than(?:Equals)?)(?<ignoreCase>IgnoreCase)?$/;

/**
 * What `left operator right` comes to; `undefined` where the operator is not known, a value is not of its type, or a
 * set of values stands where one value is compared.
 */
export function compare(
  left: readonly string[],
  operator: string,
  right: readonly string[],
): boolean | undefined {
  const named = OPERATOR.exec(operator)?.groups;
  const comparison = named && COMPARISONS[`${named['type']}${named['test']}`];
  if (!comparison || left.length === 0 || right.length === 0) return undefined;
  if (named['ignoreCase'] && named['type'] !== 'String') return undefined;
  const one: Comparison = (a, b) => {
    const found = named['ignoreCase'] ? comparison(a.toLowerCase(), b.toLowerCase()) : comparison(a, b);
    return found === undefined ? undefined : found !== (named['not'] !== undefined);
  };
  if (named['left'] === undefined) {
    const [a, b] = [left[0], right[0]];
    return left.length > 1 || right.length > 1 || a === undefined || b === undefined ? undefined : one(a, b);
  }
  const inner = named['right'] === 'Any' ? some : every;
  const outer = named['left'] === 'Any' ? some : every;
  return outer(left, (a) => inner(right, (b) => one(a, b)));
}

type Test = (value: string) => boolean | undefined;

function some(values: readonly string[], test: Test): boolean | undefined {
  const found = values.map(test);
  if (found.includes(true)) return true;
  return found.includes(undefined) ? undefined : false;
}

const every = (values: readonly string[], test: Test): boolean | undefined => {
  const missed = some(values, (value) => {
    const found = test(value);
    return found === undefined ? undefined : !found;
  });
  return missed === undefined ? undefined : !missed;
};

function typed<Value extends string | number | bigint | boolean>(
  read: (text: string) => Value | undefined,
  test: (left: Value, right: Value) => boolean,
): Comparison {
  return (left, right) => {
    const [a, b] = [read(left), read(right)];
    return a === undefined || b === undefined ? undefined : test(a, b);
  };
}

function integers(test: (left: bigint, right: bigint) => boolean): Comparison {
  return typed((text) => (/^[+-]?\d+$/.test(text) ? BigInt(text.replace(/^\+/, '')) : undefined), test);
}

function truth(text: string): boolean | undefined {
  const said = text.toLowerCase();
  return said === 'true' || said === 'false' ? said === 'true' : undefined;
}

/** Built-in roles write them with hyphens and without. */
function guid(text: string): string | undefined {
  const digits = text.replaceAll('-', '').toLowerCase();
  return /^[0-9a-f]{32}$/.test(digits) ? digits : undefined;
}

/** As text that sorts: all seven digits of the second's fraction count. */
function instant(text: string): string | undefined {
  const [, seconds, fraction = ''] = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(?:\.(\d{1,7}))?Z$/.exec(text) ?? [];
  return seconds && `${seconds}.${fraction.padEnd(7, '0')}`;
}

/** `*` and `?` stand for any characters and for one; a backslash before them takes that away. */
function like(pattern: string): RegExp {
  const body = pattern.replace(/\\([*?])|([*?])|([^*?\\]+|\\)/g, (_all, escaped, wildcard, text) => {
    if (wildcard) return wildcard === '*' ? '.*' : '.';
    return RegExp.escape(escaped ?? text);
  });
  return new RegExp(`^${body}$`, 's');
}
