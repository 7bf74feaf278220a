import type { JsonObject } from '#shared/model/json.ts';
import type { AwsDescription } from '../description.ts';

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
export type RegionState = Record<Collection, JsonObject[]> & { invocationLogging: JsonObject | undefined };

export interface AccountState {
  readonly name: string;
  readonly roles: JsonObject[];
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
          { ...emptyRegion(), ...content } as RegionState,
        ]),
      );
      this.accounts.set(id, {
        name: account.name ?? id,
        roles: [...(account.roles ?? [])],
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
    const known = regions.get(region) ?? emptyRegion();
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

const emptyRegion = (): RegionState => ({
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
