import type { Fix } from '#shared/model/check.ts';

/** A policy that allows the actions where they are meant: most of these steps are cut by that alone. */
export const narrowed = (console: string, Action: string | string[], Resource: string): Fix => ({
  console,
  cli: 'aws iam put-role-policy --role-name … --policy-name narrowed --policy-document file://narrowed.json',
  cloudformation: { Effect: 'Allow', Action, Resource },
});
