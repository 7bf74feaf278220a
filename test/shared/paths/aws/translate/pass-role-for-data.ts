import { passing } from '../passing.ts';

export default passing({
  service: 'translate.amazonaws.com',
  actions: ['translate:StartTextTranslationJob'],
  unless: { denied: 'iam:PassRole' },
});
