import { open } from '../reaching.ts';
import { knowledgeBase } from '../rows.ts';

const fedFrom = (type: string) => {
  const row = knowledgeBase();
  return {
    ...row,
    config: { ...row.config, dataSources: [{ dataSourceId: 'DS1', dataSourceConfiguration: { type } }] },
  };
};

export default open(fedFrom('WEB'), fedFrom('CONFLUENCE'));
