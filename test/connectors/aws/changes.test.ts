import { describe, expect, it } from 'vitest';
import { changedAssets } from '#connectors/aws/changes.ts';
import { awsConnectors } from '#connectors/aws/index.ts';
import type { JsonObject } from '#shared/model/json.ts';

const scope = { provider: 'aws', account: '111122223333', region: 'eu-west-1' } as const;
const IN = 'eu-west-1:111122223333';

const changed = (source: string, eventName: string, requestParameters: JsonObject, answer?: JsonObject) =>
  changedAssets(
    awsConnectors,
    { eventSource: `${source}.amazonaws.com`, eventName, requestParameters, responseElements: answer },
    { scope },
  ).map(({ assetId }) => assetId);

describe('the asset that a CloudTrail event speaks of', () => {
  it.each([
    [
      'sagemaker',
      'UpdateNotebookInstance',
      { notebookInstanceName: 'Ada' },
      `arn:aws:sagemaker:${IN}:notebook-instance/ada`,
    ],
    ['sagemaker', 'CreateModel', { modelName: 'Churn' }, `arn:aws:sagemaker:${IN}:model/churn`],
    ['sagemaker', 'DeleteEndpoint', { endpointName: 'live' }, `arn:aws:sagemaker:${IN}:endpoint/live`],
    [
      'sagemaker',
      'CreateEndpointConfig',
      { endpointConfigName: 'c' },
      `arn:aws:sagemaker:${IN}:endpoint-config/c`,
    ],
    ['sagemaker', 'UpdateDomain', { domainId: 'd-1' }, `arn:aws:sagemaker:${IN}:domain/d-1`],
    ['sagemaker', 'CreateTrainingJob', { trainingJobName: 'j' }, `arn:aws:sagemaker:${IN}:training-job/j`],
    [
      'sagemaker',
      'UpdateNotebookInstanceLifecycleConfig',
      { notebookInstanceLifecycleConfigName: 'Setup' },
      `arn:aws:sagemaker:${IN}:notebook-instance-lifecycle-config/setup`,
    ],
    [
      'sagemaker',
      'UpdateUserProfile',
      { domainId: 'd-1', userProfileName: 'Ada' },
      `arn:aws:sagemaker:${IN}:user-profile/d-1/ada`,
    ],
    [
      'sagemaker',
      'DeleteSpace',
      { domainId: 'd-1', spaceName: 'lab' },
      `arn:aws:sagemaker:${IN}:space/d-1/lab`,
    ],
    [
      'sagemaker',
      'DeleteApp',
      { domainId: 'd-1', spaceName: 'lab', appType: 'JupyterLab', appName: 'default' },
      `arn:aws:sagemaker:${IN}:app/d-1/lab/jupyterlab/default`,
    ],
    ['sagemaker', 'CreateImageVersion', { imageName: 'own' }, `arn:aws:sagemaker:${IN}:image/own`],
    [
      'sagemaker',
      'UpdateCluster',
      { clusterName: `arn:aws:sagemaker:${IN}:cluster/abc` },
      `arn:aws:sagemaker:${IN}:cluster/abc`,
    ],
    [
      'sagemaker',
      'DeletePartnerApp',
      { arn: `arn:aws:sagemaker:${IN}:partner-app/app-1` },
      `arn:aws:sagemaker:${IN}:partner-app/app-1`,
    ],
    ['bedrock', 'UpdateGuardrail', { guardrailIdentifier: 'gr1' }, `arn:aws:bedrock:${IN}:guardrail/gr1`],
    ['bedrock', 'UpdateAgentAlias', { agentId: 'A1', agentAliasId: 'L' }, `arn:aws:bedrock:${IN}:agent/A1`],
    ['bedrock', 'DeleteDataSource', { knowledgeBaseId: 'K1' }, `arn:aws:bedrock:${IN}:knowledge-base/K1`],
    ['bedrock', 'DeleteModelInvocationLoggingConfiguration', {}, `arn:aws:bedrock:${IN}:*`],
    ['s3', 'PutBucketPolicy', { bucketName: 'models' }, 'arn:aws:s3:::models'],
    ['iam', 'AttachRolePolicy', { roleName: 'ml' }, 'arn:aws:iam::111122223333:role/ml'],
  ])('%s %s', (source, eventName, parameters, id) => {
    expect(changed(source, eventName, parameters)).toEqual([id]);
  });

  it('is in the answer where the request does not know it yet', () => {
    const arn = `arn:aws:bedrock:${IN}:guardrail/gr9`;
    expect(changed('bedrock', 'CreateGuardrail', { name: 'g' }, { guardrailArn: arn })).toEqual([arn]);
    expect(changed('bedrock', 'CreateAgent', {}, { agent: { agentId: 'A9' } })).toEqual([
      `arn:aws:bedrock:${IN}:agent/A9`,
    ]);
  });

  it('is none for another source, an unknown event, and a request that names nothing', () => {
    expect(changed('lambda', 'CreateModel', { modelName: 'm' })).toEqual([]);
    expect(changed('sagemaker', 'AddTags', { resourceArn: 'm' })).toEqual([]);
    expect(changed('sagemaker', 'CreateModel', {})).toEqual([]);
  });
});
