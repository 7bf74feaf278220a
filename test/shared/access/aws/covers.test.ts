import { describe, expect, it } from 'vitest';
import { awsAccess } from '#shared/access/aws/index.ts';
import type { JsonObject } from '#shared/model/json.ts';
import { allow, deny, role, roleArn, user, userArn } from '../../paths/aws/statements.ts';
import { type AssetRow, assetsOf } from '../../paths/estate.ts';

const READS = allow('s3:GetObject', 'arn:aws:s3:::claims/*');

function covers(
  strong: JsonObject[],
  weak: JsonObject[],
  others: readonly AssetRow[] = [],
): boolean | undefined {
  const access = awsAccess(
    assetsOf([user('intern', ...strong), role('pricing', 'sagemaker.amazonaws.com', ...weak), ...others]),
  );
  const numberOf = (id: string): number => access.principals.findIndex((one) => one.id === id);
  return access.covers?.(numberOf(userArn('intern')), numberOf(roleArn('pricing')));
}

describe('who may do at least as much', () => {
  it.each([
    ['the same', [READS], [READS]],
    ['more actions by a wildcard', [allow('s3:*', 'arn:aws:s3:::claims/*')], [READS]],
    ['more resources', [allow('s3:GetObject')], [READS]],
    ['everything', [allow('*')], [READS, allow('kms:Decrypt')]],
    ['what the other is denied besides', [READS], [READS, deny('s3:GetObject', 'arn:aws:s3:::claims/x')]],
  ])('is shown for %s', (_what, strong, weak) => {
    expect(covers(strong, weak)).toBe(true);
  });

  it.each([
    ['fewer actions', [READS], [allow('s3:*', 'arn:aws:s3:::claims/*')]],
    ['fewer resources', [READS], [allow('s3:GetObject')]],
    ['another resource', [allow('s3:GetObject', 'arn:aws:s3:::other/*')], [READS]],
    ['a condition', [allow('s3:GetObject', '*', { Bool: { 'aws:SecureTransport': 'true' } })], [READS]],
    ['a deny', [allow('*'), deny('iam:*')], [READS]],
    ['a role of which nothing is known', [allow('*')], []],
    ['half of it', [READS], [READS, allow('kms:Decrypt')]],
  ])('is not shown for %s', (_what, strong, weak) => {
    expect(covers(strong, weak)).toBeUndefined();
  });

  it('is not shown where a bucket names the role', () => {
    const bucket: AssetRow = {
      type: 'aws.s3.bucket',
      id: 'arn:aws:s3:::vault',
      config: {
        Name: 'vault',
        Policy: {
          Statement: [
            {
              Effect: 'Allow',
              Principal: { AWS: roleArn('pricing') },
              Action: 's3:GetObject',
              Resource: 'arn:aws:s3:::vault/*',
            },
          ],
        },
      },
    };
    expect(covers([READS], [READS], [bucket])).toBeUndefined();
  });
});
