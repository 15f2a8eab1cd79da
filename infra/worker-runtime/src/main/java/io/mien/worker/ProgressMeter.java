package io.mien.worker;

import io.mien.contracts.event.Progress;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * Counts units of work and tells the rate of the last ten seconds. Thread-safe; cheap enough to
 * call for every unit.
 */
public final class ProgressMeter {

  private static final long WINDOW = Duration.ofSeconds(10).toNanos();
  private static final long SPACING = Duration.ofMillis(250).toNanos();

  private final Consumer<Progress> sink;
  private final String phase;
  private final String unit;
  private final long total;
  private final LongSupplier nanos;
  private final Deque<Mark> marks = new ArrayDeque<>();
  private long done;

  /**
   * @param sink usually {@code context::progress}
   * @param phase what is being done, for example {@code detect faces}
   * @param unit what is counted, for example {@code images}
   * @param total units in all, 0 while unknown
   */
  public ProgressMeter(Consumer<Progress> sink, String phase, String unit, long total) {
    this(sink, phase, unit, total, System::nanoTime);
  }

  ProgressMeter(
      Consumer<Progress> sink, String phase, String unit, long total, LongSupplier nanos) {
    this.sink = sink;
    this.phase = phase;
    this.unit = unit;
    this.total = total;
    this.nanos = nanos;
    startAt(0);
  }

  /** Work that was kept from earlier attempts: counts as done, not for the rate. */
  public synchronized void startAt(long kept) {
    done = kept;
    marks.clear();
    marks.add(new Mark(nanos.getAsLong(), kept));
    tell(0);
  }

  public synchronized void advance(long units) {
    reach(done + units);
  }

  /** This many units are done in all. */
  public synchronized void reach(long units) {
    done = units;
    long now = nanos.getAsLong();
    if (now - marks.getLast().at >= SPACING) {
      marks.add(new Mark(now, done));
    }
    while (marks.size() > 1 && now - marks.getFirst().at > WINDOW) {
      marks.removeFirst();
    }
    Mark oldest = marks.getFirst();
    long elapsed = now - oldest.at;
    tell(elapsed < SPACING ? 0 : (done - oldest.done) * 1e9 / elapsed);
  }

  private void tell(double perSecond) {
    sink.accept(new Progress(phase, unit, done, total, perSecond));
  }

  private record Mark(long at, long done) {}
}
