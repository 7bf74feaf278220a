import { azureConnectors } from '#connectors/azure/index.ts';
import { checks } from '#shared/checks/index.ts';
import { isReplayed, type NotReplayed, type Replayed } from './azure-replayed.ts';
import { type ShownFields, shownFields } from './shown-fields.ts';

/** What replies show of the fields that checks read, after their way through the connectors. */
export const azureShown = (outcomes: readonly (Replayed | NotReplayed)[]): ShownFields =>
  shownFields(
    azureConnectors.map(({ assetType }) => assetType),
    checks,
    outcomes.filter(isReplayed).flatMap(({ configs }) => configs),
  );
