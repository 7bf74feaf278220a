import { describe, expect, it } from 'vitest';
import { kindOfCommandLine, withoutVariables } from '#connectors/azure/command-lines.ts';

const TOKEN = `hf_${'a'.repeat(34)}`;

const lines: readonly (readonly [line: string, kind: string])[] = [
  [`python train.py --token ${TOKEN}`, 'hugging-face-token'],
  ['python train.py --api-key 0123456789abcdef', 'named-like-a-secret'],
  ['python train.py --api-key=0123456789abcdef', 'named-like-a-secret'],
  ['python train.py --api-key "0123456789abcdef"', 'named-like-a-secret'],
  ['API_KEY=0123456789abcdef python train.py', 'named-like-a-secret'],
  ['export API_KEY=0123456789abcdef && python train.py', 'named-like-a-secret'],
  ['curl https://sam:horsebattery@example.com/data', 'url-with-password'],
  ['python train.py --api-key $API_KEY', 'text'],
  [`python train.py --api-key \${{inputs.key}}`, 'text'],
  [`python train.py --api-key "\${API_KEY}"`, 'text'],
  ['python train.py --tokenizer bert-base-uncased-whole-words', 'text'],
  ['python train.py --max-tokens 1234567890123', 'text'],
  ['python train.py --api-key', 'text'],
  ['python train.py --api-key "0123456789"', 'text'],
  [`python train.py --data \${{inputs.data}} --epochs 3`, 'text'],
];

describe('a command line of a job', () => {
  it.each(lines)('%s: %s', (line, kind) => {
    expect(kindOfCommandLine(line)).toBe(kind);
  });
});

describe('options of docker run', () => {
  it.each([
    ['--privileged --shm-size 8g', '--privileged --shm-size 8g'],
    ['--ipc   host', '--ipc   host'],
    ['-e API_KEY=0123456789abcdef --privileged', '-e API_KEY=(not kept: named-like-a-secret) --privileged'],
    ['--env=API_KEY=0123456789abcdef', '--env=API_KEY=(not kept: named-like-a-secret)'],
    ['--env API_KEY="0123456789abcdef"', '--env API_KEY=(not kept: named-like-a-secret)'],
    ['-eAPI_KEY=0123456789abcdef', '-eAPI_KEY=(not kept: named-like-a-secret)'],
    [`-e "HF=${TOKEN}"`, '-e HF=(not kept: hugging-face-token)'],
    ['-e MODE=horsebattery', '-e MODE=(not kept)'],
    ['-e MODE', '-e MODE'],
  ])('%s become %s', (options, kept) => {
    expect(withoutVariables(options)).toBe(kept);
  });

  it('are kept one by one where they come one by one', () => {
    expect(withoutVariables(['--privileged', '-e', 'API_KEY=0123456789abcdef'])).toEqual([
      '--privileged',
      '-e',
      'API_KEY=(not kept: named-like-a-secret)',
    ]);
  });

  it('are dropped where they are not the texts that they should be', () => {
    expect(withoutVariables([{ '-e': 'API_KEY=0123456789abcdef' }])).toBeNull();
    expect(withoutVariables(null)).toBeNull();
  });
});
