import { scopeKey } from '#shared/model/scope.ts';
import { rescanResource } from '#shared/pipeline/rescan-resource.ts';
import { isScanned } from '#shared/pipeline/unscanned.ts';
import { scanningFleet } from './fleet.ts';
import { messages } from './middleware/batch.ts';
import { QueuedChange, rescansFor } from './queued-change.ts';

export const handler = messages(QueuedChange, scanningFleet, async (change, fleet, { log, metrics }) => {
  const eventName = 'eventName' in change.detail ? change.detail.eventName : undefined;
  for (const request of rescansFor(change)) {
    const { scanId, assetType, assetId, scope } = request;
    // Events also tell of accounts and regions that the config leaves out.
    if (!(await isScanned(fleet, scope))) {
      log.info('not scanned', { scanId, eventName, scope: scopeKey(scope), assetType });
      continue;
    }
    const { outcome, changes } = await rescanResource(fleet, request);
    log.info('rescanned', {
      scanId,
      eventName,
      scope: scopeKey(scope),
      assetType,
      assetId,
      outcome,
      changes: changes.length,
    });
    metrics.add('Rescans', 1);
    metrics.add('Changes', changes.length);
  }
});
