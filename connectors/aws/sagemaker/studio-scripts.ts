import type { UserSettings } from '@aws-sdk/client-sagemaker';
import { isObject, type Json } from '#shared/model/json.ts';
import { relation } from '../../connector.ts';

/** The applications of Studio that run a script of one's own when they start. */
const APPLICATIONS = [
  'CodeEditorAppSettings',
  'JupyterLabAppSettings',
  'JupyterServerAppSettings',
  'KernelGatewayAppSettings',
] as const satisfies readonly (keyof UserSettings)[];

/** To the lifecycle configurations that the settings of a domain, user profile or space name, each once. */
export function studioScripts(...settings: readonly (Json | undefined)[]) {
  const named = new Set<Json | undefined>();
  for (const each of settings)
    for (const application of APPLICATIONS) {
      const found = isObject(each) ? each[application] : undefined;
      if (!isObject(found)) continue;
      const { LifecycleConfigArns, DefaultResourceSpec, BuiltInLifecycleConfigArn } = found;
      if (Array.isArray(LifecycleConfigArns)) for (const arn of LifecycleConfigArns) named.add(arn);
      if (isObject(DefaultResourceSpec)) named.add(DefaultResourceSpec['LifecycleConfigArn']);
      named.add(BuiltInLifecycleConfigArn);
    }
  return [...named].map((arn) => relation('attached-to', arn));
}
