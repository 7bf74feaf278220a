import { expect, it } from 'vitest';
import { checks } from '#shared/checks/index.ts';
import { differences } from '../../scripts/documents/peer-differences.ts';

const byId = new Map(checks.map((check) => [check.id, check]));

it.each(differences)(
  '$prowler differs from a check of ours that there is, for a reason',
  ({ prowler, aispm, because }) => {
    expect(because.length).toBeGreaterThan(30);
    if (aispm === undefined) return;
    expect(byId.get(aispm)?.peers?.prowler, aispm).toContain(prowler);
  },
);
