import type { Document, Scenario } from '#test/shared/access/aws/scenario.ts';

type Statement = Document['Statement'][number];

/** The same scenario with each of its documents replaced. */
export function withDocuments(scenario: Scenario, change: (document: Document) => Document): Scenario {
  const { boundary, session, resourcePolicy } = scenario;
  return {
    ...scenario,
    identity: scenario.identity.map(change),
    ...(boundary && { boundary: change(boundary) }),
    ...(session && { session: change(session) }),
    ...(resourcePolicy && { resourcePolicy: change(resourcePolicy) }),
    serviceControls: scenario.serviceControls.map((level) => level.map(change)),
    resourceControls: scenario.resourceControls.map((level) => level.map(change)),
  };
}

export const withStatements = (
  scenario: Scenario,
  change: (statement: Statement, document: Document) => Statement,
): Scenario =>
  withDocuments(scenario, (document) => ({
    ...document,
    Statement: document.Statement.map((statement) => change(statement, document)),
  }));

/** One operator on one key. */
export interface Block {
  readonly operator: string;
  readonly key: string;
  readonly values: readonly string[];
}

export const listOf = (value: unknown): readonly string[] =>
  (Array.isArray(value) ? value : [value]).map(String);

/** The same scenario with each condition replaced; `undefined` leaves it out. */
export const withConditions = (
  scenario: Scenario,
  change: (block: Block, document: Document) => Block | undefined,
): Scenario =>
  withStatements(scenario, (statement, document) => {
    const { Condition, ...rest } = statement;
    if (Condition === undefined) return statement;
    const changed: Record<string, Record<string, readonly string[]>> = {};
    for (const [operator, keys] of Object.entries(Condition as Record<string, Record<string, unknown>>))
      for (const [key, values] of Object.entries(keys)) {
        const block = change({ operator, key, values: listOf(values) }, document);
        if (block) changed[block.operator] = { ...changed[block.operator], [block.key]: block.values };
      }
    return Object.keys(changed).length === 0 ? rest : { ...rest, Condition: changed };
  });
