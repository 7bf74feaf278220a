import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { assetType } from '#shared/model/asset-type.ts';
import { bindGovernance, parametersOf } from '#shared/model/bind.ts';
import { type Check, judge } from '#shared/model/check.ts';
import { DEFAULT_GOVERNANCE, type Governance, parameter } from '#shared/model/governance.ts';
import type { JsonObject } from '#shared/model/json.ts';
import { all, field, judgedBy, not, type Predicate, some } from '#shared/model/predicate.ts';

const agent = assetType('aws.bedrock.agent', {
  title: 'agent',
  placement: 'region',
  nativeType: 'AWS::Bedrock::Agent',
  shape: { package: 'none', type: 'none' },
  config: z.looseObject({}),
});
const AT = new Date('2026-07-01T00:00:00.000Z');

const checkOf = (fails: Predicate, applies?: Predicate): Check => ({
  id: 'aws.bedrock.agent-model',
  assetType: agent,
  title: 'Agents use models that may be used',
  severity: 'low',
  fails,
  ...(applies ? { applies } : {}),
  why: '',
  fix: { console: '', cli: '' },
  source: '',
  frameworks: {},
  examples: { pass: [{}], fail: [{}] },
});

function verdictOn(config: JsonObject, check: Check, governance: Partial<Governance> = {}) {
  const bound = bindGovernance(check, { ...DEFAULT_GOVERNANCE, ...governance });
  const scope = { provider: 'aws', account: '111122223333', region: 'eu-west-1' } as const;
  const asset = { id: 'one', type: agent.id, name: 'one', scope, config, relations: [] };
  return judge(bound, asset, () => undefined, AT);
}

const judgementOn = (...of: Parameters<typeof verdictOn>) => verdictOn(...of).judgement;

const usesForeignModel = checkOf(not(field('model').fitsOneOf(parameter('allowedModels'))));
const idlesTooLong = checkOf(not(field('idleMinutes').atMost(parameter('maximumIdleMinutes'))));

describe('a pattern of the organisation', () => {
  const allowedModels = ['anthropic.claude-*', 'amazon.nova-lite-v1:0'];

  test.each([
    ['anthropic.claude-sonnet-4-v1:0', 'pass'],
    ['Anthropic.CLAUDE-opus', 'pass'],
    ['AMAZON.nova-lite-v1:0', 'pass'],
    ['amazon.nova-lite-v1:0:300k', 'fail'],
    ['eu.anthropic.claude-sonnet-4', 'fail'],
    // A dot is a dot, and no character at will.
    ['anthropicXclaude-sonnet', 'fail'],
  ] as const)('judges %s as %s', (model, judgement) => {
    expect(judgementOn({ model }, usesForeignModel, { allowedModels })).toBe(judgement);
  });

  test('says nothing of what is no text', () => {
    expect(judgementOn({ model: 7 }, usesForeignModel, { allowedModels })).toBe('unknown');
  });
});

describe('a setting that is not there', () => {
  test('makes the check not applicable, and names the setting', () => {
    expect(verdictOn({ model: 'x' }, usesForeignModel)).toMatchObject({
      judgement: 'not-applicable',
      evidence: [{ path: 'governance.allowedModels', state: 'absent' }],
    });
  });

  test('counts also where it is only asked within a list or by the condition', () => {
    const inList = checkOf(some('models', not(field('id').fitsOneOf(parameter('allowedModels')))));
    const inCondition = checkOf(field('open').is(true), field('id').fitsOneOf(parameter('allowedModels')));
    expect(judgementOn({ models: [{ id: 'x' }] }, inList)).toBe('not-applicable');
    expect(judgementOn({ models: [{ id: 'x' }] }, inList, { allowedModels: ['y'] })).toBe('fail');
    expect(judgementOn({ open: true, id: 'x' }, inCondition)).toBe('not-applicable');
    expect(judgementOn({ open: true, id: 'x' }, inCondition, { allowedModels: ['x'] })).toBe('fail');
  });

  test('leaves the condition that the check has of its own', () => {
    const onlyActive = checkOf(
      not(field('model').fitsOneOf(parameter('allowedModels'))),
      field('active').is(true),
    );
    const allowedModels = ['y'];
    expect(judgementOn({ model: 'x', active: false }, onlyActive, { allowedModels })).toBe('not-applicable');
    expect(judgementOn({ model: 'x', active: true }, onlyActive, { allowedModels })).toBe('fail');
  });
});

describe('a number of the organisation', () => {
  test.each([
    [120, {}, 'pass'],
    [121, {}, 'fail'],
    [121, { maximumIdleMinutes: 240 }, 'pass'],
    [121, { maximumIdleMinutes: 60 }, 'fail'],
  ] as const)('judges %i minutes under %j as %s', (idleMinutes, governance, judgement) => {
    expect(judgementOn({ idleMinutes }, idlesTooLong, governance)).toBe(judgement);
  });
});

describe('a function', () => {
  const lacksTag = checkOf(
    judgedBy({
      sentence: 'a tag is missing',
      reads: ['tags'],
      parameters: ['requiredTags'],
      judge: ({ config }, { requiredTags = [] }, at) => ({
        truth: !requiredTags.every((tag) => Object.keys(config['tags'] ?? {}).includes(tag)),
        evidence: [{ path: 'tags', state: 'absent', expected: at.toISOString() }],
      }),
    }),
  );

  test('does not decide without the setting that it says it needs', () => {
    expect(judgementOn({ tags: {} }, lacksTag)).toBe('not-applicable');
  });

  test('is given the settings of the organisation, and the time of the scan', () => {
    const requiredTags = ['owner'];
    expect(judgementOn({ tags: { owner: 'ada' } }, lacksTag, { requiredTags })).toBe('pass');
    expect(verdictOn({ tags: {} }, lacksTag, { requiredTags })).toMatchObject({
      judgement: 'fail',
      evidence: [{ expected: AT.toISOString() }],
    });
  });
});

test('names the settings that a predicate decides by, wherever they stand', () => {
  const predicate = all(
    not(field('model').fitsOneOf(parameter('allowedModels'))),
    some('parts', field('days').atLeast(parameter('maximumRetentionDays'))),
    field('open').is(true),
  );
  expect(parametersOf(predicate)).toEqual(['allowedModels', 'maximumRetentionDays']);
});

test('leaves the check as it was, for other organisations', () => {
  const before = JSON.stringify(usesForeignModel);
  bindGovernance(usesForeignModel, { ...DEFAULT_GOVERNANCE, allowedModels: ['x'] });
  expect(JSON.stringify(usesForeignModel)).toBe(before);
});
