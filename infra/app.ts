import { App, Tags, Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks } from 'cdk-nag';
import { ConfigError, readConfig } from '#shared/config/read.ts';
import { FleetStack } from './fleet-stack.ts';

try {
  const app = new App();
  const fleet = new FleetStack(app, 'aispm', {
    config: readConfig(),
    bundles: 'dist',
    description: 'aispm: AI security posture management',
  });
  Tags.of(fleet).add('application', 'aispm');
  Validations.of(app).addPlugins(new AwsSolutionsChecks(app, { verbose: true }));
  app.synth();
} catch (error) {
  if (!(error instanceof ConfigError)) throw error;
  console.error(error.message);
  process.exitCode = 2;
}
