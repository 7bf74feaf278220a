#!/usr/bin/env node
import { enableCompileCache } from 'node:module';
import { homedir } from 'node:os';
import { isAbsolute, join } from 'node:path';

// To load TypeScript takes longer than most commands do. What V8 made of it is kept where nobody else writes; where
// that cannot be written to, nothing is. NODE_COMPILE_CACHE, a variable of Node itself, goes before.
const { XDG_CACHE_HOME = '' } = process.env;
const caches = isAbsolute(XDG_CACHE_HOME) ? XDG_CACHE_HOME : join(homedir(), '.cache');
enableCompileCache(join(caches, 'aispm', 'compiled'));
await import('./main.ts');
