import { budgets } from '#shared/assets/aws/watching.ts';
import type { Scope } from '#shared/model/scope.ts';
import { partitionOf } from '../arn.ts';
import { awsConnector } from '../connector.ts';
import { awsOperations } from '../operation.ts';
import type { AwsServices } from '../services.ts';

const listId = ({ account, region }: Scope): string =>
  `arn:${partitionOf(region)}:budgets::${account}:budget/*`;

export default awsConnector<{ readonly Budgets: readonly object[] }>(budgets, {
  // Of an account in which nothing of AI refers to anything, nothing is asked.
  followsReferences: true,
  isSetting: true,
  operations: { list: awsOperations('budgets:DescribeBudgets') },
  events: ['CreateBudget', 'UpdateBudget', 'DeleteBudget'],
  async *list(services, { scope, references }) {
    if ((await references(() => true)).size === 0) return;
    yield await readAll(services, scope);
  },
  identify: (_summary, { scope }) => ({ id: listId(scope), name: `budgets of ${scope.account}` }),
  find: (services, _id, { scope }) => readAll(services, scope),
  affected: (_event, { scope }) => listId(scope),
});

async function readAll({ budgets: api }: AwsServices, { account }: Scope) {
  const asked = { AccountId: account, MaxResults: 1000, ShowFilterExpression: true };
  const Budgets: object[] = [];
  // An account without budgets is answered without a list.
  for await (const page of api.pages('DescribeBudgets', asked, []))
    for (const { BudgetName, CostFilters, FilterExpression } of page.Budgets ?? [])
      Budgets.push({ BudgetName, CostFilters, FilterExpression });
  return { Budgets };
}
