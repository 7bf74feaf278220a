import { describe, expect, it } from 'vitest';
import { overlay } from '#shared/what-if/overlay.ts';
import { readChange } from '#shared/what-if/read-change.ts';
import { UnusableFile } from '#shared/what-if/unusable-file.ts';
import { allow, CI, configOf, estate, place } from './estate.ts';

describe('a file that cannot be used', () => {
  it.each([
    ['no YAML', 'a: [b', /^the file: it cannot be read as YAML or JSON .*; mend it there$/],
    ['a list', '- a', /outermost value is no mapping/],
    ['nothing', '', /outermost value is no mapping/],
    ['something else', 'a: b', /neither Resources, resource_changes nor Statement; give/],
    [
      'a resource without a type',
      'Resources: { R: {} }',
      /^Resources\.R\.Type: it is missing; name the type/,
    ],
    ['a plan of no format', '{"resource_changes":[]}', /^format_version: .*terraform show -json/],
    [
      'a plan with an unknown action',
      '{"format_version":"1.2","resource_changes":[{"address":"a","type":"t","change":{"actions":["explode"]}}]}',
      /^resource_changes\.0\.change\.actions\.0: /,
    ],
    ['a policy for nobody', JSON.stringify(allow('s3:*')), /--principal/],
    ['a long one', `a: ${'x'.repeat(1_100_000)}`, /longer than 1 MiB/],
    [
      'an alias bomb',
      `a: &a [x,x,x,x,x,x,x,x,x]\n${'bcdefghi'
        .split('')
        .map((key, i) => `${key}: &${key} [${Array(9).fill(`*${'abcdefgh'[i]}`).join(',')}]`)
        .join('\n')}`,
      /cannot be read/,
    ],
    ['a deep one', `Resources: ${'['.repeat(200)}${']'.repeat(200)}`, /levels deep/],
    ['a very deep one', `Resources: ${'['.repeat(100_000)}`, /cannot be read/],
  ])('is refused with the field and the remedy: %s', (_what, text, message) => {
    expect(() => readChange(text, place)).toThrow(UnusableFile);
    expect(() => readChange(text, place)).toThrow(message);
  });
});

describe('an IAM policy', () => {
  it('is one more policy of the principal that it is for', () => {
    const policyFor = { principal: CI };
    const after = overlay(estate, readChange(JSON.stringify(allow('bedrock:*')), { ...place, policyFor }));
    expect(configOf(after, CI)['RolePolicyList']).toEqual([
      { PolicyName: 'old', PolicyDocument: allow('s3:GetObject') },
      { PolicyName: 'what-if', PolicyDocument: allow('bedrock:*') },
    ]);
    expect(after.notUnderstood).toEqual([]);
  });

  it('replaces the one of its name', () => {
    const policyFor = { principal: CI, policyName: 'old' };
    const after = overlay(estate, readChange(JSON.stringify(allow('bedrock:*')), { ...place, policyFor }));
    expect(configOf(after, CI)['RolePolicyList']).toEqual([
      { PolicyName: 'old', PolicyDocument: allow('bedrock:*') },
    ]);
  });

  it.each([
    ['is no ARN', { principal: 'ci' }, allow('s3:*'), /“ci” is no ARN of a role or user/],
    [
      'is one of a group',
      { principal: 'arn:aws:iam::111122223333:group/g' },
      allow('s3:*'),
      /no ARN of a role or user/,
    ],
    [
      'has no such policy',
      { principal: CI },
      { Statement: [{ Effect: 'Maybe' }] },
      /^Statement: this is no policy document/,
    ],
  ])('is refused where the principal %s', (_what, policyFor, document, message) => {
    expect(() => readChange(JSON.stringify(document), { ...place, policyFor })).toThrow(message);
  });
});
