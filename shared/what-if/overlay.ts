import type { Asset } from '#shared/model/asset.ts';
import { AWS_IDENTITY } from './aws-iam.ts';
import { AWS_RESOURCES } from './aws-resources.ts';
import { AZURE_AND_GOOGLE } from './azure-and-google.ts';
import type { Destination, ResourceChange } from './change.ts';
import { Draft, type RelationsOf } from './draft.ts';

/** In this order: what others stand on comes first, whatever the order in the file is. */
const TRANSLATIONS = [...AWS_IDENTITY, ...AWS_RESOURCES, ...AZURE_AND_GOOGLE];

const orderOf = new Map(
  TRANSLATIONS.flatMap(({ types }, order) => types.map((type) => [type, order] as const)),
);

export interface Overlay {
  readonly assets: readonly Asset[];
  /** Addresses of the resources that were taken into account. */
  readonly understood: readonly string[];
  readonly notUnderstood: readonly {
    readonly address: string;
    readonly type: string;
    readonly reason: string;
  }[];
}

/** Managed policies are told before what they are attached to, and told again for who has them already. */
const FIRST = new Set(['AWS::IAM::ManagedPolicy', 'aws_iam_policy']);

/** The inventory as it would be with the changes; what was not understood is named with the reason. */
export function overlay(
  assets: readonly Asset[],
  changes: readonly ResourceChange[],
  { destination, relationsOf }: { readonly destination: Destination; readonly relationsOf: RelationsOf },
): Overlay {
  const draft = new Draft(assets, destination, relationsOf);
  const understood: string[] = [];
  const notUnderstood: Overlay['notUnderstood'][number][] = [];
  const policies = changes.filter(({ type }) => FIRST.has(type));
  const rank = ({ type }: ResourceChange): number => orderOf.get(type) ?? TRANSLATIONS.length;
  // What a policy says is known to those that it is attached to, before it is attached itself.
  for (const change of policies)
    TRANSLATIONS[orderOf.get(change.type) ?? -1]?.apply(
      { ...change, properties: { ...change.properties, Roles: [], Users: [] } },
      draft,
    );
  for (const change of changes.toSorted((a, b) => rank(a) - rank(b))) {
    const translation = TRANSLATIONS[rank(change)];
    const { address, type } = change;
    const reason = translation
      ? translation.apply(change, draft)
      : 'resources of this type are not looked at';
    if (reason === undefined) understood.push(address);
    else notUnderstood.push({ address, type, reason });
  }
  return { assets: draft.assets, understood, notUnderstood };
}
