import type { Provider } from '#shared/model/scope.ts';
import type { Decision } from './decision.ts';

export type PrincipalKind =
  /** Somebody or something with an identity of its own in the account, subscription, tenant or project. */
  | 'user'
  | 'group'
  | 'role'
  | 'managed-identity'
  | 'service-principal'
  | 'service-account'
  /** The cloud itself: `sagemaker.amazonaws.com`, a Google service agent. */
  | 'service'
  /** Another account, tenant or organisation, or one of its principals. */
  | 'external'
  /** Who signs in with a token of another issuer: an OIDC or SAML provider, a workload identity pool. */
  | 'federated'
  /** Anybody with any account of the cloud: an unnamed AWS principal, `allAuthenticatedUsers`. */
  | 'any-principal'
  /** Anybody at all. */
  | 'public';

/** Who may act, named as the cloud's policies name it. */
export interface Principal {
  /** ARN, Entra object id, or Google member such as `serviceAccount:trainer@p.iam.gserviceaccount.com`. */
  readonly id: string;
  readonly kind: PrincipalKind;
  readonly provider: Provider;
  readonly name: string;
  /** AWS account, Azure subscription or tenant, Google project; empty where it is of none. */
  readonly account: string;
  /** The asset in the inventory that is this principal or that holds this identity. */
  readonly assetId?: string | undefined;
}

/** What is asked: may one do `permission` on `resource`? */
export interface Question {
  /** In the cloud's own spelling: `s3:PutObject`, `Microsoft.X/y/action`, `aiplatform.endpoints.predict`. */
  readonly permission: string;
  /**
   * An id of the cloud. In AWS an ARN pattern with `*` stands for something that can still be chosen, such as the
   * name of what is to be created: yes where it is yes for at least one that fits.
   */
  readonly resource: string;
  /** What the request is known to carry, by condition key: `iam:PassedToService`. */
  readonly context?: Readonly<Record<string, readonly string[]>>;
}

/** A set of principals, as their numbers in {@link AccessIndex.principals}: ascending, each once. */
export type PrincipalNumbers = Uint32Array;

export interface Holders {
  readonly yes: PrincipalNumbers;
  /** Only under conditions that the inventory does not decide; disjoint from `yes`. */
  readonly conditional: PrincipalNumbers;
}

/**
 * Who may do what, compiled from an inventory once and asked any number of times. Holds no edge between a principal
 * and a resource.
 */
export interface AccessIndex {
  readonly principals: readonly Principal[];
  /** Who may; from compiled policies, in milliseconds. */
  holders(question: Question): Holders;
  /** The same of one principal, with the statements that decide. Agrees with {@link holders}. */
  decide(principal: number, question: Question): Decision;
  /** Principals that may do everything in an account, subscription or project, by its id. */
  administrators(account: string): PrincipalNumbers;
  /**
   * Whether one principal may do at least all that another may. True only where it can be shown statement by
   * statement; `undefined` where it cannot be told.
   */
  covers?(strong: number, weak: number): boolean | undefined;
  /**
   * What of the policies was not read and may change answers, for people: “service control policies of
   * 111122223333”. Empty where everything was read.
   */
  readonly unread: readonly string[];
}
