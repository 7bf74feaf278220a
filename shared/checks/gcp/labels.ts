import type { AssetType } from '#shared/model/asset-type.ts';
import { check, type Peers, type UnnamedCheck } from '#shared/model/check.ts';
import { field } from '#shared/model/predicate.ts';
import { resource } from './fixes.ts';

interface Labelled {
  /** “Vertex AI models” */
  readonly things: string;
  readonly cli: string;
  readonly terraform: string;
  readonly peers: Peers;
}

/** Only tells that nothing was written down: off unless it is switched on. */
export function labelsCheck(assetType: AssetType, { things, cli, terraform, peers }: Labelled): UnnamedCheck {
  return check(assetType, {
    title: `${things} have labels`,
    severity: 'informational',
    byDefault: 'off',
    fails: field('labels').isEmpty(),
    why: 'Without an owner or a purpose on it, nobody can say who is to be asked when something is wrong.',
    fix: {
      console: 'Open it, “Edit”, and add labels such as owner and environment.',
      cli,
      terraform: resource(terraform, 'labels = { owner = "…" }'),
    },
    source: `${assetType.shape.type}.labels`,
    frameworks: { 'iso-42001': ['A.4.2'] },
    peers,
    examples: {
      pass: [{ labels: { owner: 'research' } }],
      fail: [{}, { labels: {} }],
      unknown: [{ labels: 'owner' }],
    },
  });
}
