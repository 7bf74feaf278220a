import type { Template } from 'aws-cdk-lib/assertions';
import { describe, expect, it } from 'vitest';
import { awsConnectors } from '#connectors/aws/index.ts';
import { permissionsOf } from '#connectors/permissions.ts';
import { FLEET_STACK, functionRoleName, MEMBER_ROLES } from '#shared/config/roles.ts';
import { CONFIGS, resourcesOf, synthesize } from './synthesized.ts';

interface Statement {
  readonly Effect: string;
  readonly Action: string | readonly string[];
  readonly NotAction?: unknown;
  readonly Resource?: unknown;
  readonly Principal?: unknown;
  readonly Condition?: unknown;
}

/** Every policy statement in a value, wherever it stands. */
function statementsIn(value: unknown): Statement[] {
  if (Array.isArray(value)) return value.flatMap(statementsIn);
  if (typeof value !== 'object' || value === null) return [];
  const own = 'Effect' in value && ('Action' in value || 'NotAction' in value) ? [value as Statement] : [];
  return [...own, ...Object.values(value).flatMap(statementsIn)];
}

const actionsIn = (template: Template): string[] =>
  statementsIn(template.toJSON()).flatMap(({ Action }) => Action);

describe.each(Object.entries(CONFIGS))('policies with %s', (_name, yaml) => {
  const { fleet, member, config } = synthesize(yaml);

  it.each([
    ['fleet', fleet],
    ['member', member],
  ])('name every action of the %s one by one', (_stack, template) => {
    const actions = actionsIn(template);
    expect(actions.length).toBeGreaterThan(3);
    expect(actions.filter((action) => action.includes('*'))).toEqual([]);
    expect(statementsIn(template.toJSON()).filter((statement) => statement.NotAction)).toEqual([]);
  });

  it('let nobody but the named roles of the fleet into a member account', () => {
    for (const [, role] of resourcesOf(member, 'AWS::IAM::Role')) {
      const trust = JSON.stringify(role.Properties['AssumeRolePolicyDocument']);
      expect(trust).toContain('aws:PrincipalArn');
      expect(trust.includes('sts:ExternalId')).toBe(config.aws.externalId !== undefined);
    }
  });

  it('write to clouds only through the remediator', () => {
    const writes = /^(s3:Put|s3:Delete|bedrock:Put|bedrock:Delete|sagemaker:(Update|Delete|Create))/;
    const writers = [...resourcesOf(fleet, 'AWS::IAM::Policy'), ...resourcesOf(member, 'AWS::IAM::Policy')]
      .filter(([, { Properties }]) =>
        statementsIn(Properties)
          .flatMap(({ Action }) => Action)
          .some((action) => writes.test(action)),
      )
      .map(([id]) => id.replace(/DefaultPolicy.*/, ''));
    expect(writers).toEqual(config.remediation.mode === 'plan-only' ? [] : ['Remediator', 'Remediator']);
  });
});

describe('whoever reads model files', () => {
  const READING = ['s3:GetObject', 's3:GetObjectVersion', 's3:ListBucket'];
  const isOfObjects = ({ Action, Condition }: Statement): boolean =>
    [Action].flat().some((action) => READING.includes(action)) ||
    JSON.stringify(Condition ?? '').includes('kms:EncryptionContext:aws:s3:arn');
  const reading = ({ fleet, member }: ReturnType<typeof synthesize>) =>
    [fleet, member].flatMap((template) =>
      resourcesOf(template, 'AWS::IAM::Policy').flatMap(([id, { Properties }]) =>
        statementsIn(Properties)
          .filter(isOfObjects)
          .map((statement) => ({ id, statement })),
      ),
    );

  it('is nobody where the config names no place', () => {
    expect(reading(synthesize(''))).toEqual([]);
  });

  it('is the inspector alone, in the buckets that the config names and with their keys through S3', () => {
    const found = reading(synthesize(CONFIGS['everything'] ?? ''));
    expect(found.length).toBe(6);
    for (const { id, statement } of found) {
      expect(id).toMatch(/^(InspectModelFile|Inspector)/);
      const resources = JSON.stringify(statement.Resource);
      if ([statement.Action].flat().includes('kms:Decrypt'))
        expect(JSON.stringify(statement.Condition)).toMatch(/kms:EncryptionContext:aws:s3:arn.*acme-models/);
      else
        expect(
          resources
            .match(/s3:::[a-z*-]+/g)
            ?.sort()
            .slice(0, 2),
        ).toEqual(['s3:::acme-*-artefacts', 's3:::acme-models']);
    }
  });

  it('may read nothing else: no configuration, and no other role', () => {
    const { fleet } = synthesize(CONFIGS['everything'] ?? '');
    const own = resourcesOf(fleet, 'AWS::IAM::Policy').find(([id]) => id.startsWith('InspectModelFile'));
    const services = statementsIn(own?.[1].Properties).flatMap(({ Action }) =>
      [Action].flat().map((action) => action.split(':', 1)[0]),
    );
    expect([...new Set(services)].sort()).toEqual(['dynamodb', 'kms', 'logs', 's3', 'sqs', 'sts']);
  });

  it('hears of the objects of these buckets', () => {
    const { fleet } = synthesize(CONFIGS['everything'] ?? '');
    const patterns = resourcesOf(fleet, 'AWS::Events::Rule').map(
      ([, { Properties }]) => Properties['EventPattern'],
    );
    expect(patterns).toContainEqual({
      source: ['aws.s3'],
      'detail-type': ['Object Created', 'Object Deleted', 'Object Restore Completed'],
      detail: { bucket: { name: ['acme-models', { wildcard: 'acme-*-artefacts' }] } },
    });
  });
});

describe('the reader role of a member account', () => {
  const { member } = synthesize('');
  const policies = resourcesOf(member, 'AWS::IAM::ManagedPolicy');

  it('may do what connectors declare', () => {
    const allowed = new Set(
      policies.flatMap(([, { Properties }]) => statementsIn(Properties)).flatMap(({ Action }) => Action),
    );
    for (const { permission } of permissionsOf(awsConnectors)) expect(allowed).toContain(permission);
    const reader = resourcesOf(member, 'AWS::IAM::Role').find(([id]) => id.startsWith('Reader'));
    expect(reader?.[1].Properties['ManagedPolicyArns']).toEqual(policies.map(([Ref]) => ({ Ref })));
  });

  it('has policies that IAM takes: at most ten, each of at most 6,144 characters', () => {
    expect(policies.length).toBeLessThanOrEqual(10);
    for (const [id, { Properties }] of policies)
      expect(JSON.stringify(Properties['PolicyDocument']).length, id).toBeLessThanOrEqual(6_144);
  });
});

describe('the rules of the change feed', () => {
  it('have patterns that EventBridge takes: at most 2,048 characters', () => {
    const { fleet } = synthesize('');
    for (const [id, { Properties }] of resourcesOf(fleet, 'AWS::Events::Rule'))
      expect(JSON.stringify(Properties['EventPattern']).length, id).toBeLessThanOrEqual(2_048);
  });
});

describe('the functions that enter Azure', () => {
  it('are those whose roles "aispm setup" has the clouds trust', () => {
    const { fleet } = synthesize(CONFIGS['everything'] ?? '');
    const named = new Map(
      resourcesOf(fleet, 'AWS::IAM::Role').map(([id, { Properties }]) => [id, Properties['RoleName']]),
    );
    const proving = resourcesOf(fleet, 'AWS::IAM::Policy')
      .filter(([, { Properties }]) =>
        statementsIn(Properties)
          .flatMap(({ Action }) => Action)
          .includes('sts:GetWebIdentityToken'),
      )
      .flatMap(([, { Properties }]) => Properties['Roles'] as readonly { readonly Ref: string }[])
      .map(({ Ref }) => named.get(Ref));
    expect(proving.sort()).toEqual(
      [...MEMBER_ROLES.reader, ...MEMBER_ROLES.inspector]
        .map((name) => functionRoleName(FLEET_STACK, name))
        .sort(),
    );
  });
});
