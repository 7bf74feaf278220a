import type { Caller } from './caller.ts';
import { type Context, contextOf } from './conditions/context.ts';

/** One call to be decided on. */
export interface Request {
  readonly caller: Caller;
  /** `s3:GetObject` */
  readonly action: string;
  /**
   * An ARN; with `*` or `?` in it, whichever of the resources that fit can still be chosen. A bare `*` is no choice:
   * the action takes no resource, as `sagemaker:ListModels`.
   */
  readonly resource: string;
  /** The account that the resource is of: not every ARN has it. */
  readonly resourceAccount: string;
  readonly context: Context;
}

interface Asked extends Omit<Request, 'context'> {
  /** What the request is known to carry, by condition key; no values: it is known not to carry it. */
  readonly context?: Readonly<Record<string, readonly string[]>>;
  /** What all other keys are. */
  readonly missing: Context['missing'];
}

/** A request that carries what follows from who asks and for what, besides what is said. */
export function requestOf({
  caller,
  action,
  resource,
  resourceAccount,
  context = {},
  missing,
}: Asked): Request {
  const said = contextOf(context, missing);
  const values = new Map(caller.keys);
  if (resourceAccount !== '') values.set('aws:resourceaccount', [resourceAccount]);
  for (const [key, found] of said.values) values.set(key, found);
  return { caller, action: action.toLowerCase(), resource, resourceAccount, context: { values, missing } };
}
