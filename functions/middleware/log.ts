import { jsonTextInOrder } from '#shared/sinks/json-text.ts';
import { redact } from './redact.ts';

export type Level = 'INFO' | 'WARN' | 'ERROR';

/** Ids and counts to find a line by; never a whole asset or event. */
export type Fields = Readonly<Record<string, unknown>>;

export interface Log {
  info(message: string, fields?: Fields): void;
  warn(message: string, fields?: Fields): void;
  error(message: string, fields?: Fields): void;
  /** The same log with these fields on every line. */
  with(fields: Fields): Log;
}

/** Where lines go. Standard output itself: `console` would wrap each line in another JSON object. */
export type Write = (line: string) => void;
export const toStandardOutput: Write = (line) => {
  process.stdout.write(`${line}\n`);
};

/** One JSON object a line, redacted, with what a terminal would obey written as escapes. */
export function logTo(write: Write, common: Fields = {}, clock: () => Date = () => new Date()): Log {
  const line = (level: Level, message: string, fields: Fields = {}) =>
    write(jsonLine({ timestamp: clock().toISOString(), level, message, ...common, ...fields }));
  return {
    info: (message, fields) => line('INFO', message, fields),
    warn: (message, fields) => line('WARN', message, fields),
    error: (message, fields) => line('ERROR', message, fields),
    with: (fields) => logTo(write, { ...common, ...fields }, clock),
  };
}

export const jsonLine = (record: Fields): string => jsonTextInOrder(redact(record));
