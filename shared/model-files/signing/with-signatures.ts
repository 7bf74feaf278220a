import { SourceChanged, SourceUnreadable } from '../bytes/byte-source.ts';
import type { OpenSource } from '../bytes/open-source.ts';
import type { Inspection } from '../inspection.ts';
import { MOST_BUNDLE_BYTES } from './bundle.ts';
import { compareManifest, type FileAtHand } from './compare-manifest.ts';
import { type Comparing, judgeBundle, judgeFile } from './judge.ts';
import type { SignedManifest } from './manifest.ts';
import { type SignatureTrust, trustsNobody } from './trust.ts';
import type { SignatureVerdict } from './verdict.ts';
import { verifyModelSignature } from './verify-model-signature.ts';

/** A file that was inspected, and can be opened again. */
export interface InspectedFile {
  readonly inspection: Inspection;
  /** Its path or address with `/`, by which files and signatures are found to lie together. */
  readonly place: string;
  readonly open: () => Promise<OpenSource>;
  /** Whether everything beside and below it was listed. If not, a file that is not here may be there. */
  readonly isListed: boolean;
}

/** What lies there and was not inspected. */
export interface PassedFile {
  readonly place: string;
  readonly why: string;
  readonly isLink: boolean;
}

export interface SignatureQuestion {
  readonly trust: SignatureTrust;
  /** Whether files are read whole where the place keeps no digest of them. */
  readonly readsWhole: boolean;
  readonly mostBytesOfFile: number;
  readonly mostBytes?: number;
  readonly passed: readonly PassedFile[];
  /** Certificates have to be valid then. Default now. */
  readonly at?: Date;
}

/** The id of the format whose files are asked for signatures. */
const BUNDLE = 'sigstore-bundle';

/**
 * The inspections with what signatures among the files say of them: each signature verified against whom is trusted, and
 * the files where it lies compared with those that it covers. Where nobody is trusted, files are compared with what is
 * not verified, if they are to be read.
 */
export async function withSignatures(
  files: readonly InspectedFile[],
  question: SignatureQuestion,
): Promise<readonly Inspection[]> {
  const isAsked = !trustsNobody(question.trust);
  if (!isAsked && !question.readsWhole) return files.map(({ inspection }) => inspection);
  const bundles = files.filter(({ inspection }) => inspection.formats.includes(BUNDLE));
  const others = files.filter((file) => !bundles.includes(file));
  const comparing = new Map<string, Comparing[]>();
  const verdicts = new Map<InspectedFile, SignatureVerdict>();
  for (const bundle of bundles) {
    const verdict = await verdictOf(bundle, question);
    if (verdict === undefined) continue;
    verdicts.set(bundle, verdict);
    if (!('manifest' in verdict) || (isAsked && verdict.outcome !== 'verified')) continue;
    const root = rootOf(bundle.place, verdict.manifest, others);
    const comparisons = await compareManifest(verdict.manifest, atHand(root, others, question.passed), {
      readsWhole: question.readsWhole,
      mostBytesOfFile: question.mostBytesOfFile,
      ...(question.mostBytes === undefined ? {} : { mostBytes: question.mostBytes }),
      isWhole: bundle.isListed,
    });
    for (const comparison of comparisons) {
      const place = placeIn(root, comparison.path);
      comparing.set(place, [...(comparing.get(place) ?? []), { bundle: bundle.place, verdict, comparison }]);
    }
  }
  const places = new Set(others.map(({ place }) => place));
  const elsewhere = [...comparing].filter(([place]) => !places.has(place)).flatMap(([, each]) => each);
  return files.map((file) => {
    const verdict = verdicts.get(file);
    if (verdict)
      return judgeBundle(
        file.inspection,
        verdict,
        elsewhere.filter(({ bundle }) => bundle === file.place),
        isAsked,
      );
    if (bundles.includes(file)) return file.inspection;
    return judgeFile(file.inspection, comparing.get(file.place) ?? [], isAsked);
  });
}

/** Nothing where it cannot be read, of which its inspection tells. */
async function verdictOf(
  { open, inspection }: InspectedFile,
  { trust, at }: SignatureQuestion,
): Promise<SignatureVerdict | undefined> {
  try {
    const source = await open();
    try {
      if (inspection.version !== source.version)
        return { outcome: 'invalid', why: 'it was written anew since' };
      const bytes = await source.read(0, MOST_BUNDLE_BYTES + 1);
      return await verifyModelSignature(bytes, trust, at === undefined ? {} : { at });
    } finally {
      await source.close();
    }
  } catch (error) {
    if (error instanceof SourceUnreadable || error instanceof SourceChanged)
      return { outcome: 'invalid', why: `it cannot be read any more: ${error.message}` };
    throw error;
  }
}

/**
 * Where the model lies that a signature is of: the folder of the signature or, where none of its files are there and some
 * are in the folder of the name that was signed, that one.
 */
function rootOf(
  place: string,
  { modelName, files }: SignedManifest,
  others: readonly InspectedFile[],
): string {
  const folder = place.slice(0, place.lastIndexOf('/') + 1);
  const places = new Set(others.map((other) => other.place));
  const below = `${folder}${modelName}/`;
  const isIn = (root: string): boolean => files.some(({ path }) => places.has(root + path));
  return !isIn(folder) && modelName !== '' && !/[/\\]|^\.\.?$/.test(modelName) && isIn(below)
    ? below
    : folder;
}

const placeIn = (root: string, path: string): string => root + path;

function atHand(
  root: string,
  files: readonly InspectedFile[],
  passed: readonly PassedFile[],
): readonly FileAtHand[] {
  const inRoot = <Placed extends { readonly place: string }>(all: readonly Placed[]) =>
    all.filter(({ place }) => place.startsWith(root) && place.length > root.length);
  return [
    ...inRoot(passed).map(({ place, why, isLink }) => ({
      path: place.slice(root.length),
      open: undefined,
      why,
      isLink,
    })),
    ...inRoot(files).map(({ place, open, inspection: { version } }) => ({
      path: place.slice(root.length),
      open,
      ...(version === undefined ? {} : { version }),
    })),
  ];
}
