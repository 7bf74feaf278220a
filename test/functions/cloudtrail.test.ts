import { describe, expect, it } from 'vitest';
import { awsConnectors } from '#connectors/aws/index.ts';
import { CloudTrailReport, rescansAfter } from '#functions/cloudtrail.ts';
import { parseEvent } from '#functions/middleware/lambda.ts';

const report = (detail: Record<string, unknown>) =>
  parseEvent(CloudTrailReport, {
    version: '0',
    id: '6a7e8feb-b491-4cf7-a9f1-bf3703467718',
    'detail-type': 'AWS API Call via CloudTrail',
    source: 'aws.sagemaker',
    account: '111122223333',
    time: '2026-11-22T10:00:00Z',
    region: 'eu-west-1',
    resources: [],
    detail: { eventVersion: '1.09', readOnly: false, ...detail },
  });

describe('a management event', () => {
  it('asks for the one asset that it speaks of, named by the occasion', () => {
    const requestParameters = { notebookInstanceName: 'churn' };
    const event = { eventSource: 'sagemaker.amazonaws.com', eventName: 'UpdateNotebookInstance' };
    expect(rescansAfter(report({ ...event, requestParameters, responseElements: null }))).toEqual([
      {
        scanId: 'change-6a7e8feb-b491-4cf7-a9f1-bf3703467718',
        scope: { provider: 'aws', account: '111122223333', region: 'eu-west-1' },
        assetType: 'aws.sagemaker.notebook-instance',
        assetId: 'arn:aws:sagemaker:eu-west-1:111122223333:notebook-instance/churn',
      },
    ]);
  });

  it('asks for what an account has once in its global scope', () => {
    const role = awsConnectors.find(({ assetType }) => assetType.id === 'aws.iam.role');
    expect(role?.assetType.placement).toBe('global');
    const [rescan] = rescansAfter(
      report({
        eventSource: 'iam.amazonaws.com',
        eventName: 'UpdateAssumeRolePolicy',
        requestParameters: { roleName: 'churn-training' },
      }),
    );
    expect(rescan).toMatchObject({ assetType: 'aws.iam.role', scope: { region: 'global' } });
  });

  it('asks for nothing where it names nothing, or is of no interest', () => {
    const event = { eventSource: 'sagemaker.amazonaws.com', requestParameters: null };
    expect(rescansAfter(report({ ...event, eventName: 'UpdateNotebookInstance' }))).toEqual([]);
    expect(rescansAfter(report({ ...event, eventName: 'InvokeEndpoint' }))).toEqual([]);
  });

  it('is refused where it is none', () => {
    expect(() => parseEvent(CloudTrailReport, { id: 'x', 'detail-type': 'Scheduled Event' })).toThrow(
      /detail-type/,
    );
  });
});
