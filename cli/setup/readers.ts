import { azureConnectors } from '#connectors/azure/index.ts';
import { operationsOf } from '#connectors/connector.ts';
import { gcpConnectors } from '#connectors/gcp/index.ts';
import type { Provider } from '#shared/model/scope.ts';
import { actions } from '#shared/remediation/index.ts';
import { planningReads } from '#shared/remediation/permissions.ts';

/** What the fleet's reader reads: what connectors declare, and what plans of remediations read beside it. */
export const azureReaders = [...azureConnectors, ...planningReads(actions, 'azure')];
export const googleReaders = [...gcpConnectors, ...planningReads(actions, 'gcp')];

/** The permissions for plans. */
export const planningPermissions = (provider: Provider): string[] =>
  planningReads(actions, provider).flatMap((read) => operationsOf(read).map(({ permission }) => permission));
