import { passing } from '../passing.ts';

export default passing({
  service: 'lexv2.amazonaws.com',
  actions: ['lex:UpdateBot'],
  unless: { without: 'lex:UpdateBot' },
});
