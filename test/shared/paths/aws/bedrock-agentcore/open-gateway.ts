import { open } from '../reaching.ts';
import { gateway } from '../rows.ts';

export default open(gateway('NONE'), gateway('CUSTOM_JWT'));
