import { any, field, type Predicate } from '#shared/model/predicate.ts';

/** It runs an agent: without code it only keeps sessions and memories. */
export const runsCode: Predicate = any(
  field('spec.packageSpec').isPresent(),
  field('spec.sourceCodeSpec').isPresent(),
  field('spec.containerSpec').isPresent(),
);

/** An agent that is deployed from source, with this beside. */
export const fromSource = (spec: object) => ({ spec: { sourceCodeSpec: {}, ...spec } });
