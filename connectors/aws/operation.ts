import type { Operation } from '../operation.ts';

/**
 * Operations whose IAM action is not called as they are.
 * Source: Service Authorization Reference, “Actions, resources, and condition keys for Amazon S3”.
 */
const ACTION: Readonly<Record<string, string>> = {
  's3:GetBucketEncryption': 's3:GetEncryptionConfiguration',
  's3:GetPublicAccessBlock': 's3:GetBucketPublicAccessBlock',
  's3:ListBuckets': 's3:ListAllMyBuckets',
};

/**
 * `awsOperation('sagemaker:ListModels')`: an SDK operation under its service's own prefix.
 * The agent operations of Bedrock are authorised under `bedrock:`.
 */
export function awsOperation(id: `${string}:${string}`): Operation {
  const action = ACTION[id] ?? id.replace(/^bedrock-agent:/, 'bedrock:');
  return { id, permission: action };
}

/** Several of {@link awsOperation} at once. */
export const awsOperations = (...ids: `${string}:${string}`[]): Operation[] => ids.map(awsOperation);
