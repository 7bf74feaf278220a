import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { connectors } from '#connectors/index.ts';
import { isDataOperation } from '#shared/access/azure/plane.ts';
import { AZURE } from '#shared/capabilities/azure.ts';

/** What the research says of permissions, by service and class. */
type Research = Readonly<
  Record<string, Readonly<Record<string, { readonly actions: string[]; readonly dataActions: string[] }>>>
>;

const file = path.join(import.meta.dirname, '../../../../shared/reference/permissions.json');
const known = (permission: string, of: string): string => `${of} ${permission.toLowerCase()}`;

describe('capabilities of Azure', () => {
  it('lists each permission once in a class', () => {
    const listed = AZURE.map(({ permission, class: of }) => known(permission, of));
    expect(listed.filter((one, index) => listed.indexOf(one) !== index)).toEqual([]);
  });

  it('names types that connectors read', () => {
    const types = new Set(connectors.azure.map(({ assetType }) => assetType.id));
    expect(AZURE.flatMap(({ on }) => on).filter((type) => !types.has(type))).toEqual([]);
  });

  it.skipIf(!existsSync(file))('has what the research found, in its class and on its plane', () => {
    const { azure } = JSON.parse(readFileSync(file, 'utf8')) as { azure: { services: Research } };
    const found = Object.values(azure.services).flatMap((classes) =>
      Object.entries(classes).flatMap(([of, { actions, dataActions }]) => [
        ...actions.map((permission) => ({ permission, of, isData: false })),
        ...dataActions.map((permission) => ({ permission, of, isData: true })),
      ]),
    );
    const listed = new Set(AZURE.map(({ permission, class: of }) => known(permission, of)));
    expect(found.length).toBeGreaterThan(100);
    const missed = found.filter(({ permission, of }) => !listed.has(known(permission, of)));
    // The key of an account changes data where keys are accepted: that is a technique, which looks whether they are.
    expect(missed.map(({ permission, of }) => `${of} ${permission}`)).toEqual([
      'modify_poison Microsoft.Storage/storageAccounts/listKeys/action',
    ]);
    expect(found.filter(({ permission, isData }) => isDataOperation(permission) !== isData)).toEqual([]);
  });
});
