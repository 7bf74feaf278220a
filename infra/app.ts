import { ConfigError, readConfig } from '#shared/config/read.ts';
import { fleetApp } from './fleet-app.ts';

try {
  fleetApp(readConfig(), 'dist').app.synth();
} catch (error) {
  if (!(error instanceof ConfigError)) throw error;
  console.error(error.message);
  process.exitCode = 2;
}
