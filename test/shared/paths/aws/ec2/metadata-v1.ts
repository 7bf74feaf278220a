import { open } from '../reaching.ts';
import { instance } from '../rows.ts';

const answering = (HttpTokens: string) =>
  instance({ MetadataOptions: { HttpEndpoint: 'enabled', HttpTokens } });

export default open(answering('optional'), answering('required'));
