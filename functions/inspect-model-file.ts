import { placeName } from '#shared/artefacts/place.ts';
import { scopeKey } from '#shared/model/scope.ts';
import { inspectArtefact } from '#shared/pipeline/model-files/inspect-artefact.ts';
import type { InspectionRequest } from '#shared/pipeline/model-files/inspection-request.ts';
import { planInspections } from '#shared/pipeline/model-files/plan-inspections.ts';
import { type Inspecting, inspecting } from './inspecting.ts';
import { messages } from './middleware/batch.ts';
import type { Invocation } from './middleware/lambda.ts';
import { inspectionAfter, QueuedInspection } from './queued-inspection.ts';

/**
 * Inspects one model file, or, after a scan, hands on every file that is new or was written anew. It parses what
 * strangers may have written, and so has a role that can read those buckets and write the ledger, and nothing else.
 */
export const handler = messages(QueuedInspection, inspecting, async (message, provided, invocation) => {
  switch (message['detail-type']) {
    case 'Scan Completed':
    case 'Scan Incomplete':
      return plan(message.detail.scanId, provided, invocation);
    case 'Inspection Requested':
      return inspect(message.detail, provided, invocation);
    default:
      return inspect(inspectionAfter(message), provided, invocation);
  }
});

async function plan(
  scanId: string,
  { known, files, hand }: Inspecting,
  { log, metrics }: Invocation,
): Promise<void> {
  const { requests, unchanged, notReadable, notListed } = await planInspections(
    await known('fresh'),
    files,
    scanId,
  );
  await hand(requests);
  log.info('inspections planned', { scanId, requested: requests.length, unchanged, notReadable, notListed });
  metrics.add('InspectionsRequested', requests.length);
  metrics.add('ModelFilesUnchanged', unchanged);
  metrics.add('ModelFilePlacesNotListed', notListed.length);
}

async function inspect(
  request: InspectionRequest,
  { fleet, known, files }: Inspecting,
  { log, metrics }: Invocation,
): Promise<void> {
  const { scanId, scope, place } = request;
  const inspection = await inspectArtefact(fleet, files, await known('recent'), request);
  const { outcome, verdict, bytesRead = 0, changes } = inspection;
  // Keys are written by whoever may write there: a log line names the bucket, and the finding the file.
  log.info('model file', {
    scanId,
    scope: scopeKey(scope),
    place: placeName(place),
    outcome,
    verdict,
    bytesRead,
    changes: changes.length,
  });
  metrics.add('ModelFilesInspected', outcome === 'inspected' ? 1 : 0);
  metrics.add('ModelFilesDangerous', verdict === 'dangerous' ? 1 : 0);
  metrics.add('ModelFileBytesRead', bytesRead);
}
