/**
 * Texts with `*` and `?` as IAM reads them, and what two of them have in common.
 *
 * Source: IAM User Guide, “IAM JSON policy elements: Resource”: in an ARN both stay within their segment, save a `*`
 * that is its segment's last character, which goes on beyond the colon. What follows the fifth colon is one segment
 * here: names of services may hold colons themselves. An ARN of fewer than six fields is completed with wildcards
 * (“IAM ARNs”).
 */
export interface Pattern {
  /** As it was written. */
  readonly text: string;
  /** Whether it stands for one text only. */
  readonly isText: boolean;
  /** What everything that it matches begins with: all of it, where it is a text. */
  readonly prefix: string;
  /** Whether it is that prefix and a `*`. */
  readonly isPrefix: boolean;
  /** Char codes and wildcards. */
  readonly tokens: readonly number[];
  /** Whether some wildcard keeps within its segment. */
  readonly hasSegments: boolean;
  /** Of an ARN whose wildcards all keep within their fields: one for each. */
  readonly fields: readonly Pattern[] | undefined;
}

const ONE = -1;
const MANY = -2;
const ONE_IN_SEGMENT = -3;
const MANY_IN_SEGMENT = -4;
const COLON = 58;
/** Fields of an ARN before its resource: `arn:partition:service:region:account:`. */
const FIELDS_BEFORE_RESOURCE = 5;

const LITERAL_MANY = '\uE02A';
const LITERAL_ONE = '\uE03F';

/** Keeps what comes out of a variable from being read as a wildcard. */
export const literally = (text: string): string =>
  text.includes('*') || text.includes('?')
    ? text.replaceAll('*', LITERAL_MANY).replaceAll('?', LITERAL_ONE)
    : text;

/** The text without those marks. */
export const plainly = (text: string): string =>
  text.includes(LITERAL_MANY) || text.includes(LITERAL_ONE)
    ? text.replaceAll(LITERAL_MANY, '*').replaceAll(LITERAL_ONE, '?')
    : text;

/** A pattern over any text, such as that of a `StringLike`. */
export const textPattern = (written: string): Pattern => compile(written, 'text');

/** Resources that can still be chosen: whole ARNs, so that no wildcard goes beyond its field. */
export function openResource(written: string): Pattern {
  const fields = written.split(':');
  if (fields[0] !== 'arn' || fields.length <= FIELDS_BEFORE_RESOURCE) return compile(written, 'text');
  const resource = fields.slice(FIELDS_BEFORE_RESOURCE).join(':');
  return {
    ...compile(written, 'arn'),
    fields: [...fields.slice(0, FIELDS_BEFORE_RESOURCE), resource].map(textPattern),
  };
}

/**
 * The pattern with each wildcard in its field, where it has all fields: what a policy means, without what it also
 * matches. An asterisk that goes beyond its field matches every text that has the rest of the pattern in a name.
 */
export function byField(pattern: Pattern): Pattern {
  const known = confined.get(pattern);
  if (known) return known;
  const isWhole = pattern.text.split(':').length > FIELDS_BEFORE_RESOURCE;
  const made = isWhole ? openResource(pattern.text) : pattern;
  confined.set(pattern, made);
  return made;
}

const confined = new WeakMap<Pattern, Pattern>();

/** A pattern over the ARNs of resources, as a policy writes it. */
export function resourcePattern(written: string): Pattern {
  if (!written.startsWith('arn:')) return compile(written, 'text');
  const isWhole = written.endsWith('*') || written.split(':').length > FIELDS_BEFORE_RESOURCE;
  return compile(isWhole ? written : `${written}:*`, 'resource');
}

/** A pattern over actions, whose letter case does not count: to be matched with text in lower case. */
export const actionPattern = (written: string): Pattern => compile(written.toLowerCase(), 'text');

/** How far wildcards go: anywhere, to the end of the field, or beyond it where they are the last of their segment. */
type Reach = 'text' | 'arn' | 'resource';

function compile(written: string, reach: Reach): Pattern {
  const tokens: number[] = [];
  let colons = 0;
  for (let at = 0; at < written.length; at += 1) {
    const character = written[at] ?? '';
    const inSegment = reach !== 'text' && colons < FIELDS_BEFORE_RESOURCE;
    if (character === '*') {
      const isLast = reach === 'resource' && (at + 1 === written.length || written[at + 1] === ':');
      pushMany(tokens, inSegment && !isLast ? MANY_IN_SEGMENT : MANY);
    } else if (character === '?') tokens.push(inSegment ? ONE_IN_SEGMENT : ONE);
    else tokens.push(plainly(character).charCodeAt(0));
    if (character === ':') colons += 1;
  }
  const wildcard = tokens.findIndex((token) => token < 0);
  const isText = wildcard === -1;
  const prefix = String.fromCharCode(...(isText ? tokens : tokens.slice(0, wildcard)));
  return {
    text: written,
    isText,
    prefix,
    isPrefix: wildcard === tokens.length - 1 && tokens.at(-1) === MANY,
    tokens,
    hasSegments: tokens.some((token) => token <= ONE_IN_SEGMENT),
    fields: undefined,
  };
}

/** `**` is `*`, so that nothing is tried twice. */
function pushMany(tokens: number[], token: number): void {
  const last = tokens.at(-1);
  if (last === MANY || last === token) return;
  if (last === MANY_IN_SEGMENT) tokens.pop();
  tokens.push(token);
}

export function matches(pattern: Pattern, text: string): boolean {
  if (pattern.isText) return pattern.prefix === text;
  if (!text.startsWith(pattern.prefix)) return false;
  if (pattern.isPrefix) return true;
  return pattern.hasSegments ? walks(pattern, text) : matchesGreedily(pattern, text);
}

/** Takes as little as it can for each `*`, and more where the rest does not fit: never worse than tokens × text. */
function matchesGreedily({ tokens, prefix }: Pattern, text: string): boolean {
  let token = prefix.length;
  let at = prefix.length;
  let lastMany = -1;
  let resumeAt = 0;
  while (at < text.length) {
    const wanted = tokens[token];
    if (wanted === MANY) {
      lastMany = token;
      resumeAt = at;
      token += 1;
    } else if (wanted === ONE || wanted === text.charCodeAt(at)) {
      token += 1;
      at += 1;
    } else if (lastMany !== -1) {
      token = lastMany + 1;
      resumeAt += 1;
      at = resumeAt;
    } else return false;
  }
  return tokens[token] === MANY ? token + 1 === tokens.length : token === tokens.length;
}

/** Follows all ways through the pattern at once. */
function walks(pattern: Pattern, text: string): boolean {
  const machine = machineOf(pattern);
  return (afterText(machine, text) & machine.end) !== 0n;
}

function afterText(machine: Machine, text: string): bigint {
  let state = machine.start;
  for (let at = 0; at < text.length && state !== 0n; at += 1)
    state = step(machine, state, text.charCodeAt(at));
  return state;
}

/** Whether some text matches both. */
export function intersects(one: Pattern, other: Pattern): boolean {
  if (one.isText) return matches(other, one.prefix);
  if (other.isText) return matches(one, other.prefix);
  const [shorter, longer] = one.prefix.length <= other.prefix.length ? [one, other] : [other, one];
  if (!longer.prefix.startsWith(shorter.prefix)) return false;
  if (shorter.isPrefix) return true;
  if (one.fields && other.fields) return everyField(one.fields, other.fields, intersects);
  return search([one, other], []) !== 'none';
}

/** Whether everything that `other` matches is matched by `pattern`. False also where the search is given up. */
export function covers(pattern: Pattern, other: Pattern): boolean {
  if (other.isText) return matches(pattern, other.prefix);
  if (pattern.isText) return false;
  if (pattern.isPrefix) return other.prefix.startsWith(pattern.prefix);
  if (pattern.text === other.text && pattern.hasSegments === other.hasSegments) return true;
  return search([other], [pattern]) === 'none';
}

const everyField = (
  ones: readonly Pattern[],
  others: readonly Pattern[],
  holds: (one: Pattern, other: Pattern) => boolean,
): boolean => ones.every((one, index) => holds(one, others[index] ?? one));

export type Found = { readonly text: string } | 'none' | 'given-up';

/** States after which a search ends: patterns of dozens of wildcards each, which nobody has written yet. */
const MOST_STATES = 20_000;

/** A text that matches all of the patterns and none of the others: the shortest. */
export function search(all: readonly Pattern[], none: readonly Pattern[]): Found {
  const patterns = [...all, ...none];
  const machines = patterns.map(machineOf);
  const unnamed = characterOutside(machines);
  interface Reached {
    readonly states: readonly bigint[];
    readonly character: number;
    readonly from: Reached | undefined;
  }
  // What all must begin with need not be searched.
  const prefix = all.reduce(
    (longest, each) => (each.prefix.length > longest.length ? each.prefix : longest),
    '',
  );
  const start: Reached = {
    states: machines.map((machine) => afterText(machine, prefix)),
    character: 0,
    from: undefined,
  };
  if (start.states.some((state, index) => index < all.length && state === 0n)) return 'none';
  const seen = new Set([start.states.join()]);
  const queue = [start];
  for (const reached of queue) {
    const { states } = reached;
    if (machines.every(({ end }, index) => (((states[index] ?? 0n) & end) !== 0n) === index < all.length)) {
      const characters: number[] = [];
      for (let each: Reached = reached; each.from; each = each.from) characters.push(each.character);
      return { text: prefix + String.fromCharCode(...characters.reverse()) };
    }
    for (const character of nextCharacters(machines, states, unnamed)) {
      const next = machines.map((machine, index) => step(machine, states[index] ?? 0n, character));
      if (next.some((state, index) => index < all.length && state === 0n)) continue;
      const key = next.join();
      if (seen.has(key)) continue;
      if (seen.size === MOST_STATES) return 'given-up';
      seen.add(key);
      queue.push({ states: next, character, from: reached });
    }
  }
  return 'none';
}

/** The pattern as a machine that is in many places at once: bit n is set where n tokens have been read. */
interface Machine {
  readonly tokens: readonly number[];
  readonly start: bigint;
  readonly end: bigint;
  readonly literals: ReadonlyMap<number, bigint>;
  readonly one: bigint;
  readonly many: bigint;
  readonly oneInSegment: bigint;
  readonly manyInSegment: bigint;
  /** Both kinds, which may also stand for nothing. */
  readonly optional: bigint;
}

const machines = new WeakMap<Pattern, Machine>();

function machineOf(pattern: Pattern): Machine {
  const known = machines.get(pattern);
  if (known) return known;
  const { tokens } = pattern;
  const literals = new Map<number, bigint>();
  const wildcards = new Map<number, bigint>();
  tokens.forEach((token, index) => {
    const places = token < 0 ? wildcards : literals;
    places.set(token, (places.get(token) ?? 0n) | (1n << BigInt(index)));
  });
  const many = wildcards.get(MANY) ?? 0n;
  const manyInSegment = wildcards.get(MANY_IN_SEGMENT) ?? 0n;
  const optional = many | manyInSegment;
  const machine: Machine = {
    tokens,
    start: withSkipped(1n, optional),
    end: 1n << BigInt(tokens.length),
    literals,
    one: wildcards.get(ONE) ?? 0n,
    many,
    oneInSegment: wildcards.get(ONE_IN_SEGMENT) ?? 0n,
    manyInSegment,
    optional,
  };
  machines.set(pattern, machine);
  return machine;
}

/** No two `*` follow each other, so that skipping once is enough. */
const withSkipped = (state: bigint, optional: bigint): bigint => state | ((state & optional) << 1n);

function step(machine: Machine, state: bigint, character: number): bigint {
  const isColon = character === COLON;
  const one = isColon ? machine.one : machine.one | machine.oneInSegment;
  const many = isColon ? machine.many : machine.optional;
  const moved = (state & ((machine.literals.get(character) ?? 0n) | one)) << 1n;
  return withSkipped(moved | (state & many), machine.optional);
}

/** Characters that lead on in different ways from here; one that nothing names stands for all others. */
function nextCharacters(
  machines: readonly Machine[],
  states: readonly bigint[],
  unnamed: number,
): ReadonlySet<number> {
  const characters = new Set([unnamed]);
  machines.forEach((machine, index) => {
    const state = states[index] ?? 0n;
    for (const [character, places] of machine.literals)
      if ((state & places) !== 0n) characters.add(character);
    if ((state & (machine.oneInSegment | machine.manyInSegment)) !== 0n) characters.add(COLON);
  });
  return characters;
}

function characterOutside(machines: readonly Machine[]): number {
  for (const character of 'x0abcdefghijklmnopqrstuvwyz123456789') {
    const code = character.charCodeAt(0);
    if (machines.every(({ literals }) => !literals.has(code))) return code;
  }
  let code = 0x4e00;
  while (machines.some(({ literals }) => literals.has(code))) code += 1;
  return code;
}
