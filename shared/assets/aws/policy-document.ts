import * as z from 'zod';

const oneOrMore = z.union([z.string(), z.array(z.string())]);
const principal = z.union([z.literal('*'), z.record(z.string(), oneOrMore)]);

export const policyStatement = z.looseObject({
  Sid: z.string().optional(),
  Effect: z.enum(['Allow', 'Deny']),
  Principal: principal.optional(),
  NotPrincipal: principal.optional(),
  Action: oneOrMore.optional(),
  NotAction: oneOrMore.optional(),
  Resource: oneOrMore.optional(),
  NotResource: oneOrMore.optional(),
  Condition: z.record(z.string(), z.record(z.string(), z.json())).optional(),
});
export type PolicyStatement = z.infer<typeof policyStatement>;

/**
 * A policy as JSON, decoded by the connector from the text that the API gives.
 * Source: IAM User Guide, “Grammar of the IAM JSON policy language”.
 */
export const policyDocument = z.looseObject({
  Version: z.string().optional(),
  Statement: z.union([policyStatement, z.array(policyStatement)]),
});
export type PolicyDocument = z.infer<typeof policyDocument>;
