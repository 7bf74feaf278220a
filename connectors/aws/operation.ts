import type { Operation } from '../operation.ts';
import { apiOf } from './apis.ts';

/**
 * Operations whose IAM action is not called as they are.
 * Source: Service Authorization Reference, “Actions, resources, and condition keys” of each service.
 */
const ACTION: Readonly<Record<string, string>> = {
  'budgets:DescribeBudgets': 'budgets:ViewBudget',
  's3:GetBucketEncryption': 's3:GetEncryptionConfiguration',
  's3:GetBucketNotificationConfiguration': 's3:GetBucketNotification',
  's3:GetObjectLockConfiguration': 's3:GetBucketObjectLockConfiguration',
  's3:GetPublicAccessBlock': 's3:GetBucketPublicAccessBlock',
  's3:ListBuckets': 's3:ListAllMyBuckets',
  's3control:GetPublicAccessBlock': 's3:GetAccountPublicAccessBlock',
};

/**
 * `awsOperation('sagemaker:ListModels')`: an SDK operation under the prefix of its API in `apis.ts`. Its IAM
 * action may be under another: the agent operations of Bedrock are authorised under `bedrock:`.
 */
export function awsOperation(id: `${string}:${string}`): Operation {
  const [prefix = '', name] = id.split(':', 2);
  const api = apiOf(prefix);
  if (!api) throw new Error(`${id}: no API in connectors/aws/apis.ts has the prefix ${prefix}`);
  // API Gateway is authorised by the HTTP method on its own resources.
  if (prefix === 'apigateway') return { id, permission: 'apigateway:GET' };
  return { id, permission: ACTION[id] ?? `${api.iam ?? prefix}:${name}` };
}

/** Several of {@link awsOperation} at once. */
export const awsOperations = (...ids: `${string}:${string}`[]): Operation[] => ids.map(awsOperation);
