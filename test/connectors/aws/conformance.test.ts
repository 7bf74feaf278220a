import { describe, expect, it } from 'vitest';
import { awsConnectors } from '#connectors/aws/index.ts';
import { checks } from '#shared/checks/index.ts';
import type { AssetType } from '#shared/model/asset-type.ts';
import { readsOf, relatedReads } from '#shared/model/predicate.ts';
import { enumsOf, pathsOf } from '#test/estate/unheard-of.ts';
import { type SdkMember, SdkTypes } from './sdk-types.ts';

/**
 * Texts that the connector turns into JSON: what is below them is not the SDK's but the grammar of policies.
 * Source: IAM User Guide, “Grammar of the IAM JSON policy language”.
 */
const DOCUMENT =
  /^(.*?\b(?:Policy|ResourcePolicy|resourcePolicy|AssumeRolePolicyDocument|PolicyDocument|Document))(?:[.[].*)$/;

/** Fields whose type is plain text and whose values are documented in words. */
const ENUMS_IN_WORDS: readonly string[] = [];

const packages = new Map<string, SdkTypes>();
function sdkOf(name: string): SdkTypes {
  const known = packages.get(name) ?? new SdkTypes(name);
  packages.set(name, known);
  return known;
}

/** The member in the SDK that a path of a config stands for. */
function memberAt({ shape }: AssetType, path: string): SdkMember | undefined {
  // One element of a list is of the type of all.
  const textPath = (DOCUMENT.exec(path)?.[1] ?? path).replaceAll(/\[\d+\]/g, '[]');
  const [, key = '', brackets = '', rest = ''] = /^([^.[]+)((?:\[\])*)\.?(.*)$/.exec(textPath) ?? [];
  const part = shape.parts?.[key];
  if (part === undefined) return sdkOf(shape.package).find(shape.type, textPath);
  const [from, name] = part.includes('#') ? part.split('#') : [shape.package, part];
  const sdk = sdkOf(from ?? shape.package);
  const [type = '', member] = (name ?? '').replace(/\[\]$/, '').split('.');
  const candidates = type.split('&');
  expect(candidates.filter((candidate) => !sdk.has(candidate))).toEqual([]);
  const inner = member ? `${member}${brackets}${rest && `.${rest}`}` : rest;
  return candidates.map((candidate) => sdk.find(candidate, inner)).find((found) => found !== undefined);
}

const assetTypes = awsConnectors
  .map(({ assetType }): AssetType => assetType)
  .filter(({ isSummary }) => !isSummary);

/** What the checks read of assets of a type, directly and through relations. */
function readOf(assetType: AssetType): string[] {
  const predicates = checks.flatMap(({ assetType: judged, fails, applies }) =>
    (applies ? [fails, applies] : [fails]).map((predicate) => ({ judged, predicate })),
  );
  return predicates.flatMap(({ judged, predicate }) => [
    ...(judged === assetType ? readsOf(predicate) : []),
    ...relatedReads(predicate).flatMap(({ type, paths }) => (type === assetType ? paths : [])),
  ]);
}

describe.each(assetTypes.map((assetType) => [assetType.id, assetType] as const))('%s', (_id, assetType) => {
  it('has in the SDK every field that its schema declares or a check reads', () => {
    const paths = new Set([...pathsOf(assetType.config), ...readOf(assetType)]);
    const unheardOf = [...paths].filter((path) => memberAt(assetType, path) === undefined);
    expect(unheardOf).toEqual([]);
    expect(paths.size).toBeGreaterThan(0);
  });

  it('declares each enum with the values that the SDK has', () => {
    for (const [path, values] of enumsOf(assetType.config)) {
      if (DOCUMENT.test(path) || ENUMS_IN_WORDS.includes(path)) continue;
      expect([...values].sort(), path).toEqual([...(memberAt(assetType, path)?.values ?? [])].sort());
    }
  });

  it('declares every enum that a check compares, so that an unheard-of value makes the verdict unknown', () => {
    const declared = enumsOf(assetType.config);
    const loose = readOf(assetType).filter(
      (path) => !declared.has(path) && memberAt(assetType, path)?.values !== undefined,
    );
    expect(loose.filter((path) => !path.endsWith('InstanceType'))).toEqual([]);
  });
});

describe('the reading of the SDK’s types', () => {
  it('knows what is not there', () => {
    const s3 = sdkOf('@aws-sdk/client-s3');
    expect(s3.find('PolicyStatus', 'IsPublic')).toEqual({ type: 'boolean', values: undefined });
    expect(s3.find('PolicyStatus', 'IsSecret')).toBeUndefined();
    expect(s3.find('OwnershipControls', 'Rules[].ObjectOwnership')?.values).toContain('BucketOwnerEnforced');
  });
});
