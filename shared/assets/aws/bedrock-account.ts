import * as z from 'zod';
import { assetType } from '#shared/model/asset-type.ts';
import { guardrailConfig } from './bedrock.ts';

const BEDROCK = '@aws-sdk/client-bedrock';
const CLOUDWATCH = '@aws-sdk/client-cloudwatch';

const text = z.string().optional();
const guarding = z.enum(['SELECTIVE', 'COMPREHENSIVE']).optional();

export const accountSettings = assetType('aws.bedrock.account-settings', {
  title: 'Bedrock settings of an account in a region',
  placement: 'region',
  /** Neither CloudFormation nor AWS Config has one type for them. */
  nativeType: 'AWS::::Account',
  shape: {
    package: BEDROCK,
    type: 'ListEnforcedGuardrailsConfigurationResponse',
    parts: {
      enforcedGuardrails: 'GetGuardrailResponse[]',
      dataRetention: 'GetAccountDataRetentionResponse',
      invokedModels: `${CLOUDWATCH}#Dimension[]`,
      legacyModels: 'FoundationModelSummary[]',
    },
  },
  config: z.looseObject({
    guardrailsConfig: z
      .array(
        z.looseObject({
          guardrailArn: text,
          guardrailVersion: text,
          inputTags: z.enum(['HONOR', 'IGNORE']).optional(),
          selectiveContentGuarding: z.looseObject({ system: guarding, messages: guarding }).optional(),
          modelEnforcement: z
            .looseObject({
              includedModels: z.array(z.string()).optional(),
              excludedModels: z.array(z.string()).optional(),
            })
            .optional(),
        }),
      )
      .optional(),
    /** What those guardrails do, in the versions that are enforced. */
    enforcedGuardrails: z.array(guardrailConfig).optional(),
    dataRetention: z
      .looseObject({ mode: z.enum(['default', 'none', 'aws_review', 'provider_data_share', 'inherit']) })
      .optional(),
    /** The models that somebody called here in the last two weeks, as CloudWatch counts them. */
    invokedModels: z.array(z.looseObject({ Name: text, Value: text })).optional(),
    /** The foundation models that are past their prime in this region. */
    legacyModels: z
      .array(
        z.looseObject({
          modelId: text,
          modelLifecycle: z
            .looseObject({ status: z.enum(['ACTIVE', 'LEGACY']), endOfLifeTime: text })
            .optional(),
        }),
      )
      .optional(),
  }),
});
