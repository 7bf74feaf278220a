import type { Fix } from '#shared/model/check.ts';
import type { JsonObject } from '#shared/model/json.ts';
import { all, field, not } from '#shared/model/predicate.ts';
import { userThatMay } from './examples.ts';

const INVOKING = {
  Effect: 'Allow',
  Action: 'bedrock:InvokeModel',
  Resource: 'arn:aws:bedrock:*::foundation-model/amazon.*',
};

const keyed = (statement: JsonObject, ...found: JsonObject[]): JsonObject => ({
  ...userThatMay(statement),
  ServiceSpecificCredentials: found.map((key, index) => ({
    UserName: 'ada',
    ServiceSpecificCredentialId: `ACCAEXAMPLE${index}`,
    ServiceName: 'bedrock.amazonaws.com',
    CreateDate: '2026-01-01T00:00:00.000Z',
    ...key,
  })),
});

/** The long-term API keys of a user for Bedrock, and examples of users that have some. */
export const keys = {
  are: not(field('ServiceSpecificCredentials').isEmpty()),
  isActive: all(field('ServiceName').is('bedrock.amazonaws.com'), field('Status').is('Active')),
  of: (...found: JsonObject[]): JsonObject => keyed(INVOKING, ...found),
  keyed,
  unread: {
    ...userThatMay(INVOKING),
    ServiceSpecificCredentials: {
      $unread: {
        operation: 'iam:ListServiceSpecificCredentials',
        outcome: 'denied',
        permission: 'iam:ListServiceSpecificCredentials',
      },
    },
  },
};

export const removingKey: Fix = {
  console:
    'In IAM, open the user’s “Security credentials”, deactivate the API key for Amazon Bedrock and, when nothing misses it, delete it; use short-term keys or a role instead.',
  cli: 'aws iam update-service-specific-credential --user-name … --service-specific-credential-id … --status Inactive',
  cloudformation: { Type: 'AWS::IAM::ServiceSpecificCredential', Properties: { Status: 'Inactive' } },
};
