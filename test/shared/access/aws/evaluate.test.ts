import { describe, expect, it } from 'vitest';
import { cases } from './cases.ts';
import { decided } from './scenario.ts';

describe('a request and all policies that AWS looks at', () => {
  it.each(cases)('$title: $access', ({ scenario, access }) => {
    expect(decided(scenario).access).toBe(access);
  });
});
