import type { Rule } from '#shared/model/check.ts';
import { judgedBy } from '#shared/model/predicate.ts';
import type { Combination } from './combination.ts';
import { readsOfFacts } from './judge-combinations.ts';
import { readsOfTechnique } from './reach.ts';
import { CONFIDENCE, type Technique } from './technique.ts';

const BASIS = {
  documented: 'described by others who tried it',
  vendor: 'follows from what the cloud itself says of its roles',
  inferred: 'inferred from permissions, and tried by nobody that we know of',
} as const;

const hasNeeds = (technique: Technique): boolean => technique.by === 'principal';

/** A technique as people read of checks, in reports and on the terminal. */
export const ruleOf = (technique: Technique): Rule => ({
  id: technique.id,
  assetType: technique.assetType,
  title: technique.title,
  severity: technique.severity,
  why: `${technique.why} What it gives: ${technique.gains}. Confidence ${CONFIDENCE[technique.basis]}: ${BASIS[technique.basis]}.`,
  fix: technique.fix,
  source: technique.source,
  frameworks: technique.frameworks,
  ...(technique.applies ? { applies: technique.applies } : {}),
  fails: judgedBy({
    sentence: hasNeeds(technique)
      ? `somebody who is not meant to, and gains by it, has the permissions for ${technique.gains}`
      : `it is open to ${technique.by === 'outside' ? 'anybody' : 'whoever has a hold on it'}`,
    reads: readsOfTechnique(technique),
    judge: () => {
      throw new Error(`${technique.id} is judged over the graph`);
    },
  }),
});

/** A combination as people read of checks. */
export const ruleOfCombination = ({
  id,
  assetType,
  title,
  severity,
  why,
  fix,
  source,
  frameworks,
  facts,
}: Combination): Rule => ({
  id,
  assetType,
  title,
  severity,
  why,
  fix,
  source,
  frameworks,
  fails: judgedBy({
    sentence: 'all of this is so at once, each of it with its own evidence',
    reads: readsOfFacts(facts),
    judge: () => {
      throw new Error(`${id} is judged over the graph`);
    },
  }),
});
