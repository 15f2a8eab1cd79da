/** @import { EventView } from './types.js' */

/** The orchestrator sends a comment every 10 s; silence for longer means that the line is dead. */
const SILENCE_MS = 25_000;

/** The stream was refused; 401 means that the session has ended. */
export class StreamRefused extends Error {
  constructor(status) {
    super(`The event stream answered ${status}.`);
    this.status = status;
  }
}

/**
 * Reads server-sent events until the stream ends or breaks. By fetch rather than EventSource: that
 * one neither shows comments nor the status, gives up on the first 5xx, and cannot be told where to go on.
 *
 * @param {string|undefined} lastEventId where to go on
 * @param {{onOpen: () => void, onEvent: (event: EventView) => void}} listener
 */
export async function readEvents(lastEventId, { onOpen, onEvent }) {
  const abort = new AbortController();
  let watchdog = setTimeout(() => abort.abort(), SILENCE_MS);
  try {
    const response = await fetch('/v1/events', {
      headers: { Accept: 'text/event-stream', ...(lastEventId && { 'Last-Event-ID': lastEventId }) },
      cache: 'no-store',
      signal: abort.signal,
    });
    if (!response.ok) {
      throw new StreamRefused(response.status);
    }
    onOpen();
    const parse = eventParser(onEvent);
    const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
    for (let chunk = await reader.read(); !chunk.done; chunk = await reader.read()) {
      clearTimeout(watchdog);
      watchdog = setTimeout(() => abort.abort(), SILENCE_MS);
      parse(chunk.value);
    }
  } finally {
    clearTimeout(watchdog);
    abort.abort();
  }
}

/** A function that takes the text of the stream piece by piece and reports whole events. */
function eventParser(onEvent) {
  let rest = '';
  let data = [];
  return (text) => {
    const lines = (rest + text).split('\n');
    rest = lines.pop();
    for (const line of lines.map((each) => each.replace(/\r$/, ''))) {
      if (line.startsWith('data:')) {
        data.push(line.slice(5));
      } else if (line === '' && data.length > 0) {
        onEvent(JSON.parse(data.join('\n')));
        data = [];
      }
    }
  };
}
