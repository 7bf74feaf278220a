import { marshall } from '@aws-sdk/util-dynamodb';
import { describe, expect, it } from 'vitest';
import { handler } from '#functions/publish-findings.ts';
import type { Publishing } from '#functions/publishing.ts';
import { findingRow } from '#shared/ledger/rows.ts';
import type { Finding } from '#shared/model/finding.ts';
import { changeIdOf } from '#shared/sinks/delivery.ts';
import { contextOf, lines } from './context.ts';

const AT = '2026-11-22T10:00:00.000Z';
const finding = (digit: string): Finding => ({
  id: digit.repeat(40),
  checkId: 'aws.sagemaker.notebook-direct-internet',
  title: 'SageMaker notebook instances have no direct internet access',
  severity: 'high',
  scope: { provider: 'aws', account: '111122223333', region: 'eu-west-1' },
  asset: {
    id: `arn:aws:sagemaker:eu-west-1:111122223333:notebook-instance/${digit}`,
    type: 'aws.sagemaker.notebook-instance',
    name: digit,
  },
  status: 'open',
  evidence: [],
  firstSeenAt: AT,
  openedAt: AT,
  changedAt: AT,
  lastSeenAt: AT,
  reopened: 0,
  version: 1,
  scanId: 'scan-1',
});

/** A record of the stream as Lambda delivers it: binary attributes as base64 text. */
function inserted(row: Record<string, unknown>, SequenceNumber: string) {
  const NewImage = JSON.parse(
    JSON.stringify(marshall(row, { removeUndefinedValues: true }), (_key, value: unknown) =>
      value instanceof Uint8Array ? Buffer.from(value).toString('base64') : value,
    ),
  );
  return { eventName: 'INSERT', dynamodb: { SequenceNumber, NewImage } };
}

const rowOf = (digit: string) =>
  findingRow({ finding: finding(digit), observedAt: AT, evidenceHash: 'hash' });

function publishingTo(refused: readonly string[]): Publishing & { received: string[] } {
  const received: string[] = [];
  return {
    received,
    bus: { client: { send: async () => ({ $metadata: {}, Entries: [] }) }, busName: 'aispm' },
    sinks: [
      {
        id: 'a-sink',
        send: async (changes) =>
          changes.map(({ kind, finding: { id, version } }) => {
            received.push(`${kind} ${id[0]}`);
            const isRefused = refused.includes(id.charAt(0));
            return {
              changeId: changeIdOf({ id, version }),
              findingId: id,
              outcome: isRefused ? 'failed' : 'delivered',
            };
          }),
      },
    ],
  };
}

describe('publish-findings', () => {
  it('sends what became of findings, and nothing of other rows', async () => {
    const to = publishingTo([]);
    const Records = [inserted(rowOf('a'), '1'), inserted({ pk: 'SCANS', sk: 'x', kind: 'run' }, '2')];
    expect(await handler.with(to)({ Records }, contextOf())).toEqual({ batchItemFailures: [] });
    expect(to.received).toEqual(['opened a']);
  });

  it('gives back the records that a sink did not take and those that nobody can read', async () => {
    const { write, parsed } = lines();
    const to = publishingTo(['b']);
    const Records = [
      inserted(rowOf('a'), '1'),
      inserted(rowOf('b'), '2'),
      inserted({ ...rowOf('c'), severity: 'purple' }, '3'),
    ];
    expect(await handler.with(to, write)({ Records }, contextOf())).toEqual({
      batchItemFailures: expect.arrayContaining([{ itemIdentifier: '2' }, { itemIdentifier: '3' }]),
    });
    expect(to.received).toEqual(['opened a', 'opened b']);
    expect(
      parsed()
        .filter(({ level }) => level === 'ERROR')
        .map(({ message }) => message),
    ).toEqual(['unreadable record', 'not delivered']);
  });
});
