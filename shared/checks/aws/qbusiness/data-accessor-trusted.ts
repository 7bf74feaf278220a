import { dataAccessor } from '#shared/assets/aws/qbusiness.ts';
import { check } from '#shared/model/check.ts';
import type { Evidence } from '#shared/model/evidence.ts';
import { judgedBy } from '#shared/model/predicate.ts';

const EXPECTED = 'a principal of this account or of one in governance.trustedAccounts';

export default check(dataAccessor, {
  title: 'Q Business data accessors belong to trusted accounts',
  severity: 'medium',
  fails: judgedBy({
    sentence: '`principal` is of an account that is neither the application’s own nor trusted',
    reads: ['principal'],
    judge: ({ config: { principal }, scope }, { trustedAccounts = [] }) => {
      const account =
        typeof principal === 'string' ? /^arn:[^:]+:(?:iam|sts)::(\d{12}):/.exec(principal)?.[1] : undefined;
      const evidence: Evidence[] =
        principal === undefined
          ? [{ path: 'principal', state: 'absent', expected: EXPECTED }]
          : [{ path: 'principal', state: 'read', found: principal, expected: EXPECTED }];
      const isOurs = account === scope.account || trustedAccounts.includes(account ?? '');
      return { truth: account === undefined ? undefined : !isOurs, evidence };
    },
  }),
  why: 'A data accessor lets a software vendor search the index of the application: what your people may read there goes to a company that nobody here has named as trusted.',
  fix: {
    console:
      'In the application open “Data accessors” and delete the accessor, or add the vendor’s account to trustedAccounts in the config.',
    cli: 'aws qbusiness delete-data-accessor --application-id … --data-accessor-id …',
    cloudformation: { Principal: 'arn:aws:iam::<a trusted account>:role/…' },
  },
  source: 'ListDataAccessors response, @aws-sdk/client-qbusiness',
  frameworks: { 'owasp-llm-2026': ['LLM02:2026'] },
  peers: { union: ['aws.qbusiness.data-accessor'] },
  examples: {
    pass: [
      { principal: 'arn:aws:iam::111122223333:role/reader' },
      {
        $config: { principal: 'arn:aws:iam::777788889999:role/reader' },
        $governance: { trustedAccounts: ['777788889999'] },
      },
    ],
    fail: [{ principal: 'arn:aws:iam::777788889999:role/reader' }],
    unknown: [{}, { principal: 'reader' }],
  },
});
