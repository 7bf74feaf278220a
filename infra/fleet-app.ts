import {
  App,
  type AppProps,
  DefaultStackSynthesizer,
  type IStackSynthesizer,
  Stage,
  Tags,
  Validations,
} from 'aws-cdk-lib';
import { AwsSolutionsChecks } from 'cdk-nag';
import { FLEET_STACK } from '#shared/config/roles.ts';
import type { FleetConfig } from '#shared/config/schema.ts';
import { FleetStack } from './fleet-stack.ts';
import { MemberStack } from './member-stack.ts';

export interface FleetApp {
  readonly app: App;
  readonly fleet: FleetStack;
  readonly member: MemberStack;
}

/**
 * The fleet's stack, and what each scanned account deploys. `bundles` is where the built functions lie.
 * Synthesizing throws where cdk-nag finds something that nobody has argued for.
 */
export function fleetApp(config: FleetConfig, bundles: string, props: AppProps = {}): FleetApp {
  const app = new App(props);
  const fleet = new FleetStack(app, FLEET_STACK, {
    config,
    bundles,
    description: 'aispm: AI security posture management',
  });
  // A stage of its own, so that `cdk deploy` deploys the fleet and nothing else; a StackSet takes the template.
  const member = new MemberStack(new Stage(app, 'member'), 'aispm-member', {
    config,
    fleet: fleet.stackName,
    description: 'aispm: what a scanned account grants',
    // Asserted: the library's own types miss each other under exactOptionalPropertyTypes.
    synthesizer: new DefaultStackSynthesizer({ generateBootstrapVersionRule: false }) as IStackSynthesizer,
  });
  Tags.of(fleet).add('application', 'aispm');
  Validations.of(app).addPlugins(new AwsSolutionsChecks(app, { verbose: true }));
  return { app, fleet, member };
}
