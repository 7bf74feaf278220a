import { describe, expect, test } from 'vitest';
import { apis } from '#connectors/aws/apis.ts';
import { awsService } from '#connectors/aws/service.ts';
import type { Sdks } from '#connectors/aws/services.ts';
import { getResources, TagLists } from '#connectors/aws/tags.ts';
import { CoverageRecorder } from '#connectors/coverage.ts';

const SCOPE = { provider: 'aws', account: '111122223333', region: 'eu-west-1' } as const;
const arn = (name: string) => `arn:aws:kendra:eu-west-1:111122223333:index/${name}`;
const denied = () => Object.assign(new Error('not authorized'), { name: 'AccessDeniedException' });

/** Askers of one region: each with a coverage of its own, all with the same lists of tags. */
function region(answer: (input: object) => object) {
  const lists = new TagLists();
  const asked: object[] = [];
  const send = async (_name: string, input: object) => {
    asked.push(input);
    return answer(input);
  };
  const asker = () => {
    const recorder = new CoverageRecorder(SCOPE);
    const declared = new Map([[getResources.id, getResources]]);
    const tagging = awsService<Sdks['tagging']>(apis.tagging, send, recorder, declared);
    return {
      tagsOf: (name: string, type = 'kendra:index') => lists.of(type, arn(name), tagging, recorder),
      coverage: () => recorder.records(),
    };
  };
  return { asked, asker };
}

const PAGES: Readonly<Record<string, object>> = {
  first: {
    ResourceTagMappingList: [{ ResourceARN: arn('a'), Tags: [{ Key: 'owner', Value: 'ada' }] }],
    PaginationToken: 'second',
  },
  second: {
    ResourceTagMappingList: [{ ResourceARN: arn('b'), Tags: [{ Key: 'owner', Value: 'bob' }] }],
    PaginationToken: '',
  },
};
const paged = (input: object) =>
  PAGES['PaginationToken' in input ? String(input.PaginationToken) : 'first'] ?? {};

describe('the tags of a type', () => {
  test('are listed once for all who ask, at the same time and later', async () => {
    const { asked, asker } = region(paged);
    const [one, other] = [asker(), asker()];
    expect(await Promise.all([one.tagsOf('a'), other.tagsOf('b'), one.tagsOf('b')])).toEqual([
      [{ Key: 'owner', Value: 'ada' }],
      [{ Key: 'owner', Value: 'bob' }],
      [{ Key: 'owner', Value: 'bob' }],
    ]);
    await other.tagsOf('a');
    expect(asked).toEqual([
      { ResourceTypeFilters: ['kendra:index'], ResourcesPerPage: 100 },
      { ResourceTypeFilters: ['kendra:index'], ResourcesPerPage: 100, PaginationToken: 'second' },
    ]);
    expect(one.coverage()).toMatchObject([{ operation: 'tag:GetResources', outcome: 'complete', calls: 2 }]);
    expect(other.coverage()).toMatchObject([
      { operation: 'tag:GetResources', outcome: 'complete', calls: 0 },
    ]);
  });

  test('are none of a resource that the list does not hold', async () => {
    expect(await region(paged).asker().tagsOf('untagged')).toBeUndefined();
  });

  test('are listed for each type by itself', async () => {
    const { asked, asker } = region(() => ({ ResourceTagMappingList: [] }));
    const one = asker();
    await one.tagsOf('a');
    await one.tagsOf('a', 'kendra:data-source');
    expect(asked).toMatchObject([
      { ResourceTypeFilters: ['kendra:index'] },
      { ResourceTypeFilters: ['kendra:data-source'] },
    ]);
  });

  test('that may not be listed are unread for each who asks, and one call, of the first', async () => {
    const { asked, asker } = region(() => {
      throw denied();
    });
    const [one, other] = [asker(), asker()];
    const unread = {
      $unread: { operation: 'tag:GetResources', outcome: 'denied', permission: 'tag:GetResources' },
    };
    expect(await one.tagsOf('a')).toEqual(unread);
    expect(await other.tagsOf('b')).toEqual(unread);
    expect(asked).toHaveLength(1);
    expect(one.coverage()).toMatchObject([{ outcome: 'denied', calls: 1, incomplete: 1 }]);
    expect(other.coverage()).toMatchObject([{ outcome: 'denied', calls: 0, incomplete: 0 }]);
  });

  test('that break off are unread also for what had been listed', async () => {
    const { asker } = region((input) => {
      if ('PaginationToken' in input) throw denied();
      return PAGES['first'] ?? {};
    });
    expect(await asker().tagsOf('a')).toMatchObject({ $unread: { outcome: 'denied' } });
  });
});
