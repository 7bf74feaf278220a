import type { Evidence } from '#shared/model/evidence.ts';
import { isObject, type Json, type JsonObject } from '#shared/model/json.ts';

const expected = 'an approval after registration, by another identity than the one that registered';

/**
 * Whether an approved package was never touched by anybody but its maker. One that was approved when it was
 * registered has not been modified since; of one that was, the API says who modified it last.
 */
export function whoApproved(config: JsonObject): {
  readonly truth: boolean | undefined;
  readonly evidence: Evidence[];
} {
  const status: Evidence = { path: 'ModelApprovalStatus', state: 'read', expected };
  if (config['ModelApprovalStatus'] !== 'Approved') return { truth: false, evidence: [status] };
  const { CreationTime, LastModifiedTime } = config;
  if (LastModifiedTime === undefined || LastModifiedTime === CreationTime)
    return {
      truth: true,
      evidence: [
        status,
        {
          path: 'LastModifiedTime',
          state: LastModifiedTime === undefined ? 'absent' : 'read',
          expected: 'later than CreationTime',
          note: 'not modified since it was registered',
        },
      ],
    };
  const [maker, modifier] = [identityOf(config['CreatedBy']), identityOf(config['LastModifiedBy'])];
  if (maker === undefined || modifier === undefined)
    return {
      truth: undefined,
      evidence: [
        {
          path: maker === undefined ? 'CreatedBy' : 'LastModifiedBy',
          state: 'absent',
          expected,
          note: 'the reply does not say who',
        },
      ],
    };
  return { truth: maker === modifier, evidence: [{ path: 'LastModifiedBy', state: 'read', expected }] };
}

function identityOf(context: Json | undefined): string | undefined {
  if (!isObject(context)) return undefined;
  const { UserProfileArn, IamIdentity } = context;
  const arn = UserProfileArn ?? (isObject(IamIdentity) ? IamIdentity['Arn'] : undefined);
  return typeof arn === 'string' && arn !== '' ? arn : undefined;
}
