import { describe, expect, it } from 'vitest';
import { conditionOf } from '#shared/access/aws/conditions/condition.ts';
import { contextOf } from '#shared/access/aws/conditions/context.ts';
import { variable } from './cases.ts';

const holds = (
  operator: string,
  wanted: string | readonly string[],
  found: string | readonly string[],
  more: Record<string, readonly string[]> = {},
) =>
  conditionOf({ operator, key: 'k', values: [wanted].flat(), hasVariables: true }).holds(
    contextOf({ k: [found].flat(), ...more }, 'absent'),
  );

type Row = readonly [operator: string, wanted: string | string[], found: string | string[], holds: boolean];

/** Source: IAM User Guide, “IAM JSON policy elements: Condition operators”. */
const single: readonly Row[] = [
  ['StringEquals', 'ml', 'ml', true],
  ['StringEquals', 'ml', 'ML', false],
  ['StringEquals', 'm*', 'ml', false],
  ['StringEquals', ['a', 'ml'], 'ml', true],
  ['StringNotEquals', 'ml', 'ML', true],
  ['StringNotEquals', ['a', 'ml'], 'ml', false],
  ['StringEqualsIgnoreCase', 'ml', 'ML', true],
  ['StringNotEqualsIgnoreCase', 'ml', 'ML', false],
  ['StringLike', 'm?', 'ml', true],
  ['StringLike', 'm?', 'm', false],
  ['StringNotLike', 'm*', 'ml', false],
  ['stringequals', 'ml', 'ml', true],
  ['NumericEquals', '10', '10.0', true],
  ['NumericEquals', '10', 'ten', false],
  ['NumericNotEquals', '10', '11', true],
  ['NumericLessThan', '10', '9', true],
  ['NumericLessThan', '10', '10', false],
  ['NumericLessThanEquals', '10', '10', true],
  ['NumericGreaterThan', '9', '10', true],
  ['NumericGreaterThan', '10', '10', false],
  ['NumericGreaterThanEquals', '10', '10', true],
  ['NumericGreaterThanEquals', '10', '9.99', false],
  ['DateEquals', '2026-01-01T00:00:00Z', '2026-01-01T01:00:00+01:00', true],
  ['DateEquals', '1767225600', '2026-01-01T00:00:00Z', true],
  ['DateEquals', '2026-01-01', '2026-01-01T00:00:00Z', true],
  ['DateEquals', '2026-01-01T00:00:00', '2026-01-01T00:00:00Z', true],
  ['DateNotEquals', '2026-01-01', '2026-01-02', true],
  ['DateLessThan', '2026-01-01', '2025-12-31T23:59:59Z', true],
  ['DateLessThan', '2026-01-01', '2026-01-01', false],
  ['DateLessThanEquals', '2026-01-01', '2026-01-01', true],
  ['DateGreaterThan', '2026-01-01', '2026-01-01', false],
  ['DateGreaterThan', '2026-01-01', '2026-06-01', true],
  ['DateGreaterThanEquals', '2026-01-01', '2026-01-01', true],
  ['DateGreaterThan', 'yesterday', '2026-06-01', false],
  ['Bool', 'true', 'True', true],
  ['Bool', 'false', 'true', false],
  ['BinaryEquals', 'QQ==', 'QQ', true],
  ['BinaryEquals', 'QQ==', 'Qg==', false],
  ['IpAddress', '203.0.113.0/24', '203.0.113.255', true],
  ['IpAddress', '203.0.113.0/24', '203.0.114.0', false],
  ['IpAddress', '203.0.113.7', '203.0.113.7', true],
  ['IpAddress', '0.0.0.0/0', '8.8.8.8', true],
  ['IpAddress', '0.0.0.0/0', '2001:db8::1', false],
  ['IpAddress', '0.0.0.0/0', '::1', false],
  ['IpAddress', '2001:db8::/32', '2001:db8:ffff::1', true],
  ['IpAddress', '2001:db8::/32', '2001:db9::', false],
  ['IpAddress', '::1', '0:0:0:0:0:0:0:1', true],
  ['IpAddress', '203.0.113.0/33', '203.0.113.1', false],
  ['NotIpAddress', '203.0.113.0/24', '203.0.113.1', false],
  ['NotIpAddress', '203.0.113.0/24', '2001:db8::1', true],
  ['ArnEquals', 'arn:aws:sns:*:1:topic', 'arn:aws:sns:eu-west-1:1:topic', true],
  ['ArnLike', 'arn:aws:sns:*:topic', 'arn:aws:sns:eu-west-1:1:topic', false],
  ['ArnLike', 'arn:aws:sns:*:*:to?ic', 'arn:aws:sns:eu-west-1:1:topic', true],
  ['ArnLike', 'arn:aws:lambda:*:*:function:*', 'arn:aws:lambda:eu-west-1:1:function:tool:PROD', true],
  ['ArnLike', '*', 'arn:aws:sns:eu-west-1:1:topic', false],
  ['ArnNotEquals', 'arn:aws:sns:*:1:topic', 'arn:aws:sns:eu-west-1:2:topic', true],
  ['ArnNotLike', 'arn:aws:sns:*:1:*', 'arn:aws:sns:eu-west-1:1:topic', false],
];

describe('a condition on one value', () => {
  it.each(single)('%s %j of %j: %s', (operator, wanted, found, expected) => {
    expect(holds(operator, wanted, found)).toBe(expected);
  });

  it.each(single)('%sIfExists %j of %j is the same', (operator, wanted, found, expected) => {
    expect(holds(`${operator}IfExists`, wanted, found)).toBe(expected);
  });
});

describe('a condition on a key that is not there', () => {
  it.each([
    ['StringEquals', false],
    ['StringNotEquals', true],
    ['StringLike', false],
    ['StringNotLike', true],
    ['NumericLessThan', false],
    ['NumericNotEquals', true],
    ['DateGreaterThan', false],
    ['DateNotEquals', true],
    ['Bool', false],
    ['BinaryEquals', false],
    ['IpAddress', false],
    ['NotIpAddress', true],
    ['ArnLike', false],
    ['ArnNotEquals', true],
    ['BoolIfExists', true],
    ['StringEqualsIfExists', true],
    ['StringNotEqualsIfExists', true],
    ['ForAllValues:StringEquals', true],
    ['ForAllValues:StringNotEquals', true],
    ['ForAnyValue:StringEquals', false],
    ['ForAnyValue:StringNotEquals', false],
    ['ForAnyValue:StringEqualsIfExists', true],
  ])('%s: %s', (operator, expected) => {
    expect(holds(operator, '1', [])).toBe(expected);
  });

  it('is unknown where it is not known whether it is there', () => {
    for (const operator of [
      'StringEquals',
      'StringNotEquals',
      'BoolIfExists',
      'Null',
      'ForAllValues:StringLike',
    ]) {
      const condition = conditionOf({ operator, key: 'k', values: ['true'], hasVariables: true });
      expect(condition.holds(contextOf({}, 'unknown'))).toBeUndefined();
    }
  });
});

describe('a condition on several values', () => {
  it.each<Row>([
    ['ForAllValues:StringEquals', ['a', 'b', 'c'], ['a', 'b'], true],
    ['ForAllValues:StringEquals', 'a', ['a', 'b'], false],
    ['ForAllValues:StringNotEquals', 'c', ['a', 'b'], true],
    ['ForAllValues:StringNotEquals', 'a', ['a', 'b'], false],
    ['ForAnyValue:StringEquals', 'b', ['a', 'b'], true],
    ['ForAnyValue:StringEquals', 'c', ['a', 'b'], false],
    ['ForAnyValue:StringNotEquals', 'a', ['a', 'b'], true],
    ['ForAnyValue:StringNotEquals', ['a', 'b'], ['a', 'b'], false],
    ['ForAllValues:StringLike', 'team-*', ['team-a', 'team-b'], true],
    ['ForAnyValue:ArnLike', 'arn:aws:sns:*:1:*', ['x', 'arn:aws:sns:eu-west-1:1:t'], true],
  ])('%s %j of %j: %s', (operator, wanted, found, expected) => {
    expect(holds(operator, wanted, found)).toBe(expected);
  });
});

describe('Null', () => {
  it.each([
    ['true', [], true],
    ['true', ['x'], false],
    ['false', ['x'], true],
    ['false', [], false],
  ])('%s of %j: %s', (wanted, found, expected) => {
    expect(holds('Null', wanted, found)).toBe(expected);
  });
});

describe('variables in a condition', () => {
  const team = variable('aws:PrincipalTag/team');
  it.each([
    ['StringEquals', team, 'ml', true],
    ['StringEquals', `${team}-x`, 'ml-x', true],
    ['StringEquals', variable("aws:nothing, 'd'"), 'd', true],
    ['StringEquals', variable("aws:nothing, ''"), '', true],
    ['StringEquals', variable('aws:nothing'), '', false],
    ['StringNotEquals', variable('aws:nothing'), 'x', true],
    ['StringEquals', variable('*'), '*', true],
    ['StringLike', variable('*'), 'x', false],
    ['StringLike', `${variable('star')}*`, '*x', true],
    ['StringLike', variable('star'), 'x', false],
    ['StringEquals', variable('$'), '$', true],
    ['StringEquals', variable('several'), 'a', false],
    // Not in operators on numbers.
    ['NumericEquals', variable('number'), '5', false],
  ])('%s %s of %s: %s', (operator, wanted, found, expected) => {
    const more = { 'AWS:principaltag/TEAM': ['ml'], star: ['*'], several: ['a', 'b'], number: ['5'] };
    expect(holds(operator, wanted, found, more)).toBe(expected);
  });

  it('are text in the older version', () => {
    const condition = conditionOf({
      operator: 'StringEquals',
      key: 'k',
      values: [team],
      hasVariables: false,
    });
    expect(condition.holds(contextOf({ k: [team] }, 'absent'))).toBe(true);
    expect(condition.holds(contextOf({ k: ['ml'], 'aws:PrincipalTag/team': ['ml'] }, 'absent'))).toBe(false);
  });

  it('are unknown where what they stand for is', () => {
    const condition = conditionOf({
      operator: 'StringEquals',
      key: 'k',
      values: [team, 'a'],
      hasVariables: true,
    });
    expect(condition.holds(contextOf({ k: ['ml'] }, 'unknown'))).toBeUndefined();
    expect(condition.holds(contextOf({ k: ['a'] }, 'unknown'))).toBe(true);
  });
});
