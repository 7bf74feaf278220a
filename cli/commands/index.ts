import type { CliCommand } from '../command.ts';

/** A command by the word that names it, and its module. Those that nobody asks for are not loaded. */
export interface NamedCommand {
  readonly name: string;
  readonly load: () => Promise<CliCommand>;
}

/** In the order of the help text. */
export const commands: readonly NamedCommand[] = [
  { name: 'scan', load: async () => (await import('./scan.ts')).scan },
  { name: 'findings', load: async () => (await import('./findings.ts')).findings },
  { name: 'explain', load: async () => (await import('./explain.ts')).explain },
  { name: 'checks', load: async () => (await import('./checks.ts')).checks },
  { name: 'coverage', load: async () => (await import('./coverage.ts')).coverage },
  { name: 'who-can', load: async () => (await import('./who-can.ts')).whoCan },
  { name: 'what-can', load: async () => (await import('./what-can.ts')).whatCan },
  { name: 'paths', load: async () => (await import('./paths.ts')).paths },
  { name: 'what-if', load: async () => (await import('./what-if.ts')).whatIf },
  { name: 'inspect', load: async () => (await import('./inspect.ts')).inspect },
  { name: 'suppress', load: async () => (await import('./suppress.ts')).suppress },
  { name: 'digest', load: async () => (await import('./digest.ts')).digest },
  { name: 'report', load: async () => (await import('./report.ts')).report },
  { name: 'setup', load: async () => (await import('./setup-azure.ts')).setupAzure },
  { name: 'setup', load: async () => (await import('./setup-gcp.ts')).setupGcp },
  { name: 'doctor', load: async () => (await import('./doctor.ts')).doctor },
];
