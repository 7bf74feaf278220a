import { afterEach, beforeEach, expect, it } from 'vitest';
import { onStage, type Stage } from '#test/estate/stage.ts';
import { story } from '#test/estate/story/index.ts';

let stage: Stage;
beforeEach(async () => {
  stage = await onStage(story);
});
afterEach(() => stage.close());

const CHECK = 'aws.sagemaker.training-vpc';
const jobs = () => {
  if (!stage.estate.aws) throw new Error('the story has AWS');
  return stage.estate.aws.state.region('444455556666', 'eu-central-1').trainingJobs;
};
/** Another run of the story's job, on another day. */
const run = (day: string, more: object = {}) =>
  jobs().push({
    ...jobs()[0],
    TrainingJobName: `fraud-poc-${day}`,
    TrainingJobArn: `arn:aws:sagemaker:eu-central-1:444455556666:training-job/fraud-poc-${day}`,
    CreationTime: `${day}T02:00:00.000Z`,
    LastModifiedTime: `${day}T05:00:00.000Z`,
    ...more,
  });
const findings = async () => (await stage.findings()).filter(({ checkId }) => checkId === CHECK);

it('opens one finding for a job that runs every night, and names the latest run', async () => {
  await stage.scan();
  expect(await findings()).toMatchObject([{ status: 'open', asset: { name: 'fraud-poc-2026-11-21' } }]);
});

it('keeps that finding, quietly, when the job has run again', async () => {
  await stage.scan();
  const [before] = await findings();
  run('2026-11-22');
  expect((await stage.scan()).changes).toEqual([]);
  expect(await findings()).toMatchObject([{ id: before?.id, asset: { name: 'fraud-poc-2026-11-22' } }]);
});

it('resolves it when the latest run is as it should be, whatever older ones were', async () => {
  await stage.scan();
  run('2026-11-22', { VpcConfig: { Subnets: ['subnet-1'], SecurityGroupIds: ['sg-1'] } });
  const { changes } = await stage.scan();
  expect(changes.filter(({ finding }) => finding.checkId === CHECK)).toMatchObject([
    { kind: 'resolved', finding: { resolution: 'passed' } },
  ]);
});

it('opens another one for another image or role', async () => {
  run('2026-11-22', { AlgorithmSpecification: { TrainingImage: 'other', TrainingInputMode: 'File' } });
  await stage.scan();
  expect(await findings()).toHaveLength(2);
});

it('resolves it when all runs have left the window', async () => {
  await stage.scan();
  jobs().splice(0);
  await stage.scan();
  expect(await findings()).toMatchObject([{ status: 'resolved', resolution: 'asset-gone' }]);
});
