import type { GetMacieSessionResponse } from '@aws-sdk/client-macie2';
import { macieSession } from '#shared/assets/aws/macie.ts';
import { isUnread } from '#shared/model/coverage.ts';
import type { Scope } from '#shared/model/scope.ts';
import { arnIn } from '../arn.ts';
import { awsConnector } from '../connector.ts';
import { awsOperations } from '../operation.ts';
import type { AwsServices } from '../services.ts';

const sessionId = (scope: Scope): string => arnIn(scope, 'macie2', '*');

/** Where Macie is off there is no session, and no status. */
export default awsConnector<Pick<GetMacieSessionResponse, 'status'>>(macieSession, {
  rare: true,
  isSetting: true,
  operations: { list: awsOperations('macie2:GetMacieSession') },
  events: ['EnableMacie', 'UpdateMacieSession', 'DisableMacie'],
  async *list(services) {
    const session = await sessionOf(services);
    if (session) yield session;
  },
  identify: (_summary, { scope }) => ({ id: sessionId(scope), name: `Macie in ${scope.region}` }),
  find: (services) => sessionOf(services),
  affected: (_event, { scope }) => sessionId(scope),
});

/** `undefined` where it was not read: then nothing is said of it. */
async function sessionOf({ macie }: AwsServices): Promise<{ status?: 'ENABLED' | 'PAUSED' } | undefined> {
  const status = await macie.part('GetMacieSession', {}, (reply) => reply.status);
  if (isUnread(status)) return undefined;
  return status === 'ENABLED' || status === 'PAUSED' ? { status } : {};
}
