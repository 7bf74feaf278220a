import { field, not } from '#shared/model/predicate.ts';

/**
 * Somebody called a model here in the last two weeks. Where nobody did, a setting that is about calls protects
 * nothing yet.
 */
export const modelsAreInvoked = not(field('invokedModels').isEmpty());

/** What `invokedModels` looks like where models are called. */
export const INVOKED = { invokedModels: [{ Name: 'ModelId', Value: 'amazon.nova-lite-v1:0' }] };

/** What it looks like where CloudWatch did not say. */
export const UNREAD_INVOCATIONS = {
  invokedModels: {
    $unread: {
      operation: 'cloudwatch:ListMetrics',
      outcome: 'denied',
      permission: 'cloudwatch:ListMetrics',
    },
  },
};
