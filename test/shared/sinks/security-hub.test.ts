import { type AwsSecurityFinding, BatchImportFindingsCommand } from '@aws-sdk/client-securityhub';
import { describe, expect, it } from 'vitest';
import type { Finding } from '#shared/model/finding.ts';
import { asff } from '#shared/sinks/asff.ts';
import {
  type FindingImporter,
  importInto,
  type SecurityHubOptions,
  securityHub,
} from '#shared/sinks/security-hub.ts';
import { assetTypes, azureFinding, change, checks, finding, gcpFinding } from './specimens.ts';

const fleet = { accountId: '999988887777', region: 'us-east-1' };

/** Hubs that refuse a finding where `answer` gives an error code, or a whole call where it throws. */
function hubs(answer: (document: AwsSecurityFinding, hub: string) => string | undefined = () => undefined) {
  const calls: { hub: string; documents: AwsSecurityFinding[] }[] = [];
  const clientFor: SecurityHubOptions['clientFor'] = (accountId, region): FindingImporter => ({
    send: async (command) => {
      expect(command).toBeInstanceOf(BatchImportFindingsCommand);
      const hub = `${accountId}/${region}`;
      const documents = command.input.Findings ?? [];
      calls.push({ hub, documents });
      const FailedFindings = documents.flatMap((document) => {
        const ErrorCode = answer(document, hub);
        return ErrorCode ? [{ Id: document.Id, ErrorCode, ErrorMessage: 'no' }] : [];
      });
      return {
        $metadata: {},
        FailedCount: FailedFindings.length,
        SuccessCount: documents.length - FailedFindings.length,
        FailedFindings,
      };
    },
  });
  return { calls, clientFor, sink: securityHub({ fleet, clientFor, checks, assetTypes }) };
}

const many = (count: number, difference: Partial<Finding> = {}): Finding[] =>
  Array.from({ length: count }, (_, index) => finding({ ...difference, discriminator: `${index}` }));
const inAccount = (account: string, more: Partial<Finding> = {}): Finding =>
  finding({ ...more, scope: { provider: 'aws', account, region: 'eu-west-1' }, discriminator: account });
const error = (name: string, message = 'no') => Object.assign(new Error(message), { name });

describe('where findings go', () => {
  it('sends each to the hub of its account and region, other clouds’ to the fleet’s', async () => {
    const { calls, sink } = hubs();
    const elsewhere = inAccount('222233334444');
    await sink.send([finding(), elsewhere, azureFinding, gcpFinding].map((one) => change('opened', one)));
    expect(calls.map(({ hub, documents }) => [hub, documents.length])).toEqual([
      ['111122223333/eu-west-1', 1],
      ['222233334444/eu-west-1', 1],
      ['999988887777/us-east-1', 2],
    ]);
    for (const { hub, documents } of calls)
      for (const { AwsAccountId } of documents) expect(hub.startsWith(`${AwsAccountId}/`)).toBe(true);
  });

  it('sends a hundred a call at most', async () => {
    const { calls, sink } = hubs();
    await sink.send(many(250).map((one) => change('opened', one)));
    expect(calls.map(({ documents }) => documents.length)).toEqual([100, 100, 50]);
  });

  it('sends 6 MB a call at most', async () => {
    const { calls, sink } = hubs();
    const evidence = Array.from({ length: 30 }, (_, index) => ({
      path: `f[${index}]`,
      state: 'read' as const,
      found: '語'.repeat(2000),
      expected: 'none',
    }));
    await sink.send(many(60, { evidence }).map((one) => change('opened', one)));
    expect(calls.length).toBeGreaterThan(1);
    expect(calls.flatMap(({ documents }) => documents)).toHaveLength(60);
    for (const { documents } of calls)
      expect(Buffer.byteLength(JSON.stringify(documents))).toBeLessThan(6_000_000);
  });

  it('sends only the latest of several changes of one finding', async () => {
    const { calls, sink } = hubs();
    const [first, second] = [
      finding({ version: 1 }),
      finding({ version: 2, status: 'resolved', resolution: 'passed' }),
    ];
    const deliveries = await sink.send([change('resolved', second), change('opened', first)]);
    expect(calls.map(({ documents }) => documents.map(({ RecordState }) => RecordState))).toEqual([
      ['ARCHIVED'],
    ]);
    expect(deliveries.map(({ changeId, outcome }) => [changeId, outcome])).toEqual([
      [`${finding().id}.2`, 'delivered'],
      [`${finding().id}.1`, 'superseded'],
    ]);
  });
});

describe('refusals', () => {
  it('reports each refused finding with its reason, and the others as delivered', async () => {
    const [good, bad] = [finding(), inAccount('111122223333')];
    const { sink } = hubs(({ Id }) => (Id === `aispm/${bad.id}` ? 'InvalidInput' : undefined));
    expect(await sink.send([good, bad].map((one) => change('opened', one)))).toEqual([
      { changeId: `${good.id}.2`, findingId: good.id, outcome: 'delivered' },
      { changeId: `${bad.id}.2`, findingId: bad.id, outcome: 'failed', code: 'InvalidInput', detail: 'no' },
    ]);
  });

  it.each([
    ['each finding', () => 'InvalidAccess', 'InvalidAccess'],
    [
      'the call',
      () => {
        throw error('InvalidAccessException');
      },
      'InvalidAccessException',
    ],
  ])('takes InvalidAccess to %s for a hub that is not enabled there', async (_what, answer, code) => {
    const { sink } = hubs((_document, hub) => (hub.startsWith('2') ? answer() : undefined));
    const deliveries = await sink.send(
      [inAccount('222233334444'), finding()].map((one) => change('opened', one)),
    );
    expect(deliveries.map((delivery) => [delivery.outcome, delivery.code])).toEqual([
      ['unavailable', code],
      ['delivered', undefined],
    ]);
  });

  it('reports an account that cannot be entered, and goes on with the next', async () => {
    const { sink, clientFor } = hubs();
    const locked = securityHub({
      fleet,
      checks,
      assetTypes,
      clientFor: (accountId, region) => {
        if (accountId === '222233334444') throw error('AccessDenied', 'not authorized to assume');
        return clientFor(accountId, region);
      },
    });
    const changes = [inAccount('222233334444'), finding()].map((one) => change('opened', one));
    expect((await locked.send(changes)).map(({ outcome, code }) => [outcome, code])).toEqual([
      ['failed', 'AccessDenied'],
      ['delivered', undefined],
    ]);
    expect((await sink.send(changes)).every(({ outcome }) => outcome === 'delivered')).toBe(true);
  });

  it('does not take a mistake in our own code for a refusal', async () => {
    const { sink } = hubs(() => {
      throw new TypeError('x is not a function');
    });
    await expect(sink.send([change('opened')])).rejects.toThrow(TypeError);
  });
});

it('imports documents that were made elsewhere, such as for a resend', async () => {
  const { clientFor, calls } = hubs();
  const document = asff(finding(), { fleet, updatedAt: '2026-05-20T00:00:00.000Z' });
  expect(await importInto({ accountId: '111122223333', region: 'eu-west-1' }, [document], clientFor)).toEqual(
    [{ outcome: 'delivered' }],
  );
  expect(calls[0]?.documents[0]?.UpdatedAt).toBe('2026-05-20T00:00:00.000Z');
});
