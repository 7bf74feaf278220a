import { describe, expect, it } from 'vitest';
import { ROLE_TAKING, type RoleTaking, roleTaken } from '#shared/paths/aws/role-taking.ts';

const rows: readonly RoleTaking[] = Object.values(ROLE_TAKING).flat();

describe('operations that take a role', () => {
  it('are each there once', () => {
    const names = rows.map(({ operation }) => operation);
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
  });

  it.each(rows)('$operation is allowed on its own service', ({ operation, on, followedBy }) => {
    for (const one of [{ operation, on }, ...followedBy]) {
      expect(one.operation).toMatch(/^[a-z0-9-]+:[A-Z][A-Za-z0-9]+$/);
      const [service] = one.operation.split(':');
      expect(one.on === '*' || one.on.startsWith(`arn:aws:${service}:*:`)).toBe(true);
    }
  });

  it('are asked for after the role is passed to the service', () => {
    const [pass, taking] = roleTaken('bedrock-agentcore.amazonaws.com', 'code', [
      'bedrock-agentcore:CreateBrowser',
    ]);
    expect(pass).toEqual({
      kind: 'permission',
      permission: 'iam:PassRole',
      context: { 'iam:PassedToService': ['bedrock-agentcore.amazonaws.com'] },
    });
    const asked = JSON.stringify(taking);
    expect(asked).toContain('CreateAgentRuntime');
    expect(asked).not.toContain('CreateBrowser');
    expect(asked).not.toContain('CreateGateway');
  });
});
