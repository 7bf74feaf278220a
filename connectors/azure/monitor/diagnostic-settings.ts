import { armList } from '../operation.ts';

/** The diagnostic settings of one resource; ARM answers at most five of them, on one page. */
export const listDiagnosticSettings = armList(
  'Microsoft.Insights/diagnosticSettings/list',
  'Microsoft.Insights/diagnosticSettings/read',
  '{+resource}/providers/Microsoft.Insights/diagnosticSettings',
  '2021-05-01-preview',
);
