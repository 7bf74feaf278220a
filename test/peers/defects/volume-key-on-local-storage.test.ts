import { describe, expect, it } from 'vitest';
import { checks } from '#shared/checks/index.ts';
import type { JsonObject } from '#shared/model/json.ts';
import { judged } from '#test/peers/judging.ts';

const onInstance: Readonly<Record<string, (InstanceType: string) => JsonObject>> = {
  'aws.sagemaker.training-volume-key': (InstanceType) => ({ ResourceConfig: { InstanceType } }),
  'aws.sagemaker.processing-volume-key': (InstanceType) => ({
    ProcessingResources: { ClusterConfig: { InstanceType } },
  }),
  'aws.sagemaker.transform-volume-key': (InstanceType) => ({ TransformResources: { InstanceType } }),
  'aws.sagemaker.tuning-volume-key': (InstanceType) => ({
    TrainingJobDefinition: { ResourceConfig: { InstanceType } },
  }),
  'aws.sagemaker.data-quality-volume-key': (InstanceType) => ({
    JobResources: { ClusterConfig: { InstanceType } },
  }),
};

function judgementOf(id: string, config: JsonObject) {
  const check = checks.find((candidate) => candidate.id === id);
  if (!check) throw new Error(`there is no check ${id}`);
  return judged(check, {
    id: 'judged',
    name: 'judged',
    type: check.assetType.id,
    scope: { provider: 'aws', account: '111122223333', region: 'eu-west-1' },
    config,
    relations: [],
  }).judgement;
}

/** SageMaker refuses a volume key on instances with storage of their own, so that none can be asked for. */
describe.each(Object.entries(onInstance))('%s', (id, configOn) => {
  it.each(['ml.g4dn.xlarge', 'ml.g5.xlarge', 'ml.p4d.24xlarge', 'ml.p5.48xlarge', 'ml.m5d.large'])(
    'does not ask for a volume key on %s',
    (instanceType) => {
      expect(['pass', 'not-applicable']).toContain(judgementOf(id, configOn(instanceType)));
    },
  );

  it.each(['ml.m5.xlarge', 'ml.c5.2xlarge', 'ml.p3.2xlarge'])('asks for one on %s', (instanceType) => {
    expect(judgementOf(id, configOn(instanceType))).toBe('fail');
  });
});
