import { any, field, type Predicate } from '#shared/model/predicate.ts';

/** Aliases under `aws/` belong to keys that AWS manages: their policy is not yours to write. */
const AWS_MANAGED = /^(?:arn:[^:]+:kms:[^:]*:\d*:)?alias\/aws\//;

/**
 * No key is named, or one that AWS manages by its alias. Of a key that is named by id or ARN the asset does not
 * say who manages it, and nothing is claimed.
 */
export const lacksCustomerKey = (path: string): Predicate =>
  any(field(path).isEmpty(), field(path).matches(AWS_MANAGED));
