import { api } from './api.js';
import { EventLine } from './event-line.js';

/** @import { RunView, WorkerView, SystemView, EventView, TaskView } from './types.js' */

const STEP_STATE = { OFFERED: 'QUEUED', CANCELLING: 'RUNNING', DEAD: 'FAILED' };
/** Health has no events. */
const SYSTEM_EVERY_MS = 5000;

const LIVE_ONLY = new Set(['task.progressed', 'task.measured']);

/**
 * What the orchestrator knows, kept up to date by its events. Dispatches `change` when something
 * shown may have changed, and `event` (detail: EventView) for every event.
 */
class Live extends EventTarget {
  /** @type {'connecting'|'open'|'away'} */
  connection = 'connecting';
  /** @type {Map<string, RunView>} */
  runs = new Map();
  /** @type {Map<string, WorkerView>} */
  workers = new Map();
  /** @type {SystemView|undefined} */
  system;
  /** Where the next page of older runs begins; undefined when all are here. @type {string|undefined} */
  olderRuns;
  /** Why not everything could be loaded. @type {string|undefined} */
  failure;

  #pending = new Map();
  /** Workers heard of since the last list was asked for. */
  #heard = new Set();
  #line = new EventLine({
    opened: () => this.#opened(),
    received: (event) => this.#take(event),
    broken: () => this.#connectionIs('away'),
  });

  constructor() {
    super();
    setInterval(() => this.#refreshSystem(), SYSTEM_EVERY_MS);
  }

  /** Connects, and again whenever the stream breaks, until the session ends. */
  start() {
    this.#line.open();
  }

  /** Connects no more, and forgets. */
  stop() {
    this.#line.close();
    this.runs.clear();
    this.workers.clear();
    this.system = undefined;
    this.#connectionIs('connecting');
  }

  /** Loads a run that may not be in the list, and keeps it up to date from then on. */
  async watchRun(id) {
    this.#putRun(await api.run(id));
  }

  /** Loads the next page of older runs. */
  async loadOlderRuns() {
    const page = await api.runs(this.olderRuns);
    this.olderRuns = page.nextCursor;
    page.items.forEach((run) => this.#putRun(run));
  }

  /** Loads everything shown: at the start and after every reconnection. */
  async refresh() {
    this.#heard.clear();
    const answers = await Promise.allSettled([api.system(), api.runs(), api.workers()]);
    const [system, runs, workers] = answers.map((answer) => answer.value);
    this.failure = answers.find((answer) => answer.reason)?.reason.message;
    this.system = system ?? this.system;
    if (workers) {
      this.#putWorkers(workers.items);
    }
    if (runs) {
      this.#putRuns(runs);
    }
    this.#changed();
  }

  /** A list is older than what has been heard since it was asked for. */
  #putWorkers(listed) {
    const heard = [...this.workers].filter(([id]) => this.#heard.has(id));
    this.workers = new Map([...listed.map((worker) => [worker.heartbeat.workerId, worker]), ...heard]);
  }

  #putRuns(runs) {
    const listed = new Set(runs.items.map((run) => run.runId));
    const known = [...this.runs.keys()].filter((id) => !listed.has(id));
    this.olderRuns = known.length > 0 ? this.olderRuns : runs.nextCursor;
    runs.items.forEach((run) => this.runs.set(run.runId, run));
    known.forEach((id) => this.#soon(id, () => this.watchRun(id)));
  }

  #opened() {
    this.#connectionIs('open');
    this.#soon('refresh', () => this.refresh(), 0);
  }

  #refreshSystem() {
    if (this.connection === 'open' && !document.hidden) {
      this.#soon('system', async () => (this.system = await api.system()));
    }
  }

  /** @param {EventView} event */
  #take(event) {
    if (!LIVE_ONLY.has(event.type)) {
      this.#refreshSystem();
    }
    if (event.type.startsWith('run.') && event.data?.steps) {
      this.#putRun(event.data);
    } else if (event.type === 'worker.changed' && event.data?.heartbeat) {
      this.workers.set(event.data.heartbeat.workerId, event.data);
      this.#heard.add(event.data.heartbeat.workerId);
    } else if (event.data?.taskId && event.data?.step) {
      this.#putTask(event.data);
    }
    if (event.runId && /^(step|task|run)\./.test(event.type) && !LIVE_ONLY.has(event.type)) {
      this.#soon(event.runId, () => this.watchRun(event.runId));
    }
    this.dispatchEvent(new CustomEvent('event', { detail: event }));
    this.#changed();
  }

  /** @param {TaskView} task */
  #putTask(task) {
    const run = this.runs.get(task.runId);
    if (run?.steps.find((step) => step.name === task.step)?.tasks) {
      // one of several: only the server can add them up
      this.#soon(run.runId, () => this.watchRun(run.runId), 1000);
    } else if (run) {
      const steps = run.steps.map((step) => (step.name === task.step ? withTask(step, task) : step));
      this.runs.set(run.runId, { ...run, steps });
    }
  }

  #putRun(run) {
    this.runs.set(run.runId, run);
    this.#changed();
  }

  /** Does it once, soon, however often it is asked for until then. */
  #soon(name, action, delay = 200) {
    if (!this.#pending.has(name)) {
      this.#pending.set(name, setTimeout(async () => {
        this.#pending.delete(name);
        await action().catch(() => {});
        this.#changed();
      }, delay));
    }
  }

  #connectionIs(state) {
    this.connection = state;
    this.#changed();
  }

  #changed() {
    this.dispatchEvent(new Event('change'));
  }
}

export const live = new Live();

/** The step as its only task says. */
function withTask(step, task) {
  const { progress, seconds } = task;
  return { ...step, task, progress, seconds, state: STEP_STATE[task.state] ?? task.state, waitingFor: undefined };
}
