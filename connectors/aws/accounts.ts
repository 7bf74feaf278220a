import type { AssumeRoleCommandInput, AssumeRoleCommandOutput } from '@aws-sdk/client-sts';
import type { AwsCredentialIdentity, AwsCredentialIdentityProvider } from '@smithy/types';
import { type CoverageRecorder, ReadFailure } from '../coverage.ts';
import { partitionOf } from './arn.ts';
import { awsOperation } from './operation.ts';
import { AwsClients, type AwsSeams, awsServices } from './services.ts';
import { Together } from './together.ts';

export const getCallerIdentity = awsOperation('sts:GetCallerIdentity');
export const assumeRole = awsOperation('sts:AssumeRole');
export const listAccounts = awsOperation('organizations:ListAccounts');
/** What is sent before any connector reads. */
export const OWN_OPERATIONS = [getCallerIdentity, assumeRole, listAccounts];

/** Who starts, and by which role it enters other accounts. */
export interface AwsIdentity extends AwsSeams {
  /** The SDK's own chain when left out: a Lambda's role, a profile, environment variables. */
  readonly credentials?: AwsCredentialIdentityProvider;
  readonly homeRegion: string;
  readonly readerRoleName: string;
  /** Asked of whoever assumes the reader role. */
  readonly externalId?: string | undefined;
}

const SESSION_NAME = 'aispm';
/** Credentials that are about to expire are not handed out any more. */
const MARGIN_MILLISECONDS = 5 * 60_000;

/** The accounts as the home account reaches them. What AWS refuses is in the recorder and `undefined` here. */
export class AwsAccounts {
  readonly #identity: AwsIdentity;
  readonly #sessions = new Map<string, AwsCredentialIdentity>();
  readonly #clients: AwsClients;
  readonly #asking = new Together<string | undefined>();
  readonly #entering = new Together<AwsCredentialIdentity>();
  #home: string | undefined;

  constructor(identity: AwsIdentity) {
    this.#identity = identity;
    this.#clients = new AwsClients(identity, identity.homeRegion);
  }

  /** The account whose credentials we start with. */
  async home(recorder: CoverageRecorder): Promise<string | undefined> {
    if (this.#home !== undefined) return this.#home;
    const { sts } = awsServices(this.#clients, recorder, [getCallerIdentity]);
    const whoAmI = async () => (await sts('GetCallerIdentity', {})).Account;
    this.#home = await this.#asking.ask('home', recorder, whoAmI);
    return this.#home;
  }

  /**
   * Credentials in an account: our own at home, elsewhere those of the reader role. They renew themselves
   * while a long scan goes on; the first are fetched here, so that a refusal is known before anything is read.
   */
  async enter(
    account: string,
    recorder: CoverageRecorder,
  ): Promise<{ readonly credentials: AwsCredentialIdentityProvider | undefined } | undefined> {
    const home = await this.home(recorder);
    if (home === undefined) return undefined;
    // Where the answer was remembered there was no call; what failed here before is over all the same.
    recorder.declareComplete(getCallerIdentity);
    if (home === account) return { credentials: this.#identity.credentials };
    const { sts } = awsServices(this.#clients, recorder, [assumeRole]);
    const first = () => this.#session(account, (input) => sts('AssumeRole', input));
    if (!(await this.#entering.ask(account, recorder, first))) return undefined;
    recorder.declareComplete(assumeRole);
    const again = (input: AssumeRoleCommandInput) =>
      this.#clients.sender('sts')('AssumeRole', input) as Promise<AssumeRoleCommandOutput>;
    return { credentials: () => this.#session(account, again) };
  }

  /** The active accounts of the organisation, as far as they could be listed. */
  async organization(recorder: CoverageRecorder): Promise<string[]> {
    const { organizations } = awsServices(this.#clients, recorder, [listAccounts]);
    const found: string[] = [];
    try {
      const accounts = organizations.list('ListAccounts', {}, 'Accounts');
      for await (const { Id, Status, State } of accounts)
        if (Id && (State ?? Status) === 'ACTIVE') found.push(Id);
    } catch (error) {
      // What was listed before is scanned; the coverage says that there may be more.
      if (!(error instanceof ReadFailure)) throw error;
    }
    return found;
  }

  async #session(
    account: string,
    send: (input: AssumeRoleCommandInput) => Promise<AssumeRoleCommandOutput>,
  ): Promise<AwsCredentialIdentity> {
    const known = this.#sessions.get(account);
    if (known && (known.expiration?.getTime() ?? 0) - MARGIN_MILLISECONDS > Date.now()) return known;
    const { homeRegion, readerRoleName, externalId } = this.#identity;
    const { Credentials } = await send({
      RoleArn: `arn:${partitionOf(homeRegion)}:iam::${account}:role/${readerRoleName}`,
      RoleSessionName: SESSION_NAME,
      ExternalId: externalId,
    });
    const session = {
      accessKeyId: Credentials?.AccessKeyId ?? '',
      secretAccessKey: Credentials?.SecretAccessKey ?? '',
      sessionToken: Credentials?.SessionToken ?? '',
      expiration: Credentials?.Expiration ?? new Date(0),
    };
    this.#sessions.set(account, session);
    return session;
  }
}
