import type { JsonObject } from '#shared/model/json.ts';

/**
 * Three clouds as data: what the loopback servers answer from. Configs have the API's own field names, as the
 * describing operation gives them; the servers derive the lists.
 */
export interface EstateDescription {
  readonly aws?: AwsDescription;
  readonly azure?: AzureDescription;
  readonly gcp?: GcpDescription;
}

export interface AwsDescription {
  /** The account whose credentials the scanner starts with; it may assume the reader role in the others. */
  readonly homeAccount: string;
  readonly accounts: Readonly<Record<string, AwsAccountDescription>>;
}

export interface AwsAccountDescription {
  readonly name?: string;
  /** Roles as GetAccountAuthorizationDetails gives them. */
  readonly roles?: readonly JsonObject[];
  /** Users and groups as GetAccountAuthorizationDetails gives them. */
  readonly users?: readonly JsonObject[];
  readonly groups?: readonly JsonObject[];
  /** Keys of services as ListServiceSpecificCredentials gives them, of all users. */
  readonly serviceSpecificCredentials?: readonly JsonObject[];
  /** When each service was last used, as GetServiceLastAccessedDetails gives it, by the ARN of the principal. */
  readonly lastAccessed?: Readonly<Record<string, JsonObject>>;
  /** Customer-managed policies as GetAccountAuthorizationDetails gives them. */
  readonly policies?: readonly JsonObject[];
  readonly regions: Readonly<Record<string, AwsRegionDescription>>;
}

/** Lists of describe outputs, by the name that the service gives the collection. */
export interface AwsRegionDescription {
  readonly notebookInstances?: readonly JsonObject[];
  readonly domains?: readonly JsonObject[];
  readonly models?: readonly JsonObject[];
  readonly endpoints?: readonly JsonObject[];
  readonly endpointConfigs?: readonly JsonObject[];
  readonly trainingJobs?: readonly JsonObject[];
  readonly guardrails?: readonly JsonObject[];
  /** Agents with `aliases` and `versions` beside what GetAgent gives. */
  readonly agents?: readonly JsonObject[];
  /** Knowledge bases with `dataSources` beside what GetKnowledgeBase gives. */
  readonly knowledgeBases?: readonly JsonObject[];
  readonly customModels?: readonly JsonObject[];
  readonly invocationLogging?: JsonObject;
  /** What services with a file in `test/estate/aws/services` hold, by collection: `kendra/indices`. */
  readonly resources?: Readonly<Record<string, readonly JsonObject[]>>;
  /** Buckets by name, with one key per part: `Policy`, `PublicAccessBlockConfiguration`, …. */
  readonly buckets?: readonly JsonObject[];
}

export interface AzureDescription {
  readonly tenantId: string;
  readonly subscriptions: Readonly<Record<string, AzureSubscriptionDescription>>;
}

export interface AzureSubscriptionDescription {
  readonly name?: string;
  /** Every ARM resource, as GET gives it: the server derives lists from ids. */
  readonly resources: readonly JsonObject[];
}

export interface GcpDescription {
  readonly projects: Readonly<Record<string, GcpProjectDescription>>;
  /** Buckets of projects of other organisations, as storage.buckets.get gives them. */
  readonly bucketsOfOthers?: readonly JsonObject[];
}

export interface GcpProjectDescription {
  readonly name?: string;
  /** Resources by collection path: `locations/us-central1/models` → as GET gives them. */
  readonly collections: Readonly<Record<string, readonly JsonObject[]>>;
  /** The APIs that are enabled: `aiplatform.googleapis.com`; without it, all that are read. */
  readonly services?: readonly string[];
  /** What the caller may do there, beside and without what the reader role has; `unknown` cannot be asked for. */
  readonly caller?: {
    readonly also?: readonly string[];
    readonly without?: readonly string[];
    readonly unknown?: readonly string[];
  };
  /** As projects.getIamPolicy gives it. */
  readonly iamPolicy?: JsonObject;
  /** Buckets as storage.buckets.get gives them, with `iamPolicy` beside. */
  readonly buckets?: readonly JsonObject[];
}
