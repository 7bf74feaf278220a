import { describe, expect, it } from 'vitest';
import keys from '#connectors/aws/kms/keys.ts';
import type { AwsServices } from '#connectors/aws/services.ts';
import { checks } from '#shared/checks/index.ts';
import type { Asset } from '#shared/model/asset.ts';
import { readingOf } from '#test/estate/aws/scan.ts';
import { judged } from '#test/peers/judging.ts';

const OURS = '444455556666';
const FOREIGN_KEY = 'arn:aws:kms:eu-west-1:999988887777:key/7d6c1f4e-2b6a-4f0e-9a51-0c5a3f7be001';
const OWN_KEY = `arn:aws:kms:eu-west-1:${OURS}:key/7d6c1f4e-2b6a-4f0e-9a51-0c5a3f7be001`;

const notebook: Asset = {
  id: `arn:aws:sagemaker:eu-west-1:${OURS}:notebook-instance/nb`,
  type: 'aws.sagemaker.notebook-instance',
  name: 'nb',
  scope: { provider: 'aws', account: OURS, region: 'eu-west-1' },
  config: { KmsKeyId: FOREIGN_KEY },
  relations: [{ kind: 'encrypted-by', target: FOREIGN_KEY }],
};

/** Prowler passes what lies in another account without a word: it is not in its inventory. */
describe('a key of another account', () => {
  it('is not asked for', async () => {
    const reading = readingOf(OURS, 'eu-west-1', [FOREIGN_KEY, OWN_KEY]);
    const listed = await Array.fromAsync(keys.list({} as AwsServices, reading));
    expect(listed).toEqual([{ target: OWN_KEY }]);
  });

  it('makes the verdict unknown, and says that it was not read', () => {
    const check = checks.find(({ id }) => id === 'aws.sagemaker.notebook-key-manager');
    if (!check) throw new Error('the check is gone');
    const verdict = judged(check, notebook);
    expect(verdict.judgement).toBe('unknown');
    expect(verdict.evidence).toContainEqual(
      expect.objectContaining({ state: 'unread', path: `${FOREIGN_KEY}#` }),
    );
  });
});
