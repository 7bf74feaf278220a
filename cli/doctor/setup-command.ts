import type { FleetConfig } from '#shared/config/schema.ts';
import type { Scope } from '#shared/model/scope.ts';
import { command } from '../setup/script.ts';

/** What `aispm setup` is to print: what brings the role up to date, or everything. */
export type SetUp = 'the role' | 'everything';

/** The command that prints what grants reading in a scope, with what the config says already filled in. */
export function setupCommand(
  { provider, account }: Scope,
  config: FleetConfig,
  setUp: SetUp,
): string | undefined {
  if (provider === 'aws') return undefined;
  const words = provider === 'azure' ? azureWords(account, config, setUp) : gcpWords(account, config, setUp);
  const rest = setUp === 'the role' ? ['--update'] : ['--aws-account', '<account of the fleet>'];
  return command(['aispm', 'setup', provider, ...words, ...rest]);
}

function azureWords(account: string, { azure }: FleetConfig, setUp: SetUp): string[] {
  const subscriptions = azure?.subscriptions ?? (azure?.managementGroup ? undefined : [account]);
  const root = subscriptions
    ? ['--subscription', ...subscriptions]
    : ['--management-group', azure?.managementGroup ?? ''];
  if (setUp === 'the role') return root;
  return [
    ...root,
    ...(azure ? ['--tenant', azure.tenantId] : []),
    ...(subscriptions ? [] : ['--identity-subscription', account]),
  ];
}

const AUDIENCE = /\/workloadIdentityPools\/(?<pool>[^/]+)\/providers\/(?<provider>[^/]+)$/;
const EMAIL = /^(?<account>[^@]+)@(?<host>[a-z0-9-]+)\.iam\.gserviceaccount\.com$/;

function gcpWords(account: string, { gcp }: FleetConfig, setUp: SetUp): string[] {
  const root = gcpRoot(account, gcp);
  if (setUp === 'the role' || !gcp) return root;
  const { pool, provider } = AUDIENCE.exec(gcp.audience)?.groups ?? {};
  const reader = EMAIL.exec(gcp.serviceAccount ?? '')?.groups;
  return [
    ...root,
    ...(reader ? ['--host-project', reader['host'] ?? '', '--service-account', reader['account'] ?? ''] : []),
    ...(gcp.serviceAccount ? [] : ['--direct']),
    ...(pool && provider ? ['--pool', pool, '--provider', provider] : []),
  ];
}

function gcpRoot(account: string, gcp: FleetConfig['gcp']): string[] {
  if (gcp?.organization) return ['--organization', gcp.organization];
  // The config need not say in which organization a folder is, and roles are defined there.
  if (gcp?.folder) return ['--folder', gcp.folder, '--organization', '<organization>'];
  return ['--project', ...(gcp?.projects ?? [account])];
}
