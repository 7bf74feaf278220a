import * as client from '@aws-sdk/client-sagemaker';
import { isObject, type JsonObject } from '#shared/model/json.ts';
import { couldNotFind, gets, lists } from '../served.ts';
import type { EstateService } from '../services.ts';

const arn = (resource: string): string => `arn:aws:sagemaker:eu-west-1:444455556666:${resource}`;
const TRAINING = 'arn:aws:iam::444455556666:role/training';
const WEB = 'arn:aws:iam::444455556666:role/web';
const REGISTRY = '444455556666.dkr.ecr.eu-west-1.amazonaws.com';
const THEN = '2026-11-20T08:00:00.000Z';
const TIMES = { CreationTime: THEN, LastModifiedTime: THEN };
const Tags = [{ Key: 'owner', Value: 'ml' }];

const script = (...lines: readonly string[]): string =>
  Buffer.from(['#!/bin/bash', 'set -e', ...lines].join('\n')).toString('base64');
const CLEAN = script('TOKEN=$(aws secretsmanager get-secret-value --secret-id hub)', 'pip install pandas');
const LEAKY = script('export HF_TOKEN=hf_abcdefghijklmnopqrstuvwxyzABCDEFGH', 'DB_PASSWORD="swordfish"');

const notebookConfig = (name: string, content: string): JsonObject => ({
  NotebookInstanceLifecycleConfigArn: arn(`notebook-instance-lifecycle-config/${name}`),
  NotebookInstanceLifecycleConfigName: name,
  OnCreate: [{ Content: CLEAN }],
  OnStart: [{ Content: content }],
  ...TIMES,
  Tags,
});

const studioConfig = (name: string, content: string): JsonObject => ({
  StudioLifecycleConfigArn: arn(`studio-lifecycle-config/${name}`),
  StudioLifecycleConfigName: name,
  StudioLifecycleConfigContent: content,
  StudioLifecycleConfigAppType: 'JupyterLab',
  ...TIMES,
  Tags,
});

const profile = (name: string, UserSettings: JsonObject): JsonObject => ({
  UserProfileArn: arn(`user-profile/d-1/${name}`),
  DomainId: 'd-1',
  UserProfileName: name,
  Status: 'InService',
  FailureReason: 'the password swordfish was wrong',
  UserSettings,
  ...TIMES,
  Tags,
});

const idle = (minutes: number): JsonObject => ({
  AppLifecycleManagement: { IdleSettings: { IdleTimeoutInMinutes: minutes } },
});

const space = (name: string, more: JsonObject): JsonObject => ({
  SpaceArn: arn(`space/d-1/${name}`),
  DomainId: 'd-1',
  SpaceName: name,
  Status: 'InService',
  FailureReason: 'the password swordfish was wrong',
  Url: 'https://d-1.studio.eu-west-1.sagemaker.aws/jupyterlab/default',
  OwnershipSettings: { OwnerUserProfileName: 'ada' },
  SpaceSharingSettings: { SharingType: 'Private' },
  ...TIMES,
  Tags,
  ...more,
});

const app = (name: string, Status: string): JsonObject => ({
  DomainId: 'd-1',
  SpaceName: 'lab',
  AppType: 'JupyterLab',
  AppName: name,
  Status,
  CreationTime: THEN,
  ResourceSpec: {
    InstanceType: 'ml.t3.medium',
    SageMakerImageArn: arn('image/own'),
    LifecycleConfigArn: arn('studio-lifecycle-config/leaky'),
  },
});

const image = (name: string, BaseImage?: string): JsonObject => ({
  ImageArn: arn(`image/${name}`),
  ImageName: name,
  ImageStatus: 'CREATED',
  ...TIMES,
  ...(BaseImage ? { latest: { BaseImage } } : {}),
  Tags,
});

const repository = (name: string, GitConfig: JsonObject): JsonObject => ({
  CodeRepositoryName: name,
  CodeRepositoryArn: arn(`code-repository/${name}`),
  GitConfig,
  ...TIMES,
  Tags,
});

const ofDomain = (element: JsonObject, { DomainIdEquals }: JsonObject): boolean =>
  DomainIdEquals === undefined || element['DomainId'] === DomainIdEquals;

const service: EstateService = {
  prefix: 'sagemaker',
  signingName: 'sagemaker',
  protocol: 'json',
  client,
  handlers: {
    ListNotebookInstanceLifecycleConfigs: lists(
      'sagemaker/notebook-lifecycle-configs',
      'NotebookInstanceLifecycleConfigs',
    ),
    DescribeNotebookInstanceLifecycleConfig: gets(
      'sagemaker/notebook-lifecycle-configs',
      { NotebookInstanceLifecycleConfigName: 'NotebookInstanceLifecycleConfigName' },
      { error: couldNotFind('notebook lifecycle configuration') },
    ),
    ListStudioLifecycleConfigs: lists('sagemaker/studio-lifecycle-configs', 'StudioLifecycleConfigs'),
    DescribeStudioLifecycleConfig: gets('sagemaker/studio-lifecycle-configs', {
      StudioLifecycleConfigName: 'StudioLifecycleConfigName',
    }),
    ListUserProfiles: lists('sagemaker/user-profiles', 'UserProfiles', { where: ofDomain }),
    DescribeUserProfile: gets('sagemaker/user-profiles', {
      DomainId: 'DomainId',
      UserProfileName: 'UserProfileName',
    }),
    ListSpaces: lists('sagemaker/spaces', 'Spaces', { where: ofDomain }),
    DescribeSpace: gets('sagemaker/spaces', { DomainId: 'DomainId', SpaceName: 'SpaceName' }),
    ListApps: lists('sagemaker/apps', 'Apps', { where: ofDomain }),
    ListImages: lists('sagemaker/images', 'Images'),
    DescribeImageVersion: (call) => {
      const { latest, ...found } = gets('sagemaker/images', { ImageName: 'ImageName' })(call) as JsonObject;
      if (!isObject(latest)) throw couldNotFind('image version');
      return { ...latest, ImageArn: found['ImageArn'], Version: 3, ImageVersionStatus: 'CREATED' };
    },
    ListCodeRepositories: lists('sagemaker/code-repositories', 'CodeRepositorySummaryList'),
    DescribeCodeRepository: gets(
      'sagemaker/code-repositories',
      { CodeRepositoryName: 'CodeRepositoryName' },
      { error: couldNotFind('code repository') },
    ),
  },
  sample: {
    'sagemaker/notebook-lifecycle-configs': [
      notebookConfig('clean', CLEAN),
      notebookConfig('leaky', LEAKY),
      notebookConfig('plain', script('echo ready')),
    ],
    'sagemaker/studio-lifecycle-configs': [
      studioConfig('clean', CLEAN),
      studioConfig('leaky', LEAKY),
      studioConfig('plain', script('echo ready')),
    ],
    'sagemaker/user-profiles': [
      profile('ada', { ExecutionRole: WEB }),
      profile('bea', {
        ExecutionRole: TRAINING,
        KernelGatewayAppSettings: { LifecycleConfigArns: [arn('studio-lifecycle-config/plain')] },
      }),
      profile('cid', {}),
    ],
    'sagemaker/spaces': [
      space('lab', {
        SpaceSettings: {
          AppType: 'JupyterLab',
          JupyterLabAppSettings: {
            ...idle(60),
            DefaultResourceSpec: { LifecycleConfigArn: arn('studio-lifecycle-config/leaky') },
          },
        },
      }),
      space('editor', { SpaceSettings: { AppType: 'CodeEditor', CodeEditorAppSettings: idle(10_080) } }),
      space('team', {
        SpaceSettings: { AppType: 'JupyterLab', RemoteAccess: 'ENABLED' },
        SpaceSharingSettings: { SharingType: 'Shared' },
      }),
    ],
    'sagemaker/apps': [
      app('default', 'InService'),
      app('second', 'Pending'),
      app('third', 'Failed'),
      app('yesterday', 'Deleted'),
    ],
    'sagemaker/images': [
      image('own', `${REGISTRY}/studio@sha256:${'0'.repeat(64)}`),
      image('strange', 'docker.io/somebody/studio:latest'),
      image('empty'),
    ],
    'sagemaker/code-repositories': [
      repository('private', {
        RepositoryUrl: 'https://git-codecommit.eu-west-1.amazonaws.com/v1/repos/ml',
        SecretArn: 'arn:aws:secretsmanager:eu-west-1:444455556666:secret:git',
      }),
      repository('plain', { RepositoryUrl: 'http://git.example.com/ml.git' }),
      repository('leaky', { RepositoryUrl: 'https://ada:swordfish@git.example.com/ml.git' }),
    ],
  },
};

export default service;
