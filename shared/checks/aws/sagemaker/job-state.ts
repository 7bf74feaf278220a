import type { JsonObject } from '#shared/model/json.ts';

/**
 * CloudFormation has no type for a job; a state machine that starts one takes the fields of the creating operation
 * as its parameters. Source: Step Functions Developer Guide, “Create and manage Amazon SageMaker AI jobs with Step
 * Functions” and, for `aws-sdk:`, “Learning to use AWS service SDK integrations in Step Functions”.
 */
export const jobState = (operation: string, parameters: JsonObject): JsonObject => ({
  Definition: {
    States: { Run: { Type: 'Task', Resource: `arn:aws:states:::${operation}`, Parameters: parameters } },
  },
});
