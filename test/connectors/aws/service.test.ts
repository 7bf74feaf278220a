import { describe, expect, test } from 'vitest';
import { apis } from '#connectors/aws/apis.ts';
import { awsOperations } from '#connectors/aws/operation.ts';
import { awsService } from '#connectors/aws/service.ts';
import type { Sdks } from '#connectors/aws/services.ts';
import { CoverageRecorder } from '#connectors/coverage.ts';

const SCOPE = { provider: 'aws', account: '111122223333', region: 'eu-west-1' } as const;

/** Kendra, as a connector sees it, answering from these replies in turn. */
function kendra(...replies: readonly (object | Error)[]) {
  const recorder = new CoverageRecorder(SCOPE);
  const sent: object[] = [];
  const send = async (name: string, input: object) => {
    const reply = replies[sent.length];
    sent.push({ name, ...input });
    if (reply instanceof Error) throw reply;
    return reply;
  };
  const declared = awsOperations('kendra:ListIndices', 'kendra:DescribeIndex');
  const service = awsService<Sdks['kendra']>(
    apis.kendra,
    send,
    recorder,
    new Map(declared.map((operation) => [operation.id, operation])),
  );
  const list = () => service.list('ListIndices', { MaxResults: 100 }, 'IndexConfigurationSummaryItems');
  return { service, list, sent, coverage: () => recorder.records() };
}

const page = (ids: readonly string[], NextToken?: string) => ({
  IndexConfigurationSummaryItems: ids.map((Id) => ({ Id })),
  ...(NextToken === undefined ? {} : { NextToken }),
});
const named = (name: string) => Object.assign(new Error(name), { name });

describe('an operation that was not declared', () => {
  test.each(['call', 'list', 'part'] as const)('is refused before it is sent: %s', async (way) => {
    const { service, sent } = kendra({});
    const ways = {
      call: () => service('DescribeDataSource', { Id: 'one', IndexId: 'two' }),
      list: () => Array.fromAsync(service.list('ListDataSources', { IndexId: 'one' }, 'SummaryItems')),
      part: () => service.part('DescribeDataSource', { Id: 'one', IndexId: 'two' }, ({ Name }) => Name),
    };
    await expect(ways[way]()).rejects.toThrow('is called and not declared');
    expect(sent).toEqual([]);
  });
});

describe('a list', () => {
  test('is read page by page to its end', async () => {
    const { list, sent, coverage } = kendra(page(['a', 'b'], 'more'), page([], 'still'), page(['c'], ''));
    expect((await Array.fromAsync(list())).map(({ Id }) => Id)).toEqual(['a', 'b', 'c']);
    expect(sent).toEqual([
      { name: 'ListIndices', MaxResults: 100 },
      { name: 'ListIndices', MaxResults: 100, NextToken: 'more' },
      { name: 'ListIndices', MaxResults: 100, NextToken: 'still' },
    ]);
    expect(coverage()).toMatchObject([{ operation: 'kendra:ListIndices', outcome: 'complete', calls: 3 }]);
  });

  test.each([
    ['offers a token again', [page(['a'], 'x'), page(['b'], 'y'), page(['c'], 'x')], ['a', 'b']],
    ['lacks its list', [page(['a'], 'x'), { NextToken: 'y' }], ['a']],
    ['has something else in place of its list', [{ IndexConfigurationSummaryItems: {} }], []],
    ['is not found', [named('ResourceNotFoundException')], []],
  ])('that %s breaks off as failed', async (_how, replies, expected) => {
    const { list, coverage } = kendra(...replies);
    const ids: unknown[] = [];
    await expect(
      (async () => {
        for await (const { Id } of list()) ids.push(Id);
      })(),
    ).rejects.toThrow('kendra:ListIndices: failed');
    expect(ids).toEqual(expected);
    expect(coverage()).toMatchObject([{ outcome: 'failed', incomplete: 1, calls: replies.length }]);
  });
});

describe('a part', () => {
  const asked = (reply: object | Error, absentOn?: readonly string[]) => {
    const { service, coverage } = kendra(reply);
    return {
      part: service.part('DescribeIndex', { Id: 'one' }, ({ RoleArn }) => RoleArn, absentOn),
      coverage,
    };
  };

  test('is what was selected from the answer', async () => {
    expect(await asked({ RoleArn: 'role' }).part).toBe('role');
  });

  test('is nothing where the cloud says that there is none', async () => {
    const { part, coverage } = asked(named('NoSuchRole'), ['NoSuchRole']);
    expect(await part).toBeUndefined();
    expect(coverage()).toMatchObject([{ outcome: 'complete', calls: 1 }]);
  });

  test('is unread where it was refused', async () => {
    const { part, coverage } = asked(named('AccessDeniedException'));
    expect(await part).toMatchObject({ $unread: { operation: 'kendra:DescribeIndex', outcome: 'denied' } });
    expect(coverage()).toMatchObject([{ outcome: 'denied', calls: 1 }]);
  });
});
