import { describe, expect, it } from 'vitest';
import type { JsonObject } from '#shared/model/json.ts';
import { complianceOf, type Surroundings } from './compliance.ts';
import { definitionOf } from './definition.ts';

const TYPE = 'Microsoft.Test/resourceType';
const LOGS = 'Microsoft.Insights/diagnosticSettings';

const policy = (then: JsonObject, condition: JsonObject = { field: 'type', equals: TYPE }) =>
  definitionOf(
    {
      name: 'guid',
      properties: {
        displayName: 'A policy',
        parameters: {
          effect: { defaultValue: 'AuditIfNotExists' },
          allowed: { allowedValues: ['a', 'b'] },
          days: { defaultValue: '365' },
        },
        // biome-ignore lint/suspicious/noThenProperty: Azure calls it so
        policyRule: { if: condition, then: { effect: "[parameters('effect')]", ...then } },
      },
    },
    'file',
  );

const subject = (body: JsonObject = {}) => ({ type: TYPE, body });
const settings = (...bodies: JsonObject[]): Surroundings => ({
  related: (type) => (type === LOGS ? bodies.map((body) => ({ type, body })) : undefined),
});

describe('a policy that audits', () => {
  const audit = policy({}, { field: `${TYPE}/isOpen`, equals: true });
  it('finds non-compliant what its condition is true of', () => {
    expect(complianceOf(audit, subject({ properties: { isOpen: true } }))).toBe('non-compliant');
    expect(complianceOf(audit, subject({ properties: {} }))).toBe('compliant');
  });

  it('has an effect, and types that it is about', () => {
    expect(policy({})).toMatchObject({ effect: 'auditifnotexists', types: [TYPE] });
  });
});

describe('a parameter', () => {
  const isAllowed = policy({}, { field: 'name', notEquals: "[parameters('allowed')]" });
  it('without a default is what the assignment says, or there is no opinion', () => {
    expect(complianceOf(isAllowed, subject({ name: 'a' }), { assigned: { allowed: 'a' } })).toBe('compliant');
    expect(complianceOf(isAllowed, subject({ name: 'a' }))).toEqual({
      notComparable: expect.stringContaining('allowed'),
    });
  });

  it('gives way to the assignment where it has a default', () => {
    const isLong = policy({}, { value: "[parameters('days')]", equals: '365' });
    expect(complianceOf(isLong, subject())).toBe('non-compliant');
    expect(complianceOf(isLong, subject(), { assigned: { days: '30' } })).toBe('compliant');
  });
});

describe('a policy that asks for a related resource', () => {
  const isEnabled = { field: `${LOGS}/logs[*].enabled`, equals: true };
  const logs = policy({ details: { type: LOGS, existenceCondition: isEnabled } });
  const on = { properties: { logs: [{ enabled: true }] } };
  const off = { properties: { logs: [{ enabled: true }, { enabled: false }] } };

  it.each<readonly [string, Surroundings, unknown]>([
    ['is met by one of them', settings(off, on), 'compliant'],
    ['is not met by none', settings(), 'non-compliant'],
    ['is not met by others', settings(off), 'non-compliant'],
    ['has no opinion where they are not known', {}, { notComparable: `its ${LOGS} are not known` }],
  ])('%s', (_what, surroundings, expected) => {
    expect(complianceOf(logs, subject(), surroundings)).toEqual(expected);
  });

  it('does not look for it where its condition is false', () => {
    const other = { type: 'Microsoft.Test/other', body: {} };
    expect(complianceOf(logs, other)).toBe('compliant');
  });

  it('is met by any of its type where it says nothing more', () => {
    expect(complianceOf(policy({ details: { type: LOGS } }), subject(), settings({}))).toBe('compliant');
  });

  it('may ask for the resource itself', () => {
    const isLocked = { field: `${TYPE}/isLocked`, equals: true };
    const itself = policy({ details: { type: TYPE, name: "[field('name')]", existenceCondition: isLocked } });
    expect(complianceOf(itself, subject({ name: 'r', properties: { isLocked: true } }))).toBe('compliant');
    expect(complianceOf(itself, subject({ name: 'r', properties: {} }))).toBe('non-compliant');
  });

  it('may ask for one by its name', () => {
    const named = policy({ details: { type: LOGS, name: 'audit', existenceCondition: isEnabled } });
    expect(complianceOf(named, subject(), settings({ ...on, name: 'Audit' }))).toBe('compliant');
    expect(complianceOf(named, subject(), settings({ ...on, name: 'other' }))).toBe('non-compliant');
  });

  it('reads field() of the resource, not of the related one', () => {
    const sameName = policy({
      details: { type: LOGS, existenceCondition: { field: 'name', equals: "[field('name')]" } },
    });
    expect(complianceOf(sameName, subject({ name: 'r' }), settings({ name: 'R' }))).toBe('compliant');
    expect(complianceOf(sameName, subject({ name: 'r' }), settings({ name: 's' }))).toBe('non-compliant');
  });

  it('is no policy that changes the resource: that has operations and names no type', () => {
    expect(policy({ details: { operations: [] } })).not.toHaveProperty('related');
  });
});
