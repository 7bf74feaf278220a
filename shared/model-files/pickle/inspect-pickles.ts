import type { ByteSource } from '../bytes/byte-source.ts';
import type { Inspecting } from '../format.ts';
export const inspectPickles = async (_source: ByteSource, _inspecting: Inspecting): Promise<void> => {};
