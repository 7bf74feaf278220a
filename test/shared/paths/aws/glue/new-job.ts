import { passing } from '../passing.ts';

export default passing({
  service: 'glue.amazonaws.com',
  actions: ['glue:UpdateJob', 'glue:CreateTrigger'],
  unless: { without: 'glue:UpdateJob' },
});
