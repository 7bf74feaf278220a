import { describe, expect, it } from 'vitest';
import { condition } from '#shared/access/azure/condition/condition.ts';
import conditions from './cases/conditions.ts';
import denials from './cases/denials.ts';
import groups from './cases/groups.ts';
import roles from './cases/roles.ts';
import scopes from './cases/scopes.ts';
import { indexOf } from './estate.ts';

const learn = /^https:\/\/learn\.microsoft\.com\/azure\//;

describe.each([
  ['roles', roles],
  ['scopes', scopes],
  ['groups', groups],
  ['deny assignments', denials],
] as const)('%s, as Microsoft documents them', (_kind, cases) => {
  it.each(cases.map((row) => [row.says, row] as const))('%s', (_says, { estate, asks, answers, page }) => {
    expect(page).toMatch(learn);
    const index = indexOf(estate);
    const found = Object.fromEntries(
      index.principals.map(({ name }, principal) => [name, index.decide(principal, asks).access]),
    );
    expect(found).toMatchObject(answers);
    const { yes, conditional } = index.holders(asks);
    const held = (access: 'yes' | 'conditional') =>
      index.principals.flatMap(({ name }, principal) => (found[name] === access ? [principal] : []));
    expect([...yes]).toEqual(held('yes'));
    expect([...conditional]).toEqual(held('conditional'));
  });
});

describe('conditions, as Microsoft documents them', () => {
  it.each(conditions.map((row) => [row.says, row] as const))('%s', (_says, row) => {
    expect(row.page).toMatch(learn);
    const known = new Map(
      Object.entries(row.attributes ?? {}).map(([name, values]) => [name.toLowerCase(), values]),
    );
    const found = condition(row.condition)({
      action: row.action ?? 'Microsoft.Example/things/read',
      suboperations: row.suboperations,
      attribute: (name) => known.get(name.toLowerCase()),
    });
    expect(typeof found === 'boolean' ? found : 'open').toBe(row.is);
  });
});
