import { reaching } from '../reaching.ts';
import { registryRecord } from '../rows.ts';
import { allow } from '../statements.ts';

export default reaching({
  target: registryRecord(),
  may: [allow('bedrock-agentcore:UpdateRegistryRecord')],
  unless: [allow('bedrock-agentcore:UpdateRegistryRecordStatus')],
});
