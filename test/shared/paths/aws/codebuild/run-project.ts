import { reaching } from '../reaching.ts';
import { pricingRole } from '../rows.ts';
import { allow } from '../statements.ts';

export default reaching({
  target: pricingRole('codebuild.amazonaws.com'),
  may: [allow('codebuild:StartBuild')],
  unless: [allow('codebuild:BatchGetBuilds')],
});
