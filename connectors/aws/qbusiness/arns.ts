import type { Scope } from '#shared/model/scope.ts';
import type { ChangeEvent } from '../../connector.ts';
import { arnIn, parseArn } from '../arn.ts';
import { answered, asked } from '../changed.ts';

export const applicationArn = (scope: Scope, applicationId: string): string =>
  arnIn(scope, 'qbusiness', `application/${applicationId}`);

/** What an application holds: `application/<id>/plugin/<id>`. */
export const partArn = (scope: Scope, applicationId: string, kind: string, id: string): string =>
  `${applicationArn(scope, applicationId)}/${kind}/${id}`;

/** The ids in `application/<id>/<kind>/<id>`. */
export function idsIn(arn: string): { readonly applicationId: string; readonly partId: string } {
  const [, applicationId = '', , partId = ''] = parseArn(arn)?.resource.split('/') ?? [];
  return { applicationId, partId };
}

/** The part of an application that an event speaks of, by the key of its id. */
export function affectedPart(
  event: ChangeEvent,
  scope: Scope,
  kind: string,
  key: string,
): string | undefined {
  const applicationId = asked(event, 'applicationId');
  const id = asked(event, key) ?? answered(event, key);
  return applicationId && id && partArn(scope, applicationId, kind, id);
}
