import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { isUnread } from '#shared/model/coverage.ts';
import { MEMBER, REGION, sample } from '#test/estate/aws/sample.ts';
import { cloudOn, scanMember } from '#test/estate/aws/scan.ts';
import { type AwsEstate, startAwsEstate } from '#test/estate/aws/server.ts';

let estate: AwsEstate;

beforeEach(async () => {
  estate = await startAwsEstate(sample);
});
afterEach(() => estate.close());

const roleArn = (name: string) => `arn:aws:iam::${MEMBER}:role/${name}`;
const agentArn = (id: string) => `arn:aws:bedrock:${REGION}:${MEMBER}:agent/${id}`;

async function sharedRoles() {
  const { assets, defects } = await scanMember(cloudOn(estate));
  expect(defects).toEqual([]);
  return assets.find(({ type }) => type === 'aws.account.region')?.config['sharedAgentRoles'];
}

const agents = () => estate.state.region(MEMBER, REGION).agents;

function giveEachItsOwn(): void {
  for (const agent of agents()) agent['agentResourceRoleArn'] = roleArn(String(agent['agentId']));
}

describe('the roles that several agents run as', () => {
  it('are named with those agents', async () => {
    expect(await sharedRoles()).toEqual({
      [roleArn('agent')]: ['AGBARE', 'AGDRAFT', 'AGGUARDED'].map(agentArn),
    });
  });

  it('are none where each agent has its own', async () => {
    giveEachItsOwn();
    expect(await sharedRoles()).toEqual({});
  });

  it('are found in versions that are routed to, though the drafts have put it right', async () => {
    giveEachItsOwn();
    const guarded = agents().find(({ agentId }) => agentId === 'AGGUARDED');
    if (guarded) guarded['versions'] = [{ version: '2', agentResourceRoleArn: roleArn('AGBARE') }];
    expect(await sharedRoles()).toEqual({ [roleArn('AGBARE')]: ['AGBARE', 'AGGUARDED'].map(agentArn) });
  });

  it.each(['bedrock-agent:GetAgent', 'bedrock-agent:GetAgentVersion', 'bedrock-agent:ListAgentAliases'])(
    'are not said to be none where %s was denied',
    async (operation) => {
      giveEachItsOwn();
      estate.faults.set(operation, { kind: 'denied' });
      expect(isUnread(await sharedRoles())).toBe(true);
    },
  );
});
