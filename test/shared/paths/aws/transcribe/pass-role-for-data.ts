import { passing } from '../passing.ts';

export default passing({
  service: 'transcribe.amazonaws.com',
  actions: ['transcribe:StartTranscriptionJob'],
  unless: { passedTo: 'translate.amazonaws.com' },
});
