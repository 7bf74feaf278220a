import type { Scope } from '#shared/model/scope.ts';
import { arnIn } from '../arn.ts';

/** AgentCore takes ids, of which its ARNs are made: `runtime/…`, `gateway/…`. */
export const agentCoreArn = (scope: Scope, type: string, id: string | undefined): string | undefined =>
  id === undefined || id === '' ? undefined : arnIn(scope, 'bedrock-agentcore', `${type}/${id}`);

/** An ARN, if it is one of that type: events on resource policies name runtimes and gateways alike. */
export const ofType = (type: string, arn: string | undefined): string | undefined =>
  arn?.includes(`:${type}/`) ? arn : undefined;

/** A target by the path under which the API has it: the API gives it no ARN. */
export const targetArn = (
  gatewayArn: string | undefined,
  targetId: string | undefined,
): string | undefined => (gatewayArn && targetId ? `${gatewayArn}/target/${targetId}` : undefined);
