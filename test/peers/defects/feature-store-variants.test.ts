import { describe, expect, it } from 'vitest';
import offlineKey from '#shared/checks/aws/sagemaker/feature-group-offline-key.ts';
import onlineKey from '#shared/checks/aws/sagemaker/feature-group-online-key.ts';
import type { UnnamedCheck } from '#shared/model/check.ts';
import type { JsonObject } from '#shared/model/json.ts';
import { judged } from '#test/peers/judging.ts';

const judgementOf = (check: UnnamedCheck, config: JsonObject) =>
  judged(
    { id: 'judged', ...check },
    {
      id: 'arn:aws:sagemaker:eu-west-1:111122223333:feature-group/customers',
      name: 'customers',
      type: 'aws.sagemaker.feature-group',
      scope: { provider: 'aws', account: '111122223333', region: 'eu-west-1' },
      config,
      relations: [],
    },
  ).judgement;

/** A variant that has no such setting is not a setting that was left out. */
describe('the stores of a feature group', () => {
  it.each([
    [{ EnableOnlineStore: true, StorageType: 'Standard' }, 'fail'],
    [{ EnableOnlineStore: true, StorageType: 'Standard_V2' }, 'fail'],
    [{ EnableOnlineStore: true }, 'fail'],
    [{ EnableOnlineStore: true, StorageType: 'InMemory' }, 'not-applicable'],
    [{ EnableOnlineStore: false }, 'not-applicable'],
    [{ EnableOnlineStore: true, StorageType: 'Standard', SecurityConfig: { KmsKeyId: '7d6c' } }, 'pass'],
  ])('judges the key of the online store %j as %s', (OnlineStoreConfig, judgement) => {
    expect(judgementOf(onlineKey, { OnlineStoreConfig })).toBe(judgement);
  });

  it('asks for no key of a store that is not there', () => {
    expect(judgementOf(onlineKey, { OfflineStoreConfig: { S3StorageConfig: {} } })).toBe('not-applicable');
    expect(judgementOf(offlineKey, { OnlineStoreConfig: { EnableOnlineStore: true } })).toBe(
      'not-applicable',
    );
  });
});
