import { describe, expect, it } from 'vitest';
import { connectors } from '#connectors/index.ts';
import { AWS } from '#shared/capabilities/aws.ts';
import { capabilitiesOf } from '#shared/capabilities/index.ts';

const types = new Set(connectors.aws.map(({ assetType }) => assetType.id));

describe('the capabilities of AWS', () => {
  it('are spelled as actions, each class of each once', () => {
    expect(AWS.filter(({ permission }) => !/^[a-z0-9-]+:[A-Z][A-Za-z0-9]+$/.test(permission))).toEqual([]);
    expect(new Set(AWS.map((each) => `${each.permission} ${each.class}`)).size).toBe(AWS.length);
  });

  it('are asked on types of assets that a connector reads', () => {
    expect([...new Set(AWS.flatMap(({ on }) => on))].filter((type) => !types.has(type))).toEqual([]);
  });

  it('are asked on assets only where one action alone gives the class', () => {
    const asked = (permission: string) =>
      AWS.filter((each) => each.permission === permission).flatMap(({ on }) => on);
    expect(asked('sagemaker:CreatePresignedNotebookInstanceUrl')).toEqual([
      'aws.sagemaker.notebook-instance',
    ]);
    // Makes a job of its own, and passes it a role.
    expect(asked('sagemaker:CreateTrainingJob')).toEqual([]);
    expect(asked('iam:PutRolePolicy')).toEqual([]);
  });

  it('are asked about what is in a bucket, not about the bucket', () => {
    expect(
      capabilitiesOf('aws.s3.bucket').find(({ permission }) => permission === 's3:GetObject')?.resource,
    ).toBe('{id}/*');
  });
});
