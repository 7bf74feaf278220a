import * as z from 'zod';
import { assetType } from '#shared/model/asset-type.ts';

const text = z.string().optional();

export const POLICY_TYPES = [
  'AISERVICES_OPT_OUT_POLICY',
  'BACKUP_POLICY',
  'BEDROCK_POLICY',
  'CHATBOT_POLICY',
  'DECLARATIVE_POLICY_EC2',
  'GUARDDUTY_POLICY',
  'INSPECTOR_POLICY',
  'NETWORK_SECURITY_DIRECTOR_POLICY',
  'RESOURCE_CONTROL_POLICY',
  'S3_POLICY',
  'SECURITYHUB_CSPM_POLICY',
  'SECURITYHUB_POLICY',
  'SERVICE_CONTROL_POLICY',
  'TAG_POLICY',
  'UPGRADE_ROLLOUT_POLICY',
] as const;

const policyType = z.enum(POLICY_TYPES).optional();

/** Each with its content, as JSON, and what it is attached to. */
const policies = z
  .array(
    z.looseObject({
      Name: text,
      Type: policyType,
      Content: z.looseObject({}).optional(),
      Targets: z
        .array(
          z.looseObject({
            TargetId: text,
            Type: z.enum(['ACCOUNT', 'ORGANIZATIONAL_UNIT', 'ROOT']).optional(),
          }),
        )
        .optional(),
    }),
  )
  .optional();

const policyShape = 'PolicySummary&Policy&ListTargetsForPolicyResponse[]';

export const organization = assetType('aws.organizations.organization', {
  title: 'AWS organization',
  placement: 'global',
  nativeType: 'AWS::Organizations::Organization',
  shape: {
    package: '@aws-sdk/client-organizations',
    type: 'Organization',
    parts: {
      Roots: 'Root[]',
      accounts: 'Account[]',
      /** Those that speak of AI. */
      policies: policyShape,
      serviceControlPolicies: policyShape,
      resourceControlPolicies: policyShape,
    },
  },
  config: z.looseObject({
    FeatureSet: z.enum(['ALL', 'CONSOLIDATED_BILLING']).optional(),
    MasterAccountId: text,
    Roots: z
      .array(
        z.looseObject({
          PolicyTypes: z
            .array(
              z.looseObject({
                Type: policyType,
                Status: z.enum(['ENABLED', 'PENDING_ENABLE', 'PENDING_DISABLE']).optional(),
              }),
            )
            .optional(),
        }),
      )
      .optional(),
    accounts: z
      .array(
        z.looseObject({
          Id: text,
          State: z
            .enum(['ACTIVE', 'CLOSED', 'PENDING_ACTIVATION', 'PENDING_CLOSURE', 'SUSPENDED'])
            .optional(),
          /** `o-…/r-…/ou-…/ou-…/111122223333/`: the levels whose policies the account is under. */
          Paths: z.array(z.string()).optional(),
        }),
      )
      .optional(),
    policies,
    serviceControlPolicies: policies,
    resourceControlPolicies: policies,
  }),
});
