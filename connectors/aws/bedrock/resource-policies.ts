import { decodedJson } from '../iam/policies.ts';
import { awsOperation } from '../operation.ts';
import type { AwsServices } from '../services.ts';

export const getResourcePolicy = awsOperation('bedrock:GetResourcePolicy');

/** Who beside the account may use the resource: `undefined` where it has no policy of its own. */
export const resourcePolicyOf = ({ bedrock }: AwsServices, resourceArn: string | undefined) =>
  bedrock.part('GetResourcePolicy', { resourceArn }, ({ resourcePolicy }) => decodedJson(resourcePolicy));
