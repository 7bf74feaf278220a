import type { Fix } from '#shared/model/check.ts';
import { type Need, permission } from '../technique.ts';

/** Passing the target to the service. */
export const passTo = (service: string): Need =>
  permission('iam:PassRole', { context: { 'iam:PassedToService': [service] } });

/** Who may pass which role to the service is said by resource and condition. */
export const passRoleFix = (service: string): Fix => ({
  console: `In IAM, allow iam:PassRole only on the roles that the person’s own work needs, with the condition iam:PassedToService ${service}.`,
  cli: 'aws iam put-role-policy --role-name … --policy-name pass-own-roles --policy-document file://pass-own-roles.json',
  cloudformation: {
    Effect: 'Allow',
    Action: 'iam:PassRole',
    Resource: 'arn:aws:iam::…:role/…',
    Condition: { StringEquals: { 'iam:PassedToService': service } },
  },
});
