import type { JsonObject } from '#shared/model/json.ts';

/**
 * CloudFormation has no type for a training job; a state machine that starts one takes the fields of
 * CreateTrainingJob as its parameters. Source: Step Functions Developer Guide, “Create and manage Amazon SageMaker
 * AI jobs with Step Functions”.
 */
export const trainingState = (parameters: JsonObject): JsonObject => ({
  Definition: {
    States: {
      Train: {
        Type: 'Task',
        Resource: 'arn:aws:states:::sagemaker:createTrainingJob.sync',
        Parameters: parameters,
      },
    },
  },
});
