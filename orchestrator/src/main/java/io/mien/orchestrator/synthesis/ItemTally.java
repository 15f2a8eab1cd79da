package io.mien.orchestrator.synthesis;

import io.mien.contracts.rest.SynthesisView;
import org.jspecify.annotations.Nullable;

/**
 * How many items are where.
 *
 * @param total null until they have been read
 * @param done as far as it is known here
 * @param rejected those done that have an image that was not good enough
 * @param failed those with an error of their own, or of the part that they were in
 * @param images of those that are done
 * @param perSecond items, by all workers together
 */
record ItemTally(
    @Nullable Long total, long done, long rejected, long failed, long images, double perSecond) {

  /** While it goes on. */
  SynthesisView.Items now() {
    Long waiting = total == null ? null : Math.max(0, total - done - failed);
    return new SynthesisView.Items(total, done - rejected, rejected, failed, waiting, images);
  }

  /** Once it has ended: whatever was not done has its error. */
  SynthesisView.Items whenEnded() {
    return total == null
        ? now()
        : new SynthesisView.Items(total, done - rejected, rejected, total - done, 0L, images);
  }

  /** Seconds until the last item, by the pace of now; null while there is none. */
  @Nullable Long etaSeconds() {
    Long waiting = now().waiting();
    return waiting == null || perSecond <= 0 ? null : (long) Math.ceil(waiting / perSecond);
  }
}
