import { reaching } from '../reaching.ts';
import { pricingRole } from '../rows.ts';
import { allow } from '../statements.ts';

export default reaching({
  target: pricingRole('tasks.apprunner.amazonaws.com'),
  may: [allow('apprunner:UpdateService')],
  unless: [allow('apprunner:PauseService')],
});
