import { open } from '../reaching.ts';
import { instance } from '../rows.ts';

export default open(instance({ PublicIpAddress: '203.0.113.7' }), instance());
