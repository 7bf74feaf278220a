import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Coverage } from '#shared/model/coverage.ts';
import type { JsonObject } from '#shared/model/json.ts';
import { UNLISTED } from '#test/estate/aws/sagemaker.ts';
import { MEMBER, REGION, sample } from '#test/estate/aws/sample.ts';
import { cloudOn, readingOf } from '#test/estate/aws/scan.ts';
import { type AwsEstate, startAwsEstate } from '#test/estate/aws/server.ts';
import { onStage, type Stage } from '#test/estate/stage.ts';

const SEARCHED =
  /^aws\.sagemaker\.(?:model|endpoint|training-job|feature-group|tuning-job|model-package|model-package-group)$/;
const INSTEAD = [
  'Endpoint',
  'FeatureGroup',
  'HyperParameterTuningJob',
  'Model',
  'ModelPackage',
  'ModelPackageGroup',
  'TrainingJob',
].flatMap((kind) => [`sagemaker:List${kind}s`, `sagemaker:Describe${kind}`]);
const arn = (resource: string) => `arn:aws:sagemaker:${REGION}:${MEMBER}:${resource}`;

let estate: AwsEstate;

beforeEach(async () => {
  estate = await startAwsEstate(sample, undefined, { pageSize: 2 });
});
afterEach(() => estate.close());

async function discovered(jobHistoryDays = 14) {
  estate.requests.length = 0;
  const { assets, coverage } = await cloudOn(estate).discover({
    ...readingOf(MEMBER, REGION),
    jobHistoryDays,
  });
  return {
    assets: assets.filter(({ type }) => SEARCHED.test(type)).sort((a, b) => (a.id < b.id ? -1 : 1)),
    coverage: new Map(coverage.map((record): [string, Coverage] => [record.operation, record])),
    calls: (operation: string) => estate.requests.filter((request) => request.operation === operation).length,
  };
}

describe('where the search is refused', () => {
  it('finds the same assets by listing and describing', async () => {
    const healthy = await discovered();
    estate.faults.set('sagemaker:Search', { kind: 'denied' });
    const refused = await discovered();
    expect(refused.assets).toEqual(healthy.assets);
    expect(refused.assets.length).toBeGreaterThan(20);
  });

  it('says that it was refused, that others were asked, and that these were read', async () => {
    estate.faults.set('sagemaker:Search', { kind: 'denied' });
    const { coverage } = await discovered();
    expect(coverage.get('sagemaker:Search')).toMatchObject({
      outcome: 'denied',
      detail: expect.stringMatching(/^AccessDeniedException.*; the operations that list and describe/),
    });
    for (const operation of INSTEAD) expect(coverage.get(operation)?.outcome, operation).toBe('complete');
  });

  it('asks only for the jobs that the search would have given', async () => {
    estate.faults.set('sagemaker:Search', { kind: 'throttled' });
    const { assets, coverage } = await discovered();
    expect(coverage.get('sagemaker:Search')?.outcome).toBe('throttled');
    expect(assets.map(({ id }) => id)).not.toContain(arn('training-job/long-ago'));
  });

  it('does not describe again what the search gave before it broke off', async () => {
    estate.faults.set('sagemaker:Search', { kind: 'server-error', after: 1 });
    const { calls } = await discovered();
    const described = ['Model', 'Endpoint', 'TrainingJob', 'FeatureGroup'].map((kind) =>
      calls(`sagemaker:Describe${kind}`),
    );
    // Whichever was searched first gave a page of two.
    expect(described.reduce((sum, some) => sum + some)).toBe(9 + 3 - 2);
  });

  it('describes of each group of model packages only the latest version', async () => {
    estate.faults.set('sagemaker:Search', { kind: 'denied' });
    const { calls, assets } = await discovered();
    const versions = assets.filter(({ type }) => type === 'aws.sagemaker.model-package');
    expect(versions.map(({ id }) => id)).toContain(arn('model-package/reviewed/2'));
    expect(calls('sagemaker:DescribeModelPackage')).toBe(versions.length);
  });

  it('says that nothing was read where listing is refused as well', async () => {
    estate.faults.set('sagemaker:Search', { kind: 'denied' });
    estate.faults.set('sagemaker:ListModels', { kind: 'denied' });
    const { assets, coverage } = await discovered();
    expect(assets.filter(({ type }) => type === 'aws.sagemaker.model')).toEqual([]);
    expect(coverage.get('sagemaker:ListModels')?.outcome).toBe('denied');
  });
});

describe('where the search counts more than it gives', () => {
  it('finds the rest by listing, and describes only that', async () => {
    const healthy = await discovered();
    estate.state
      .region(MEMBER, REGION)
      .resources(UNLISTED)
      .push({ Arn: arn('model/pipeline') });
    const cut = await discovered();
    expect(cut.assets).toEqual(healthy.assets);
    expect(cut.calls('sagemaker:DescribeModel')).toBe(1);
    expect(cut.calls('sagemaker:ListEndpoints')).toBe(0);
    expect(cut.coverage.get('sagemaker:Search')).toMatchObject({
      outcome: 'failed',
      detail: 'the search gave 2 of 3 hits; the operations that list and describe were asked instead',
    });
  });
});

describe('asked for every job', () => {
  it('neither lists nor searches by time', async () => {
    estate.state
      .region(MEMBER, REGION)
      .trainingJobs.push(job('once', { AlgorithmSpecification: { TrainingImage: 'image:once' } }));
    estate.faults.set('sagemaker:Search', { kind: 'denied' });
    const ids = async (days: number) => (await discovered(days)).assets.map(({ id }) => id);
    expect(await ids(Number.POSITIVE_INFINITY)).toContain(arn('training-job/once'));
    expect(await ids(90)).not.toContain(arn('training-job/once'));
    estate.faults.clear();
    expect(await ids(Number.POSITIVE_INFINITY)).toContain(arn('training-job/once'));
  });
});

const job = (name: string, more: JsonObject): JsonObject => ({
  TrainingJobName: name,
  TrainingJobArn: arn(`training-job/${name}`),
  TrainingJobStatus: 'Completed',
  RoleArn: `arn:aws:iam::${MEMBER}:role/training`,
  CreationTime: '2019-01-01T00:00:00.000Z',
  LastModifiedTime: '2019-01-01T00:00:00.000Z',
  ...more,
});

describe('the findings of what was read instead', () => {
  let stage: Stage;

  beforeEach(async () => {
    stage = await onStage({ aws: sample });
  });
  afterEach(() => stage.close());

  const statusOf = async (asset: string) =>
    (await stage.findings()).find(
      ({ checkId, asset: { id } }) =>
        checkId === 'aws.sagemaker.model-network-isolation' && id === arn(`model/${asset}`),
    );
  const aws = () => {
    if (!stage.estate.aws) throw new Error('no AWS on this stage');
    return stage.estate.aws;
  };

  it('are resolved when the asset was put right or is gone, and kept otherwise', async () => {
    await stage.scan();
    const { models } = aws().state.region(MEMBER, REGION);
    const [, pipeline] = models;
    if (pipeline) pipeline['EnableNetworkIsolation'] = true;
    models.splice(2, 1);
    aws().faults.set('sagemaker:Search', { kind: 'denied' });
    await stage.scan();
    expect(stage.defects).toEqual([]);
    expect(await statusOf('pipeline')).toMatchObject({ status: 'resolved', resolution: 'passed' });
    expect(await statusOf('other-1')).toMatchObject({ status: 'resolved', resolution: 'asset-gone' });
  });

  it('are kept when neither the search nor what stands in for it was read', async () => {
    await stage.scan();
    const { models } = aws().state.region(MEMBER, REGION);
    models.splice(1);
    aws().faults.set('sagemaker:Search', { kind: 'denied' });
    aws().faults.set('sagemaker:ListModels', { kind: 'denied' });
    await stage.scan();
    expect((await statusOf('pipeline'))?.status).toBe('open');
    expect((await statusOf('other-1'))?.status).toBe('open');
  });
});
