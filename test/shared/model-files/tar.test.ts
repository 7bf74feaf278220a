import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { PAYLOAD, paxRecord, type TarMember, tarOf, zipOf } from './archives.ts';
import { inspectRecorded, rulesOf, survivesDamage } from './recorder.ts';

const payload = (name: string): TarMember => ({ name, content: PAYLOAD });
const text = (name: string): TarMember => ({ name, content: Buffer.from('text') });

describe('a tar archive', () => {
  it('of PyTorch before 0.1.10 is told as one, and its pickles are inspected', async () => {
    const inspection = await inspectRecorded(tarOf([text('storages'), text('tensors'), payload('pickle')]));
    expect(inspection.found).toEqual(['pickle']);
    expect(rulesOf(inspection)).toEqual(['tar.pytorch']);
    expect(inspection).toMatchObject({ formats: ['tar'], status: 'complete', verdict: 'clean' });
  });

  it('of SageMaker is inspected through gzip, with what an endpoint runs of it', async () => {
    const weights = zipOf([{ name: 'archive/data.pkl', content: PAYLOAD }]);
    const members = [
      text('code/inference.py'),
      text('code/requirements.txt'),
      { name: 'model.pth', content: weights },
    ];
    const inspection = await inspectRecorded(gzipSync(tarOf(members)));
    expect(inspection.found).toEqual(['decompressed › model.pth › archive/data.pkl']);
    expect(rulesOf(inspection)).toEqual(['tar.inference-code', 'tar.requirements', 'zip.pytorch']);
    expect(inspection.status).toBe('complete');
  });

  it.each([
    [
      'a long name of GNU',
      { name: '././@LongLink', kind: 'L', content: Buffer.from(`${'d/'.repeat(80)}evil\0`) },
      `${'d/'.repeat(80)}evil`,
    ],
    ['a name of pax', { name: 'PaxHeader', kind: 'x', content: paxRecord('path', 'from/pax') }, 'from/pax'],
  ])('gives its member %s', async (_name, ahead, expected) => {
    const inspection = await inspectRecorded(tarOf([ahead, payload('short'), payload('next')]));
    expect(inspection.found).toEqual([expected, 'next']);
  });

  it.each([
    ['a name that leads out', { ...text('../../etc/cron.d/x') }, 'tar.name-leaves-folder', 'dangerous'],
    ['an absolute name', text('/etc/cron.d/x'), 'tar.name-leaves-folder', 'dangerous'],
    [
      'a link that leads out',
      { name: 'a/b', kind: '2', linkTarget: '../../etc' },
      'tar.link-leaves-folder',
      'dangerous',
    ],
    [
      'a link to an absolute place',
      { name: 'a', kind: '2', linkTarget: '/etc' },
      'tar.link-leaves-folder',
      'dangerous',
    ],
    ['a link within', { name: 'a/b', kind: '2', linkTarget: '../c' }, 'tar.link', 'clean'],
    [
      'a hard link that leads out',
      { name: 'a/b', kind: '1', linkTarget: '../c' },
      'tar.link-leaves-folder',
      'dangerous',
    ],
    ['a device', { name: 'null', kind: '3' }, 'tar.device', 'review'],
  ] as const)('is told of for %s', async (_name, member, rule, verdict) => {
    const inspection = await inspectRecorded(tarOf([text('first'), member]));
    expect(rulesOf(inspection)).toEqual([rule]);
    expect(inspection.verdict).toBe(verdict);
  });

  it('is told of for a name of pax that leads out', async () => {
    const inspection = await inspectRecorded(
      tarOf([{ name: 'PaxHeader', kind: 'x', content: paxRecord('path', '../x') }, text('x')]),
    );
    expect(inspection.verdict).toBe('dangerous');
  });

  it('is told of for a member that is written through a link', async () => {
    const inspection = await inspectRecorded(
      tarOf([{ name: 'a', kind: '2', linkTarget: 'b' }, text('a/weights')]),
    );
    expect(rulesOf(inspection)).toEqual(['tar.link', 'tar.written-through-link']);
  });

  it.each([
    ['sparse', [{ ...text('hole'), kind: 'S' }, payload('pickle')], ['pickle']],
    ['cut off', [payload('pickle'), { ...text('long'), size: 5_000_000 }], ['pickle']],
    ['damaged', [payload('pickle'), { name: 'huge', size: 4 * 1024 ** 3 }], ['pickle']],
  ] as const)('that is %s is partial, and the rest of it is inspected', async (_name, members, found) => {
    const inspection = await inspectRecorded(tarOf(members));
    expect(inspection.found).toEqual(found);
    expect(inspection.status).toBe('partial');
  });

  it('in gzip that is cut off is inspected up to there', async () => {
    const bytes = gzipSync(tarOf([payload('pickle'), { name: 'b', content: Buffer.alloc(9000, 'b') }]), {
      level: 0,
    });
    const inspection = await inspectRecorded(bytes.subarray(0, 3000));
    expect(inspection.found).toEqual(['decompressed › pickle']);
    expect(inspection.status).toBe('partial');
  });

  it('reads no more of a large member than its head', async () => {
    const bytes = tarOf([{ name: 'weights', content: Buffer.alloc(5_000_000, 1) }, payload('pickle')]);
    const inspection = await inspectRecorded(bytes);
    expect(inspection.found).toEqual(['pickle']);
    expect(inspection.bytesRead).toBeLessThan(20_000);
  });

  it('is one only where the checksum of its header is right', async () => {
    const bytes = tarOf([payload('pickle')]);
    bytes[1] = 0x21;
    expect((await inspectRecorded(bytes)).formats).toEqual([]);
  });

  it('survives cuts and flips', async () => {
    const file = tarOf([
      { name: 'PaxHeader', kind: 'x', content: paxRecord('path', 'from/pax') },
      payload('pickle'),
      { name: 'l', kind: '2', linkTarget: '../x' },
    ]);
    expect(await survivesDamage(file, 500)).toBeLessThan(2000);
    expect(await survivesDamage(gzipSync(file), 200)).toBeLessThan(2000);
  }, 60_000);
});
