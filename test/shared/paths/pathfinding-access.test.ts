import { describe, expect, it } from 'vitest';
import { estateAccess } from '#shared/access/estate.ts';
import { Analysis } from '#shared/paths/analyse.ts';
import { techniques } from '#shared/paths/index.ts';
import type { Technique } from '#shared/paths/technique.ts';
import { allow, user, userArn } from './aws/statements.ts';
import { type AssetRow, assetsOf, type TechniqueExamples } from './estate.ts';
import { PERMISSION_SETS, setsWithin } from './pathfinding.ts';

const AT = new Date('2026-07-01T00:00:00.000Z');

const examplesOf = async ({ id }: Technique): Promise<TechniqueExamples> =>
  (await import(`./${id.replaceAll('.', '/')}.ts`)).default;

const named = techniques.filter(({ reference }) => reference.some((id) => id.startsWith('pathfinding ')));
const examples = await Promise.all(
  named.map(async (technique) => ({ technique, estate: await examplesOf(technique) })),
);

/** A user with a policy of the account's own and a group, so that there is something of theirs to rewrite. */
const member = (row: AssetRow): AssetRow => ({
  ...row,
  config: {
    ...row.config,
    AttachedManagedPolicies: [
      {
        PolicyName: 'own',
        PolicyArn: 'arn:aws:iam::111122223333:policy/own',
        Document: { Version: '2012-10-17', Statement: [allow('s3:ListAllMyBuckets')] },
      },
    ],
    GroupPolicyList: [
      {
        GroupName: 'analysts',
        PolicyName: 'analysts',
        PolicyDocument: { Version: '2012-10-17', Statement: [allow('s3:ListAllMyBuckets')] },
      },
    ],
  },
});

/** The techniques by which an intern with these permissions, and no others, gets to their targets. */
const reached = (actions: readonly string[]): Technique[] =>
  examples.flatMap(({ technique, estate: { by, path, target } }) => {
    const beside = path
      .filter(({ id }) => id !== by)
      .map((row) => (row.type === 'aws.iam.user' && row.id === target ? member(row) : row));
    const intern = user('intern', ...(actions.length > 0 ? [allow([...actions])] : []));
    const assets = assetsOf([intern, ...beside]);
    const { access, judged } = new Analysis({
      assets,
      access: estateAccess(assets),
      techniques: [technique],
      at: AT,
    });
    const reach = judged.find(({ target: { id } }) => id === target)?.reach;
    const who =
      reach?.kind === 'held' ? [...reach.unmeant.yes].map((number) => access.principals[number]?.id) : [];
    return who.includes(userArn('intern')) ? [technique] : [];
  });

describe('with a permission set of pathfinding.cloud', () => {
  it.each(PERMISSION_SETS)(
    '$id: an intern gets there, and with any of it missing does not',
    ({ id, actions }) => {
      const naming = reached(actions).filter(({ reference }) => reference.includes(`pathfinding ${id}`));
      expect(naming.map((technique) => technique.id)).not.toEqual([]);
      for (const missing of actions) {
        const rest = actions.filter((action) => action !== missing);
        const smaller = setsWithin(rest).map((set) => `pathfinding ${set}`);
        const beyond = reached(rest).filter(
          ({ reference }) => !smaller.some((set) => reference.includes(set)),
        );
        expect(beyond.map((technique) => technique.id)).toEqual([]);
      }
    },
  );
});
