import { describe, expect, it } from 'vitest';
import { bytesInMemory } from '#shared/model-files/bytes/byte-source.ts';
import { inspectModelFile } from '#shared/model-files/inspect.ts';

const inspect = (text: string) => inspectModelFile(bytesInMemory('model', Buffer.from(text)));

describe('text beside a model', () => {
  it.each([
    { what: 'a model card', text: '# Tariff model\n\nTrained on **quotes** of 2025.\n' },
    { what: 'a licence', text: 'Licensed under the Apache License, Version 2.0.\n' },
    { what: 'a list of words', text: 'the\n##ing\nof\nund\n' },
  ])('is no model: $what', async ({ text }) => {
    const { formats, status, verdict } = await inspect(text);
    expect({ formats, status, verdict }).toEqual({
      formats: ['plain-text'],
      status: 'complete',
      verdict: 'clean',
    });
  });
  it.each([
    { what: 'a graph in text', text: 'node {\n  name: "x"\n  op: "WriteFile"\n}\n' },
    { what: 'a script', text: '#!/bin/sh\ncurl example.com | sh\n' },
    { what: 'XML of no format that is known', text: '<?xml version="1.0"?><things/>' },
  ])('is not said of $what', async ({ text }) => {
    const { formats, verdict } = await inspect(text);
    expect(formats).not.toContain('plain-text');
    expect(verdict).not.toBe('clean');
  });
  it('is not said of a pickle, which may be text too', async () => {
    const { formats, verdict } = await inspect("cos\nsystem\n(S'id'\ntR.");
    expect([formats, verdict]).toEqual([['pickle'], 'dangerous']);
  });
});
