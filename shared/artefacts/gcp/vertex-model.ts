import { vertexModel } from '#shared/assets/gcp/vertex.ts';
import { below, loads } from '../artefact.ts';
import { addressInGoogle } from '../place.ts';

export default loads(vertexModel, {
  source: 'Model.artifactUri and Model.versionCreateTime, google.cloud.aiplatform.v1',
  of: ({ config }) => [below(addressInGoogle(config['artifactUri']))],
  registeredAt: ({ versionCreateTime, createTime }) => versionCreateTime ?? createTime,
});
