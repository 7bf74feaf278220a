import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { MEMBER, REGION, sample } from '#test/estate/aws/sample.ts';
import { onStage, type Stage } from '#test/estate/stage.ts';

let stage: Stage;

beforeEach(async () => {
  stage = await onStage({ aws: sample });
});
afterEach(() => stage.close());

const faults = () => {
  if (!stage.estate.aws) throw new Error('no AWS on this stage');
  return stage.estate.aws.faults;
};
const monitoringFindings = async () =>
  (await stage.findings()).filter(({ checkId }) => checkId.startsWith('aws.sagemaker.monitoring-'));

/** Prowler logs the denial, adds an empty schedule in place of what it could not list, and fails that. */
describe('monitoring schedules that may not be listed', () => {
  it('give no finding but that they were not read', async () => {
    faults().set('sagemaker:ListMonitoringSchedules', { kind: 'denied' });
    await stage.scan();
    expect(await monitoringFindings()).toEqual([]);
    const unread = (await stage.findings()).filter(
      ({ discriminator }) => discriminator === 'sagemaker:ListMonitoringSchedules',
    );
    expect(unread.map(({ scope }) => `${scope.account} ${scope.region}`)).toContain(`${MEMBER} ${REGION}`);
  });

  it('keep the findings that they had', async () => {
    await stage.scan();
    const before = await monitoringFindings();
    expect(before.length).toBeGreaterThan(1);
    faults().set('sagemaker:ListMonitoringSchedules', { kind: 'denied' });
    await stage.scan();
    expect((await monitoringFindings()).map(({ status }) => status)).toEqual(before.map(() => 'open'));
  });

  it('are judged unknown where a schedule may be listed and not described', async () => {
    faults().set('sagemaker:DescribeMonitoringSchedule', { kind: 'denied' });
    await stage.scan();
    expect(await monitoringFindings()).toEqual([]);
  });
});
