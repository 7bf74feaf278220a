import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { connectors } from '#connectors/index.ts';
import { isKeptPermission } from '#shared/assets/gcp/kept-permissions.ts';
import { GCP } from '#shared/capabilities/gcp.ts';

/** What the research says of permissions, by service and class. */
type Research = Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;

const file = path.join(import.meta.dirname, '../../../../shared/reference/permissions.json');
const known = ({ permission, class: of }: { readonly permission: string; readonly class: string }): string =>
  `${of} ${permission}`;

describe('capabilities of Google Cloud', () => {
  it('lists each permission once in a class', () => {
    const listed = GCP.map(known);
    expect(listed.filter((one, index) => listed.indexOf(one) !== index)).toEqual([]);
  });

  it('names types that connectors read', () => {
    const types = new Set(connectors.gcp.map(({ assetType }) => assetType.id));
    expect(GCP.flatMap(({ on }) => on).filter((type) => !types.has(type))).toEqual([]);
  });

  it('asks for nothing that roles in the inventory are silent on', () => {
    expect(GCP.filter(({ permission }) => !isKeptPermission(permission))).toEqual([]);
  });

  it.skipIf(!existsSync(file))('has what the research found, in its class', () => {
    const { gcp } = JSON.parse(readFileSync(file, 'utf8')) as { gcp: { services: Research } };
    const listed = new Set(GCP.map(known));
    const found = Object.values(gcp.services).flatMap((classes) =>
      Object.entries(classes).flatMap(([of, permissions]) =>
        permissions.map((permission) => known({ permission, class: of })),
      ),
    );
    expect(found.length).toBeGreaterThan(150);
    expect(found.filter((one) => !listed.has(one))).toEqual([]);
    expect([...listed].filter((one) => !found.includes(one))).toEqual([]);
  });
});
