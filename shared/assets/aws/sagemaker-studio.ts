import * as z from 'zod';
import { assetType } from '#shared/model/asset-type.ts';
import { listedTags, TAGS } from './tags.ts';

const PACKAGE = '@aws-sdk/client-sagemaker';

const tags = listedTags('Tags');
const tagsPart = { Tags: TAGS };
const text = z.string().optional();

/** Scripts are withheld by the connector: what remains says whether they hold secrets, and of which kinds. */
const script = z.array(z.looseObject({ Content: text })).optional();

export const notebookLifecycleConfig = assetType('aws.sagemaker.notebook-lifecycle-config', {
  title: 'SageMaker notebook lifecycle configuration',
  placement: 'region',
  nativeType: 'AWS::SageMaker::NotebookInstanceLifecycleConfig',
  shape: { package: PACKAGE, type: 'DescribeNotebookInstanceLifecycleConfigOutput', parts: tagsPart },
  tags,
  config: z.looseObject({ OnCreate: script, OnStart: script }),
});

export const studioLifecycleConfig = assetType('aws.sagemaker.studio-lifecycle-config', {
  title: 'SageMaker Studio lifecycle configuration',
  placement: 'region',
  nativeType: 'AWS::SageMaker::StudioLifecycleConfig',
  shape: { package: PACKAGE, type: 'DescribeStudioLifecycleConfigResponse', parts: tagsPart },
  tags,
  config: z.looseObject({
    StudioLifecycleConfigContent: text,
    StudioLifecycleConfigAppType: z
      .enum(['CodeEditor', 'JupyterLab', 'JupyterServer', 'KernelGateway'])
      .optional(),
  }),
});

const idleSettings = z
  .looseObject({
    LifecycleManagement: z.enum(['ENABLED', 'DISABLED']).optional(),
    IdleTimeoutInMinutes: z.number().optional(),
    MaxIdleTimeoutInMinutes: z.number().optional(),
  })
  .optional();

/** When an application is shut down after its last use: a setting of domains and of user profiles. */
export const appSettings = z
  .looseObject({
    AppLifecycleManagement: z.looseObject({ IdleSettings: idleSettings }).optional(),
  })
  .optional();

export const userProfile = assetType('aws.sagemaker.user-profile', {
  title: 'SageMaker user profile',
  placement: 'region',
  nativeType: 'AWS::SageMaker::UserProfile',
  shape: {
    package: PACKAGE,
    type: 'DescribeUserProfileResponse',
    parts: { ...tagsPart, DomainUserSettings: 'UserSettings' },
  },
  tags,
  config: z.looseObject({
    DomainId: text,
    UserSettings: z
      .looseObject({
        ExecutionRole: text,
        JupyterLabAppSettings: appSettings,
        CodeEditorAppSettings: appSettings,
      })
      .optional(),
    /** What holds for the users of the domain who have no setting of their own. */
    DomainUserSettings: z.looseObject({ ExecutionRole: text }).optional(),
  }),
});

const spaceAppSettings = z
  .looseObject({
    AppLifecycleManagement: z
      .looseObject({
        IdleSettings: z.looseObject({ IdleTimeoutInMinutes: z.number().optional() }).optional(),
      })
      .optional(),
  })
  .optional();

export const space = assetType('aws.sagemaker.space', {
  title: 'SageMaker space',
  placement: 'region',
  nativeType: 'AWS::SageMaker::Space',
  shape: { package: PACKAGE, type: 'DescribeSpaceResponse', parts: tagsPart },
  tags,
  config: z.looseObject({
    DomainId: text,
    SpaceSettings: z
      .looseObject({
        AppType: z
          .enum([
            'Canvas',
            'CodeEditor',
            'DetailedProfiler',
            'JupyterLab',
            'JupyterServer',
            'KernelGateway',
            'RSessionGateway',
            'RStudioServerPro',
            'TensorBoard',
          ])
          .optional(),
        RemoteAccess: z.enum(['ENABLED', 'DISABLED']).optional(),
        JupyterLabAppSettings: spaceAppSettings,
        CodeEditorAppSettings: spaceAppSettings,
      })
      .optional(),
    SpaceSharingSettings: z.looseObject({ SharingType: z.enum(['Private', 'Shared']).optional() }).optional(),
  }),
});

export const app = assetType('aws.sagemaker.app', {
  title: 'SageMaker Studio application',
  placement: 'region',
  nativeType: 'AWS::SageMaker::App',
  shape: { package: PACKAGE, type: 'AppDetails' },
  config: z.looseObject({
    DomainId: text,
    Status: z.enum(['Deleted', 'Deleting', 'Failed', 'InService', 'Pending']).optional(),
    ResourceSpec: z.looseObject({ SageMakerImageArn: text, LifecycleConfigArn: text }).optional(),
  }),
});

export const image = assetType('aws.sagemaker.image', {
  title: 'SageMaker image',
  placement: 'region',
  nativeType: 'AWS::SageMaker::Image',
  shape: {
    package: PACKAGE,
    type: 'Image',
    parts: { ...tagsPart, LatestVersion: 'DescribeImageVersionResponse' },
  },
  tags,
  config: z.looseObject({
    ImageName: text,
    /** Absent where the image has no version yet. */
    LatestVersion: z.looseObject({ BaseImage: text, ContainerImage: text }).optional(),
  }),
});

export const codeRepository = assetType('aws.sagemaker.code-repository', {
  title: 'SageMaker code repository',
  placement: 'region',
  nativeType: 'AWS::SageMaker::CodeRepository',
  shape: { package: PACKAGE, type: 'CodeRepositorySummary', parts: tagsPart },
  tags,
  config: z.looseObject({
    GitConfig: z.looseObject({ RepositoryUrl: text, SecretArn: text }).optional(),
  }),
});
