import * as client from '@aws-sdk/client-budgets';
import { lists } from '../served.ts';
import type { EstateService } from '../services.ts';

const service: EstateService = {
  prefix: 'budgets',
  signingName: 'budgets',
  protocol: 'json',
  client,
  handlers: { DescribeBudgets: lists('budgets/budgets', 'Budgets') },
  sample: {
    'budgets/budgets': [
      { BudgetName: 'all', TimeUnit: 'MONTHLY', BudgetType: 'COST' },
      {
        BudgetName: 'models',
        TimeUnit: 'MONTHLY',
        BudgetType: 'COST',
        CostFilters: { Service: ['Amazon Bedrock'] },
      },
      {
        BudgetName: 'storage',
        TimeUnit: 'MONTHLY',
        BudgetType: 'COST',
        CostFilters: { Service: ['Amazon Simple Storage Service'] },
      },
    ],
  },
};
export default service;
