import { usagePlan } from '#shared/assets/aws/apigateway.ts';
import { check } from '#shared/model/check.ts';
import { field } from '#shared/model/predicate.ts';

export default check(usagePlan, {
  title: 'Usage plans limit how often a key may call',
  severity: 'medium',
  fails: field('throttle.rateLimit').isAbsent(),
  why: 'One key, stolen or in a loop, can spend the budget of the model behind the API and leave nothing for others.',
  fix: {
    console: 'In API Gateway, open the usage plan and enable throttling with a rate and a burst.',
    cli: 'aws apigateway update-usage-plan --usage-plan-id … --patch-operations op=replace,path=/throttle/rateLimit,value=10',
    cloudformation: { Throttle: { RateLimit: 10, BurstLimit: 20 } },
  },
  source: 'GetUsagePlans response, @aws-sdk/client-api-gateway',
  frameworks: { 'mitre-atlas': ['AML.T0034', 'AML.T0029'], 'owasp-llm-2026': ['LLM10:2026'] },
  peers: {
    union: ['aws.apigateway.usage-plan-no-throttle'],
    prowler: ['apigateway_usage_plan_throttling_configured'],
    'aws-samples': ['FS-02'],
  },
  examples: {
    pass: [{ id: 'p1', throttle: { rateLimit: 10, burstLimit: 20 } }],
    fail: [{ id: 'p1' }, { id: 'p1', throttle: { burstLimit: 20 } }],
    unknown: [{ id: 'p1', throttle: { rateLimit: 'fast' } }],
  },
});
