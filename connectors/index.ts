import type { Provider } from '#shared/model/scope.ts';
import { changeEventsOf } from './aws/changes.ts';
import { awsConnectors } from './aws/index.ts';
import { azureConnectors } from './azure/index.ts';
import type { Connector } from './connector.ts';
import { gcpConnectors } from './gcp/index.ts';

/** Every connector, by cloud. */
export const connectors: Readonly<Record<Provider, readonly Connector[]>> = {
  aws: awsConnectors,
  azure: azureConnectors,
  gcp: gcpConnectors,
};

/** The CloudTrail events after which an asset is read again: what the EventBridge rule lets through. */
export const changeEvents = changeEventsOf(awsConnectors);
