import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { keptTrainingJob } from '#connectors/aws/sagemaker/withholding.ts';
import { secretKind, withoutValues } from '#connectors/aws/secrets.ts';

describe('the kind of secret', () => {
  it.each([
    ['X', `AKIA${'A1'.repeat(8)}`, 'aws-access-key'],
    ['X', `hf_${'a'.repeat(34)}`, 'hugging-face-token'],
    ['X', `sk-ant-${'a'.repeat(24)}`, 'model-provider-key'],
    ['X', `ghp_${'a'.repeat(36)}`, 'github-token'],
    ['DATABASE_URL', 'postgres://app:swordfish@db/claims', 'url-with-password'],
    ['X', '-----BEGIN RSA PRIVATE KEY-----\nMII', 'private-key'],
    ['DB_PASSWORD', 'swordfish', 'named-like-a-secret'],
    ['wandbApiKey', 'abcdef123456', 'named-like-a-secret'],
    ['HF_TOKEN', 'something-unusual', 'named-like-a-secret'],
  ])('of %s = %s', (name, value, kind) => expect(secretKind(name, value)).toBe(kind));

  it.each([
    ['MAX_TOKENS', '4096'],
    ['TOKENIZERS_PARALLELISM', 'false'],
    ['SECRET', 'arn:aws:secretsmanager:eu-west-1:111122223333:secret:x'],
    ['API_KEY', '{{resolve:secretsmanager:key}}'],
    ['USE_TOKEN', 'true'],
    ['MODEL_ID', 'meta-llama/Llama-3'],
    ['DATA', 's3://bucket/key'],
  ])('is none for %s = %s', (name, value) => expect(secretKind(name, value)).toBeUndefined());
});

it('never keeps a value, whatever it is', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.string()), (settings) => {
      const kept = withoutValues(settings) ?? {};
      expect(Object.keys(kept).sort()).toEqual(Object.keys(settings).sort());
      for (const value of Object.values(kept)) expect(value).toMatch(/^withheld(: [a-z-]+)?$/);
    }),
  );
});

it('keeps of a training job neither its command line, nor the text of its failure, nor the settings of its debugger', () => {
  const kept = keptTrainingJob({
    TrainingJobName: 'churn',
    FailureReason: 'AlgorithmError: login with swordfish failed',
    SecondaryStatusTransitions: [
      { Status: 'Failed', StartTime: new Date(0), StatusMessage: 'login with swordfish failed' },
    ],
    AlgorithmSpecification: {
      TrainingInputMode: 'File',
      TrainingImage: 'image',
      ContainerArguments: ['--password', 'swordfish'],
    },
    DebugHookConfig: { S3OutputPath: 's3://debug', HookParameters: { password: 'swordfish' } },
    DebugRuleConfigurations: [
      { RuleConfigurationName: 'r', RuleEvaluatorImage: 'i', RuleParameters: { password: 'swordfish' } },
    ],
    ProfilerRuleConfigurations: [
      { RuleConfigurationName: 'r', RuleEvaluatorImage: 'i', RuleParameters: { password: 'swordfish' } },
    ],
  });
  expect(kept).toMatchObject({
    TrainingJobName: 'churn',
    AlgorithmSpecification: { TrainingImage: 'image' },
  });
  expect(JSON.stringify(kept)).not.toContain('swordfish');
});
