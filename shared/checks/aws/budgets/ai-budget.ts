import { budgets } from '#shared/assets/aws/watching.ts';
import { check } from '#shared/model/check.ts';
import { isObject, type Json } from '#shared/model/json.ts';
import { judgedBy } from '#shared/model/predicate.ts';

/** A budget’s name says nothing of what it counts. */
const filtersOf = (budget: Json): string =>
  isObject(budget) ? JSON.stringify([budget['CostFilters'], budget['FilterExpression']]) : '';

export default check(budgets, {
  title: 'A budget watches what AI services cost',
  severity: 'low',

  fails: judgedBy({
    sentence: 'no budget is filtered by an AI service',
    reads: ['Budgets'],
    judge: ({ config: { Budgets } }) => {
      const expected = 'a budget that is filtered by Bedrock, SageMaker or another AI service';
      if (!Array.isArray(Budgets))
        return { truth: undefined, evidence: [{ path: 'Budgets', state: 'absent', expected }] };
      const place = Budgets.findIndex((budget) =>
        /Bedrock|SageMaker|Comprehend|Rekognition|Textract|Transcribe|Kendra|Amazon Q\b/i.test(
          filtersOf(budget),
        ),
      );
      return {
        truth: place < 0,
        evidence: [
          place < 0
            ? { path: 'Budgets', state: 'read', found: `none of ${Budgets.length} budgets`, expected }
            : { path: `Budgets[${place}]`, state: 'read', found: Budgets[place] ?? null, expected },
        ],
      };
    },
  }),
  why: 'What models cost is paid by the token and has no bound; without a budget of its own it drowns in the cost of everything else.',
  fix: {
    console:
      'In Billing, open “Budgets” and create a cost budget with a filter for the service Amazon Bedrock.',
    cli: 'aws budgets create-budget --account-id … --budget file://budget.json',
    cloudformation: {
      Budget: { BudgetType: 'COST', TimeUnit: 'MONTHLY', CostFilters: { Service: ['Amazon Bedrock'] } },
    },
  },
  source: 'DescribeBudgets response, @aws-sdk/client-budgets',
  frameworks: { 'mitre-atlas': ['AML.T0034'], 'owasp-llm-2026': ['LLM10:2026'] },
  peers: { union: ['aws.budgets.no-ai-budget'], 'aws-samples': ['FS-06'] },
  examples: {
    pass: [{ Budgets: [{ BudgetName: 'models', CostFilters: { Service: ['Amazon Bedrock'] } }] }],
    fail: [{ Budgets: [] }, { Budgets: [{ BudgetName: 'Bedrock' }] }],
    unknown: [{ Budgets: 'all' }],
  },
});
