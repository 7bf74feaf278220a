import { open } from '../reaching.ts';
import { pricingRole, runtime } from '../rows.ts';

const answering = (requireMMDSV2: boolean) => runtime({ metadataConfiguration: { requireMMDSV2 } });

export default open(answering(false), answering(true), [pricingRole('bedrock-agentcore.amazonaws.com')]);
