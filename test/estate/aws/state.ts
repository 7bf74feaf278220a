import type { JsonObject } from '#shared/model/json.ts';
import type { AwsDescription, AwsRegionDescription } from '../description.ts';

type Collection =
  | 'notebookInstances'
  | 'domains'
  | 'models'
  | 'endpoints'
  | 'endpointConfigs'
  | 'trainingJobs'
  | 'guardrails'
  | 'agents'
  | 'knowledgeBases'
  | 'customModels'
  | 'buckets';

/** What one region holds, as it stands now. Tests and writes change it. */
export type RegionState = Record<Collection, JsonObject[]> & {
  invocationLogging: JsonObject | undefined;
  /** What services with a file of their own hold, by collection: `kendra/indices`. */
  readonly resources: (collection: string) => JsonObject[];
  /** The elements of all those collections. */
  readonly everything: () => JsonObject[];
};

export interface AccountState {
  readonly name: string;
  readonly roles: JsonObject[];
  readonly users: JsonObject[];
  readonly groups: JsonObject[];
  readonly serviceSpecificCredentials: JsonObject[];
  readonly lastAccessed: Record<string, JsonObject>;
  readonly policies: JsonObject[];
  readonly regions: Map<string, RegionState>;
}

export class AwsState {
  readonly homeAccount: string;
  readonly accounts = new Map<string, AccountState>();

  constructor(description: AwsDescription) {
    this.homeAccount = description.homeAccount;
    for (const [id, account] of Object.entries(structuredClone(description.accounts))) {
      const regions = new Map(
        Object.entries(account.regions).map(([region, content]): [string, RegionState] => [
          region,
          regionOf(content),
        ]),
      );
      this.accounts.set(id, {
        name: account.name ?? id,
        roles: [...(account.roles ?? [])],
        users: [...(account.users ?? [])],
        groups: [...(account.groups ?? [])],
        serviceSpecificCredentials: [...(account.serviceSpecificCredentials ?? [])],
        lastAccessed: { ...account.lastAccessed },
        policies: [...(account.policies ?? [])],
        regions,
      });
    }
  }

  account(id: string): AccountState {
    const account = this.accounts.get(id);
    if (!account) throw new Error(`the estate has no account ${id}`);
    return account;
  }

  /** A region that the description does not name is there and empty. */
  region(account: string, region: string): RegionState {
    const { regions } = this.account(account);
    const known = regions.get(region) ?? regionOf({});
    regions.set(region, known);
    return known;
  }

  /** The bucket of that name, wherever in the account it is. */
  bucket(account: string, name: unknown): JsonObject | undefined {
    return [...this.account(account).regions.values()]
      .flatMap(({ buckets }) => buckets)
      .find((bucket) => bucket['Name'] === name);
  }
}

function regionOf({ resources = {}, ...content }: AwsRegionDescription): RegionState {
  const collections = new Map<string, JsonObject[]>(
    Object.entries(resources).map(([collection, elements]) => [collection, [...elements]]),
  );
  return {
    ...emptyRegion(),
    ...content,
    resources: (collection) => {
      const known = collections.get(collection) ?? [];
      collections.set(collection, known);
      return known;
    },
    everything: () => [...collections.values()].flat(),
  } as RegionState;
}

const emptyRegion = (): Omit<RegionState, 'resources' | 'everything'> => ({
  notebookInstances: [],
  domains: [],
  models: [],
  endpoints: [],
  endpointConfigs: [],
  trainingJobs: [],
  guardrails: [],
  agents: [],
  knowledgeBases: [],
  customModels: [],
  buckets: [],
  invocationLogging: undefined,
});
