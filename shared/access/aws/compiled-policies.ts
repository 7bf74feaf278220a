import { isObject, type Json } from '#shared/model/json.ts';
import type { Pattern } from './pattern.ts';
import { type Malformed, type Policy, parsePolicy, type Statement } from './statement.ts';

/** Every policy once, by number, however many principals it is attached to. */
export class CompiledPolicies {
  readonly policies: Policy[] = [];
  readonly #numbers = new Map<string, number | Malformed>();
  /** So that a document that many principals share is not written out for each. */
  #texts = new WeakMap<object, string>();
  readonly #actions = new Map<string, Pattern>();
  readonly #resources = new Map<string, Pattern>();

  /** The number of a policy; two of the same source and text are one. */
  add(source: string, document: Json): number | Malformed {
    const key = `${source}\n${this.#textOf(document)}`;
    const known = this.#numbers.get(key);
    if (known !== undefined) return known;
    const policy = parsePolicy(source, document);
    const number = 'malformed' in policy ? policy : this.policies.push(this.#sharing(policy)) - 1;
    this.#numbers.set(key, number);
    return number;
  }

  /**
   * A limit that is there and was not read: it may let anything through or nothing, or may deny anything. So that what
   * it limits is told as conditional.
   */
  addUnread(source: string, effect: Statement['effect']): number {
    const key = `${source}\nunread ${effect}`;
    const known = this.#numbers.get(key);
    if (typeof known === 'number') return known;
    const anything = { isNot: true, patterns: [] };
    const statement: Statement = {
      effect,
      source,
      name: '',
      actions: { ...anything, names: new Set() },
      resources: { ...anything, templates: [] },
      principals: undefined,
      conditions: [
        {
          text: `${source}, which was not read, ${effect === 'Allow' ? 'lets it through' : 'denies it'}`,
          key: '',
          holds: () => undefined,
        },
      ],
    };
    const number = this.policies.push({ source, statements: [statement] }) - 1;
    this.#numbers.set(key, number);
    return number;
  }

  /** The policy with one object for each pattern, of which there are far fewer than places where they stand. */
  #sharing({ source, statements }: Policy): Policy {
    const shared = (known: Map<string, Pattern>, patterns: readonly Pattern[]) =>
      patterns.map((pattern) => {
        const same = known.get(pattern.text);
        if (!same) known.set(pattern.text, pattern);
        return same ?? pattern;
      });
    return {
      source,
      statements: statements.map((statement) => ({
        ...statement,
        actions: { ...statement.actions, patterns: shared(this.#actions, statement.actions.patterns) },
        resources: statement.resources && {
          ...statement.resources,
          patterns: shared(this.#resources, statement.resources.patterns),
        },
      })),
    };
  }

  /** Lets go of what only adding needs. */
  seal(): void {
    this.#numbers.clear();
    this.#texts = new WeakMap();
    this.#actions.clear();
    this.#resources.clear();
  }

  #textOf(document: Json): string {
    if (!isObject(document)) return JSON.stringify(document);
    const known = this.#texts.get(document);
    if (known !== undefined) return known;
    const text = JSON.stringify(document);
    this.#texts.set(document, text);
    return text;
  }
}

/** The policy as if it stood elsewhere, in what is said of it. */
export const placed = (source: string, { statements }: Policy): Policy => ({
  source,
  statements: statements.map((statement) => ({ ...statement, source })),
});
