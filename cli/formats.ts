import * as z from 'zod';
import { csvFormat } from '#shared/sinks/csv.ts';
import { htmlFormat } from '#shared/sinks/html/report.ts';
import { jsonFormat } from '#shared/sinks/json.ts';
import { markdownFormat } from '#shared/sinks/markdown.ts';
import { ocsfFormat } from '#shared/sinks/ocsf.ts';
import type { Format } from '#shared/sinks/posture.ts';
import { sarifFormat } from '#shared/sinks/sarif.ts';
import { tableFormat } from '#shared/sinks/table.ts';
import { isColoured, type Surroundings, widthOf } from './surroundings.ts';

export const FORMATS = ['table', 'json', 'csv', 'ocsf', 'sarif', 'html', 'markdown'] as const;
export const FormatOption = z.enum(FORMATS);

export function formatOf(
  id: z.infer<typeof FormatOption>,
  { stdout, env }: Pick<Surroundings, 'stdout' | 'env'>,
  /** How many findings a table shows. */
  worst = 10,
): Format {
  switch (id) {
    case 'table':
      return tableFormat({ colour: isColoured(stdout, env), width: widthOf(stdout), worst });
    case 'json':
      return jsonFormat;
    case 'csv':
      return csvFormat;
    case 'ocsf':
      return ocsfFormat;
    case 'sarif':
      return sarifFormat;
    case 'html':
      return htmlFormat;
    case 'markdown':
      return markdownFormat;
  }
}
