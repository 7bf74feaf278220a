import { getConformanceSuite, type IncrementalTest } from '@bufbuild/cel-spec/testdata/tests.js';
import { describe, expect, it } from 'vitest';
import { expression, OPEN } from '#shared/access/gcp/condition/evaluate.ts';

for (const f of getConformanceSuite().suites) void f;
type Value = NonNullable<IncrementalTest['original']['resultMatcher']['value']>;
