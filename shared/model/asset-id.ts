const ARM_ID = /^\/(?:subscriptions|providers)\//i;

/**
 * The same text for two spellings of one id: Azure Resource Manager answers an id in the letter case that it was
 * typed in, and looks it up in any. Ids of other clouds are what they are.
 */
export const comparableId = (id: string): string => (ARM_ID.test(id) ? id.toLowerCase() : id);
