import { covers, intersects, matches, type Pattern, resourcePattern } from './pattern.ts';
import { type Policy, type Resources, type Statement, speaksOf } from './statement.ts';

/** Actions of which the resources are kept sorted: a megabyte each where there are thousands of policies. */
const MOST_ACTIONS = 32;

/**
 * Finds the statements that speak of an action and of a resource, by looking up the beginnings of the resource and not
 * by trying every pattern.
 */
export class StatementIndex {
  /** All statements of all policies, by number: those of a policy follow each other. */
  readonly statements: readonly Statement[];
  /** The policy of each statement. */
  readonly policyOf: Uint32Array;
  readonly #byName = new Map<string, number[]>();
  readonly #byPattern = new Map<string, Named>();
  readonly #negated: number[] = [];
  readonly #byAction = new Map<string, ResourceIndex>();

  constructor(policies: readonly Policy[]) {
    this.statements = policies.flatMap(({ statements }) => statements);
    this.policyOf = new Uint32Array(this.statements.length);
    let number = 0;
    for (const [policy, { statements }] of policies.entries())
      for (const { actions } of statements) {
        this.policyOf[number] = policy;
        if (actions.isNot) this.#negated.push(number);
        else {
          for (const name of actions.names) listAt(this.#byName, name).push(number);
          for (const pattern of actions.patterns) name(this.#byPattern, pattern.text, pattern, number);
        }
        number++;
      }
  }

  /**
   * The numbers of the statements that may hold for the action, in lower case, on the resource, ascending: whoever asks
   * and whatever their conditions.
   */
  matching(action: string, resource: string): Uint32Array {
    const known = this.#byAction.get(action);
    const index = known ?? new ResourceIndex(this.statements, this.#speakingOf(action));
    // The one asked about last stands last.
    this.#byAction.delete(action);
    this.#byAction.set(action, index);
    if (this.#byAction.size > MOST_ACTIONS)
      this.#byAction.delete(this.#byAction.keys().next().value as string);
    return index.matching(resource);
  }

  #speakingOf(action: string): Iterable<number> {
    const found = new Set(this.#byName.get(action));
    for (const { pattern, statements } of this.#byPattern.values())
      if (matches(pattern, action)) for (const statement of statements) found.add(statement);
    for (const statement of this.#negated)
      if (speaksOf((this.statements[statement] as Statement).actions, action)) found.add(statement);
    return found;
  }
}

function listAt<Key>(lists: Map<Key, number[]>, key: Key): number[] {
  const known = lists.get(key);
  if (known) return known;
  const list: number[] = [];
  lists.set(key, list);
  return list;
}

/** A pattern and the statements that it stands in. */
interface Named {
  readonly pattern: Pattern;
  readonly statements: number[];
}

function name(all: Map<string, Named>, key: string, pattern: Pattern, statement: number): void {
  const known = all.get(key);
  if (known) known.statements.push(statement);
  else all.set(key, { pattern, statements: [statement] });
}

/** Statements by the resources that they name. */
class ResourceIndex {
  readonly #exact = new Map<string, number[]>();
  /** By the length of the beginning, then by the beginning. */
  readonly #beginnings = new Map<number, Map<string, Named>>();
  readonly #others = new Map<string, Named>();
  readonly #negated: { readonly resources: Resources; readonly statement: number }[] = [];

  constructor(statements: readonly Statement[], numbers: Iterable<number>) {
    for (const number of numbers) {
      const { resources } = statements[number] as Statement;
      // What names no resource speaks of the one that it is on.
      if (!resources) this.#add(EVERYTHING, number);
      else if (resources.isNot) this.#negated.push({ resources, statement: number });
      else {
        for (const pattern of resources.patterns) this.#add(pattern, number);
        for (const { widest } of resources.templates) this.#add(widest, number);
      }
    }
  }

  #add(pattern: Pattern, statement: number): void {
    const { text, prefix, isText, isPrefix } = pattern;
    if (isText) listAt(this.#exact, prefix).push(statement);
    else if (isPrefix) {
      const known = this.#beginnings.get(prefix.length);
      const beginnings = known ?? new Map<string, Named>();
      if (!known) this.#beginnings.set(prefix.length, beginnings);
      name(beginnings, prefix, pattern, statement);
    } else name(this.#others, text, pattern, statement);
  }

  matching(resource: string): Uint32Array {
    const found = new Set<number>();
    const add = (statements: readonly number[] | undefined): void => {
      if (statements) for (const statement of statements) found.add(statement);
    };
    const asked = resourcePattern(resource);
    // A bare `*` is no choice of resources but none.
    if (asked.isText || resource === '*') {
      add(this.#exact.get(resource));
      for (const [length, beginnings] of this.#beginnings)
        if (length <= resource.length) add(beginnings.get(resource.slice(0, length))?.statements);
      for (const { pattern, statements } of this.#others.values())
        if (matches(pattern, resource)) add(statements);
      for (const { resources, statement } of this.#negated)
        if (!resources.patterns.some((pattern) => matches(pattern, resource))) found.add(statement);
    } else {
      for (const [text, statements] of this.#exact) if (matches(asked, text)) add(statements);
      for (const beginnings of this.#beginnings.values())
        for (const { pattern, statements } of beginnings.values())
          if (intersects(pattern, asked)) add(statements);
      for (const { pattern, statements } of this.#others.values())
        if (intersects(pattern, asked)) add(statements);
      for (const { resources, statement } of this.#negated)
        if (!resources.patterns.some((pattern) => covers(pattern, asked))) found.add(statement);
    }
    return Uint32Array.from(found).sort();
  }
}

const EVERYTHING = resourcePattern('*');
