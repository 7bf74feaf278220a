import { cachedContent } from '#shared/assets/gcp/vertex-agents.ts';
import { check } from '#shared/model/check.ts';
import { judgedBy } from '#shared/model/predicate.ts';
import { posted, provisioned } from '../fixes.ts';

const DAY_MILLISECONDS = 86_400_000;
const command = posted('cachedContents/CACHE?updateMask=ttl', { ttl: '3600s' }).replace('POST', 'PATCH');

const timeOf = (value: unknown): number | undefined => {
  const time = typeof value === 'string' ? Date.parse(value) : Number.NaN;
  return Number.isNaN(time) ? undefined : time;
};

const createTime = '2026-06-01T08:00:00Z';

export default check(cachedContent, {
  title: 'Cached contexts expire as soon as memories have to',
  severity: 'low',
  fails: judgedBy({
    sentence: 'it expires later after it was made than `governance.maximumRetentionDays` allows',
    reads: ['createTime', 'expireTime'],
    parameters: ['maximumRetentionDays'],
    judge: ({ config }, { maximumRetentionDays }) => {
      const created = timeOf(config['createTime']);
      const expires = timeOf(config['expireTime']);
      const expected = `at most ${maximumRetentionDays} days after createTime`;
      return {
        truth:
          created === undefined || expires === undefined
            ? undefined
            : expires - created > maximumRetentionDays * DAY_MILLISECONDS,
        evidence: [
          { path: 'expireTime', state: config['expireTime'] === undefined ? 'absent' : 'read', expected },
        ],
      };
    },
  }),
  why: 'Whole documents and instructions lie in it, long after the conversation that they were put there for, and whoever may use the cache asks about them.',
  fix: {
    console: 'The console does not show caches: shorten its time to live over REST, or delete it.',
    cli: command,
    terraform: provisioned(command),
  },
  source:
    'google.cloud.aiplatform.v1.CachedContent.expire_time: “always provided on output, regardless of what was sent on input”',
  frameworks: {
    'mitre-atlas': ['AML.T0085'],
    'owasp-llm-2026': ['LLM08:2026'],
    'nist-ai-rmf': ['MEASURE 2.10'],
  },
  examples: {
    pass: [{ createTime, expireTime: '2026-06-01T09:00:00Z' }],
    fail: [
      { createTime, expireTime: '2026-12-01T08:00:00Z' },
      {
        $config: { createTime, expireTime: '2026-06-09T08:00:00Z' },
        $governance: { maximumRetentionDays: 7 },
      },
    ],
    unknown: [{ createTime }, { createTime, expireTime: 'never' }],
  },
});
