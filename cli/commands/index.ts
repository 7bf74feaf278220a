import type { CliCommand } from '../command.ts';
import { checks } from './checks.ts';
import { coverage } from './coverage.ts';
import { digest } from './digest.ts';
import { doctor } from './doctor.ts';
import { explain } from './explain.ts';
import { findings } from './findings.ts';
import { inspect } from './inspect.ts';
import { paths } from './paths.ts';
import { report } from './report.ts';
import { scan } from './scan.ts';
import { setupAzure } from './setup-azure.ts';
import { setupGcp } from './setup-gcp.ts';
import { suppress } from './suppress.ts';
import { whatCan } from './what-can.ts';
import { whatIf } from './what-if.ts';
import { whoCan } from './who-can.ts';

/** In the order of the help text. */
export const commands: readonly CliCommand[] = [
  scan,
  findings,
  explain,
  checks,
  coverage,
  whoCan,
  whatCan,
  paths,
  whatIf,
  inspect,
  suppress,
  digest,
  report,
  setupAzure,
  setupGcp,
  doctor,
];
