import { passing } from '../passing.ts';

export default passing({
  service: 'personalize.amazonaws.com',
  actions: ['personalize:CreateDatasetExportJob'],
  unless: { otherRole: true },
});
