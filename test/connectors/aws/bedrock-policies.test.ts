import { afterEach, beforeEach, expect, it } from 'vitest';
import customModels from '#connectors/aws/bedrock/custom-models.ts';
import guardrails from '#connectors/aws/bedrock/guardrails.ts';
import knowledgeBases from '#connectors/aws/bedrock/knowledge-bases.ts';
import { awsAccess } from '#shared/access/aws/index.ts';
import { isUnread } from '#shared/model/coverage.ts';
import type { Scope } from '#shared/model/scope.ts';
import { MEMBER, REGION, sample } from '#test/estate/aws/sample.ts';
import { cloudOn, scanMember } from '#test/estate/aws/scan.ts';
import { type AwsEstate, startAwsEstate } from '#test/estate/aws/server.ts';

let estate: AwsEstate;
beforeEach(async () => {
  estate = await startAwsEstate(sample);
});
afterEach(() => estate.close());

const arn = (resource: string) => `arn:aws:bedrock:${REGION}:${MEMBER}:${resource}`;
const PARTNER = 'arn:aws:iam::999988887777:root';

async function policies() {
  const { assets } = await scanMember(cloudOn(estate));
  return {
    assets,
    of: (id: string) => assets.find((asset) => asset.id === arn(id))?.config['resourcePolicy'],
  };
}

it('tell whom a custom model and a managed knowledge base are shared with', async () => {
  const { assets, of } = await policies();
  expect(of('custom-model/tuned-2')).toMatchObject({ Statement: [{ Principal: { AWS: '999988887777' } }] });
  expect(of('custom-model/tuned-1')).toBeUndefined();
  expect(of('knowledge-base/KB3')).toMatchObject({ Statement: [{ Principal: { AWS: PARTNER } }] });

  const access = awsAccess(assets);
  const partner = access.principals.findIndex(({ id }) => id === PARTNER);
  const may = (permission: string, resource: string) =>
    access.decide(partner, { permission, resource: arn(resource) }).access;
  expect(may('bedrock:CreateModelCopyJob', 'custom-model/tuned-2')).toBe('yes');
  expect(may('bedrock:CreateModelCopyJob', 'custom-model/tuned-1')).toBe('no');
  expect(may('bedrock:Retrieve', 'knowledge-base/KB3')).toBe('yes');
  expect(may('bedrock:Retrieve', 'knowledge-base/KB1')).toBe('no');
});

it('are not asked of knowledge bases that cannot have one', async () => {
  estate.faults.set('bedrock-agent:GetResourcePolicy', { kind: 'denied' });
  const { of } = await policies();
  expect(of('knowledge-base/KB1')).toBeUndefined();
  expect(isUnread(of('knowledge-base/KB3'))).toBe(true);
});

it('are told by the same events, each of its own kind', () => {
  const scope: Scope = { provider: 'aws', account: MEMBER, region: REGION };
  const kinds = { 'custom-model': customModels, 'knowledge-base': knowledgeBases, guardrail: guardrails };
  for (const [kind, connector] of Object.entries(kinds)) {
    expect(connector.events).toEqual(expect.arrayContaining(['PutResourcePolicy', 'DeleteResourcePolicy']));
    for (const changed of Object.keys(kinds)) {
      const event = {
        eventName: 'PutResourcePolicy',
        requestParameters: { resourceArn: arn(`${changed}/x`) },
      };
      expect(connector.affected?.(event, { scope })).toBe(changed === kind ? arn(`${kind}/x`) : undefined);
    }
  }
});
