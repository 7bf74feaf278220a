import { allows, conditionKeys, covers, type Statement } from '../policies.ts';

/** What `NotResource` names, which `Statement` does not hold. */
const exceptOf = ({ written }: Statement): string[] => [written['NotResource'] ?? []].flat().map(String);

const actsOn = ({ actions, notActions }: Statement, action: string): boolean =>
  actions.some((pattern) => covers(pattern, action)) ||
  (notActions.length > 0 && !notActions.some((pattern) => covers(pattern, action)));

/** Whether a statement reaches whatever of a kind there is: all but some, which `NotResource` says, is as good. */
const reachesAny = (statement: Statement): boolean =>
  statement.resources.includes('*') || exceptOf(statement).length > 0;

/**
 * What the statements of a principal come to: an Allow counts as long as no Deny without a condition takes its
 * action away from everything, and as long as the permissions boundary, where there is one, allows it too. A Deny
 * of some resources, or under a condition, leaves the rest.
 */
export class Permissions {
  readonly #counted: readonly Statement[];
  readonly #denials: readonly Statement[];
  readonly #boundary: readonly Statement[] | undefined;

  constructor(
    counted: readonly Statement[],
    all: readonly Statement[] = counted,
    boundary?: readonly Statement[],
  ) {
    this.#counted = counted;
    this.#denials = all.filter(({ effect }) => effect === 'Deny');
    this.#boundary = boundary;
  }

  /** Every Deny, also those under a condition. */
  get denials(): readonly Statement[] {
    return this.#denials;
  }

  /** The Allows that give at least one of these actions, somewhere and maybe under a condition. */
  giving(actions: readonly string[]): Statement[] {
    const left = actions.filter((action) => !this.#isDenied(action) && this.#isWithin(action));
    return this.#counted.filter((statement) => left.some((action) => allows(statement, action)));
  }

  #isDenied(action: string): boolean {
    return this.#denials.some((denial) => isDenialOf(denial, action));
  }

  #isWithin(action: string): boolean {
    const boundary = this.#boundary;
    if (!boundary) return true;
    return (
      boundary.some((statement) => allows(statement, action)) &&
      !boundary.some((statement) => statement.effect === 'Deny' && isDenialOf(statement, action))
    );
  }
}

const isDenialOf = (denial: Statement, action: string): boolean =>
  actsOn(denial, action) && reachesAny(denial) && conditionKeys(denial).length === 0;
