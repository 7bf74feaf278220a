import * as z from 'zod';
import { FleetConfig } from '#shared/config/schema.ts';

/** The config as JSON Schema, for editors and for reading. */
export function configuration(): string {
  const schema = z.toJSONSchema(FleetConfig, { io: 'input', unrepresentable: 'any' });
  return `# Configuration

\`aispm.config.yaml\` in the working directory, or the file that \`AISPM_CONFIG\` or \`--config\` names.
\`aispm.config.example.yaml\` shows every setting with a comment; this is its JSON Schema.

\`\`\`json
${JSON.stringify(schema, null, 2)}
\`\`\`
`;
}
