/** What an expression is known to be before the template is rendered, or nothing. */
export type Known = string | number | readonly Known[] | undefined;

const LONGEST = 10_000;

const asText = (value: Known): string | undefined =>
  typeof value === 'string' ? value : typeof value === 'number' ? String(value) : undefined;

const short = (text: string | undefined): string | undefined =>
  text !== undefined && text.length <= LONGEST ? text : undefined;

export function foldBinary(operator: string, left: Known, right: Known): Known {
  if (operator === '~') {
    const [a, b] = [asText(left), asText(right)];
    return a === undefined || b === undefined ? undefined : short(a + b);
  }
  if (operator === '+') {
    if (typeof left === 'string' && typeof right === 'string') return short(left + right);
    if (typeof left === 'number' && typeof right === 'number') return left + right;
    if (Array.isArray(left) && Array.isArray(right) && left.length + right.length <= LONGEST)
      return [...left, ...right];
  }
  if (operator === '-' && typeof left === 'number' && typeof right === 'number') return left - right;
  if (operator === '*' && typeof right === 'number') {
    if (typeof left === 'number') return left * right;
    if (typeof left === 'string' && right >= 0 && left.length * right <= LONGEST)
      return left.repeat(Math.floor(right));
  }
  if (operator === '%' && typeof left === 'string')
    return foldPercent(left, right === undefined ? [undefined] : Array.isArray(right) ? right : [right]);
  return undefined;
}

/** `'%c%s' % (95, 'x')` */
export function foldPercent(format: string, given: readonly Known[]): Known {
  let next = 0;
  let isKnown = true;
  const text = format.replaceAll(/%([%csd])/g, (_all, kind: string) => {
    if (kind === '%') return '%';
    const value = given[next++];
    if (kind === 'c' && typeof value === 'number' && value >= 0 && value <= 0x10ffff)
      return String.fromCodePoint(value);
    const written = asText(value);
    isKnown &&= written !== undefined;
    return written ?? '';
  });
  return isKnown ? short(text) : undefined;
}

/** `'{}{1}'.format(…)` */
function foldFormat(format: string, given: readonly Known[]): Known {
  let next = 0;
  let isKnown = true;
  const text = format.replaceAll(/\{(\d{0,4})(?::c)?\}/g, (all: string, index: string) => {
    const value = given[index === '' ? next++ : Number(index)];
    if (all.endsWith(':c}') && typeof value === 'number' && value >= 0 && value <= 0x10ffff)
      return String.fromCodePoint(value);
    const written = asText(value);
    isKnown &&= written !== undefined;
    return written ?? '';
  });
  return isKnown ? short(text) : undefined;
}

/** A filter, or the method of the same name. */
export function foldFilter(name: string, value: Known, given: readonly Known[]): Known {
  const text = asText(value);
  switch (name) {
    case 'join': {
      const parts = Array.isArray(value) ? value : typeof value === 'string' ? [...value] : undefined;
      const between = given.length === 0 ? '' : asText(given[0]);
      if (parts === undefined || between === undefined) return undefined;
      const written = parts.map(asText);
      return written.every((part) => part !== undefined) ? short(written.join(between)) : undefined;
    }
    case 'replace': {
      const [from, to] = [asText(given[0]), asText(given[1])];
      if (text === undefined || from === undefined || to === undefined || from === '') return undefined;
      if (text.length * (to.length + 1) > LONGEST * 10) return undefined;
      return short(text.replaceAll(from, () => to));
    }
    case 'reverse':
      return Array.isArray(value) ? [...value].reverse() : text && [...text].reverse().join('');
    case 'list':
      return typeof value === 'string' ? [...value] : value;
    case 'first':
      return typeof value === 'string' ? value[0] : Array.isArray(value) ? value[0] : undefined;
    case 'last':
      return typeof value === 'string' ? value.at(-1) : Array.isArray(value) ? value.at(-1) : undefined;
    case 'lower':
      return text?.toLowerCase();
    case 'upper':
      return text?.toUpperCase();
    case 'trim':
    case 'strip':
      return given.length === 0 ? text?.trim() : undefined;
    case 'format':
      return typeof value === 'string' ? foldPercent(value, given) : undefined;
    case 'string':
    case 'safe':
    case 'escape':
    case 'e':
    case 'forceescape':
      return text;
    case 'default':
    case 'd':
      return value;
    default:
      return undefined;
  }
}

export function foldMethod(name: string, value: Known, given: readonly Known[]): Known {
  if (name === 'join')
    return Array.isArray(given[0]) && typeof value === 'string'
      ? foldFilter('join', given[0], [value])
      : undefined;
  if (name === 'format') return typeof value === 'string' ? foldFormat(value, given) : undefined;
  if (['replace', 'lower', 'upper', 'strip'].includes(name)) return foldFilter(name, value, given);
  return undefined;
}

/** `'…'[::-1]`, `'…'[1:3]` */
export function foldSlice(
  value: Known,
  [from, to, step]: readonly Known[],
  wasGiven: readonly boolean[],
): Known {
  if (typeof value !== 'string' && !Array.isArray(value)) return undefined;
  if (wasGiven.some((given, index) => given && typeof [from, to, step][index] !== 'number')) return undefined;
  const stride = wasGiven[2] ? (step as number) : 1;
  const characters: readonly Known[] = typeof value === 'string' ? [...value] : value;
  if (stride === -1 && !wasGiven[0] && !wasGiven[1]) return together([...characters].reverse(), value);
  if (stride <= 0 || !Number.isInteger(stride)) return undefined;
  const part = characters.slice(wasGiven[0] ? (from as number) : 0, wasGiven[1] ? (to as number) : undefined);
  return together(
    part.filter((_each, index) => index % stride === 0),
    value,
  );
}

const together = (parts: readonly Known[], like: Known): Known =>
  typeof like === 'string' ? parts.join('') : parts;
