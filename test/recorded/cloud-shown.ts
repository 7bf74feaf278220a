import { azureConnectors } from '#connectors/azure/index.ts';
import { gcpConnectors } from '#connectors/gcp/index.ts';
import { checks } from '#shared/checks/index.ts';
import * as azure from './azure-replayed.ts';
import * as google from './gcp-replayed.ts';
import { type ShownFields, shownFields } from './shown-fields.ts';

type Outcomes<Replayed, NotReplayed> = readonly (Replayed | NotReplayed)[];

/** What replies of Azure show of the fields that checks read, after their way through the connectors. */
export const azureShown = (outcomes: Outcomes<azure.Replayed, azure.NotReplayed>): ShownFields =>
  shownFields(
    azureConnectors.map(({ assetType }) => assetType),
    checks,
    outcomes.filter(azure.isReplayed).flatMap(({ configs }) => configs),
  );

/** The same of Google’s. */
export const gcpShown = (outcomes: Outcomes<google.Replayed, google.NotReplayed>): ShownFields =>
  shownFields(
    gcpConnectors.map(({ assetType }) => assetType),
    checks,
    outcomes.filter(google.isReplayed).flatMap(({ assets }) => assets),
  );
