import * as client from '@aws-sdk/client-sagemaker';
import type { JsonObject } from '#shared/model/json.ts';
import { listed, one } from '../handler.ts';
import { AwsError } from '../reply.ts';
import { couldNotFind, gets, lists } from '../served.ts';
import type { EstateService } from '../services.ts';

const arn = (resource: string): string => `arn:aws:sagemaker:eu-west-1:444455556666:${resource}`;
const KEY = 'arn:aws:kms:eu-west-1:444455556666:key/7d6c1f4e-2b6a-4f0e-9a51-0c5a3f7be001';
const CreationTime = '2026-11-20T08:00:00.000Z';
const LATER = '2026-11-21T08:00:00.000Z';
const Tags = [{ Key: 'owner', Value: 'ml' }];
const maker = { IamIdentity: { Arn: 'arn:aws:sts::444455556666:assumed-role/training/pipeline' } };
const reviewer = { IamIdentity: { Arn: 'arn:aws:sts::444455556666:assumed-role/reviewer/ada' } };

const featureGroup = (name: string, more: JsonObject): JsonObject => ({
  FeatureGroupName: name,
  FeatureGroupArn: arn(`feature-group/${name}`),
  FeatureGroupStatus: 'Created',
  RoleArn: 'arn:aws:iam::444455556666:role/training',
  CreationTime,
  Tags,
  ...more,
});

const offline = (more: JsonObject = {}): JsonObject => ({
  S3StorageConfig: { S3Uri: 's3://sample-documents/features', ...more },
});

const group = (name: string, more: JsonObject = {}): JsonObject => ({
  ModelPackageGroupName: name,
  ModelPackageGroupArn: arn(`model-package-group/${name}`),
  ModelPackageGroupStatus: 'Completed',
  CreationTime,
  Tags,
  ...more,
});

const version = (of: string, number: number, more: JsonObject): JsonObject => ({
  ModelPackageGroupName: of,
  ModelPackageVersion: number,
  ModelPackageArn: arn(`model-package/${of}/${number}`),
  ModelPackageStatus: 'Completed',
  CreationTime,
  CreatedBy: maker,
  InferenceSpecification: {
    Containers: [
      {
        Image: '444455556666.dkr.ecr.eu-west-1.amazonaws.com/churn:1',
        ModelDataUrl: 's3://sample-models/churn.tar.gz',
        Environment: { HF_TOKEN: 'hf_abcdefghijklmnopqrstuvwxyzABCDEFGH' },
      },
    ],
  },
  CustomerMetadataProperties: { note: 'the password swordfish' },
  Tags,
  ...more,
});

const policy = (principal: string): string =>
  JSON.stringify({
    Version: '2012-10-17',
    Statement: [
      {
        Effect: 'Allow',
        Principal: { AWS: principal },
        Action: 'sagemaker:DescribeModelPackage',
        Resource: arn('model-package/open/*'),
      },
    ],
  });

const service: EstateService = {
  prefix: 'sagemaker',
  signingName: 'sagemaker',
  protocol: 'json',
  client,
  handlers: {
    ListFeatureGroups: lists('sagemaker/FeatureGroup', 'FeatureGroupSummaries'),
    DescribeFeatureGroup: gets(
      'sagemaker/FeatureGroup',
      { FeatureGroupName: 'FeatureGroupName' },
      { error: new AwsError('ResourceNotFound', 'No such feature group.') },
    ),
    ListModelPackages: ({ region, input }) => {
      const direction = input['SortOrder'] === 'Descending' ? -1 : 1;
      return listed(
        'ModelPackageSummaryList',
        region
          .resources('sagemaker/ModelPackage')
          .toSorted(
            (a, b) =>
              direction * (Date.parse(String(a['CreationTime'])) - Date.parse(String(b['CreationTime']))),
          ),
      );
    },
    DescribeModelPackage: gets(
      'sagemaker/ModelPackage',
      { ModelPackageName: ['ModelPackageArn', 'ModelPackageName'] },
      { error: couldNotFind('model package') },
    ),
    ListModelPackageGroups: lists('sagemaker/ModelPackageGroup', 'ModelPackageGroupSummaryList'),
    DescribeModelPackageGroup: gets(
      'sagemaker/ModelPackageGroup',
      { ModelPackageGroupName: 'ModelPackageGroupName' },
      { error: couldNotFind('model package group') },
    ),
    GetModelPackageGroupPolicy: ({ region, input }) => {
      const { ResourcePolicy } = one(
        region.resources('sagemaker/ModelPackageGroupPolicy'),
        ({ ModelPackageGroupName }) => ModelPackageGroupName === input['ModelPackageGroupName'],
        new AwsError(
          'ValidationException',
          `Cannot find resource policy for: ${arn(`model-package-group/${String(input['ModelPackageGroupName'])}`)}`,
        ),
      );
      return { ResourcePolicy };
    },
  },
  sample: {
    'sagemaker/FeatureGroup': [
      featureGroup('keyed', {
        OnlineStoreConfig: {
          EnableOnlineStore: true,
          StorageType: 'Standard',
          SecurityConfig: { KmsKeyId: KEY },
        },
        OfflineStoreConfig: offline({ KmsKeyId: KEY }),
      }),
      featureGroup('plain', {
        OnlineStoreConfig: { EnableOnlineStore: true },
        OfflineStoreConfig: offline(),
      }),
      featureGroup('in-memory', {
        OnlineStoreConfig: { EnableOnlineStore: true, StorageType: 'InMemory' },
        FeatureDefinitions: [{ FeatureName: 'age', FeatureType: 'Integral' }],
      }),
    ],
    'sagemaker/ModelPackageGroup': [group('reviewed'), group('automatic'), group('open')],
    'sagemaker/ModelPackageGroupPolicy': [
      { ModelPackageGroupName: 'open', ResourcePolicy: policy('*') },
      { ModelPackageGroupName: 'reviewed', ResourcePolicy: policy('arn:aws:iam::444455556666:root') },
    ],
    'sagemaker/ModelPackage': [
      version('reviewed', 1, { ModelApprovalStatus: 'Rejected' }),
      version('reviewed', 2, {
        CreationTime: LATER,
        ModelApprovalStatus: 'Approved',
        LastModifiedTime: '2026-11-21T09:00:00.000Z',
        LastModifiedBy: reviewer,
      }),
      version('automatic', 1, { ModelApprovalStatus: 'Approved' }),
      version('open', 1, { ModelApprovalStatus: 'PendingManualApproval' }),
    ],
  },
};

export default service;
