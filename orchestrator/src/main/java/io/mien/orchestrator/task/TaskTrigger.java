package io.mien.orchestrator.task;

/** What can happen to a task. Whether it may, and where it leads, is in {@link TransitionTable}. */
public enum TaskTrigger {
  /** A slot is free: a new attempt is offered. */
  OFFER,
  /** An earlier task has done the same: its result is taken. */
  REUSE,
  /** A worker took the offer of the current attempt. */
  START,
  /** The offer was taken back before anybody took it. */
  WITHDRAW,
  /** Nobody took the offer in time. */
  OFFER_EXPIRED,
  /** The broker takes no offer of this task. */
  OFFER_REFUSED,
  /** The current attempt delivered its result. */
  SUCCEED,
  /** The work failed and may be tried again. */
  FAIL,
  /** The work failed for the last time its budget allows. */
  FAIL_FINALLY,
  /** The work failed because of its input. */
  REJECT,
  /** The worker gave the attempt up through no fault of the work. */
  INTERRUPT,
  /** The worker gave the attempt up for the last time the budget allows. */
  INTERRUPT_FINALLY,
  /** The worker gave the attempt up because it was asked to make room. */
  YIELD,
  /** Nothing was heard of the worker for the length of the lease. */
  LEASE_EXPIRED,
  /** Nothing was heard of the worker, for the last time the budget allows. */
  LEASE_EXPIRED_FINALLY,
  /** Somebody asked for cancellation. */
  CANCEL,
  /** The worker stopped because it was told to. */
  CONFIRM_CANCEL,
  /** Somebody asked for what has ended without a result to be tried again. */
  REDRIVE
}
