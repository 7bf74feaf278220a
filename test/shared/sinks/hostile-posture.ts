import type { Evidence } from '#shared/model/evidence.ts';
import { findingId } from '#shared/model/finding.ts';
import type { Posture } from '#shared/sinks/posture.ts';
import { samplePosture } from './sample-posture.ts';

/** What somebody who may name a cloud resource may write, and what each would do where it is not expected. */
export const HOSTILE_TEXTS: readonly string[] = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "' onmouseover='alert(1)",
  '</title></style></script><svg onload=alert(1)>',
  '<!--',
  ']]><![CDATA[',
  '&lt;b&gt;&amp;&#x202e;',
  "=cmd|'/c calc'!A1",
  '+1+1',
  '-2+3+cmd|" /C calc"!A0',
  '@SUM(1+1)*cmd',
  '\t=1+1',
  '\r=1+1',
  ' =1+1',
  'name"; "',
  'a,b\r\nc,"d',
  'name\r\nBcc: victim@example.com\r\n\r\n<h1>hello</h1>',
  '\u001b[2J\u001b]0;owned\u0007\u001b[31mred',
  '\u009b31mred',
  'gpj.\u202Eexe\u2066',
  'zero\u200Bwidth\u00AD',
  'lone \uD800 and \uDC00 halves',
  'nul \0 byte',
  'line\u2028separator\u2029',
  'javascript:alert(1)',
  'data:text/html,<script>alert(1)</script>',
  '`{{7*7}}<%= 7 %>',
  '表示テスト・한국어・🧪👩‍🔬 wide',
  'e\u0301'.repeat(40),
  'x'.repeat(2048),
  '<'.repeat(2048),
];

/** A posture with a finding for each hostile text, which stands in every string of it that is not ours. */
export function hostilePosture(texts: readonly string[] = HOSTILE_TEXTS): Posture {
  const sample = samplePosture();
  const template = sample.findings[0];
  if (!template) throw new Error('the sample has no finding');
  const findings = texts.map((text, n) => {
    const evidence: Evidence[] = [
      { path: text, state: 'read', found: text, expected: text, note: text },
      { path: text, state: 'malformed', found: { [text]: [text] }, expected: text },
      { path: text, state: 'unread', expected: text, note: text },
    ];
    return {
      ...template,
      // Not of the text, so that the order is the same whatever it is.
      id: findingId('hostile', String(n)),
      // Every other one is of a check that nobody knows any more, so that its own id and title are shown.
      checkId: n % 2 ? text : template.checkId,
      title: text,
      scope: { ...template.scope, account: text, region: text },
      asset: { id: text, type: text, name: text },
      owner: text,
      discriminator: text,
      status: n % 5 === 4 ? ('suppressed' as const) : ('open' as const),
      suppression: { owner: text, reason: text, at: template.openedAt, until: template.openedAt },
      evidence,
    };
  });
  return {
    ...sample,
    findings,
    assets: findings.map(({ asset, scope }) => ({ ...asset, scope })),
    coverage: texts.map((text) => ({
      scope: { provider: 'azure' as const, account: text, region: text },
      operation: text,
      outcome: 'denied' as const,
      permission: text,
      calls: 1,
      incomplete: 1,
      detail: text,
    })),
  };
}
