import { verdictOf } from '../inspect.ts';
import type { FileIntegrity, Inspection, NotRead, Observation } from '../inspection.ts';
import { quoted } from '../text-of-file.ts';
import type { FileComparison } from './compare-manifest.ts';
import { type SignatureVerdict, signerText } from './verdict.ts';

/** How a file compares with what one signature covers. */
export interface Comparing {
  /** Where the signature lies. */
  readonly bundle: string;
  readonly verdict: SignatureVerdict;
  readonly comparison: FileComparison;
}

/** More of one kind are not told of one signature. */
const MOST_TOLD = 100;

/**
 * The inspection of a signature, with what it is found to be and the files that it covers and nobody inspected.
 *
 * Invalid is dangerous where somebody is trusted: what it says was changed after it was signed. Untrusted is for review,
 * as a file without any signature is, for whoever writes files can write both.
 */
export function judgeBundle(
  inspection: Inspection,
  verdict: SignatureVerdict,
  elsewhere: readonly Comparing[],
  isAsked: boolean,
): Inspection {
  const told = elsewhere.slice(0, MOST_TOLD).map(({ comparison }) => elsewhereSeen(comparison, verdict));
  const seen = told.flatMap(({ observation }) => observation ?? []);
  const notRead = told.flatMap(({ missed }) => missed ?? []);
  if (!isAsked) return added(inspection, seen, notRead);
  switch (verdict.outcome) {
    case 'unrelated':
      return inspection;
    case 'invalid':
      return {
        ...added(inspection, [
          observed('signature.invalid', 'dangerous', `As a signature it is invalid: ${verdict.why}.`),
        ]),
        signature: { outcome: 'invalid', why: verdict.why },
      };
    case 'untrusted': {
      const { why, manifest } = verdict;
      const text = `It is not shown to be by anybody who is trusted: ${why}.`;
      return {
        ...added(inspection, [observed('signature.untrusted', 'review', text)]),
        signature: { outcome: 'untrusted', why, ...sizeOf(manifest) },
      };
    }
    case 'verified': {
      const signer = signerText(verdict.signer);
      const count = verdict.manifest.files.length;
      const text = `By ${signer}, who is trusted, it signs ${count === 1 ? 'one file' : `${count} files`}.`;
      return {
        ...added(inspection, [observed('signature.verified', 'note', text), ...seen], notRead),
        signature: { outcome: 'verified', signer, ...sizeOf(verdict.manifest) },
      };
    }
  }
}

const sizeOf = ({ files, rootDigest }: { files: readonly unknown[]; rootDigest: string | undefined }) => ({
  files: files.length,
  ...(rootDigest === undefined ? {} : { rootDigest }),
});

/** The inspection of a file, with how it compares with the signatures that cover where it lies. */
export function judgeFile(
  inspection: Inspection,
  comparing: readonly Comparing[],
  isAsked: boolean,
): Inspection {
  const listed = comparing.filter(({ comparison }) => LISTED.has(comparison.result));
  const counting = listed.length > 0 ? listed : comparing.slice(0, 1);
  const judged = counting.map(fileSeen);
  const signers = [...new Set(counting.flatMap(({ verdict }) => signersOf(verdict)))];
  const sha256 = counting.find(({ comparison }) => comparison.sha256 !== undefined)?.comparison.sha256;
  const worst = RANK.find((result) => counting.some(({ comparison }) => comparison.result === result));
  if (worst === undefined) {
    if (!isAsked) return inspection;
    const text = 'No signature of anybody who is trusted covers it.';
    const unsigned: FileIntegrity = { comparison: 'unsigned', signers: [] };
    return { ...added(inspection, [observed('signature.unsigned', 'review', text)]), integrity: unsigned };
  }
  const integrity = { comparison: worst, signers, ...(sha256 === undefined ? {} : { sha256 }) };
  const seen = judged.flatMap(({ observation }) => observation ?? []);
  return {
    ...added(
      inspection,
      seen,
      judged.flatMap(({ missed }) => missed ?? []),
    ),
    integrity,
  };
}

const LISTED: ReadonlySet<FileComparison['result']> = new Set(['same', 'differs', 'not-compared']);
/** The worst first. */
const RANK = ['differs', 'extra', 'left-out', 'not-compared', 'same'] as const;

interface Judged {
  readonly observation?: Observation;
  readonly missed?: NotRead;
}

/**
 * What another than the signer may have written is dangerous: it is loaded in place of what was vouched for. What the
 * signer never vouched for is for review, beside what its own bytes would do.
 */
function fileSeen({ verdict, comparison }: Comparing): Judged {
  const signer = signersOf(verdict)[0];
  const by = signer === undefined ? 'its signature covers, which is not verified' : `${signer} signed`;
  const because = comparison.why === undefined ? '' : `: ${comparison.why}`;
  switch (comparison.result) {
    case 'same':
      return { observation: observed('signature.same', 'note', `Its bytes are those that ${by}.`) };
    case 'differs': {
      const effect = signer === undefined ? 'review' : 'dangerous';
      return { observation: observed('signature.differs', effect, `It is not what ${by}${because}.`) };
    }
    case 'not-compared':
      return { missed: { within: [], why: `it was not compared with what ${by}${because}` } };
    case 'extra':
    case 'left-out': {
      const text = `It lies beside what ${by}, and ${comparison.result === 'extra' ? 'is no part of that' : 'was left out of that by the signer'}.`;
      return {
        observation: observed(
          `signature.${comparison.result}`,
          signer === undefined ? 'note' : 'review',
          text,
        ),
      };
    }
    case 'missing':
      return {};
  }
}

/** What is told with the signature, for the file has no inspection of its own. */
function elsewhereSeen({ path, result, why }: FileComparison, verdict: SignatureVerdict): Judged {
  const isVerified = verdict.outcome === 'verified';
  const because = why === undefined ? '' : `: ${why}`;
  switch (result) {
    case 'missing':
      return {
        observation: observed(
          'signature.missing',
          'review',
          `${quoted(path)}, which it covers, is not there.`,
        ),
      };
    case 'differs': {
      const text = `${quoted(path)} is not what it covers${because}.`;
      return { observation: observed('signature.differs', isVerified ? 'dangerous' : 'review', text) };
    }
    case 'not-compared':
      return {
        missed: { within: [], why: `${quoted(path)} was not compared with what was signed${because}` },
      };
    case 'extra':
      return isVerified && why !== undefined
        ? {
            observation: observed(
              'signature.extra',
              'review',
              `${quoted(path)} lies beside what it covers${because}.`,
            ),
          }
        : {};
    case 'left-out':
    case 'same':
      return {};
  }
}

const signersOf = (verdict: SignatureVerdict): readonly string[] =>
  verdict.outcome === 'verified' ? [signerText(verdict.signer)] : [];

const LONGEST_TEXT = 400;

const observed = (rule: string, effect: Observation['effect'], text: string): Observation => ({
  rule,
  effect,
  within: [],
  text: text.length > LONGEST_TEXT ? `${text.slice(0, LONGEST_TEXT - 1)}…` : text,
});

/** With more that was seen, and more that was not read: partial is never clean. */
function added(
  inspection: Inspection,
  seen: readonly Observation[],
  missed: readonly NotRead[] = [],
): Inspection {
  const observations = [...inspection.observations, ...seen];
  const status = missed.length > 0 && inspection.status === 'complete' ? 'partial' : inspection.status;
  const notRead = [...inspection.notRead, ...missed];
  return { ...inspection, observations, notRead, status, verdict: verdictOf(observations, status) };
}
