/** @import { Problem, RunView, SystemView, MeasureSeries, SampleView, ExpressionSetView } from './types.js' */

/** An answer that is not a success; `message` is a sentence for a person. */
export class ApiError extends Error {
  /** @param {Partial<Problem>} problem */
  constructor(problem) {
    super(problem.detail ?? problem.title ?? `The orchestrator answered ${problem.status}.`);
    this.status = problem.status ?? 0;
    this.code = problem.code ?? '';
  }
}

/** Dispatches `ended` when the session is missing or has ended. */
export const session = new EventTarget();

/** Says that an answer was 401. */
export function sessionEnded() {
  session.dispatchEvent(new Event('ended'));
}

/** Address of an object in the store. @param {{bucket: string, key: string}} ref */
export function objectUrl(ref) {
  return `/v1/objects/${ref.bucket}/${ref.key.split('/').map(encodeURIComponent).join('/')}`;
}

async function failureOf(response) {
  const text = await response.text();
  try {
    return new ApiError({ ...JSON.parse(text), status: response.status });
  } catch {
    return new ApiError({ status: response.status });
  }
}

async function send(path, options = {}) {
  let response;
  try {
    response = await fetch(path, { ...options, headers: { Accept: 'application/json', ...options.headers } });
  } catch {
    throw new ApiError({ detail: 'The orchestrator does not answer. It may be starting again; try once more in a moment.' });
  }
  if (response.status === 401 && path !== '/v1/session') {
    sessionEnded();
  }
  if (!response.ok) {
    throw await failureOf(response);
  }
  return response.status === 204 ? undefined : response.json();
}

function newKey() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

function post(path, body, headers = {}) {
  const json = body !== undefined && !(body instanceof FormData);
  return send(path, {
    method: 'POST',
    body: json ? JSON.stringify(body) : body,
    headers: { 'Idempotency-Key': newKey(), ...(json && { 'Content-Type': 'application/json' }), ...headers },
  });
}

function list(path, parameters = {}) {
  const set = Object.entries(parameters).filter(([, value]) => value !== undefined);
  return send(`${path}?${new URLSearchParams(set)}`);
}

export const api = {
  signIn: (key) => post('/v1/session', { key }),
  signOut: () => send('/v1/session', { method: 'DELETE' }),

  /** @returns {Promise<SystemView>} */
  system: () => send('/v1/system'),
  presets: () => send('/v1/presets'),
  workers: () => list('/v1/workers', { limit: 200 }),

  runs: (cursor) => list('/v1/runs', { limit: 50, cursor }),
  /** @returns {Promise<RunView>} */
  run: (id) => send(`/v1/runs/${id}`),
  startRun: (request) => post('/v1/runs', request),
  cancelRun: (id) => post(`/v1/runs/${id}/cancel`),
  pauseRun: (id) => post(`/v1/runs/${id}/pause`),
  resumeRun: (id) => post(`/v1/runs/${id}/resume`),
  retryRun: (id) => post(`/v1/runs/${id}/retry`),

  deadTasks: () => send('/v1/dead-tasks'),
  redrive: (fingerprint) => post('/v1/dead-tasks/redrive', { fingerprint }),

  /** @returns {Promise<MeasureSeries[]>} */
  measures: (taskId, points = 500) => send(`/v1/tasks/${taskId}/measures?points=${points}`),
  /** @returns {Promise<SampleView[]>} */
  samples: (taskId) => send(`/v1/tasks/${taskId}/samples`),

  datasets: () => list('/v1/datasets', { limit: 200 }),
  dataset: (id) => send(`/v1/datasets/${id}`),
  addDataset: (request) => post('/v1/datasets', request),
  /** @returns {Promise<RunView>} */
  inspectDataset: (request) => post('/v1/datasets/inspections', request),
  checkpoints: (network) => list('/v1/checkpoints', { limit: 200, network }),
  evaluations: () => list('/v1/evaluations', { limit: 200 }),
  evaluation: (id) => send(`/v1/evaluations/${id}`),

  /** @param {FormData} form @returns {Promise<ExpressionSetView>} */
  makeExpressions: (form) => post('/v1/expressions', form, { Prefer: 'wait=20' }),
  /** @returns {Promise<ExpressionSetView>} */
  expressions: (runId) => send(`/v1/expressions/${runId}`),
};
