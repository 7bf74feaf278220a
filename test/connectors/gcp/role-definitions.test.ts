import { expect, test } from 'vitest';
import { definitionOf } from '#connectors/gcp/iam/role-definitions.ts';
import type { RestReader } from '#connectors/rest.ts';

const unasked = {} as RestReader;
const name = 'projects/acme-ml/roles/own';

test.each([
  [
    'a permission of another service',
    ['aiplatform.models.get', 'bigtable.tables.list'],
    ['aiplatform.models.get'],
  ],
  [
    'all of a machine but what puts code on it',
    ['compute.disks.list', 'compute.instances.setMetadata'],
    ['compute.instances.setMetadata'],
  ],
  ['nothing that it does not understand', ['iam.roles.get', 1], ['iam.roles.get', 1]],
])('drops %s', async (_what, includedPermissions, kept) => {
  expect(await definitionOf(unasked, { name, includedPermissions })).toEqual({
    name,
    includedPermissions: kept,
  });
});

test('leaves what is no list as it came, so that it is not taken for a role without permissions', async () => {
  const odd = { name, includedPermissions: 'all' };
  expect(await definitionOf(unasked, odd)).toEqual(odd);
});
