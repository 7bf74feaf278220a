import { scopeKey } from '#shared/model/scope.ts';
import { rescanResource } from '#shared/pipeline/rescan-resource.ts';
import { CloudTrailReport, rescansAfter } from './cloudtrail.ts';
import { scanningFleet } from './fleet.ts';
import { messages } from './middleware/batch.ts';

export const handler = messages(CloudTrailReport, scanningFleet, async (report, fleet, { log, metrics }) => {
  for (const request of rescansAfter(report)) {
    const { outcome, changes } = await rescanResource(fleet, request);
    const { assetType, assetId } = request;
    log.info('rescanned', {
      eventName: report.detail.eventName,
      scope: scopeKey(request.scope),
      assetType,
      assetId,
      outcome,
      changes: changes.length,
    });
    metrics.add('Rescans', 1);
    metrics.add('Changes', changes.length);
  }
});
