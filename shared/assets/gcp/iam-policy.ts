import * as z from 'zod';

/** Who has which role, as google.iam.v1.Policy and storage.buckets.getIamPolicy both write it. */
export const bindings = z
  .array(
    z.looseObject({
      role: z.string(),
      members: z.array(z.string()).optional(),
      condition: z
        .looseObject({ expression: z.string().optional(), title: z.string().optional() })
        .optional(),
    }),
  )
  .optional();

/** Everybody, and everybody with any Google account. */
export const PUBLIC_MEMBERS = ['allUsers', 'allAuthenticatedUsers'] as const;

export const EMPTY_BINDINGS =
  'a policy without bindings is sent without the list (google/iam/v1/policy.proto, ProtoJSON)';
