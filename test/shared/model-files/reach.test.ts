import type { LookupAddress } from 'node:dns';
import { describe, expect, it } from 'vitest';
import { guarded, isReachable, mustBeReachable } from '#shared/model-files/bytes/reach.ts';

describe('where an address may lead', () => {
  it.each(['93.184.216.34', '8.8.8.8', '2606:2800:220:1:248:1893:25c8:1946'])('%s is public', (address) => {
    expect(isReachable(address, 'public')).toBe(true);
  });

  it.each([
    '127.0.0.1',
    '10.1.2.3',
    '172.31.255.255',
    '192.168.0.1',
    '100.64.0.1',
    '0.0.0.0',
    '224.0.0.1',
    '255.255.255.255',
    '::1',
    '::',
    '::ffff:10.0.0.1',
    '::ffff:127.0.0.1',
    '::10.0.0.1',
    '64:ff9b::a00:1',
    '2002:a00:1::',
    'fd12::1',
    'fe80::1',
    'ff02::1',
  ])('%s is not', (address) => {
    expect(isReachable(address, 'public')).toBe(false);
    expect(isReachable(address, 'anywhere')).toBe(true);
  });

  it.each(['169.254.169.254', '::ffff:169.254.169.254', 'fd00:ec2::254', '168.63.129.16', '169.254.170.2'])(
    '%s hands out credentials and is never reached',
    (address) => {
      for (const reach of ['public', 'named-loopback', 'anywhere'] as const)
        expect(isReachable(address, reach)).toBe(false);
    },
  );

  it('reaches this machine, and no other that is private, where loopback was named', () => {
    expect(isReachable('127.0.0.1', 'named-loopback')).toBe(true);
    expect(isReachable('::1', 'named-loopback')).toBe(true);
    expect(isReachable('10.0.0.1', 'named-loopback')).toBe(false);
  });

  it.each([
    'http://2130706433/',
    'http://0x7f.1/',
    'http://[::ffff:7f00:1]/',
    'http://017700000001/',
    'http://0/',
  ])('knows loopback in %s', (address) => {
    expect(() => mustBeReachable(new URL(address), 'public')).toThrow('private network');
  });

  it.each([
    ['a private address', [{ address: '10.0.0.1', family: 4 }]],
    [
      'a public one and a private one',
      [
        { address: '8.8.8.8', family: 4 },
        { address: '::1', family: 6 },
      ],
    ],
  ] as [string, LookupAddress[]][])('does not connect to a name that stands for %s', (_what, addresses) => {
    const outcomes: unknown[] = [];
    const lookup = guarded('public', (_host, _options, done) => done(null, addresses));
    lookup('model.example', { all: true }, (error) => outcomes.push(error?.message));
    lookup('model.example', {}, (error) => outcomes.push(error?.message));
    expect(outcomes).toHaveLength(2);
    for (const message of outcomes) expect(message).toContain('private network');
  });
});
