import { describe, expect, it } from 'vitest';
import outputKey from '#shared/checks/aws/sagemaker/training-output-key.ts';
import volumeKey from '#shared/checks/aws/sagemaker/training-volume-key.ts';
import type { UnnamedCheck } from '#shared/model/check.ts';
import type { JsonObject } from '#shared/model/json.ts';
import { judged } from '#test/peers/judging.ts';

const KEY = '7d6c1f4e-2b6a-4f0e-9a51-0c5a3f7be001';

const judgementOf = (check: UnnamedCheck, config: JsonObject) =>
  judged(
    { id: 'judged', ...check },
    {
      id: 'arn:aws:sagemaker:eu-west-1:111122223333:training-job/churn',
      name: 'churn',
      type: 'aws.sagemaker.training-job',
      scope: { provider: 'aws', account: '111122223333', region: 'eu-west-1' },
      config,
      relations: [],
    },
  ).judgement;

const job = (volume: string | undefined, output: string | undefined): JsonObject => ({
  ResourceConfig: { InstanceType: 'ml.m5.xlarge', VolumeKmsKeyId: volume },
  OutputDataConfig: { S3OutputPath: 's3://models/', KmsKeyId: output },
});

/** Prowler reads the key of the volume alone, Steampipe that of the output alone. */
describe('the two keys of a training job', () => {
  it.each([
    { volume: KEY, output: KEY, judgements: ['pass', 'pass'] },
    { volume: KEY, output: undefined, judgements: ['pass', 'fail'] },
    { volume: undefined, output: KEY, judgements: ['fail', 'pass'] },
    { volume: undefined, output: undefined, judgements: ['fail', 'fail'] },
  ])('are both judged: volume $volume, output $output', ({ volume, output, judgements }) => {
    const config = job(volume, output);
    expect([judgementOf(volumeKey, config), judgementOf(outputKey, config)]).toEqual(judgements);
  });
});
