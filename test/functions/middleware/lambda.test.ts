import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { lambda } from '#functions/middleware/lambda.ts';
import { contextOf, lines } from '../context.ts';

const Greeting = z.strictObject({ name: z.string(), times: z.int().positive() });
const greet = lambda(
  Greeting,
  () => 'from the environment',
  async ({ name, times }, greeting, { log, metrics }) => {
    if (name === 'nobody') throw new Error(`no ${name} with AKIA${'QWERTYUIOPASDFGH'}`);
    log.info('greeted', { name });
    metrics.add('Greetings', times);
    metrics.add('Greetings', 1);
    return `${greeting}, ${name}`;
  },
);

describe('a function', () => {
  it('gets its request as the schema reads it, and what it works on', async () => {
    expect(await greet.with('hello')({ name: 'ana', times: 1 }, contextOf())).toBe('hello, ana');
  });

  it('refuses another event, and names each place', async () => {
    await expect(greet.with('hello')({ times: 0, extra: 1 }, contextOf())).rejects.toMatchObject({
      name: 'InvalidEvent',
      message: expect.stringMatching(/name: .*times: .*extra/),
    });
  });

  it('logs lines with its name and the request’s id, the first with the cold start', async () => {
    const { write, parsed } = lines();
    const handler = greet.with('hello', write);
    await handler({ name: 'ana', times: 1 }, contextOf('greet'));
    await handler({ name: 'ben', times: 1 }, contextOf('greet'));
    const logged = parsed().filter((line) => !('_aws' in line));
    expect(logged.map(({ message }) => message)).toEqual(['greeted', 'done', 'greeted', 'done']);
    expect(logged[0]).toMatchObject({ level: 'INFO', function: 'greet', name: 'ana', coldStart: true });
    expect(logged[2]).not.toHaveProperty('coldStart');
    expect(logged[0]?.['requestId']).not.toBe(logged[2]?.['requestId']);
  });

  it('writes its metrics once, in the embedded metric format', async () => {
    const { write, parsed } = lines();
    await greet.with('hello', write)({ name: 'ana', times: 2 }, contextOf('greet'));
    const [metrics, ...others] = parsed().filter((line) => '_aws' in line);
    expect(others).toEqual([]);
    expect(metrics).toMatchObject({
      function: 'greet',
      Greetings: 3,
      ColdStarts: 1,
      _aws: {
        CloudWatchMetrics: [
          {
            Namespace: 'aispm',
            Dimensions: [['function']],
            Metrics: expect.arrayContaining([
              { Name: 'Greetings', Unit: 'Count' },
              { Name: 'Duration', Unit: 'Milliseconds' },
            ]),
          },
        ],
      },
    });
  });

  it('writes its metrics and no line where it is to leave none', async () => {
    const { write, parsed } = lines();
    const quiet = lambda(
      z.object({}),
      () => undefined,
      async (_request, _provided, { metrics, leaveNoLine }) => {
        metrics.add('Strangers', 1);
        leaveNoLine();
      },
    );
    const handler = quiet.with(undefined, write);
    await handler({}, contextOf());
    await handler({}, contextOf());
    expect(parsed().map((line) => [line['_aws'] !== undefined, line['Strangers']])).toEqual([
      [true, 1],
      [true, 1],
    ]);
  });

  it('fails with its error, without the secret in it, and logs it', async () => {
    const { write, written, parsed } = lines();
    const failing = greet.with('hello', write)({ name: 'nobody', times: 1 }, contextOf());
    await expect(failing).rejects.toThrow('no nobody with [redacted]');
    expect(written.join()).not.toContain('QWERTYUIOPASDFGH');
    expect(parsed().find(({ level }) => level === 'ERROR')).toMatchObject({ message: 'failed' });
    expect(parsed().find((line) => '_aws' in line)).toMatchObject({ Failures: 1 });
  });

  it('builds what it works on once per container, and again after a failure', async () => {
    let built = 0;
    const handler = lambda(
      z.object({}),
      () => {
        built += 1;
        if (built === 1) throw new Error('not yet');
        return built;
      },
      async (_request, which) => which,
    );
    await expect(handler({}, contextOf())).rejects.toThrow('not yet');
    expect(await handler({}, contextOf())).toBe(2);
    expect(await handler({}, contextOf())).toBe(2);
  });

  it('writes names that would move the cursor or turn the text as escapes', async () => {
    const { write, written } = lines();
    await greet.with('hello', write)({ name: '\u001b[2J\u202egnp.exe\r\n\u009b', times: 1 }, contextOf());
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not be there
    expect(written.join('')).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u202a-\u202e]/);
    expect(written[0]).toContain('\\u202e');
  });
});
