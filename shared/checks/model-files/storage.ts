import type { AssetType } from '#shared/model/asset-type.ts';
import type { Fix } from '#shared/model/check.ts';

/** What differs between the places where model files lie. */
export interface ModelFileStorage {
  readonly assetType: AssetType;
  /** Takes a file out of the way of whatever loads it. */
  readonly setAside: Fix;
  /** Lets only what trains models write there. */
  readonly closeToWriters: Fix;
  /** Signs a file where it is made, and keeps its digest with it. */
  readonly signed: Fix;
  /** Lets aispm read the files. */
  readonly letRead: Fix;
}

/** By which files are signed where they are made: model_signing of PyPI, `model_signing sign key --help`. */
export const SIGN = 'model_signing sign key MODEL --private_key KEY.pem --signature MODEL/model.sig';

export const SIGNATURES =
  'What aispm verified of the nearest model.sig, after the specification of OpenSSF Model Signing: https://github.com/ossf/model-signing-spec';

export const SOURCE =
  'What aispm read of the file itself; the rules and their sources are in docs/model-files.md';

/** What it is to load a file that somebody put in the place of another. */
export const REPLACED = {
  'mitre-atlas': ['AML.T0010.003', 'AML.T0018.000'],
  'owasp-ml-2023': ['ML06:2023', 'ML10:2023'],
  'owasp-llm-2026': ['LLM05:2026'],
} as const;
