import type { JsonObject } from '#shared/model/json.ts';
import type { AssetRow, TechniqueExamples } from '../estate.ts';
import { user, userArn } from './statements.ts';

interface Reaching {
  readonly target: AssetRow;
  /** What else there is. */
  readonly beside?: readonly AssetRow[];
  /** The intern's statements, with which they get there. */
  readonly may: readonly JsonObject[];
  /** Those with which they do not; the same where it is the estate that differs. */
  readonly unless?: readonly JsonObject[];
  /** The estate in which they do not get there, with the same statements. */
  readonly otherwise?: readonly AssetRow[];
}

/** An intern, and something that they reach or do not. */
export const reaching = ({
  target,
  beside = [],
  may,
  unless = may,
  otherwise = [target, ...beside],
}: Reaching): TechniqueExamples => ({
  target: target.id,
  by: userArn('intern'),
  path: [user('intern', ...may), target, ...beside],
  nearMiss: [user('intern', ...unless), ...otherwise],
});

/** Something open to whoever comes, and the same closed. */
export const open = (
  target: AssetRow,
  closed: AssetRow,
  beside: readonly AssetRow[] = [],
): TechniqueExamples => ({
  target: target.id,
  path: [target, ...beside],
  nearMiss: [closed, ...beside],
});
