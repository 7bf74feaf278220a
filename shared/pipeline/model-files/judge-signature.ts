import type { Bucket } from '#connectors/objects/bucket.ts';
import { type BucketPlace, placeName } from '#shared/artefacts/place.ts';
import type { JsonObject } from '#shared/model/json.ts';
import { SourceChanged, SourceUnreadable } from '#shared/model-files/bytes/byte-source.ts';
import { MOST_BUNDLE_BYTES } from '#shared/model-files/signing/bundle.ts';
import { compareManifest, type FileComparison } from '#shared/model-files/signing/compare-manifest.ts';
import type { SignedManifest } from '#shared/model-files/signing/manifest.ts';
import { type SignatureTrust, trustName, trustsNobody } from '#shared/model-files/signing/trust.ts';
import { type SignatureVerdict, signerText } from '#shared/model-files/signing/verdict.ts';
import { verifyModelSignature } from '#shared/model-files/signing/verify-model-signature.ts';
import { clip, printable } from '#shared/sinks/text.ts';
import type { SignatureObject } from './find-signature.ts';

/** A file is read whole for its digest up to here, where its bucket keeps none: 64 MiB. */
const MOST_DIGESTED = 64 * 2 ** 20;
const LONGEST = 400;

/** What the nearest signature says of a file. `isSigned` and `isAsSigned` are left out where nothing tells. */
export interface FileSignature extends JsonObject {
  /** `unverified`: there is one, and the config names nobody whose signatures count. */
  readonly outcome: 'none' | 'verified' | 'untrusted' | 'unverified' | 'invalid' | 'not-read';
  readonly why: string;
}

/** Whether a file is a signature of OpenSSF Model Signing, and nothing else beside. */
export const isSignature = (formats: unknown): boolean =>
  Array.isArray(formats) && formats.length === 1 && formats[0] === 'sigstore-bundle';

export interface SignedObject {
  readonly bucket: Bucket;
  readonly place: BucketPlace;
  readonly object: string;
  /** The version that was inspected. */
  readonly version: string | undefined;
}

export const unsigned: FileSignature = {
  outcome: 'none',
  why: 'there is no model.sig in its folder or beside it',
  isSigned: false,
};

export const signatureNotRead = ({ message }: Error): FileSignature => ({
  outcome: 'not-read',
  why: shown(message),
});

/** Verifies the signature against whom is trusted, and compares the file with what was signed. */
export async function judgeSignature(
  file: SignedObject,
  signature: SignatureObject,
  trust: SignatureTrust,
): Promise<FileSignature> {
  const found = {
    address: shown(`${placeName(file.place)}/${signature.object}`),
    ...(signature.revision === undefined ? {} : { revision: signature.revision }),
    trusted: trustName(trust),
  };
  try {
    return { ...(await judged(file, signature, trust)), ...found };
  } catch (error) {
    if (error instanceof SourceUnreadable || error instanceof SourceChanged)
      return { ...signatureNotRead(error), ...found };
    throw error;
  }
}

async function judged(
  file: SignedObject,
  signature: SignatureObject,
  trust: SignatureTrust,
): Promise<FileSignature> {
  const verdict = await verdictOf(file.bucket, signature, trust);
  switch (verdict.outcome) {
    case 'invalid':
      return { outcome: 'invalid', why: shown(verdict.why), isSigned: false, isAsSigned: false };
    case 'unrelated':
      return { outcome: 'none', why: shown(`its model.sig is about ${verdict.what}`), isSigned: false };
    case 'untrusted':
      if (!trustsNobody(trust)) return { outcome: 'untrusted', why: shown(verdict.why), isSigned: false };
      return {
        outcome: 'unverified',
        ...ofComparison(await comparisonOf(file, signature, verdict.manifest), 'whoever made its model.sig'),
      };
    case 'verified': {
      const signer = shown(signerText(verdict.signer));
      const comparison = await comparisonOf(file, signature, verdict.manifest);
      return {
        outcome: 'verified',
        signer,
        isSigned: isCovered(comparison),
        ...ofComparison(comparison, signer),
      };
    }
  }
}

async function verdictOf(
  bucket: Bucket,
  { object }: SignatureObject,
  trust: SignatureTrust,
): Promise<SignatureVerdict> {
  const source = await bucket.open(object);
  try {
    return await verifyModelSignature(await source.read(0, MOST_BUNDLE_BYTES + 1), trust);
  } finally {
    await source.close();
  }
}

/** Nothing where the signature does not speak of the file. */
async function comparisonOf(
  { bucket, object, version }: SignedObject,
  { folder }: SignatureObject,
  manifest: SignedManifest,
): Promise<FileComparison | undefined> {
  const path = pathOf(object.slice(folder.length), manifest);
  const [comparison] = await compareManifest(
    { ...manifest, files: manifest.files.filter((signed) => signed.path === path) },
    [{ path, open: () => bucket.open(object), ...(version === undefined ? {} : { version }) }],
    { readsWhole: true, mostBytesOfFile: MOST_DIGESTED, isWhole: false },
  );
  return comparison;
}

/** By which the signature knows the file: it lies in the folder that was signed, or beside that folder. */
function pathOf(path: string, { files, modelName }: SignedManifest): string {
  const inside = path.startsWith(`${modelName}/`) ? path.slice(modelName.length + 1) : path;
  return files.some((signed) => signed.path === path) ? path : inside;
}

const isCovered = (comparison: FileComparison | undefined): boolean =>
  comparison !== undefined && comparison.result !== 'extra' && comparison.result !== 'left-out';

/** What is signed is the file: true, false, or not known. */
function ofComparison(
  comparison: FileComparison | undefined,
  signer: string,
): { readonly why: string; readonly isAsSigned?: boolean } {
  const because = comparison?.why === undefined ? '' : `: ${shown(comparison.why)}`;
  switch (comparison?.result) {
    case 'same':
      return { why: `it is the file that ${signer} signed`, isAsSigned: true };
    case 'differs':
      return { why: `it is not the file that ${signer} signed${because}`, isAsSigned: false };
    case 'not-compared':
      return { why: `it was not compared with the file that ${signer} signed${because}` };
    default:
      return { why: `the model.sig of ${signer} does not cover it` };
  }
}

const shown = (text: string): string => clip(printable(text), LONGEST);
