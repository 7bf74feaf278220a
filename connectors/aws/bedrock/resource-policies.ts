import type { ChangeEvent } from '../../connector.ts';
import { asked } from '../changed.ts';
import { decodedJson } from '../iam/policies.ts';
import { awsOperation } from '../operation.ts';
import type { AwsServices } from '../services.ts';

export const getResourcePolicy = awsOperation('bedrock:GetResourcePolicy');

export const RESOURCE_POLICY_EVENTS = ['PutResourcePolicy', 'DeleteResourcePolicy'] as const;

/** Who beside the account may use the resource: `undefined` where it has no policy of its own. */
export const resourcePolicyOf = ({ bedrock }: AwsServices, resourceArn: string | undefined) =>
  bedrock.part('GetResourcePolicy', { resourceArn }, ({ resourcePolicy }) => decodedJson(resourcePolicy));

/** The resource whose policy was changed, where it is of the kind: all kinds share the names of the events. */
export function withChangedPolicy(event: ChangeEvent, kind: string): string | undefined {
  const arn = asked(event, 'resourceArn');
  return arn?.includes(`:${kind}/`) ? arn : undefined;
}
