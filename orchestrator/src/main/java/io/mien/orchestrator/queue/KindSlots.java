package io.mien.orchestrator.queue;

import io.mien.contracts.TaskKind;

/**
 * The slots of living workers of one kind.
 *
 * @param free how many more offers may be out
 * @param all how many there are
 * @param onDemand how many are held by those who wait for an answer
 */
public record KindSlots(int free, int all, int onDemand) {

  /** Of a kind that nothing is offered of. */
  public static final KindSlots NONE = new KindSlots(0, 0, 0);

  /**
   * How many slots of a kind are kept for those who wait for an answer.
   *
   * @param onDemandSlots of each kind that works on photos
   */
  public static int kept(TaskKind kind, int onDemandSlots) {
    return switch (kind) {
      case INGEST, SYNTH -> onDemandSlots;
      case TRAIN, EVAL -> 0;
    };
  }

  /**
   * How many of the free ones may go to work that nobody waits for.
   *
   * @param kept how many are to be held by, or kept free for, those who wait, where there are more
   *     slots than that
   * @param takenNow by those who wait, of the free ones
   */
  public int forOthers(int kept, int takenNow) {
    int left = free - takenNow;
    return all <= kept ? left : Math.max(0, left - Math.max(0, kept - onDemand - takenNow));
  }
}
