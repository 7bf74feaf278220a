import { describe, expect, it } from 'vitest';
import type { ByteSource } from '#shared/model-files/bytes/byte-source.ts';
import { Flatbuffer, NoFlatbuffer } from '#shared/model-files/flatbuffer.ts';
import tflite from '#shared/model-files/formats/tflite.ts';
import type { Inspection } from '#shared/model-files/inspection.ts';
import { flatbuffer, type Value } from './flatbuffer-builder.ts';
import { damaged, inspectBytes, rulesOf } from './robustness.ts';

const CUSTOM = 32;
// Fields in the order of tensorflow/lite/schema/schema.fbs.
const builtin = (code: number): Value => ({ table: [{ i8: code }, undefined, { u32: 1 }, { u32: code }] });
const custom = (name: string): Value => ({
  table: [{ i8: CUSTOM }, { string: name }, { u32: 1 }, { u32: CUSTOM }],
});
/** As models were before operators were more than a byte counts. */
const oldCustom = (name: string): Value => ({ table: [{ i8: CUSTOM }, { string: name }] });
const newCustom = (name: string): Value => ({
  table: [undefined, { string: name }, undefined, { u32: CUSTOM }],
});

interface Parts {
  readonly codes: readonly Value[];
  readonly buffers?: readonly Value[];
  readonly metadata?: readonly Value[];
  /** Names of external_buffer_groups. */
  readonly groups?: readonly string[];
}

const model = ({ codes, buffers = [{ table: [{ bytes: 64 }] }], metadata, groups }: Parts): Uint8Array =>
  flatbuffer('TFL3', {
    table: [
      { u32: 3 },
      { vector: codes },
      { vector: [] },
      { string: 'made for a test' },
      { vector: buffers },
      undefined,
      metadata === undefined ? undefined : { vector: metadata },
      undefined,
      groups && { vector: groups.map((name): Value => ({ table: [{ string: name }] })) },
    ],
  });
const inspect = (parts: Parts): Promise<Inspection> => inspectBytes(model(parts));

describe('a TensorFlow Lite model', () => {
  it('is complete and clean with operators of its own', async () => {
    const seen = await inspect({ codes: [builtin(3), builtin(114)] });
    expect(seen).toMatchObject({
      formats: ['tflite'],
      status: 'complete',
      verdict: 'clean',
      observations: [],
    });
  });

  it.each<[string, Value, string]>([
    ['a custom operator', custom('MyOperator'), 'tflite.custom-operator review'],
    ['one of an old model', oldCustom('MyOperator'), 'tflite.custom-operator review'],
    ['one that only the new field tells', newCustom('MyOperator'), 'tflite.custom-operator review'],
    ['one that runtimes bring', custom('TFLite_Detection_PostProcess'), 'tflite.custom-operator note'],
    ['an operation of TensorFlow', custom('FlexErf'), 'tflite.flex-operation note'],
    ['one that writes files', custom('FlexWriteFile'), 'tflite.flex-operation dangerous'],
    ['one that runs Python', custom('FlexPyFunc'), 'tflite.flex-operation dangerous'],
    ['one that saves', custom('FlexSaveV2'), 'tflite.flex-operation review'],
    ['one that writes what an attribute names', custom('FlexDumpTensor'), 'tflite.flex-operation dangerous'],
    ['one that reads what an attribute names', custom('FlexRecordInput'), 'tflite.flex-operation review'],
    ['one that sends what it sees', custom('FlexDebugIdentity'), 'tflite.flex-operation dangerous'],
    ['one named as what objects have', custom('Flexconstructor'), 'tflite.flex-operation note'],
  ])('is judged by %s', async (_what, code, rule) => {
    const seen = await inspect({ codes: [builtin(0), code] });
    expect(rulesOf(seen)).toEqual([rule]);
    expect(seen.status).toBe('complete');
  });

  it('tells what metadata it carries, whose buffers must be there', async () => {
    const entry = (buffer: number): Value => ({ table: [{ string: 'TFLITE_METADATA' }, { u32: buffer }] });
    const seen = await inspect({ codes: [builtin(3)], metadata: [entry(0)] });
    expect(seen).toMatchObject({ status: 'complete', verdict: 'clean' });
    expect(seen.observations[0]?.text).toContain('TFLITE_METADATA');
    expect((await inspect({ codes: [builtin(3)], metadata: [entry(7)] })).status).toBe('partial');
  });

  it.each([
    ['weights.bin', 'tflite.external-file note'],
    ['../../other/weights.bin', 'tflite.escaping-file dangerous'],
    ['/etc/shadow', 'tflite.escaping-file dangerous'],
  ])('is judged by where its weights lie: %s', async (name, rule) => {
    const seen = await inspect({ codes: [builtin(3)], groups: [name] });
    expect(rulesOf(seen)).toEqual([rule]);
    expect(seen.status).toBe('complete');
    expect(seen.observations[0]?.text).toContain(name);
  });

  it('is partial where a vector states more than there is', async () => {
    const file = model({ codes: [builtin(3)] });
    const view = new DataView(file.buffer);
    const root = view.getUint32(0, true);
    const codes = root + 8 + view.getUint32(root + 8, true);
    view.setUint32(codes, 0xffff_ffff, true);
    const seen = await inspectBytes(file);
    expect(seen.status).toBe('partial');
    expect(seen.notRead[0]?.why).toContain('4294967295 elements');
  });

  it('asks for nothing outside of the file', async () => {
    const reads: number[] = [];
    const source: ByteSource = {
      name: 'model',
      size: 16,
      read: async (offset, length) => {
        reads.push(offset + length);
        return Uint8Array.of(0xff, 0xff, 0xff, 0x7f).subarray(0, length);
      },
    };
    const buffer = new Flatbuffer(source, 16);
    await expect(buffer.uint32(await buffer.follow(0))).rejects.toThrow(NoFlatbuffer);
    expect(reads).toEqual([4]);
  });

  it('reads no tensor', async () => {
    const seen = await inspect({
      codes: [custom('MyOperator')],
      buffers: [{ table: [{ bytes: 3_000_000 }] }],
    });
    expect(seen.verdict).toBe('review');
    expect(seen.bytesRead).toBeLessThan(3 * 4096);
  });

  it('never throws by damage', async () => {
    const file = model({
      codes: [custom('MyOperator'), builtin(3)],
      metadata: [{ table: [{ string: 'm' }, { u32: 0 }] }],
    });
    const seen = await damaged(file, tflite, 1500);
    expect(seen.filter(({ status }) => status === 'error')).toEqual([]);
    expect(seen.some(({ status }) => status === 'partial')).toBe(true);
  });
});
