import { GLOBAL, type Scope } from '#shared/model/scope.ts';
import { type Cloud, ESTATE, type Plan } from '../cloud.ts';
import { type Connector, operationsOf, type Reading } from '../connector.ts';
import { CoverageRecorder } from '../coverage.ts';
import { type BindServices, type Discovered, discover, rediscover } from '../discover.ts';
import { AwsAccounts, type AwsIdentity } from './accounts.ts';
import { awsConnectors } from './index.ts';
import { AwsClients, type AwsServices, awsServices } from './services.ts';

export interface AwsCloudOptions extends AwsIdentity {
  /** Accounts by id. Without this and without `organization`: the home account. */
  readonly accounts?: readonly string[] | undefined;
  /** Every active account of the organisation, less those excluded. */
  readonly organization?: { readonly exclude?: readonly string[] | undefined } | undefined;
  readonly rarelyUsedServices?: 'where-ai-lives' | 'everywhere' | undefined;
  /** The home region when left out. */
  readonly regions?: readonly string[] | undefined;
}

/** AWS: a scope for each region of each account, and one for what an account has once. */
export function awsCloud(options: AwsCloudOptions): Cloud {
  const accounts = new AwsAccounts(options);
  const regions = options.regions ?? [options.homeRegion];

  async function plan(): Promise<Plan> {
    if (options.accounts) return { scopes: options.accounts.flatMap(scopesOf), coverage: [] };
    const asking = new CoverageRecorder(estateOf(undefined));
    const home = await accounts.home(asking);
    if (home === undefined) return { scopes: [], coverage: asking.records() };
    if (!options.organization) return { scopes: scopesOf(home), coverage: [] };
    const recorder = new CoverageRecorder(estateOf(home));
    const { exclude = [] } = options.organization;
    const listed = (await accounts.organization(recorder)).filter((account) => !exclude.includes(account));
    return { scopes: listed.flatMap(scopesOf), coverage: recorder.records() };
  }

  const scopesOf = (account: string): Scope[] =>
    [...regions, GLOBAL].map((region) => ({ provider: 'aws', account, region }));

  /** Nothing of an account is asked for before it is entered: one refusal, said once. */
  async function entering(
    { scope }: Reading,
    go: (bind: BindServices<AwsServices>) => Promise<Discovered>,
  ): Promise<Discovered> {
    const recorder = new CoverageRecorder(scope);
    const entered = await accounts.enter(scope.account, recorder);
    if (!entered) return { assets: [], coverage: recorder.records() };
    const { credentials } = entered;
    const clients = new AwsClients({ ...options, ...(credentials ? { credentials } : {}) }, scope.region);
    try {
      const { assets, coverage } = await go((connector, own) =>
        awsServices(clients, own, operationsOf(connector)),
      );
      return { assets, coverage: [...recorder.records(), ...coverage] };
    } finally {
      clients.close();
    }
  }

  return {
    provider: 'aws',
    connectors: awsConnectors,
    plan,
    discover: (reading, discovering) =>
      entering(reading, (bind) =>
        discover(connectorsFor(reading.scope), bind, reading, {
          ...discovering,
          askRarelyUsed: options.rarelyUsedServices === 'everywhere',
        }),
      ),
    rediscover: (reading, assetType, assetId) => {
      const connector = awsConnectors.find((candidate) => candidate.assetType.id === assetType);
      if (!connector) throw new Error(`no connector of AWS reads ${assetType}`);
      return entering(reading, (bind) => rediscover(connector, bind, reading, assetId));
    },
  };
}

function connectorsFor({ region }: Scope): Connector<AwsServices>[] {
  const placement = region === GLOBAL ? 'global' : 'region';
  return awsConnectors.filter(({ assetType }) => assetType.placement === placement);
}

/** The scope of what belongs to no account; while we do not know who we are, `home` stands for the account. */
const estateOf = (home = 'home'): Scope => ({ provider: 'aws', account: home, region: ESTATE });
