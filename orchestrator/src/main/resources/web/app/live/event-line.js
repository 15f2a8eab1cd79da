import { sessionEnded } from './api.js';
import { readEvents, StreamRefused } from './event-stream.js';

/** @import { EventView } from './types.js' */

const FIRST_PAUSE_MS = 250;
const LONGEST_PAUSE_MS = 8000;

/** A line to the event stream that mends itself and goes on after the last event it brought. */
export class EventLine {
  #listener;
  #lastEventId;
  /** In whose name the stream is read; undefined while closed. */
  #session;

  /** @param {{opened: () => void, received: (event: EventView) => void, broken: () => void}} listener */
  constructor(listener) {
    this.#listener = listener;
  }

  /** Reads until closed, or until the session ends; opening it twice changes nothing. */
  async open() {
    if (this.#session) {
      return;
    }
    const session = (this.#session = Symbol('session'));
    let pause = FIRST_PAUSE_MS;
    while (this.#session === session) {
      await this.#read(session, () => (pause = FIRST_PAUSE_MS));
      if (this.#session === session) {
        this.#listener.broken();
        await new Promise((resolve) => setTimeout(resolve, pause * (0.8 + 0.4 * Math.random())));
        pause = Math.min(pause * 2, LONGEST_PAUSE_MS);
      }
    }
  }

  /** Takes in nothing more. */
  close() {
    this.#session = undefined;
  }

  async #read(session, onOpen) {
    try {
      await readEvents(this.#lastEventId, {
        onOpen: () => {
          onOpen();
          this.#listener.opened();
        },
        onEvent: (event) => {
          if (this.#session === session) {
            this.#lastEventId = String(event.sequence);
            this.#listener.received(event);
          }
        },
      });
    } catch (failure) {
      if (failure instanceof StreamRefused && failure.status === 401) {
        sessionEnded();
      }
    }
  }
}
