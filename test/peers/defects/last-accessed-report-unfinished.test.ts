import { expect, it } from 'vitest';
import { checks } from '#shared/checks/index.ts';
import type { JsonObject } from '#shared/model/json.ts';
import { GLOBAL } from '#shared/model/scope.ts';
import { MEMBER, PAGE_SIZE, sample } from '#test/estate/aws/sample.ts';
import { cloudOn, readingOf } from '#test/estate/aws/scan.ts';
import { startAwsEstate } from '#test/estate/aws/server.ts';
import { judged } from '#test/peers/judging.ts';

const INVOKER = `arn:aws:iam::${MEMBER}:user/invoker`;

async function judgementWith(report: JsonObject) {
  const member = sample.accounts[MEMBER] ?? { regions: {} };
  const estate = await startAwsEstate(
    {
      ...sample,
      accounts: {
        ...sample.accounts,
        [MEMBER]: {
          ...member,
          users: (member.users ?? []).map((user) => ({ ...user, CreateDate: '2025-01-01T00:00:00.000Z' })),
          lastAccessed: { [INVOKER]: report },
        },
      },
    },
    undefined,
    { pageSize: PAGE_SIZE },
  );
  try {
    const found = await cloudOn(estate).rediscover(readingOf(MEMBER, GLOBAL), 'aws.iam.user', INVOKER);
    const check = checks.find(({ id }) => id === 'aws.iam.user-bedrock-unused');
    const [user] = found.assets;
    if (!check || !user) throw new Error('no check or no user');
    return judged(check, user).judgement;
  } finally {
    await estate.close();
  }
}

const neverUsed = [{ ServiceName: 'Amazon Bedrock', ServiceNamespace: 'bedrock' }];

it('takes no use from a report that is not finished, or that failed, for no use at all', async () => {
  const started = { JobStatus: 'IN_PROGRESS', ServicesLastAccessed: neverUsed };
  expect(await judgementWith(started)).toBe('unknown');
  expect(await judgementWith({ JobStatus: 'FAILED', ServicesLastAccessed: neverUsed })).toBe('unknown');
  expect(await judgementWith({ ServicesLastAccessed: neverUsed })).toBe('fail');
}, 20_000);
