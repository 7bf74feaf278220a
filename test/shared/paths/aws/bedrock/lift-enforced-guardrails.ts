import { reaching } from '../reaching.ts';
import { accountSettings } from '../rows.ts';
import { allow, deny } from '../statements.ts';

export default reaching({
  target: accountSettings(),
  may: [allow('bedrock:DeleteEnforcedGuardrailConfiguration')],
  unless: [allow('bedrock:DeleteEnforcedGuardrailConfiguration'), deny('bedrock:*EnforcedGuardrail*')],
});
