import type { Bucket } from '#connectors/objects/bucket.ts';
import { type Loader, loadersOf } from '#shared/artefacts/loaders.ts';
import { placeName } from '#shared/artefacts/place.ts';
import type { Change } from '#shared/model/finding.ts';
import { SourceUnreadable } from '#shared/model-files/bytes/byte-source.ts';
import type { OpenSource } from '#shared/model-files/bytes/open-source.ts';
import { inspectModelFile } from '#shared/model-files/inspect.ts';
import type { FileVerdict } from '#shared/model-files/inspection.ts';
import { notOpened } from '#shared/model-files/not-opened.ts';
import type { Fleet } from '../fleet.ts';
import { judgeAssets, resolverOf } from '../judge-assets.ts';
import { reconcileRules } from '../rules.ts';
import type { ModelFiles } from './files.ts';
import { signatureFinder } from './find-signature.ts';
import type { InspectionRequest } from './inspection-request.ts';
import {
  type FileSignature,
  isSignature,
  judgeSignature,
  type SignedObject,
  signatureNotRead,
  unsigned,
} from './judge-signature.ts';
import type { KnownFiles } from './loaders.ts';
import { type InspectedFile, MODEL_FILE_TYPES, modelFileAsset, modelFileId } from './model-file-asset.ts';
import { scopeOf } from './plan-inspections.ts';

export interface ArtefactInspection {
  /**
   * `not-ours`: nothing loads it and it is of no format of models, or it may not be read; nothing of it is kept.
   */
  readonly outcome: 'inspected' | 'not-read' | 'gone' | 'not-ours';
  readonly verdict?: FileVerdict;
  readonly bytesRead?: number;
  readonly changes: readonly Change[];
}

const NOT_OURS: ArtefactInspection = { outcome: 'not-ours', changes: [] };

/**
 * Inspects the newest version of one object, judges it, and reconciles what was remembered of it and of nothing else.
 * What cannot be read stays on record as not read: that is never a pass.
 */
export async function inspectArtefact(
  fleet: Fleet,
  files: ModelFiles,
  known: KnownFiles,
  { scanId, scope: told, place, object }: InspectionRequest,
): Promise<ArtefactInspection> {
  if (!files.isReadable(place)) return NOT_OURS;
  const loaders = loadersOf(known.loaders, place, object);
  const scope = scopeOf(loaders) ?? told;
  const id = modelFileId(place, object, scope);
  const startedAt = fleet.clock().toISOString();
  const found = await look(files, { scanId, scope, place, object }, loaders);
  const isOnRecord = known.recorded.has(id) || (await fleet.ledger.asset(id, scope)) !== undefined;
  const isGone = found === 'not-found';
  if (!isOnRecord && (isGone || (loaders.length === 0 && found.inspection.formats.length === 0)))
    return NOT_OURS;
  const assets = isGone ? [] : [modelFileAsset(found)];
  const { changes } = await fleet.ledger.reconcile(
    {
      scanId,
      scope,
      startedAt,
      extent: { kind: 'asset', assetId: id, assetType: MODEL_FILE_TYPES[place.cloud].id },
      assets,
      // That the file was spoken of: what of it was not read stands in the asset.
      coverage: [
        {
          scope,
          operation: 'aispm:InspectModelFile',
          outcome: 'complete',
          permission: '',
          calls: 1,
          incomplete: 0,
        },
      ],
      verdicts: judgeAssets(assets, fleet.checks, resolverOf(assets), 'scope', new Date(startedAt)),
    },
    reconcileRules(fleet),
  );
  if (isGone) return { outcome: 'gone', changes };
  const { status, verdict, bytesRead } = found.inspection;
  return { outcome: status === 'error' ? 'not-read' : 'inspected', verdict, bytesRead, changes };
}

async function look(
  files: ModelFiles,
  { scope, place, object }: InspectionRequest,
  loaders: readonly Loader[],
): Promise<InspectedFile | 'not-found'> {
  const name = `${placeName(place)}/${object}`;
  let bucket: Bucket;
  let source: OpenSource;
  try {
    bucket = await files.open(place, scope);
    source = await bucket.open(object);
  } catch (error) {
    if (!(error instanceof SourceUnreadable)) throw error;
    if (error.reason === 'not-found') return 'not-found';
    return { place, object, scope, loaders, inspection: notOpened(name, error.message) };
  }
  try {
    const { revision, modifiedAt } = source;
    const inspection = await inspectModelFile(source, files.limits ? { limits: files.limits } : {});
    const signature = isSignature(inspection.formats)
      ? undefined
      : await signatureOver({ bucket, place, object, version: source.version }, loaders, files);
    return { place, object, scope, loaders, revision, modifiedAt, inspection, signature };
  } finally {
    await source.close();
  }
}

async function signatureOver(
  file: SignedObject,
  loaders: readonly Loader[],
  { trust }: ModelFiles,
): Promise<FileSignature> {
  try {
    const found = await signatureFinder().find(file.bucket, file.place, file.object, loaders);
    return found ? await judgeSignature(file, found, trust) : unsigned;
  } catch (error) {
    if (!(error instanceof SourceUnreadable)) throw error;
    return signatureNotRead(error);
  }
}
