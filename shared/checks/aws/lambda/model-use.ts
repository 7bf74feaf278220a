import { isAiVariable } from '#shared/assets/ai-variables.ts';
import { role } from '#shared/assets/aws/iam.ts';
import type { Evidence } from '#shared/model/evidence.ts';
import { isObject } from '#shared/model/json.ts';
import { any, judgedBy, related } from '#shared/model/predicate.ts';
import { mayInvokeModels } from '../iam/invoking.ts';
import { quoting, statementsOf } from '../policies.ts';

const speaksOfModels = judgedBy({
  sentence: 'an environment variable is one that AI libraries or callers of models set',
  reads: ['Environment.Variables'],
  judge: ({ config: { Environment } }) => {
    const variables = isObject(Environment) ? Environment['Variables'] : undefined;
    const names = Object.keys(isObject(variables) ? variables : {});
    const telling = names.filter(isAiVariable);
    const expected = 'no variable of an AI library';
    const path = 'Environment.Variables';
    const evidence: Evidence[] =
      variables === undefined
        ? [{ path, state: 'absent', expected }]
        : [{ path, state: 'read', found: telling.length > 0 ? telling : names, expected }];
    return { truth: telling.length > 0, evidence };
  },
});

const AGENTS = /^(?:bedrock(?:-agentcore)?|lex|lexv2)\.amazonaws\.com$/;

const isToolOfAgents = judgedBy({
  sentence: 'its policy lets Bedrock or Lex invoke it',
  reads: ['Policy'],
  judge: ({ config: { Policy } }) => {
    const expected = 'no statement for Bedrock or Lex';
    const statements = statementsOf(Policy, 'Policy');
    if (!statements) return { truth: false, evidence: [{ path: 'Policy', state: 'absent', expected }] };
    const telling = statements.filter(
      ({ effect, principals }) =>
        effect === 'Allow' && principals.some(({ kind, id }) => kind === 'Service' && AGENTS.test(id)),
    );
    return {
      truth: telling.length > 0,
      evidence: quoting(telling, { path: 'Policy', expected, of: statements }),
    };
  },
});

/**
 * Functions are read when something of AI calls them, and when an API does: of those behind an API it is only told by
 * what they say and may do whether they have to do with models.
 */
export const usesModels = any(speaksOfModels, isToolOfAgents, related('assumes', role, mayInvokeModels));
