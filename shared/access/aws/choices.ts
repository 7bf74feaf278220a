import { expand } from './conditions/variables.ts';
import { byField, covers, intersects, matches, type Pattern, resourcePattern, search } from './pattern.ts';
import type { Request } from './request.ts';
import { type Policy, type Resources, speaksOf } from './statement.ts';

/** Kinds of resources after which one stops looking for one that works. */
const MOST_KINDS = 64;

/** Whether the request can still choose its resource. */
export const leavesOpen = ({ resource }: Request): boolean => resource !== '*' && /[*?]/.test(resource);

/**
 * What can be chosen where a request leaves the resource open: first one that fits each pattern, then one of each kind.
 * Two resources that the same patterns of all policies match get the same decision, so that one stands for its kind.
 * Tells in the end whether there are more kinds than it gave.
 */
export function* choicesOf(
  request: Request,
  asked: Pattern,
  policies: readonly Policy[],
): Generator<string, boolean, undefined> {
  const telling = tellingApart(asked, request, policies);
  for (const pattern of telling) {
    const found = search([asked, pattern], []);
    if (typeof found === 'object') yield found.text;
  }
  const kinds: Kind[] = [];
  const first = search([asked], []);
  if (typeof first === 'string') return first === 'given-up';
  kinds.push({ inside: [asked], outside: [], example: first.text });
  let givenUp = false;
  // Over those that are there so far; what is added is already split.
  for (const pattern of telling)
    for (const [index, { inside, outside, example }] of [...kinds.entries()]) {
      const isInside = matches(pattern, example);
      const other = isInside ? search(inside, [...outside, pattern]) : search([...inside, pattern], outside);
      const within: Kind = { inside: [...inside, pattern], outside, example };
      const without: Kind = { inside, outside: [...outside, pattern], example };
      kinds[index] = isInside ? within : without;
      if (typeof other === 'object' && kinds.length < MOST_KINDS)
        kinds.push({ ...(isInside ? without : within), example: other.text });
      else if (other !== 'none') givenUp = true;
    }
  for (const { example } of kinds) yield example;
  return givenUp;
}

interface Kind {
  readonly inside: readonly Pattern[];
  readonly outside: readonly Pattern[];
  readonly example: string;
}

/** Patterns that match some of what can be chosen and not the rest. */
function tellingApart(asked: Pattern, request: Request, policies: readonly Policy[]): readonly Pattern[] {
  const found = new Map<string, Pattern>();
  for (const { statements } of policies)
    for (const { actions, resources } of statements)
      if (resources && speaksOf(actions, request.action))
        for (const pattern of patternsOf(resources, request).map(byField))
          if (!found.has(pattern.text) && intersects(pattern, asked) && !covers(pattern, asked))
            found.set(pattern.text, pattern);
  return [...found.values()];
}

function patternsOf({ patterns, templates }: Resources, { context }: Request): readonly Pattern[] {
  if (templates.length === 0) return patterns;
  const expanded = templates.flatMap((template) => {
    const text = expand(template, context);
    if (text === 'unresolved') return [];
    return [text === undefined ? template.widest : resourcePattern(text.text)];
  });
  return [...patterns, ...expanded];
}
