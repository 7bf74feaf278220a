import * as client from '@aws-sdk/client-rekognition';
import type { JsonObject } from '#shared/model/json.ts';
import { gets, lists } from '../served.ts';
import type { EstateService } from '../services.ts';

const ARN = 'arn:aws:rekognition:eu-west-1:444455556666';
const THEN = 1_763_600_000;

const project = (name: string, more: JsonObject = {}): JsonObject => ({
  ProjectArn: `${ARN}:project/${name}/1763600000000`,
  ProjectName: name,
  CreationTimestamp: THEN,
  Status: 'CREATED',
  Feature: 'CUSTOM_LABELS',
  Tags: [{ Key: 'owner', Value: 'vision' }],
  ...more,
});

const version = (name: string, VersionName: string, more: JsonObject = {}): JsonObject => ({
  ProjectArn: `${ARN}:project/${name}/1763600000000`,
  ProjectVersionArn: `${ARN}:project/${name}/version/${VersionName}/1763600000001`,
  VersionName,
  CreationTimestamp: THEN,
  Status: 'RUNNING',
  OutputConfig: { S3Bucket: 'sample-models', S3KeyPrefix: 'labels' },
  ...more,
});

const policy = (name: string, PolicyName: string, principal: string): JsonObject => ({
  ProjectArn: `${ARN}:project/${name}/1763600000000`,
  PolicyName,
  PolicyRevisionId: '1',
  PolicyDocument: JSON.stringify({
    Version: '2012-10-17',
    Statement: [
      {
        Effect: 'Allow',
        Principal: { AWS: principal },
        Action: 'rekognition:CopyProjectVersion',
        Resource: '*',
      },
    ],
  }),
});

const stream = (Name: string, more: JsonObject = {}): JsonObject => ({
  Name,
  StreamProcessorArn: `${ARN}:streamprocessor/${Name}`,
  Status: 'RUNNING',
  CreationTimestamp: THEN,
  Input: {
    KinesisVideoStream: { Arn: 'arn:aws:kinesisvideo:eu-west-1:444455556666:stream/door/1763600000000' },
  },
  Output: { S3Destination: { Bucket: 'sample-models', KeyPrefix: 'door' } },
  RoleArn: 'arn:aws:iam::444455556666:role/rekognition',
  Settings: { ConnectedHome: { Labels: ['PERSON'] } },
  Tags: [{ Key: 'owner', Value: 'vision' }],
  ...more,
});

const named = (key: string, filter: string) => (element: JsonObject, input: JsonObject) =>
  !Array.isArray(input[filter]) || input[filter].includes(element[key] ?? '');

const ofProject = (element: JsonObject, input: JsonObject): boolean =>
  element['ProjectArn'] === input['ProjectArn'] && named('VersionName', 'VersionNames')(element, input);

export default {
  prefix: 'rekognition',
  signingName: 'rekognition',
  protocol: 'json',
  client,
  handlers: {
    DescribeProjects: lists('rekognition projects', 'ProjectDescriptions', {
      where: named('ProjectName', 'ProjectNames'),
    }),
    DescribeProjectVersions: lists('rekognition versions', 'ProjectVersionDescriptions', {
      where: ofProject,
    }),
    ListProjectPolicies: lists('rekognition policies', 'ProjectPolicies', { where: ofProject }),
    ListStreamProcessors: lists('rekognition streams', 'StreamProcessors'),
    DescribeStreamProcessor: gets('rekognition streams', { Name: 'Name' }),
  },
  sample: {
    'rekognition projects': [
      project('scratches'),
      project('logos'),
      project('moderation', { Feature: 'CONTENT_MODERATION', AutoUpdate: 'ENABLED' }),
    ],
    'rekognition versions': [
      version('scratches', 'v1', { KmsKeyId: '7d6c1f4e-2b6a-4f0e-9a51-0c5a3f7be001' }),
      version('scratches', 'v2'),
      version('logos', 'v1', { Status: 'TRAINING_FAILED' }),
    ],
    'rekognition policies': [
      policy('scratches', 'copies', 'arn:aws:iam::444455556666:root'),
      policy('logos', 'partner', 'arn:aws:iam::777788889999:root'),
    ],
    'rekognition streams': [
      stream('door', { KmsKeyId: '7d6c1f4e-2b6a-4f0e-9a51-0c5a3f7be001' }),
      stream('yard', { DataSharingPreference: { OptIn: true } }),
      stream('hall', { DataSharingPreference: { OptIn: false } }),
    ],
  },
} satisfies EstateService;
