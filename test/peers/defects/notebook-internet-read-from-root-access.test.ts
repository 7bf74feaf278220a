import { expect, it } from 'vitest';
import { judgementOf } from '../judging.ts';

const INTERNET = 'aws.sagemaker.notebook-direct-internet';
const ROOT = 'aws.sagemaker.notebook-root-access';

/** Prowler took the way to the internet from `RootAccess`: both verdicts were then wrong, each in its way. */
it.each([
  { DirectInternetAccess: 'Disabled', RootAccess: 'Enabled', internet: 'pass', root: 'fail' },
  { DirectInternetAccess: 'Enabled', RootAccess: 'Disabled', internet: 'fail', root: 'pass' },
])('judges internet $DirectInternetAccess apart from root $RootAccess', ({ internet, root, ...config }) => {
  expect(judgementOf(INTERNET, config)).toBe(internet);
  expect(judgementOf(ROOT, config)).toBe(root);
});

it('does not know the way to the internet from root access alone', () => {
  expect(judgementOf(INTERNET, { RootAccess: 'Enabled' })).toBe('unknown');
  expect(judgementOf(INTERNET, { RootAccess: 'Disabled' })).toBe('unknown');
});
