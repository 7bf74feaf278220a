import { scopeKey } from '#shared/model/scope.ts';
import { rescanResource } from '#shared/pipeline/rescan-resource.ts';
import { isScanned } from '#shared/pipeline/unscanned.ts';
import { CloudTrailReport, rescansAfter } from './cloudtrail.ts';
import { scanningFleet } from './fleet.ts';
import { messages } from './middleware/batch.ts';

export const handler = messages(CloudTrailReport, scanningFleet, async (report, fleet, { log, metrics }) => {
  for (const request of rescansAfter(report)) {
    const { assetType, assetId, scope } = request;
    // The bus also tells of accounts and regions that the config leaves out.
    if (!(await isScanned(fleet, scope))) {
      log.info('not scanned', { eventName: report.detail.eventName, scope: scopeKey(scope), assetType });
      continue;
    }
    const { outcome, changes } = await rescanResource(fleet, request);
    log.info('rescanned', {
      eventName: report.detail.eventName,
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
