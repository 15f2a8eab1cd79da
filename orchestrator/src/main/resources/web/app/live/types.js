/**
 * The JSON of the REST interface, as the records of `io.mien.contracts.rest` write it. Absent
 * fields are left out, never null.
 *
 * @typedef {'ingest'|'train'|'synth'|'eval'} TaskKind
 * @typedef {{bucket: string, key: string, bytes: number, sha256: string}} ObjectRef
 * @typedef {{category: string, code: string, message: string, fingerprint: string}} TaskError
 * @typedef {{phase: string, unit: string, done: number, total: number, perSecond: number}} Progress
 * @typedef {{value: number, hits: number, total: number, low: number, high: number}} Rate
 *
 * @typedef {object} TaskView
 * @property {string} taskId
 * @property {string} runId
 * @property {string} step
 * @property {TaskKind} kind
 * @property {'QUEUED'|'OFFERED'|'RUNNING'|'CANCELLING'|'SUCCEEDED'|'FAILED'|'DEAD'|'CANCELLED'} state
 * @property {number} attempt
 * @property {number} failures
 * @property {number} interruptions
 * @property {string} [workerId]
 * @property {Progress} [progress]
 * @property {string} createdAt
 * @property {string} [startedAt]
 * @property {string} [finishedAt]
 * @property {number} [seconds]
 * @property {{type: string}} [result]
 * @property {TaskError} [error]
 *
 * @typedef {object} StepView
 * @property {string} stepId
 * @property {string} name
 * @property {TaskKind} kind
 * @property {'WAITING'|'QUEUED'|'RUNNING'|'SUCCEEDED'|'FAILED'|'CANCELLED'|'SKIPPED'} state
 * @property {string[]} dependsOn
 * @property {TaskView} [task]
 * @property {{waiting: number, running: number, succeeded: number, ended: number}} [tasks]
 * @property {Progress} [progress]
 * @property {number} [seconds]
 * @property {string} [waitingFor]
 *
 * @typedef {object} RunView
 * @property {string} runId
 * @property {string} name
 * @property {'pipeline'|'faces'|'expressions'|'inspection'|'import'|'export'} template
 * @property {string} [datasetId]
 * @property {string} [preset]
 * @property {'RUNNING'|'PAUSED'|'CANCELLING'|'SUCCEEDED'|'FAILED'|'CANCELLED'} state
 * @property {string} createdAt
 * @property {string} [finishedAt]
 * @property {StepView[]} steps
 * @property {string} [evaluationId]
 *
 * @typedef {object} WorkerHeartbeat
 * @property {string} workerId
 * @property {TaskKind} kind
 * @property {string} host
 * @property {number} pid
 * @property {string} version
 * @property {number} slots
 * @property {number} busy
 * @property {string} device
 * @property {string} startedAt
 * @property {number} residentBytes
 * @property {number} peakResidentBytes
 * @typedef {{heartbeat: WorkerHeartbeat, state: string, lastSeenAt: string}} WorkerView
 *
 * @typedef {{queued: number, offered: number, running: number, slots: number, dead: number}} Queue
 * @typedef {object} SystemView
 * @property {string} version
 * @property {Record<TaskKind, Queue>} queues
 * @property {Record<string, string>} components
 *
 * @typedef {{iteration: number, name: string, value: number}} Measure
 * @typedef {{name: string, iterations: number[], values: number[]}} MeasureSeries
 * @typedef {{iteration: number, url: string, at: string, columns: string[]}} SampleView
 *
 * @typedef {object} EventView
 * @property {number} sequence
 * @property {string} type
 * @property {string} at
 * @property {string} [runId]
 * @property {string} [taskId]
 * @property {any} data
 *
 * @typedef {object} Problem
 * @property {string} title
 * @property {number} status
 * @property {string} code
 * @property {string} detail
 *
 * @typedef {{expression: string, url: string, sha256: string, bytes: number, format?: string, width?: number, height?: number}} ExpressionImage
 * @typedef {object} ExpressionSetView
 * @property {string} runId
 * @property {RunView['state']} state
 * @property {string} [checkpointId]
 * @property {ExpressionImage[]} images
 * @property {string} [contactSheetUrl]
 * @property {TaskError} [error]
 */
export {};
