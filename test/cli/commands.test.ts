import { readFile, writeFile } from 'node:fs/promises';
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
});
afterAll(async () => {
  await terminal.close();
  await estate.close();
});

const Posture = z.looseObject({
  findings: z.array(
    z.looseObject({ id: z.string(), severity: z.string(), status: z.string(), checkId: z.string() }),
  ),
});
const aispm = (...argv: string[]) => terminal.aispm(...argv);
const findingsOnRecord = async (...options: string[]) =>
  Posture.parse(JSON.parse((await aispm('findings', '--json', ...store, ...options)).stdout)).findings;

describe('aispm scan', () => {
  it('ends with 0 when everything was seen and no bar is set, and tells its progress on stderr', async () => {
    const { code, stdout, stderr } = await aispm('scan', ...store);
    expect(code).toBe(0);
    expect(stdout).toContain('The 10 worst of');
    expect(stderr).toContain('scanning 6 scopes');
    expect(stderr).toContain('aws/111122223333/eu-central-1');
    expect((stdout + stderr).includes('\u001b')).toBe(false);
  });
  it('ends with 1 when a finding is at or above the bar', async () => {
    expect((await aispm('scan', '--fail-on', 'critical', '--quiet', ...store)).code).toBe(1);
  });
  it('ends with 0 when nothing is at or above the bar', async () => {
    const { code } = await aispm(
      'scan',
      '--aws',
      '--scope',
      'aws/111122223333',
      '--fail-on',
      'critical',
      '--store',
      'memory',
    );
    expect(code).toBe(0);
  });
  it('ends with 3 when something could not be read, and says what', async () => {
    estate.faults.set('sagemaker:ListDomains', { kind: 'denied' });
    const { code, stdout, stderr } = await aispm('scan', '--aws', '--store', 'memory');
    estate.faults.clear();
    expect(code).toBe(3);
    expect(stdout).toContain('sagemaker:ListDomains');
    expect(stderr).toContain('1 operation not read');
  });
  it.each([
    { format: 'json', begins: '{' },
    { format: 'csv', begins: '' },
    { format: 'ocsf', begins: '{' },
    { format: 'sarif', begins: '{' },
    { format: 'html', begins: '<!doctype html>' },
  ])('prints $format', async ({ format, begins }) => {
    const { stdout, code } = await aispm('scan', '--gcp', '--quiet', '--format', format, '--store', 'memory');
    expect(code).toBe(0);
    expect(stdout.toLowerCase().startsWith(begins)).toBe(true);
    expect(stdout.length).toBeGreaterThan(1000);
  });
});

describe('what is on record', () => {
  it('lists findings by severity, status and scope', async () => {
    const high = await findingsOnRecord('--severity', 'high');
    expect(high.length).toBeGreaterThan(0);
    expect(high.every(({ severity }) => severity === 'high' || severity === 'critical')).toBe(true);
    expect(await findingsOnRecord('--scope', 'aws/999999999999')).toEqual([]);
  });

  it('explains a check and a finding', async () => {
    const check = await aispm('explain', 'aws.sagemaker.notebook-direct-internet');
    expect(check.stdout).toContain('Fails when `DirectInternetAccess` is “Enabled”');
    expect(check.stdout).toContain('sagemaker:DescribeNotebookInstance');
    const [finding] = await findingsOnRecord('--check', 'aws.sagemaker.notebook-direct-internet');
    const { stdout } = await aispm('explain', finding?.id.slice(0, 12) ?? '', ...store);
    expect(stdout).toMatch(/Risk {2}[\d.]+ of 100/);
    expect(stdout).toContain('DirectInternetAccess: "Enabled"');
  });

  it('suppresses a finding for a time, and lifts that', async () => {
    const [finding] = await findingsOnRecord('--severity', 'critical');
    const id = finding?.id ?? '';
    const accepted = ['--owner', 'ml-platform', '--reason', 'sandbox', '--until', '2027-03-31'];
    expect((await aispm('suppress', id, ...accepted, ...store)).stdout).toContain(
      'suppressed until 2027-03-31',
    );
    expect((await findingsOnRecord()).some((open) => open.id === id)).toBe(false);
    expect((await aispm('suppress', id, '--lift', ...store)).code).toBe(0);
    expect((await findingsOnRecord()).some((open) => open.id === id)).toBe(true);
  });

  it('writes a report, a digest and the coverage', async () => {
    const report = path.join(terminal.folder, 'report.html');
    expect((await aispm('report', '--output', report, ...store)).code).toBe(0);
    expect(await readFile(report, 'utf8')).toContain('Posture by cloud and severity');
    expect((await aispm('digest', '--preview', ...store)).stdout).toMatch(/New \(\d+\)/);
    const coverage = await aispm('coverage', ...store);
    expect(coverage.code).toBe(0);
    expect(coverage.stdout).toMatch(/(\d+) of \1 operations in \d+ scopes were read completely/);
  });

  it('says which checks are off by default and how to switch them on', async () => {
    const { stdout } = await aispm('checks', '--cloud', 'aws');
    expect(stdout).toMatch(/of which \d+ are off by default; .* checks: \{enabled: /);
    const listed: { id: string; byDefault: string }[] = JSON.parse((await aispm('checks', '--json')).stdout);
    const off = listed.find(({ byDefault }) => byDefault === 'off')?.id ?? '';
    expect((await aispm('explain', off)).stdout).toContain(`checks: {enabled: [${off}]}`);
  });

  it('explains which settings of governance a check decides by, and what other tools call it', async () => {
    const allowed = await aispm('explain', 'aws.bedrock.agent-approved-model');
    expect(allowed.stdout).toContain('Applies only where the config sets governance.allowedModels.');
    const unused = await aispm('explain', 'aws.iam.user-bedrock-unused');
    expect(unused.stdout).toContain('governance.maximumUnusedDays of the config (default: 90)');
    const known = await aispm('explain', 'aws.sagemaker.notebook-direct-internet');
    expect(known.stdout).toContain('prowler: ');
  });

  it('lists the checks of a cloud', async () => {
    const listed = JSON.parse((await aispm('checks', '--cloud', 'azure', '--json')).stdout);
    expect(listed.length).toBeGreaterThan(20);
    expect(listed[0]).toMatchObject({ failsWhen: expect.any(String), fix: { cli: expect.any(String) } });
  });
});

describe('aispm doctor', () => {
  it('says before a scan what will not be seen, and writes nothing', async () => {
    expect((await aispm('doctor', ...store)).code).toBe(0);
    estate.faults.set('bedrock:ListGuardrails', { kind: 'denied' });
    const { code, stdout } = await aispm('doctor', '--aws', ...store);
    estate.faults.clear();
    expect(code).toBe(3);
    expect(stdout).toContain('bedrock:ListGuardrails');
    expect(stdout).not.toContain('no login');
  });

  it('says how to log in to a cloud that does not know who asks', async () => {
    const unknown = await startEstate(story);
    const nobody = await openTerminal(unknown.clouds);
    unknown.faults.set('sts:GetCallerIdentity', { kind: 'denied' });
    const { code, stdout } = await nobody.aispm('doctor', '--aws');
    await nobody.close();
    await unknown.close();
    expect(code).toBe(3);
    expect(stdout).toContain('Log in: run "aws sso login"');
  });
});

describe('a mistake ends with 2 and says what to do', () => {
  it.each([
    { argv: ['scna'], says: "unknown command 'scna'" },
    { argv: ['scan', '--fail-on', 'severe'], says: '--fail-on' },
    { argv: ['scan', '--format', 'xml'], says: '--format' },
    { argv: ['scan', '--scope', 'aws/000000000000', '--store', 'memory'], says: 'none of the scopes' },
    { argv: ['explain', 'aws.nothing'], says: 'neither a check nor a finding' },
    { argv: ['explain', 'ffffffffff', '--store', 'memory'], says: 'there is no finding' },
    { argv: ['suppress', 'ffffffffff', '--store', 'memory'], says: '--owner' },
    {
      argv: [
        'suppress',
        'ffffffffff',
        '--owner',
        'o',
        '--reason',
        'r',
        '--until',
        'soon',
        '--store',
        'memory',
      ],
      says: 'no date',
    },
    { argv: ['findings', '--config', 'no-such-file.yaml', '--store', 'memory'], says: 'no-such-file.yaml' },
    { argv: ['digest', '--send', '--store', 'memory'], says: 'digest.from' },
  ])('$argv', async ({ argv, says }) => {
    const { code, stderr } = await aispm(...argv);
    expect(stderr).toContain(says);
    expect(code).toBe(2);
  });

  it('names the path in a broken config', async () => {
    const config = path.join(terminal.folder, 'broken.yaml');
    await writeFile(config, 'aws:\n  accounts: [12345]\n');
    const { code, stderr } = await aispm('scan', '--config', config, '--store', 'memory');
    expect(stderr).toContain('aws.accounts[0]');
    expect(code).toBe(2);
  });

  it.each([
    'scan',
    'findings',
    'explain',
    'checks',
    'coverage',
    'suppress',
    'digest',
    'report',
    'setup azure',
    'setup gcp',
    'doctor',
  ])('aispm %s --help shows an example and ends with 0', async (command) => {
    const { code, stdout } = await aispm(...command.split(' '), '--help');
    expect(code).toBe(0);
    expect(stdout).toContain(`$ aispm ${command}`);
  });
});
