import { describe, expect, it } from 'vitest';
import { estateAccess } from '#shared/access/estate.ts';
import { Analysis } from '#shared/paths/analyse.ts';
import { techniques } from '#shared/paths/index.ts';
import { instance, PRICING } from './aws/rows.ts';
import { allow, role, user, userArn } from './aws/statements.ts';
import { type AssetRow, assetsOf } from './estate.ts';

const machine = instance({
  PublicIpAddress: '198.51.100.7',
  MetadataOptions: { HttpEndpoint: 'enabled', HttpTokens: 'optional' },
});
const profile: AssetRow = {
  type: 'aws.iam.instance-profile',
  id: 'arn:aws:iam::111122223333:instance-profile/pricing',
  config: { InstanceProfileName: 'pricing', Roles: [{ Arn: PRICING, RoleName: 'pricing' }] },
};

function analysisOf(...rows: AssetRow[]): Analysis {
  const assets = assetsOf(rows);
  const at = new Date('2026-07-01T00:00:00.000Z');
  return new Analysis({ assets, access: estateAccess(assets), techniques, at });
}

describe('an instance profile', () => {
  const administrator = role('pricing', 'ec2.amazonaws.com', allow('*'));

  it('leads whoever controls an instance on to its role', () => {
    const [path] = analysisOf(machine, profile, administrator).paths({ kinds: ['high-privilege-role'] });
    expect(path?.source.kind).toBe('internet-facing-compute');
    expect(path?.steps.map(({ technique, to }) => [technique, to.id, to.hold])).toEqual([
      ['aws.ec2.exposed-instance', machine.id, 'use'],
      ['aws.ec2.metadata-v1', machine.id, 'control'],
      ['relation.assumes', profile.id, 'control'],
      ['relation.assumes', PRICING, 'control'],
    ]);
  });

  it('leads nowhere without a role', () => {
    const empty = { ...profile, config: { InstanceProfileName: 'pricing', Roles: [] } };
    expect(analysisOf(machine, empty, administrator).paths({ kinds: ['high-privilege-role'] })).toEqual([]);
  });

  it('tells whose identity an instance has already: that of its role', () => {
    const startsSessions = allow('ssm:StartSession');
    const { judged, access } = analysisOf(
      machine,
      profile,
      role('pricing', 'ec2.amazonaws.com', startsSessions),
      user('intern', startsSessions),
    );
    const reach = judged.find(({ technique: { id } }) => id === 'aws.ec2.session-manager')?.reach;
    const holders = reach?.kind === 'held' ? [...reach.holders.yes] : [];
    expect(holders.map((number) => access.principals[number]?.id)).toEqual([userArn('intern')]);
  });
});
