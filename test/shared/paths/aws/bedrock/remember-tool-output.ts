import { open } from '../reaching.ts';
import { agent } from '../rows.ts';

const reading = (actionGroupState: string) =>
  agent({
    memoryConfiguration: { enabledMemoryTypes: ['SESSION_SUMMARY'], storageDays: 30 },
    actionGroups: [{ actionGroupName: 'web', actionGroupState, agentVersion: 'DRAFT' }],
  });

export default open(reading('ENABLED'), reading('DISABLED'));
