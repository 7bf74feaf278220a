import { describe, expect, it } from 'vitest';
import { callerOf, type Requester } from '#shared/access/aws/caller.ts';
import { evaluate } from '#shared/access/aws/evaluate.ts';
import { requestOf } from '#shared/access/aws/request.ts';
import {
  ALL,
  allow,
  deny,
  grant,
  OURS,
  policy,
  ROLE,
  SESSION,
  scenario,
  THEIRS,
  trust,
  variable,
} from './cases.ts';
import { type Document, decided, parsed } from './scenario.ts';

const onlyFrom = (endpoint: string) => ({ Condition: { StringEquals: { 'aws:SourceVpce': endpoint } } });

describe('what the inventory does not decide', () => {
  it('says what has to be so, and which statement asks for it', () => {
    const asked = scenario({
      identity: [policy(allow('s3:*', '*', { Sid: 'FromInside', ...onlyFrom('vpce-1') }))],
    });
    expect(decided(asked, 'unknown')).toEqual({
      access: 'conditional',
      because: [{ effect: 'allow', source: 'identity 1', statement: 'FromInside' }],
      conditions: ['StringEquals aws:SourceVpce vpce-1'],
    });
  });

  it('says what must not be so', () => {
    const asked = scenario({
      identity: [
        policy(
          allow('s3:*'),
          deny('*', '*', {
            Condition: {
              Bool: { 'aws:MultiFactorAuthPresent': 'false' },
              Null: { 'aws:ViaAWSService': 'true' },
            },
          }),
        ),
      ],
    });
    expect(decided(asked, 'unknown')).toEqual({
      access: 'conditional',
      because: [
        { effect: 'allow', source: 'identity 1', statement: '1' },
        { effect: 'deny', source: 'identity 1', statement: '2' },
      ],
      conditions: ['not (Bool aws:MultiFactorAuthPresent false and Null aws:ViaAWSService true)'],
    });
  });

  it('says of several ways that any will do', () => {
    const asked = scenario({
      identity: [policy(allow('s3:*', '*', onlyFrom('vpce-1')), allow('s3:*', '*', onlyFrom('vpce-2')))],
    });
    expect(decided(asked, 'unknown')).toMatchObject({
      conditions: ['StringEquals aws:SourceVpce vpce-1 or StringEquals aws:SourceVpce vpce-2'],
    });
  });

  it('needs no condition where another statement allows it plainly', () => {
    const asked = scenario({
      identity: [policy(allow('s3:*', '*', onlyFrom('vpce-1')), allow('s3:GetObject'))],
    });
    expect(decided(asked, 'unknown')).toEqual({
      access: 'yes',
      because: [{ effect: 'allow', source: 'identity 1', statement: '2' }],
    });
  });

  it('is no where a Deny holds whatever else is so', () => {
    const asked = scenario({ identity: [policy(allow('s3:*', '*', onlyFrom('vpce-1')), deny('s3:*'))] });
    expect(decided(asked, 'unknown')).toEqual({
      access: 'no',
      because: [{ effect: 'deny', source: 'identity 1', statement: '2' }],
    });
  });

  it('names the policy in which nothing allows it', () => {
    const limits = { boundary: policy(allow('ec2:*')) };
    expect(decided(scenario({ identity: [ALL], ...limits }))).toEqual({
      access: 'no',
      because: [{ effect: 'limit', source: 'boundary', statement: '' }],
    });
    expect(
      decided(scenario({ identity: [ALL], serviceControls: [[ALL], [policy(allow('ec2:*'))]] })),
    ).toEqual({
      access: 'no',
      because: [{ effect: 'limit', source: 'scp 2.1', statement: '' }],
    });
  });

  it('knows what follows from who asks', () => {
    const account = {
      Condition: { StringEquals: { 'aws:PrincipalAccount': OURS, 'aws:ResourceAccount': OURS } },
    };
    expect(decided(scenario({ identity: [policy(allow('s3:*', '*', account))] }), 'unknown').access).toBe(
      'yes',
    );
    const others = { Condition: { StringEquals: { 'aws:PrincipalAccount': THEIRS } } };
    expect(decided(scenario({ identity: [policy(allow('s3:*', '*', others))] }), 'unknown').access).toBe(
      'no',
    );
  });

  it('does not know the name of a session', () => {
    const asked = scenario({
      requester: { kind: 'role', arn: ROLE },
      resourcePolicy: policy(grant({ AWS: SESSION }, 's3:GetObject')),
    });
    expect(decided(asked)).toMatchObject({
      access: 'conditional',
      conditions: ['sts:RoleSessionName nightly'],
    });
    expect(decided({ ...asked, requester: { kind: 'role', arn: ROLE, session: 'nightly' } }).access).toBe(
      'yes',
    );
    expect(decided({ ...asked, requester: { kind: 'role', arn: ROLE, session: 'daily' } }).access).toBe('no');
  });

  it('knows a role by its path and its sessions by its name', () => {
    const requester: Requester = {
      kind: 'role',
      arn: `arn:aws:iam::${OURS}:role/ml/trainer`,
      session: 'nightly',
    };
    expect(
      decided(scenario({ requester, resourcePolicy: policy(grant({ AWS: SESSION }, 's3:GetObject')) }))
        .access,
    ).toBe('yes');
    expect(
      decided(scenario({ requester, resourcePolicy: policy(grant({ AWS: ROLE }, 's3:GetObject')) })).access,
    ).toBe('no');
  });

  it('does not know to what a variable comes', () => {
    const home = `arn:aws:s3:::models/${variable('aws:PrincipalTag/team')}/*`;
    expect(decided(scenario({ identity: [policy(allow('s3:*', home))] }), 'unknown')).toMatchObject({
      access: 'conditional',
      conditions: [`Resource ${home}`],
    });
    const elsewhere = `arn:aws:s3:::data/${variable('aws:PrincipalTag/team')}/*`;
    expect(decided(scenario({ identity: [policy(allow('s3:*', elsewhere))] }), 'unknown').access).toBe('no');
  });

  it('leaves open a NotPrincipal that names the user and not its account', () => {
    const asked = scenario({
      identity: [ALL],
      resourcePolicy: policy({
        Effect: 'Deny',
        NotPrincipal: { AWS: `arn:aws:iam::${OURS}:user/ann` },
        Action: '*',
        Resource: '*',
      }),
    });
    expect(decided(asked).access).toBe('conditional');
  });

  it('does not decide by an operator that it does not know', () => {
    const asked = scenario({
      identity: [policy(allow('s3:*', '*', { Condition: { GeoWithin: { 'aws:SourceIp': 'mars' } } }))],
    });
    expect(decided(asked)).toMatchObject({
      access: 'conditional',
      conditions: ['GeoWithin aws:SourceIp mars'],
    });
  });

  it('does not decide over several values without a set operator', () => {
    const asked = scenario({
      identity: [policy(allow('s3:*', '*', { Condition: { StringEquals: { 'aws:TagKeys': 'team' } } }))],
      context: { 'aws:TagKeys': ['team', 'stage'] },
    });
    expect(decided(asked).access).toBe('conditional');
  });
});

describe('a policy of a resource', () => {
  it('lets nobody in where it names nobody', () => {
    const nameless = { resourcePolicy: policy(allow('s3:*')) };
    expect(decided(scenario(nameless)).access).toBe('no');
    expect(decided(scenario({ identity: [ALL], resourceAccount: THEIRS, ...nameless })).access).toBe('no');
  });
});

describe('somebody of whom only the account is known', () => {
  const asked = (account: string | undefined, principal: unknown) =>
    evaluate(
      requestOf({
        caller: callerOf({ kind: 'outsider', ...(account !== undefined && { account }) }),
        action: 'sts:AssumeRole',
        resource: ROLE,
        resourceAccount: OURS,
        missing: 'unknown',
      }),
      { identity: 'granted', resource: parsed('trust', trust(principal)) },
    ).access;

  it.each([
    [THEIRS, { AWS: THEIRS }, 'yes'],
    [THEIRS, { AWS: `arn:aws:iam::${THEIRS}:root` }, 'yes'],
    [THEIRS, { AWS: OURS }, 'no'],
    [THEIRS, { AWS: '*' }, 'yes'],
    [undefined, '*', 'yes'],
    [undefined, { AWS: THEIRS }, 'no'],
    [undefined, { Service: 'lambda.amazonaws.com' }, 'no'],
  ])('%s and a role that trusts %j: %s', (account, principal, access) => {
    expect(asked(account, principal)).toBe(access);
  });
});

describe('a resource that can still be chosen', () => {
  const create = (pattern: string, ...statements: Document['Statement']) =>
    decided(
      scenario({ action: 'sagemaker:CreateApp', resource: pattern, identity: [policy(...statements)] }),
      'unknown',
    );
  const apps = `arn:aws:sagemaker:*:${OURS}:app/*`;

  it('is found where some fit', () => {
    expect(create(apps, allow('sagemaker:*', `arn:aws:sagemaker:eu-*:${OURS}:app/d-1/*`)).access).toBe('yes');
    expect(create(apps, allow('sagemaker:*', `arn:aws:sagemaker:*:${OURS}:space/*`)).access).toBe('no');
  });

  it('is found beside what is denied', () => {
    expect(create(apps, allow('*'), deny('*', `arn:aws:sagemaker:*:${OURS}:app/d-1/*`)).access).toBe('yes');
  });

  it('is not there where all that is allowed is denied', () => {
    const decision = create(
      apps,
      allow('*', [`arn:aws:sagemaker:*:${OURS}:app/d-1/*`, `arn:aws:sagemaker:*:${OURS}:app/d-2/*`]),
      deny('*', `arn:aws:sagemaker:*:${OURS}:app/d-?/*`),
    );
    expect(decision).toEqual({
      access: 'no',
      because: [{ effect: 'deny', source: 'identity 1', statement: '2' }],
    });
    expect(
      create(apps, allow('*', `arn:aws:sagemaker:*:${OURS}:app/d-1/*`), {
        Effect: 'Deny',
        Action: '*',
        NotResource: `arn:aws:sagemaker:*:${OURS}:app/d-2/*`,
      }).access,
    ).toBe('no');
  });

  it('is found between several denials, where none of the patterns alone leads to it', () => {
    const named = (name: string) => `arn:aws:sagemaker:*:${OURS}:app/${name}`;
    const between = [
      allow('*'),
      deny('*', named('a*')),
      deny('*', named('*b')),
      deny('*', named('?')),
      { Effect: 'Deny', Action: '*', NotResource: named('?*') },
    ];
    expect(create(apps, ...between).access).toBe('yes');
    expect(create(apps, ...between, deny('*', named('??*'))).access).toBe('no');
  });

  it('is what a variable does not name, whatever that comes to', () => {
    const but = `arn:aws:sagemaker:*:${OURS}:app/${variable('aws:PrincipalTag/team')}/*`;
    expect(create(apps, { Effect: 'Allow', Action: '*', NotResource: but }).access).toBe('yes');
    expect(create(apps, allow('*'), deny('*', but)).access).toBe('yes');
    expect(create(apps, allow('*', but))).toMatchObject({
      access: 'conditional',
      conditions: [`Resource ${but}`],
    });
  });

  it('is one and the same for all policies', () => {
    const asked = scenario({
      action: 'sagemaker:CreateApp',
      resource: apps,
      identity: [policy(allow('*', `arn:aws:sagemaker:us-*:${OURS}:app/*`))],
      boundary: policy(allow('*', `arn:aws:sagemaker:eu-*:${OURS}:app/*`)),
    });
    expect(decided(asked)).toMatchObject({ access: 'no' });
    expect(
      decided({ ...asked, boundary: policy(allow('*', `arn:aws:sagemaker:*:${OURS}:app/d-1/*`)) }).access,
    ).toBe('yes');
  });

  it('keeps a condition where what is free of it is denied', () => {
    expect(
      create(
        apps,
        allow('*', `arn:aws:sagemaker:*:${OURS}:app/d-1/*`),
        allow('*', '*', onlyFrom('vpce-1')),
        deny('*', `arn:aws:sagemaker:*:${OURS}:app/d-1/*`),
      ),
    ).toMatchObject({ access: 'conditional', conditions: ['StringEquals aws:SourceVpce vpce-1'] });
  });
});
