import { describe, expect, it } from 'vitest';
import { isOnForeignHost } from '#shared/checks/hosts.ts';
import { EXAMPLES_AT } from '#shared/model/check.ts';
import { DEFAULT_GOVERNANCE } from '#shared/model/governance.ts';
import type { JsonObject } from '#shared/model/json.ts';

function truthOf(config: JsonObject, allowedToolHosts: string[]): boolean | undefined {
  const predicate = isOnForeignHost('a.endpoint', 'b.endpoint');
  if (predicate.kind !== 'function') throw new Error('a function was expected');
  const scope = { provider: 'aws', account: '111122223333', region: 'eu-west-1' } as const;
  const asset = { id: 'one', type: 'aws.bedrock-agentcore.gateway-target', name: 'one', scope, config };
  const governance = { ...DEFAULT_GOVERNANCE, allowedToolHosts };
  return predicate.of.judge({ ...asset, relations: [] }, governance, EXAMPLES_AT).truth;
}

describe('whether an address is on a foreign host', () => {
  it.each([
    ['https://mcp.example.com/mcp', false],
    ['https://MCP.EXAMPLE.COM:8443/mcp', false],
    ['https://example.com/mcp', true],
    ['https://mcp.example.com.evil.test/', true],
    ['https://mcp.example.com@evil.test/', true],
    ['https://evil.test/?mcp.example.com', true],
    ['mcp', undefined],
  ])('judges %s by its host alone: %s', (endpoint, truth) => {
    expect(truthOf({ a: { endpoint } }, ['*.example.com'])).toBe(truth);
  });

  it('takes one foreign host among several addresses for foreign, and no address for none', () => {
    const allowed = { endpoint: 'https://mcp.example.com/' };
    expect(truthOf({ a: allowed, b: { endpoint: 'https://evil.test/' } }, ['*.example.com'])).toBe(true);
    expect(truthOf({ a: allowed, b: { endpoint: 2 } }, ['*.example.com'])).toBeUndefined();
    expect(truthOf({}, ['*.example.com'])).toBe(false);
  });
});
