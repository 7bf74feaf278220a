/**
 * What operations of TensorFlow do beyond computing, by the names under which TensorFlow registers them, and at the
 * inputs where it does: tensorflow/core/ops, io_ops.cc, dataset_ops.cc, experimental_dataset_ops.cc, checkpoint_ops.cc,
 * summary_ops.cc, lookup_ops.cc and debug_ops.cc; held, with the places of inputs, against the 1,632 operations that
 * gen_*.py of tensorflow-cpu 2.21.0 define, and against what libtensorflow_cc.so.2 of it registers besides. Those that are
 * not here compute, or are unknown.
 */
export interface Operation {
  readonly does: string;
  /**
   * `python`: runs Python. `writes`, `reads`: a file whose name is an input. `saver`: reads or writes a checkpoint, as
   * the saver of every model does. `asset`: reads a file that comes with the model. `network`: talks to another host.
   * `opaque`: runs a program that is part of the graph and is not TensorFlow's. `stops`: ends the process.
   */
  readonly kind: 'python' | 'writes' | 'reads' | 'saver' | 'asset' | 'network' | 'opaque' | 'stops';
  /** Which input holds the name of the file. */
  readonly name?: number;
  /** Nothing is written where the graph leaves the name empty. */
  readonly needsName?: true;
}

const python = (does: string): Operation => ({ does, kind: 'python' });
const writes = (does: string, name = 0): Operation => ({ does, kind: 'writes', name });
const reads = (does: string, name = 0): Operation => ({ does, kind: 'reads', name });
const saver = (does: string, name = 0): Operation => ({ does, kind: 'saver', name });
const asset = (does: string, name: number): Operation => ({ does, kind: 'asset', name });
const network = (does: string): Operation => ({ does, kind: 'network' });
const opaque = (does: string): Operation => ({ does, kind: 'opaque' });

const RUNS_PYTHON = 'calls a Python function of the process that runs the model';
const READS_RECORDS = 'reads records from the files that it is given';

export const OPERATIONS: Readonly<Record<string, Operation>> = {
  PyFunc: python(RUNS_PYTHON),
  PyFuncStateless: python(RUNS_PYTHON),
  EagerPyFunc: python(RUNS_PYTHON),

  WriteFile: writes('writes a file'),
  SaveDataset: writes('writes a data set to files', 1),
  SaveDatasetV2: writes('writes a data set to files', 1),
  DatasetToTFRecord: writes('writes records to a file', 1),
  ExperimentalDatasetToTFRecord: writes('writes records to a file', 1),
  // What an empty name keeps in memory.
  CacheDataset: { ...writes('keeps a data set in files', 1), needsName: true },
  CacheDatasetV2: { ...writes('keeps a data set in files', 1), needsName: true },
  SerializeTRTResource: writes('writes an engine of TensorRT', 1),
  CreateSummaryFileWriter: writes('writes a log to a folder', 1),
  CreateSummaryDbWriter: writes('writes to a database', 1),

  ReadFile: reads('reads a file'),
  MatchingFiles: reads('lists files by a pattern'),
  MatchingFilesDataset: reads('lists files by a pattern'),
  ExperimentalMatchingFilesDataset: reads('lists files by a pattern'),
  TextLineDataset: reads(READS_RECORDS),
  TFRecordDataset: reads(READS_RECORDS),
  TFRecordDatasetV2: reads(READS_RECORDS),
  FixedLengthRecordDataset: reads(READS_RECORDS),
  FixedLengthRecordDatasetV2: reads(READS_RECORDS),
  CSVDataset: reads(READS_RECORDS),
  CSVDatasetV2: reads(READS_RECORDS),
  ExperimentalCSVDataset: reads(READS_RECORDS),
  LMDBDataset: reads(READS_RECORDS),
  ExperimentalLMDBDataset: reads(READS_RECORDS),
  ReaderRead: reads(READS_RECORDS, 1),
  ReaderReadV2: reads(READS_RECORDS, 1),
  ReaderReadUpTo: reads(READS_RECORDS, 1),
  ReaderReadUpToV2: reads(READS_RECORDS, 1),
  LoadDataset: reads('reads a data set that was saved, and runs its reader'),
  SnapshotDataset: reads('keeps a data set in files', 1),
  SnapshotDatasetV2: reads('keeps a data set in files', 1),
  SnapshotDatasetReader: reads('reads a data set that was kept in files'),
  SnapshotChunkDataset: reads('reads a part of a data set that was kept in files'),
  ListSnapshotChunksDataset: reads('lists the parts of a data set that was kept in files'),
  LoadAndRemapMatrix: reads('reads a matrix from a checkpoint'),
  GenerateVocabRemapping: reads('reads vocabularies'),
  SnapshotNestedDatasetReader: { does: 'reads a data set that was kept in files', kind: 'reads' },
  SqlDataset: reads('opens a database and queries it', 1),
  ExperimentalSqlDataset: reads('opens a database and queries it', 1),

  Save: saver('writes a checkpoint'),
  SaveSlices: saver('writes a checkpoint'),
  SaveV2: saver('writes a checkpoint'),
  MergeV2Checkpoints: saver('writes a checkpoint of several, and deletes those', 1),
  Restore: saver('reads a checkpoint'),
  RestoreSlice: saver('reads a checkpoint'),
  RestoreV2: saver('reads a checkpoint'),
  DTensorRestoreV2: saver('reads a checkpoint'),

  InitializeTRTResource: asset('reads an engine of TensorRT', 1),
  InitializeTableFromTextFile: asset('fills a table from a file', 1),
  InitializeTableFromTextFileV2: asset('fills a table from a file', 1),

  RpcClient: network('opens a connection to the address that it is given'),
  RpcCall: network('calls a function on another host'),
  RpcServer: network('listens for calls from other hosts'),
  RpcServerStart: network('listens for calls from other hosts'),
  RpcServerRegister: network('offers a function to other hosts'),
  Rpc: network('calls a function on another host'),
  TryRpc: network('calls a function on another host'),
  DataServiceDataset: network('fetches a data set from another host'),
  DataServiceDatasetV2: network('fetches a data set from another host'),
  DataServiceDatasetV3: network('fetches a data set from another host'),
  DataServiceDatasetV4: network('fetches a data set from another host'),
  DistributedSave: network('has another host write a data set to files'),
  RegisterDataset: network('registers a data set at another host'),
  RegisterDatasetV2: network('registers a data set at another host'),
  BigQueryReader: network('reads a table of BigQuery'),
  GenerateBigQueryReaderPartitions: network('asks BigQuery for a table'),
  GcsConfigureCredentials: network('sets the credentials for Cloud Storage'),

  TRTEngineOp: opaque('runs an engine of TensorRT that is part of the graph'),
  XlaCallModule: opaque('runs a program of StableHLO that is part of the graph'),
  MlirPassthroughOp: opaque('runs a program of MLIR that is part of the graph'),
  XlaCustomCall: opaque('calls a function of the process by its name'),
  XlaCustomCallV2: opaque('calls a function of the process by its name'),
  DatasetFromGraph: opaque('makes a data set of a graph that is one of its inputs'),
  RemoteCall: opaque('runs a function on the device that it is given, which may be one of another host'),
  FileSystemSetConfiguration: opaque('changes how file systems are reached'),
  RemoteFusedGraphExecute: opaque('runs a graph on a processor that the graph names'),

  Abort: { does: 'ends the process that runs the model', kind: 'stops' },
};

/** These send what passes through them to the addresses in their attribute `debug_urls`: files, or other hosts. */
export const DEBUG_OPERATIONS = new Set([
  'DebugIdentity',
  'DebugIdentityV2',
  'DebugIdentityV3',
  'DebugNanCount',
  'DebugNumericSummary',
]);

/** These read the file that an attribute names; descriptor_source only where it is no scheme. */
export const READS_OF_ATTRIBUTES: Readonly<Record<string, string>> = {
  ImmutableConst: 'memory_region_name',
  RecordInput: 'file_pattern',
  FixedUnigramCandidateSampler: 'vocab_file',
  DecodeProtoV2: 'descriptor_source',
  EncodeProto: 'descriptor_source',
};

/** These write what passes through them to the file, or into the folder, that an attribute names: made when they are. */
export const WRITES_OF_ATTRIBUTES: Readonly<Record<string, string>> = {
  CalibrationStatisticsSaver: 'output_file_path',
  DumpTensor: 'log_dir_path',
};
