import * as z from 'zod';
import { assetType } from '#shared/model/asset-type.ts';
import { listedTags, TAGS } from './tags.ts';

const PACKAGE = '@aws-sdk/client-qbusiness';

const text = z.string().optional();

export const application = assetType('aws.qbusiness.application', {
  title: 'Q Business application',
  placement: 'region',
  nativeType: 'AWS::QBusiness::Application',
  shape: {
    package: PACKAGE,
    type: 'GetApplicationResponse',
    parts: { chatControls: 'GetChatControlsConfigurationResponse', Tags: TAGS },
  },
  tags: listedTags('Tags'),
  config: z.looseObject({
    identityType: z
      .enum(['ANONYMOUS', 'AWS_IAM_IDC', 'AWS_IAM_IDP_OIDC', 'AWS_IAM_IDP_SAML', 'AWS_QUICKSIGHT_IDP'])
      .optional(),
    roleArn: text,
    encryptionConfiguration: z.looseObject({ kmsKeyId: text }).optional(),
    chatControls: z
      .looseObject({
        responseScope: z.enum(['ENTERPRISE_CONTENT_ONLY', 'EXTENDED_KNOWLEDGE_ENABLED']).optional(),
        creatorModeConfiguration: z
          .looseObject({ creatorModeControl: z.enum(['DISABLED', 'ENABLED']) })
          .optional(),
      })
      .optional(),
  }),
});

export const plugin = assetType('aws.qbusiness.plugin', {
  title: 'Q Business plugin',
  placement: 'region',
  nativeType: 'AWS::QBusiness::Plugin',
  shape: {
    package: PACKAGE,
    type: 'GetPluginResponse',
    parts: { authConfiguration: 'PluginAuthConfiguration' },
  },
  config: z.looseObject({
    state: z.enum(['DISABLED', 'ENABLED']).optional(),
    serverUrl: text,
    authConfiguration: z.looseObject({ noAuthConfiguration: z.looseObject({}).optional() }).optional(),
  }),
});

export const dataAccessor = assetType('aws.qbusiness.data-accessor', {
  title: 'Q Business data accessor',
  placement: 'region',
  nativeType: 'AWS::QBusiness::DataAccessor',
  shape: { package: PACKAGE, type: 'DataAccessor' },
  config: z.looseObject({ principal: text }),
});
