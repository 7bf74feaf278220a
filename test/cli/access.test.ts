import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { type Estate, startEstate } from '#test/estate/estate.ts';
import { story } from '#test/estate/story/index.ts';
import { openTerminal, type Terminal } from './terminal.ts';

let estate: Estate;
let terminal: Terminal;
let store: readonly [string, string];

beforeAll(async () => {
  estate = await startEstate(story);
  terminal = await openTerminal(estate.clouds);
  store = ['--store', path.join(terminal.folder, 'store')];
  await terminal.aispm('scan', '--quiet', ...store);
});
afterAll(async () => {
  await terminal.close();
  await estate.close();
});

const aispm = (...argv: string[]) => terminal.aispm(...argv, ...store);
const jsonOf = async (...argv: string[]): Promise<unknown> =>
  JSON.parse((await aispm(...argv, '--json')).stdout);

async function file(name: string, content: unknown): Promise<string> {
  const where = path.join(terminal.folder, name);
  await writeFile(where, typeof content === 'string' ? content : JSON.stringify(content));
  return where;
}

const PROTOTYPE_AGENT = 'arn:aws:iam::444455556666:role/prototype-agent';
const SHARE = 'arn:aws:s3:::nordlicht-research-share';
const Decided = z.looseObject({
  access: z.enum(['yes', 'conditional']),
  because: z.array(z.looseObject({ effect: z.string(), source: z.string(), statement: z.string() })),
});

describe('aispm who-can', () => {
  const Answer = z.looseObject({
    asset: z.looseObject({ id: z.string() }),
    holders: z.array(
      z.looseObject({
        principal: z.looseObject({ id: z.string(), kind: z.string() }),
        access: z.enum(['yes', 'conditional']),
        grants: z.array(z.looseObject({ permission: z.string(), decision: Decided })),
        techniques: z.array(z.string()),
      }),
    ),
    unread: z.array(z.string()),
  });

  it('names who can, with the policy and the statement that let them', async () => {
    const { code, stdout } = await aispm('who-can', 'modify_poison', SHARE);
    expect(code).toBe(0);
    expect(stdout).toContain('Who can modify_poison nordlicht-research-share');
    expect(stdout).toMatch(/s3:PutObject {2}arn:aws:s3:::nordlicht-research-share \(Share\)/);
    expect(stdout).toMatch(/\d+ principals? and \d+ administrators? of the account .* asked in [\d.]+ ms/);
  });
  it('answers for one permission, and as JSON with every statement', async () => {
    const answer = Answer.parse(await jsonOf('who-can', 's3:PutObject', SHARE));
    const anybody = answer.holders.find(({ principal }) => principal.kind === 'public');
    expect(anybody?.access).toBe('yes');
    expect(anybody?.grants).toMatchObject([
      { permission: 's3:PutObject', decision: { because: [{ effect: 'allow', statement: 'Share' }] } },
    ]);
  });
  it('leaves administrators out of the list until they are asked for', async () => {
    const brief = await aispm('who-can', 'invoke', 'claims-triage');
    expect(brief.stdout).toContain('Nobody but who administers the account.');
    expect(brief.stdout).not.toContain(', administers the account');
    const whole = await aispm('who-can', 'invoke', 'claims-triage', '--administrators');
    expect(whole.stdout).toContain(', administers the account');
  });
  it('says what was not read and may change the answer', async () => {
    const { unread } = Answer.parse(await jsonOf('who-can', 'invoke', 'claims-triage'));
    expect(unread.join()).toContain('service and resource control policies of 444455556666');
  });
});

describe('aispm what-can', () => {
  it('lists capabilities by class and asset, and what several permissions do together', async () => {
    const { code, stdout } = await aispm('what-can', 'prototype-agent');
    expect(code).toBe(0);
    expect(stdout).toContain(`${PROTOTYPE_AGENT}, role`);
    expect(stdout).toMatch(/read_exfil .*\n(?: +\d+ .*\n)*? +1 {2}aws\.s3\.bucket: nordlicht-research-share/);
    expect(stdout).toContain('aws.bedrock.copy-custom-model');
  });
  it('takes the ARN or the name for the same principal', async () => {
    expect(await jsonOf('what-can', PROTOTYPE_AGENT)).toEqual(await jsonOf('what-can', 'prototype-agent'));
  });
});

describe('aispm paths', () => {
  const Paths = z.looseObject({
    pairs: z.number(),
    paths: z.array(
      z.looseObject({
        target: z.looseObject({ id: z.string(), kind: z.string() }),
        steps: z.array(z.looseObject({ technique: z.string(), evidence: z.unknown() })),
      }),
    ),
    fixes: z.array(z.looseObject({ cuts: z.number() })).optional(),
    cutSet: z.looseObject({ fixes: z.array(z.unknown()), isPossible: z.boolean() }).optional(),
  });

  it('tells ways with the fix of every step, the shortest first, and what cuts most', async () => {
    const { code, stdout } = await aispm('paths', '--to', 'model-weights');
    expect(code).toBe(0);
    expect(stdout).toContain('1. anybody on the internet → model');
    expect(stdout).toContain('cut: Take s3:PutObject out of arn:aws:s3:::nordlicht-research-share (Share)');
    expect(stdout).toMatch(/What cuts most, of \d+ ways from outside/);
    const { paths } = Paths.parse(await jsonOf('paths', '--to', 'model-weights'));
    const lengths = paths.map(({ steps }) => steps.length);
    expect(lengths).toEqual(lengths.toSorted((a, b) => a - b));
    expect(new Set(paths.map(({ target }) => target.kind))).toEqual(new Set(['model-weights']));
  });
  it('shows as many as were asked for, and says how many there are', async () => {
    const { paths, pairs } = Paths.parse(await jsonOf('paths', '--most', '1'));
    expect(paths).toHaveLength(1);
    expect(pairs).toBeGreaterThan(1);
  });
  it('gives the smallest set of fixes that cuts every way to one target', async () => {
    const { paths, cutSet } = Paths.parse(await jsonOf('paths', '--target', 'tariff-gbm'));
    expect(new Set(paths.map(({ target }) => target.id)).size).toBe(1);
    expect(cutSet).toMatchObject({ isPossible: true, isSmallest: true, fixes: [expect.anything()] });
  });
  it.each([
    { asset: 'claims-triage', reaches: 'aws.iam.role (control)' },
    {
      asset: 'arn:aws:sagemaker:eu-central-1:444455556666:notebook-instance/churn-poc',
      reaches: 'model (control)',
    },
    { asset: 'agent/AGCLAIMS01', reaches: 'aws.iam.role (control)' },
  ])('tells what somebody reaches who has taken over $asset', async ({ asset, reaches }) => {
    const { code, stdout } = await aispm('paths', '--radius', asset);
    expect(code).toBe(0);
    expect(stdout).toMatch(/[1-9]\d* identit(y|ies) to act as/);
    expect(stdout).toContain(reaches);
  });
});

describe('aispm what-if', () => {
  const Difference = z.looseObject({
    appears: z.array(z.unknown()),
    vanishes: z.array(z.unknown()),
    newlyPossible: z.array(
      z.looseObject({ verdict: z.looseObject({ checkId: z.string() }), who: z.array(z.string()) }),
    ),
    noLongerPossible: z.array(z.unknown()),
    notUnderstood: z.array(z.looseObject({ where: z.string() })),
  });
  const ALL_OF_S3 = {
    Version: '2012-10-17',
    Statement: [{ Sid: 'All', Effect: 'Allow', Action: 's3:*', Resource: '*' }],
  };
  const TRIAGE = 'arn:aws:iam::111122223333:role/claims-triage-serving';
  const closed = {
    Resources: {
      Closed: {
        Type: 'AWS::S3::BucketPolicy',
        Properties: {
          Bucket: 'nordlicht-research-share',
          PolicyDocument: { Version: '2012-10-17', Statement: [] },
        },
      },
    },
  };

  it('fails a gate where a policy gives somebody what they could not do', async () => {
    const policy = await file('policy.json', ALL_OF_S3);
    const argv = ['what-if', policy, '--principal', await roleOfTriage(), '--fail-on', 'new-path'];
    const { code, stdout } = await aispm(...argv);
    expect(stdout).toMatch(/\d+ things? would become possible/);
    expect(code).toBe(1);
    const { newlyPossible } = Difference.parse(await jsonOf(...argv));
    expect(newlyPossible.flatMap(({ who }) => who)).toContain(await roleOfTriage());
  });
  it('tells the same without a gate and ends with 0', async () => {
    const policy = await file('policy.json', ALL_OF_S3);
    expect((await aispm('what-if', policy, '--principal', await roleOfTriage())).code).toBe(0);
  });
  it('shows the ways that a template closes, and lets that pass', async () => {
    const template = await file('closed.json', closed);
    const argv = ['what-if', template, '--account', '444455556666', '--fail-on', 'new-path'];
    const { code, stdout } = await aispm(...argv);
    expect(stdout).toMatch(/\d+ ways from outside would vanish/);
    expect(code).toBe(0);
    const { appears, vanishes } = Difference.parse(await jsonOf(...argv));
    expect([appears.length, vanishes.length > 0]).toEqual([0, true]);
  });
  it('does not change what is on record', async () => {
    const before = (await aispm('paths', '--json')).stdout;
    await aispm('what-if', await file('closed.json', closed), '--account', '444455556666');
    expect((await aispm('paths', '--json')).stdout).toBe(before);
  });
  it('ends with 3 where a part of the file was not understood: no gate may take that for a pass', async () => {
    const template = await file('parameter.json', {
      Parameters: { Principal: { Type: 'String' } },
      Resources: {
        Open: {
          Type: 'AWS::S3::BucketPolicy',
          Properties: {
            Bucket: { Ref: 'Principal' },
            PolicyDocument: { Version: '2012-10-17', Statement: [] },
          },
        },
      },
    });
    const { code, stdout } = await aispm(
      'what-if',
      template,
      '--account',
      '444455556666',
      '--fail-on',
      'new-path',
    );
    expect(stdout).toContain('as far as the file was understood');
    expect(stdout).toContain('Resources.Open');
    expect(code).toBe(3);
  });
  it('lists what is of another kind, which no gate stops at', async () => {
    const template = await file('queue.json', { Resources: { Queue: { Type: 'AWS::SQS::Queue' } } });
    const { code, stdout } = await aispm('what-if', template, '--account', '444455556666');
    expect(stdout).toContain('Resources.Queue: AWS::SQS::Queue is not looked at');
    expect(code).toBe(0);
  });

  let found: string | undefined;
  /** A role of the claims account that can do little. */
  async function roleOfTriage(): Promise<string> {
    found ??= z
      .looseObject({ assets: z.array(z.looseObject({ id: z.string(), type: z.string() })) })
      .parse(JSON.parse((await aispm('findings', '--json')).stdout))
      .assets.find(({ id, type }) => type === 'aws.iam.role' && id.includes('111122223333'))?.id;
    return found ?? TRIAGE;
  }
});

describe('a mistake ends with 2 and says what to do', () => {
  it.each([
    { argv: ['who-can', 'fly', 'claims-triage'], says: 'neither a capability (invoke, ' },
    { argv: ['who-can', 'invoke', 'no-such-thing'], says: 'there is no asset "no-such-thing" on record' },
    { argv: ['who-can', 'invoke', 'claims-tri'], says: 'did you mean ' },
    { argv: ['who-can', 'invoke', 'fraud-poc'], says: 'write the whole id' },
    { argv: ['who-can', 'invoke'], says: "missing required argument 'asset'" },
    { argv: ['what-can', 'nobody-at-all'], says: 'there is no principal "nobody-at-all" on record' },
    { argv: ['paths', '--to', 'moon'], says: '--to: ' },
    { argv: ['paths', '--most', '-3'], says: '--most: ' },
    { argv: ['paths', '--target', 'tmp-jonas'], says: 'is no target: models, ' },
    { argv: ['what-if', 'no-such-file.json'], says: 'no-such-file.json cannot be read' },
  ])('$argv', async ({ argv, says }) => {
    const { code, stderr, stdout } = await aispm(...argv);
    expect(stderr).toContain(says);
    expect(stdout).toBe('');
    expect(code).toBe(2);
  });

  it('shows control characters of a name by their numbers', async () => {
    const { stderr } = await aispm('who-can', 'invoke', 'x\u001b[31m\u202e');
    expect(stderr).toContain('⟨U+001B⟩');
    expect(['\u001b', '\u202e'].filter((character) => stderr.includes(character))).toEqual([]);
  });
  it('says that there is nothing on record yet', async () => {
    const { code, stderr } = await terminal.aispm('paths', '--store', 'memory');
    expect(stderr).toContain('run "aispm scan" first');
    expect(code).toBe(2);
  });
  it.each([
    { content: '{{{', says: 'what-if' },
    { content: '', says: 'broken' },
    { content: { hello: 'world' }, says: 'broken' },
    { content: { Resources: [] }, says: 'Resources' },
    { content: { resource_changes: 7 }, says: 'resource_changes' },
  ])('a file that is none of the three: $content', async ({ content }) => {
    const { code, stderr, stdout } = await aispm(
      'what-if',
      await file('broken', content),
      '--account',
      '444455556666',
    );
    expect(stderr).toMatch(/^aispm: \S/);
    expect(stdout).toBe('');
    expect(code).toBe(2);
  });
  it('a principal that is not in the inventory, which a policy would change nothing of', async () => {
    const policy = await file('policy.json', { Version: '2012-10-17', Statement: [] });
    const principal = 'arn:aws:iam::111122223333:role/nobody';
    const { code, stderr } = await aispm(
      'what-if',
      policy,
      '--principal',
      principal,
      '--fail-on',
      'new-path',
    );
    expect(stderr).toContain(`--principal: ${principal} is not in the inventory`);
    expect(code).toBe(2);
  });
});

it.each(['who-can', 'what-can', 'paths', 'what-if'])(
  'aispm %s --help shows an example and ends with 0',
  async (command) => {
    const { code, stdout } = await terminal.aispm(command, '--help');
    expect(code).toBe(0);
    expect(stdout).toContain(`$ aispm ${command}`);
  },
);
