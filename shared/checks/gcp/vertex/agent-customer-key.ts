import { reasoningEngine } from '#shared/assets/gcp/vertex-agents.ts';
import { customerKeyCheck } from '../customer-key.ts';

export default customerKeyCheck(reasoningEngine, {
  things: 'Agent Engine instances',
  severity: 'medium',
  why: 'Sessions and memories hold what people told the agent. Only with a key of your own can you see its use, and end it by disabling the key.',
  console: 'Deploy the agent again with an encryption key, move callers over, and delete the old instance.',
  cli: { collection: 'reasoningEngines' },
  terraform: 'google_vertex_ai_reasoning_engine',
  peers: { union: ['gcp.vertex.agent-engine-no-cmek'] },
});
